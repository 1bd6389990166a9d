/* test_search_store.c: the index in its file: a word forgotten is not in it any more. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "lib/migrate.h"
#include "store/privacy_store.h"
#include "store/retention_store.h"
#include "store/search_store.h"
#include "store/ticket_store.h"

static char		 folder[] = "/tmp/siaga-search.XXXXXX";
static const char	*path;
static struct arena	 memory;
static struct db	*db;

static const char	 kinds[] =
	"INSERT INTO agency (id, code, name, brief, kind, standby, own)"
	" VALUES (1, 'A', 'A', 'A', 'OPD', 'ya', 1);"
	"INSERT INTO category (id, code, valid_from, name, class, track, priority, ack, arrive,"
	" finish, office, radius, span, display, sensitive)"
	" VALUES (1, 'C', 0, 'C', 'C', 1, 1, 1, 1, 1, 0, 1, 1, 1, 0)";

static int
open_file(void **state)
{
	size_t	 i;

	(void)state;
	path = arena_printf(&memory, "%s/siaga.db", mkdtemp(folder));
	db = db_open(path);
	for (i = 0; i < nmigrations; i++)
		assert_int_equal(db_script(db, migrations[i]), RC_OK);
	assert_int_equal(db_script(db, kinds), RC_OK);
	return 0;
}

static int
drop(const char *name, const struct stat *st, int flag, struct FTW *f)
{
	(void)st, (void)flag, (void)f;
	return remove(name);
}

static int
close_file(void **state)
{
	(void)state;
	db_close(db);
	arena_reset(&memory);
	return nftw(folder, drop, 8, FTW_DEPTH | FTW_PHYS);
}

static int64_t
put_titled(int n, const char *title, const char *detail)
{
	struct ticket	 t = {
		.number = arena_printf(&memory, "DRT-26-%06d-K", n),
		.voice = arena_printf(&memory, "K7-%02d", n), .track = TRACK_EMERGENCY,
		.state = ST_NEW, .open = true, .category = 1, .priority = P1, .lead = 1,
		.title = title, .detail = detail, .place = { .text = "Jl. Veteran", .area = "" },
		.channel = "call", .privacy = PRIVACY_PUBLIC, .display = DISPLAY_CLOSED };

	assert_int_equal(db_begin(db), RC_OK);
	assert_int_equal(db_finish(db, ticket_insert(db, &t,
	    arena_printf(&memory, "token-%d", n))), RC_OK);
	return t.id;
}

static int64_t
put(int n, const char *detail)
{
	return put_titled(n, "Api", detail);
}

static size_t
asked(const char *word)
{
	int64_t	 ids[1], found[10];
	size_t	 n, all = 0;

	assert_int_equal(search_words(db, word, false, ids, &n, 1), RC_OK);
	if (n == 1)
		assert_int_equal(search_ids(db, arena_printf(&memory, "\"%lld\"",
		    (long long)ids[0]), 0, INT64_MAX, found, &all, 10), RC_OK);
	return all;
}

/* The file alone: the log is written into it and emptied. */
static bool
is_in_file(const char *word)
{
	FILE	*f;
	char	*all;
	size_t	 n;
	bool	 found;

	assert_int_equal(db_script(db, "PRAGMA wal_checkpoint (TRUNCATE)"), RC_OK);
	assert_non_null(f = fopen(path, "r"));
	assert_int_equal(fseek(f, 0, SEEK_END), 0);
	n = (size_t)ftell(f);
	rewind(f);
	all = malloc(n);
	assert_non_null(all);
	assert_int_equal(fread(all, 1, n, f), n);
	fclose(f);
	found = memmem(all, n, word, strlen(word)) != NULL;
	free(all);
	return found;
}

static void
a_forgotten_word_leaves_the_file(void **state)
{
	int64_t	 first, second;
	int	 i;

	(void)state;
	for (i = 10; i < 60; i++)
		put(i, "api di gudang");
	first = put(1, "zulkarnain di kamar");
	second = put(2, "kata zulkarnain");
	CHECK_INT(asked("zulkarnain"), 2);
	CHECK(is_in_file("zulkarnain"));
	assert_int_equal(db_begin(db), RC_OK);
	assert_int_equal(db_finish(db, kept_erase_detail(db, first, "Kebakaran")), RC_OK);
	CHECK_INT(asked("zulkarnain"), 1);
	assert_int_equal(db_begin(db), RC_OK);
	assert_int_equal(db_finish(db, kept_erase_detail(db, second, "Kebakaran")), RC_OK);
	CHECK_INT(asked("zulkarnain"), 0);
	CHECK(!is_in_file("zulkarnain"));
	CHECK_INT(asked("veteran"), 10);
}

/* Its title was made of them: in the ticket, in the search and in the file they are no more. */
static void
words_whose_time_is_over_leave_the_file(void **state)
{
	int64_t	 id = put_titled(90, "wiliwarni jatuh", "wiliwarni jatuh\ndekat harimukti");

	(void)state;
	CHECK_INT(asked("wiliwarni"), 1);
	CHECK(is_in_file("wiliwarni") && is_in_file("harimukti"));
	assert_int_equal(db_begin(db), RC_OK);
	assert_int_equal(db_finish(db, retention_clear(db, DATA_TICKET_DETAIL, id)), RC_OK);
	CHECK_INT(asked("wiliwarni"), 0);
	CHECK(!is_in_file("wiliwarni") && !is_in_file("harimukti"));
}

/* In the index words are numbers: its own tables hold no text at all. */
static void
the_index_holds_no_text(void **state)
{
	static const struct query	 ask = { "blocks with a word",
		"SELECT COUNT(*) FROM ticket_ft_data WHERE instr(block, CAST('veteran' AS BLOB)) > 0" };
	struct stmt			*s;

	(void)state;
	put(70, "api di gudang");
	CHECK(asked("veteran") > 0);
	s = db_start(db, &ask);
	assert_true(db_next(s));
	CHECK_INT(get_int(s), 0);
	assert_int_equal(db_end(s), RC_OK);
}

/* A move that changes nothing that is said writes nothing here. */
static void
a_move_writes_no_words(void **state)
{
	static const struct query	 ask = { "how much the index wrote",
		"SELECT COUNT(*) FROM ticket_ft_data" };
	struct ticket			 t;
	struct stmt			*s;
	int64_t				 id = put(80, "api di gudang"), before, i;

	(void)state;
	for (i = 0; i < 2; i++) {
		s = db_start(db, &ask);
		assert_true(db_next(s));
		if (i == 0)
			before = get_int(s);
		else
			CHECK_INT(get_int(s), before);
		assert_int_equal(db_end(s), RC_OK);
		assert_int_equal(ticket_by_id(db, &memory, id, &t), RC_OK);
		t.state = ST_HANDLING;
		assert_int_equal(db_begin(db), RC_OK);
		assert_int_equal(db_finish(db, ticket_save(db, &t)), RC_OK);
	}
	assert_int_equal(ticket_by_id(db, &memory, id, &t), RC_OK);
	CHECK_INT(t.state, ST_HANDLING);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(a_forgotten_word_leaves_the_file),
		cmocka_unit_test(words_whose_time_is_over_leave_the_file),
		cmocka_unit_test(the_index_holds_no_text),
		cmocka_unit_test(a_move_writes_no_words),
	};

	return cmocka_run_group_tests(tests, open_file, close_file);
}

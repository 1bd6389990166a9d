/* test_audit.c: the record shows what was done to it, and shows itself to auditors alone. */
#include <string.h>

#include "action/audit_action.h"
#include "action/verify_action.h"
#include "action/worker_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "prog/apps.h"
#include "store/audit_store.h"
#include "store/event_store.h"

static struct desk	 d, auditor;
static struct receipt	 pothole;

static int
setup(void **state)
{
	(void)state;
	d = city_open();
	pothole = city_resolved(&d, true);
	(void)city_filed(&d, "JLN", false, PRIVACY_PUBLIC);
	auditor = city_as(&d, "auditor");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_close(&d);
	return 0;
}

static void
script(const char *sql)
{
	CHECK_INT(db_script(d.db, sql), RC_OK);
}

#define NO_TRIGGERS	"DROP TRIGGER event_stays; DROP TRIGGER event_is_kept; "

/* --- the chain ------------------------------------------------------------------------------ */

static struct chain
broken(const char *sql)
{
	struct chain	 chain;

	script(arena_printf(d.arena, NO_TRIGGERS "%s", sql));
	CHECK_INT(verify_chain(&d, &chain), RC_CONFLICT);
	return chain;
}

static void
a_whole_chain_has_a_head(void **state)
{
	struct chain	 chain;
	unsigned char	 hash[HASH_SIZE];
	int64_t		 last;

	(void)state;
	CHECK_INT(verify_chain(&d, &chain), RC_OK);
	CHECK_INT(event_end(d.db, &last, hash), RC_OK);
	CHECK_INT(chain.last, last);
	CHECK(last > 10);
	CHECK_INT(chain.at, CITY_NOW);
	CHECK_TEXT(chain.head, secret_hex(d.arena, (struct bytes){ hash, HASH_SIZE }));
	CHECK_INT(chain.fault, CHAIN_GOOD);
}

static void
a_changed_row_is_named(void **state)
{
	static const char *const	 sets[] = {
		"note = note || 'x'", "note = note || char(0) || 'hidden'", "at = at + 1",
		"act = 'note'", "life = 'strange'", "actor = 99", "role = 'admin'", "agency = 1 + agency",
		"behalf = 3", "public = 1 - public", "data = 'x'", "after = 'gone'", "ticket = ticket + 1",
		"hash = zeroblob(32)", "hash = zeroblob(0)", "object = object + 1", "before = 'gone'",
	};
	struct chain			 chain;
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(sets); i++) {
		script("SAVEPOINT s");
		chain = broken(arena_printf(d.arena, "UPDATE event SET %s WHERE id = 7", sets[i]));
		if (chain.last != 6 || chain.fault != CHAIN_HASH)
			fail_msg("%s: %d behind %d", sets[i], (int)chain.fault, (int)chain.last);
		script("ROLLBACK TO s; RELEASE s");
	}
}

static void
swapped_rows_are_out_of_order(void **state)
{
	struct chain	 chain;

	(void)state;
	script("SAVEPOINT s");
	chain = broken("UPDATE event SET id = -1 WHERE id = 5; UPDATE event SET id = 5 WHERE id = 9;"
	    "UPDATE event SET id = 9 WHERE id = -1");
	CHECK_INT(chain.last, 4);
	CHECK_INT(chain.fault, CHAIN_ORDER);
	CHECK_INT(chain.other, 9);
	script("ROLLBACK TO s; RELEASE s");
	chain = broken("UPDATE event SET id = -1 WHERE id = 5; UPDATE event SET id = 5 WHERE id = 6;"
	    "UPDATE event SET id = 6 WHERE id = -1");
	CHECK_INT(chain.last, 4);
	CHECK_INT(chain.fault, CHAIN_ORDER);
	CHECK_INT(chain.other, 6);
}

static void
a_removed_row_leaves_a_gap(void **state)
{
	struct chain	 chain;

	(void)state;
	script("SAVEPOINT s");
	chain = broken("DELETE FROM event WHERE id IN (5, 6, 7)");
	CHECK_INT(chain.last, 4);
	CHECK_INT(chain.fault, CHAIN_GAP);
	CHECK_INT(chain.other, 8);
	script("ROLLBACK TO s; RELEASE s");
	chain = broken("DELETE FROM event WHERE id = 1");
	CHECK_INT(chain.last, 0);
	CHECK_INT(chain.fault, CHAIN_GAP);
}

/* What is put in needs room: those behind it move, and their hashes no longer fit. */
static void
an_inserted_row_fits_nowhere(void **state)
{
	struct chain	 chain = broken("UPDATE event SET id = -id WHERE id > 5;"
			    "UPDATE event SET id = 1 - id WHERE id < 0;"
			    "INSERT INTO event SELECT 6, at, ticket, life, object, act, before, after,"
			    " actor, role, agency, behalf, public, 'forged', data, hash FROM event"
			    " WHERE id = 5");

	(void)state;
	CHECK_INT(chain.last, 5);
	CHECK(chain.fault == CHAIN_HASH || chain.fault == CHAIN_ORDER);
}

/* A chain that was cut is a chain: only what was written down elsewhere tells. */
static void
paper_knows_what_was_cut_off(void **state)
{
	struct chain	 whole, cut;

	(void)state;
	CHECK_INT(verify_chain(&d, &whole), RC_OK);
	CHECK_INT(verify_holds(&d, whole.last, whole.head), RC_OK);
	CHECK_INT(verify_holds(&d, whole.last - 1, whole.head), RC_CONFLICT);
	script(arena_printf(d.arena, NO_TRIGGERS "DELETE FROM event WHERE id > %d",
	    (int)whole.last - 3));
	CHECK_INT(verify_chain(&d, &cut), RC_OK);
	CHECK_INT(cut.last, whole.last - 3);
	CHECK_INT(verify_holds(&d, whole.last, whole.head), RC_NOTFOUND);
	CHECK_INT(verify_holds(&d, cut.last, cut.head), RC_OK);
}

/* Whoever has no key can still write a new chain; the old head is not in it. */
static void
paper_knows_a_chain_written_anew(void **state)
{
	struct event	 e = { .at = CITY_NOW, .act = ACT_NOTE, .who = { .role = ROLE_WORKER } };
	struct chain	 whole, anew;
	int		 i;

	(void)state;
	CHECK_INT(verify_chain(&d, &whole), RC_OK);
	script(NO_TRIGGERS "DELETE FROM event WHERE id > 5");
	CHECK_INT(db_begin(d.db), RC_OK);
	for (i = 0; i < 100; i++)
		CHECK_INT(event_add(d.db, d.arena, &e), RC_OK);
	CHECK_INT(db_finish(d.db, RC_OK), RC_OK);
	CHECK_INT(verify_chain(&d, &anew), RC_OK);
	CHECK_INT(verify_holds(&d, whole.last, whole.head), RC_CONFLICT);
}

/* --- the worker's walks ------------------------------------------------------------------------ */

static struct audit_chain
walk(void)
{
	struct audit_chain	 c;
	bool			 behind;

	CHECK_INT(verify_some(&d, &behind), RC_OK);
	CHECK(!behind);
	CHECK_INT(see_audit_chain(&auditor, &c), RC_OK);
	return c;
}

static void
the_worker_walks_the_chain(void **state)
{
	struct chain		 chain;
	struct audit_chain	 c;

	(void)state;
	CHECK_INT(see_audit_chain(&auditor, &c), RC_OK);
	CHECK_INT(c.at, 0);
	CHECK_INT(verify_chain(&d, &chain), RC_OK);
	c = walk();
	CHECK_INT(c.upto, chain.last);
	CHECK_TEXT(c.head, chain.head);
	CHECK_INT(c.at, CITY_NOW);
	CHECK_INT(c.walked, CITY_NOW);
	CHECK_INT(c.fault, CHAIN_GOOD);
	(void)city_filed(&d, "JLN", false, PRIVACY_PUBLIC);
	CHECK(walk().upto > chain.last);
}

static void
the_worker_finds_what_is_old_and_changed(void **state)
{
	struct audit_chain	 c;

	(void)state;
	CHECK_INT(walk().fault, CHAIN_GOOD);
	script(NO_TRIGGERS "UPDATE event SET note = 'x' WHERE id = 3");
	c = walk();
	CHECK_INT(c.fault, CHAIN_HASH);
	CHECK_INT(c.broken, 3);
	CHECK_INT(walk().broken, 3);
}

static void
the_worker_misses_an_end_it_has_seen(void **state)
{
	struct audit_chain	 c = walk();
	int64_t			 end = c.upto;

	(void)state;
	script(NO_TRIGGERS "DELETE FROM event WHERE id = (SELECT MAX(id) FROM event)");
	c = walk();
	CHECK_INT(c.fault, CHAIN_REMOVED);
	CHECK_INT(c.broken, end);
	(void)city_filed(&d, "JLN", false, PRIVACY_PUBLIC);	/* another stands there now */
	CHECK_INT(walk().fault, CHAIN_REMOVED);
}

static struct letter	 sent;
static int		 letters;
static enum rc		 mood;

static enum rc
post(struct arena *a, const struct letter *l)
{
	(void)a;
	sent = *l;
	letters++;
	return mood;
}

/* Once a day, to whoever is set, and again where nobody took it. */
static void
the_head_is_mailed_daily(void **state)
{
	struct tmpl			*tmpl = tmpl_open("templates");
	const struct post_office	 office = { .tmpl = tmpl, .server = "", .from = "a@b.example",
		.url = "", .send = post };
	struct desk			 w = city_as(&d, "worker");
	struct audit_chain		 c = walk();

	(void)state;
	letters = 0;
	mood = RC_OK;
	CHECK_INT(worker_head(&w, &office), RC_OK);
	CHECK_INT(letters, 0);				/* to nobody */
	CHECK_INT(setting_write(d.db, "audit_mail", "audit@bahari.example"), RC_OK);
	CHECK_INT(worker_head(&w, &office), RC_OK);
	CHECK_INT(worker_head(&w, &office), RC_OK);
	CHECK_INT(letters, 1);
	CHECK_TEXT(sent.to, "audit@bahari.example");
	CHECK(strstr(sent.text, arena_printf(d.arena, "siaga verify --head %s --count %d", c.head,
	    (int)c.upto)) != NULL);
	CHECK(strstr(sent.text, "{0}") == NULL && strstr(sent.text, "L.mail") == NULL);
	w.now += DAY;
	mood = RC_BUSY;
	CHECK_INT(worker_head(&w, &office), RC_OK);
	CHECK_INT(worker_head(&w, &office), RC_OK);	/* not before some minutes are over */
	CHECK_INT(letters, 2);
	w.now += 11 * MINUTE;
	mood = RC_OK;
	CHECK_INT(worker_head(&w, &office), RC_OK);
	CHECK_INT(worker_head(&w, &office), RC_OK);
	CHECK_INT(letters, 3);
	tmpl_close(tmpl);
}

/* --- who may see it ------------------------------------------------------------------------- */

static void
only_auditors_see_it(void **state)
{
	static const char *const	 others[] = {
		"petugas", "pengarah", "penyelia", "damkar", "damkar.a1", "damkar.kepala",
		"verifikator", "walikota", "admin", "reporter", "worker",
	};
	struct audit_filter		 f = { 0 };
	struct audit_sheet		 sheet;
	struct audit_chain		 chain;
	struct audit_view		 view;
	struct buf			 out = { 0 };
	struct audit_file		 file = { .out = &out, .query = "" };
	struct desk			 as;
	int64_t				 id;
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(others); i++) {
		as = city_as(&d, others[i]);
		CHECK_INT(see_audit(&as, &f, &view), RC_FORBIDDEN);
		CHECK_INT(see_audit_event(&as, 1, &sheet), RC_FORBIDDEN);
		CHECK_INT(see_audit_chain(&as, &chain), RC_FORBIDDEN);
		CHECK_INT(export_audit(&as, &f, &file), RC_FORBIDDEN);
		CHECK_INT(audit_ticket(&as, pothole.ticket.number, &id), RC_FORBIDDEN);
		CHECK_INT(audit_actor(&as, "pupr", &id), RC_FORBIDDEN);
	}
	CHECK(out.len == 0);
}

static struct audit_view
list(struct audit_filter f)
{
	struct audit_view	 view;

	CHECK_INT(see_audit(&auditor, &f, &view), RC_OK);
	return view;
}

static void
each_filter_gives_its_rows(void **state)
{
	struct audit_view	 all = list((struct audit_filter){ 0 }), some;
	int64_t			 pupr, id;
	size_t			 i;

	(void)state;
	CHECK(all.n > 10);
	CHECK_INT(all.next, 0);
	for (i = 1; i < all.n; i++)
		CHECK(all.rows[i].e.id < all.rows[i - 1].e.id);
	CHECK_INT(audit_actor(&auditor, "pupr", &pupr), RC_OK);
	CHECK_INT(audit_actor(&auditor, "nobody", &id), RC_NOTFOUND);
	CHECK_INT(audit_ticket(&auditor, pothole.ticket.number, &id), RC_OK);
	some = list((struct audit_filter){ .actor = pupr });
	CHECK(some.n >= 2);
	for (i = 0; i < some.n; i++) {
		CHECK_TEXT(some.rows[i].login, "pupr");
		CHECK_TEXT(some.rows[i].number, pothole.ticket.number);
	}
	CHECK(list((struct audit_filter){ .ticket = id }).n < all.n);
	CHECK_INT(list((struct audit_filter){ .ticket = id, .actor = pupr }).n, some.n);
	CHECK_INT(list((struct audit_filter){ .act = ACT_SUBMIT }).n, 1);
	CHECK_INT(list((struct audit_filter){ .act = ACT_SUBMIT, .actor = pupr }).n, 1);
	CHECK_INT(list((struct audit_filter){ .act = ACT_VALIDATE, .actor = pupr }).n, 0);
	CHECK_INT(list((struct audit_filter){ .agency =
	    ref_agency_code(d.ref, "DAMKAR")->id }).n, 0);
	CHECK(list((struct audit_filter){ .agency = ref_agency_code(d.ref, "PUPR")->id }).n >= 2);
	CHECK_INT(list((struct audit_filter){ .from = CITY_NOW, .to = CITY_NOW + 1 }).n, all.n);
	CHECK_INT(list((struct audit_filter){ .from = CITY_NOW + 1 }).n, 0);
	CHECK_INT(list((struct audit_filter){ .to = CITY_NOW }).n, 0);
}

static int64_t
add(enum act act, int64_t at)
{
	struct event	 e = { .at = at, .act = act, .who = auditor.who };

	CHECK_INT(db_begin(d.db), RC_OK);
	CHECK_INT(event_add(d.db, d.arena, &e), RC_OK);
	CHECK_INT(db_finish(d.db, RC_OK), RC_OK);
	return e.id;
}

static void
groups_gather_rare_acts(void **state)
{
	int64_t			 read, opened, in, other;
	struct audit_view	 v;

	(void)state;
	read = add(ACT_READ, CITY_NOW);
	in = add(ACT_SIGN_IN, CITY_NOW);
	opened = add(ACT_OPEN_IDENTITY, CITY_NOW);
	other = add(ACT_EXPORT, CITY_NOW);
	v = list((struct audit_filter){ .group = AUDIT_IDENTITY });
	CHECK_INT(v.n, 2);
	CHECK_INT(v.rows[0].e.id, opened);
	CHECK_INT(v.rows[1].e.id, read);
	CHECK_INT(list((struct audit_filter){ .group = AUDIT_SECURITY }).rows[0].e.id, in);
	CHECK_INT(list((struct audit_filter){ .group = AUDIT_EXPORT }).rows[0].e.id, other);
	CHECK_INT(list((struct audit_filter){ .group = AUDIT_PERSONAL }).n, 3);
	CHECK_INT(list((struct audit_filter){ .group = AUDIT_IDENTITY, .before = opened }).n, 1);
	CHECK_INT(list((struct audit_filter){ .group = AUDIT_IDENTITY,
	    .actor = auditor.who.id }).n, 2);
}

/* The list in C and the index's own are one: else the index is not used, or misses an act. */
static void
the_index_knows_the_rare_acts(void **state)
{
	static const struct query	 ask = {
		"the index", "SELECT sql FROM sqlite_schema WHERE name = 'event_care'"
	};
	struct stmt			*s = db_start(d.db, &ask);
	const char			*sql, *quoted;
	enum act			 act;

	(void)state;
	assert_true(db_next(s));
	sql = arena_text(d.arena, get_text(s));
	CHECK_INT(db_end(s), RC_OK);
	for (act = ACT_NONE + 1; act < ACT_COUNT; act++) {
		quoted = arena_printf(d.arena, "'%s'", act_code(act));
		CHECK((strstr(sql, quoted) != NULL) == audit_is_care(act));
	}
}

static void
pages_follow_each_other(void **state)
{
	struct audit_filter	 f = { .group = AUDIT_EXPORT };
	struct audit_view	 v;
	int			 i, seen = 0;

	(void)state;
	for (i = 0; i < 2 * AUDIT_PAGE + 7; i++)
		add(ACT_EXPORT, CITY_NOW + i * DAY);
	do {
		v = list(f);
		seen += (int)v.n;
		f.before = v.next;
	} while (v.next != 0);
	CHECK_INT(seen, 2 * AUDIT_PAGE + 7);
	CHECK_INT(list((struct audit_filter){ .from = CITY_NOW + 10 * DAY,
	    .to = CITY_NOW + 20 * DAY }).n, 10);
	v = list((struct audit_filter){ 0 });
	CHECK_INT(v.n, AUDIT_PAGE);
	CHECK_INT(v.next, v.rows[AUDIT_PAGE - 1].e.id);
}

static void
an_event_is_shown_with_its_links(void **state)
{
	struct audit_sheet	 one, two;

	(void)state;
	CHECK_INT(see_audit_event(&auditor, 1, &one), RC_OK);
	CHECK(one.good);
	CHECK(strspn(one.before_hash, "0") == 64);
	CHECK_INT(see_audit_event(&auditor, 2, &two), RC_OK);
	CHECK_TEXT(two.before_hash, one.row.hash);
	CHECK_INT(two.next, 3);
	CHECK_INT(see_audit_event(&auditor, 100000, &two), RC_NOTFOUND);
	script(NO_TRIGGERS "UPDATE event SET note = 'x' WHERE id = 2");
	CHECK_INT(see_audit_event(&auditor, 2, &two), RC_OK);
	CHECK(!two.good);
}

static void
a_reporters_words_stay_hidden(void **state)
{
	const char		*words = "Belum rapi, nama saya Upik";
	struct audit_view	 v;
	struct buf		 out = { 0 };
	struct audit_file	 file = { .out = &out, .query = "" };
	struct audit_filter	 f = { 0 };
	struct event		 said = { .at = CITY_NOW, .act = ACT_ATTACH, .note = words,
				      .who = city_as(&d, "petugas").who };
	int			 hushed = 0;
	size_t			 i;

	(void)state;
	CHECK_INT(db_begin(d.db), RC_OK);		/* typed by a call taker, said by a witness */
	CHECK_INT(db_finish(d.db, event_add(d.db, d.arena, &said)), RC_OK);
	CHECK_INT(city_answers(&d, &pothole, (struct order){ .act = ACT_DISPUTE, .note = words,
	    .reason = "not_fixed" }), RC_OK);
	v = list(f);
	CHECK_INT(v.rows[0].e.id, city_count(&d, "SELECT MAX(id) FROM event"));
	for (i = 0; i < v.n; i++) {
		CHECK(strstr(v.rows[i].e.note, "Upik") == NULL);
		hushed += v.rows[i].hushed;
	}
	CHECK(hushed >= 2);
	CHECK_INT(export_audit(&auditor, &f, &file), RC_OK);
	CHECK(strstr(out.data, "Upik") == NULL);
	CHECK(strstr(out.data, "\"dispute\"") != NULL);
	CHECK(strstr(out.data, "081234567890") == NULL);
	buf_free(&out);
}

/* --- a file of it ------------------------------------------------------------------------------ */

static void
taking_it_is_an_event(void **state)
{
	struct buf		 out = { 0 };
	struct audit_file	 file = { .out = &out, .query = "tindakan=submit" };
	struct audit_filter	 f = { .act = ACT_SUBMIT };
	struct audit_view	 v;

	(void)state;
	CHECK_INT(export_audit(&auditor, &f, &file), RC_OK);
	CHECK_INT(file.rows, 1);
	CHECK(!file.more);
	v = list((struct audit_filter){ .act = ACT_EXPORT });
	CHECK_INT(v.n, 1);
	CHECK_TEXT(v.rows[0].login, "auditor");
	CHECK(strstr(v.rows[0].e.data, "\"filter\":\"tindakan=submit\",\"rows\":1,\"more\":false") != NULL);
	buf_free(&out);
}

static void
a_file_holds_no_formula(void **state)
{
	struct event		 e = { .at = CITY_NOW, .act = ACT_NOTE, .who = auditor.who,
				       .note = "=HYPERLINK(\"http://x.example\",\"a\")\n+1", .data = "@x" };
	struct buf		 out = { 0 };
	struct audit_file	 file = { .out = &out, .query = "" };
	struct audit_filter	 f = { .act = ACT_NOTE };

	(void)state;
	CHECK_INT(db_begin(d.db), RC_OK);
	CHECK_INT(event_add(d.db, d.arena, &e), RC_OK);
	CHECK_INT(db_finish(d.db, RC_OK), RC_OK);
	CHECK_INT(export_audit(&auditor, &f, &file), RC_OK);
	CHECK(strstr(out.data, "\"'=HYPERLINK(\"\"http://x.example\"\",\"\"a\"\")\n+1\",\"'@x\"") != NULL);
	buf_free(&out);
}

/* --- it only grows ------------------------------------------------------------------------------ */

static void
events_are_not_changed_by_anybody(void **state)
{
	static const struct query	 update = { "u", "UPDATE event SET note = 'x' WHERE id = 1" };
	static const struct query	 delete = { "d", "DELETE FROM event WHERE id = 1" };
	static const struct query	 replace = { "r",
		"INSERT OR REPLACE INTO event SELECT id, at, ticket, life, object, act, before,"
		" after, actor, role, agency, behalf, public, 'x', data, hash FROM event WHERE id = 1" };

	(void)state;
	CHECK(db_end(db_start(d.db, &update)) != RC_OK);	/* the triggers */
	CHECK(db_end(db_start(d.db, &delete)) != RC_OK);
	CHECK(db_end(db_start(d.db, &replace)) != RC_OK);
}

static void
refused(const struct grant *grants, struct query *q)
{
	static const char *const	 sql[] = {
		"UPDATE event SET note = 'x' WHERE id = 1", "DELETE FROM event WHERE id = 1",
		"INSERT OR REPLACE INTO event (id, at, act, role, hash) VALUES (1, 1, 'a', 'b', x'')",
		"DROP TRIGGER event_stays", "DROP TABLE event",
	};
	size_t				 i;

	db_limit(d.db, grants);
	for (i = 0; i < COUNT(sql); i++) {
		q[i] = (struct query){ "forbidden", sql[i] };
		CHECK(db_end(db_start(d.db, &q[i])) != RC_OK);
	}
}

/* And by the grants of each program, before any trigger is asked. */
static void
no_program_may_change_events(void **state)
{
	static struct query	 queries[16][8];
	size_t			 i;

	(void)state;
	for (i = 0; apps[i] != NULL; i++) {
		CHECK(!grant_allows(apps[i]->grants, "event", "note", DB_UPDATE));
		CHECK(!grant_allows(apps[i]->grants, "event", "note", DB_DELETE));
		refused(apps[i]->grants, queries[i]);
	}
	CHECK(i >= 5);
	CHECK(!grant_allows(worker_grants, "event", "note", DB_UPDATE | DB_DELETE));
	refused(worker_grants, queries[15]);
}

int
main(void)
{
#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		TEST(a_whole_chain_has_a_head), TEST(a_changed_row_is_named),
		TEST(swapped_rows_are_out_of_order), TEST(a_removed_row_leaves_a_gap),
		TEST(an_inserted_row_fits_nowhere), TEST(paper_knows_what_was_cut_off),
		TEST(paper_knows_a_chain_written_anew), TEST(the_worker_walks_the_chain),
		TEST(the_worker_finds_what_is_old_and_changed),
		TEST(the_worker_misses_an_end_it_has_seen), TEST(the_head_is_mailed_daily),
		TEST(only_auditors_see_it),
		TEST(each_filter_gives_its_rows), TEST(groups_gather_rare_acts),
		TEST(the_index_knows_the_rare_acts), TEST(pages_follow_each_other),
		TEST(an_event_is_shown_with_its_links), TEST(a_reporters_words_stay_hidden),
		TEST(taking_it_is_an_event), TEST(a_file_holds_no_formula),
		TEST(events_are_not_changed_by_anybody), TEST(no_program_may_change_events),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_sop_action.c: a card's next version: written, approved by another, put in force. */
#include <string.h>

#include "action/interlock_action.h"
#include "action/ref_action.h"
#include "action/sop_action.h"
#include "check.h"
#include "city.h"
#include "domain/sop.h"
#include "lib/when.h"

static struct desk	 city;

static int
setup(void **state)
{
	(void)state;
	city = city_open();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_close(&city);
	return 0;
}

static enum rc
does(const char *login, enum sop_step step, int64_t revision, int64_t starts)
{
	struct desk	 d = city_as(&city, login);

	return sop_step(&d, &(struct sop_order){ .code = "SOP-01", .revision = revision,
	    .step = step, .starts = starts });
}

static struct sop_draft
begun(const char *login)
{
	struct desk		 d = city_as(&city, login);
	struct sop_draft	 draft;

	assert_int_equal(sop_begin(&d, "SOP-01", &draft), RC_OK);
	return draft;
}

/* The card with another title; RC_OK leaves it at the next revision. */
static enum rc
edits(const char *login, int64_t revision)
{
	struct desk		 d = city_as(&city, login);
	struct card		 c = *ref_card(d.ref, "SOP-01");
	const struct sop	*en = sop_read(d.arena, &c, true);
	struct sop		 id = *sop_read(d.arena, &c, false);

	id.title = "Kebakaran, lebih jelas";
	return sop_edit(&d, &(struct sop_order){ .code = "SOP-01", .revision = revision,
	    .title = id.title, .body = sop_write(d.arena, &id, en) });
}

static void
what_is_written_reads_the_same(void **state)
{
	const struct ref	*r = city.ref;
	const struct sop	*id, *en;
	struct card		 again;
	size_t			 i;

	(void)state;
	for (i = 0; i < r->ncards; i++) {
		id = sop_read(city.arena, &r->cards[i], false);
		en = sop_read(city.arena, &r->cards[i], true);
		again = r->cards[i];
		again.body = sop_write(city.arena, id, en);
		CHECK_TEXT(sop_write(city.arena, sop_read(city.arena, &again, false),
		    sop_read(city.arena, &again, true)), again.body);
		CHECK_INT(sop_read(city.arena, &again, false)->n, id->n);
		CHECK_TEXT(sop_read(city.arena, &again, true)->title, en->title);
		CHECK_INT(sop_read(city.arena, &again, false)->nlocks, id->nlocks);
	}
}

static void
nobody_approves_what_they_wrote(void **state)
{
	(void)state;
	CHECK_INT(begun("damkar.kepala").version, 2);
	CHECK_INT(edits("damkar.kepala", 1), RC_OK);
	CHECK_INT(does("penyelia", SOP_APPROVE, 2, 0), RC_CONFLICT);	/* a draft */
	CHECK_INT(does("damkar.kepala", SOP_SUBMIT, 1, 0), RC_CONFLICT);	/* not as it is */
	CHECK_INT(does("damkar.kepala", SOP_SUBMIT, 2, 0), RC_OK);
	CHECK_INT(does("damkar.kepala", SOP_APPROVE, 3, 0), RC_FORBIDDEN);
	CHECK_INT(does("pupr.kepala", SOP_APPROVE, 3, 0), RC_FORBIDDEN);	/* leads no fire */
	CHECK_INT(does("admin", SOP_APPROVE, 3, 0), RC_FORBIDDEN);
	CHECK_INT(does("penyelia", SOP_APPROVE, 3, 0), RC_OK);
	CHECK_INT(does("penyelia", SOP_START, 4, 0), RC_FORBIDDEN);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'card'"), 4);
	CHECK_INT(edits("admin", 4), RC_OK);		/* an edit is approved anew */
	CHECK_INT(does("admin", SOP_START, 5, 0), RC_CONFLICT);
}

static void
a_ticket_keeps_the_version_it_used(void **state)
{
	struct receipt		 before = city_filed(&city, "KBR-BGN", false, PRIVACY_PUBLIC);
	struct desk		 d = city_as(&city, "petugas");
	const struct card	*used;

	(void)state;
	begun("damkar.kepala");
	CHECK_INT(edits("damkar.kepala", 1), RC_OK);
	CHECK_INT(does("damkar.kepala", SOP_SUBMIT, 2, 0), RC_OK);
	CHECK_INT(does("penyelia", SOP_APPROVE, 3, 0), RC_OK);
	CHECK_INT(does("admin", SOP_START, 4, 0), RC_OK);
	city.ref = d.ref = ref_current(city.db, city.now);
	CHECK_INT(ref_card(city.ref, "SOP-01")->version, 2);
	CHECK(ref_card(city.ref, "SOP-01")->approved);
	CHECK_TEXT(ref_card(city.ref, "SOP-01")->title, "Kebakaran, lebih jelas");
	CHECK_INT(sop_used(&d, "SOP-01.1", &used), RC_OK);	/* a call that began with it */
	CHECK_INT(used->version, 1);
	CHECK_INT(sop_used(&d, "SOP-01", &used), RC_OK);
	CHECK_INT(used->version, 2);
	CHECK_INT(sop_used(&d, "SOP-01.9", &used), RC_NOTFOUND);
	city_filed(&city, "KBR-BGN", false, PRIVACY_PUBLIC);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM interlock WHERE version = 1"), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM interlock WHERE version = 2"), 2);
	CHECK(before.ticket.id != 0);
}

static void
the_worker_puts_it_in_force_in_time(void **state)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	(void)state;
	begun("admin");
	CHECK_INT(does("admin", SOP_SUBMIT, 1, 0), RC_OK);
	CHECK_INT(does("damkar.kepala", SOP_APPROVE, 2, 0), RC_OK);
	CHECK_INT(does("admin", SOP_START, 3, city.now + HOUR), RC_OK);
	CHECK_INT(sop_due(&d, &n), RC_OK);
	CHECK_INT(n, 0);
	d.now = city.now + HOUR;
	CHECK_INT(sop_due(&d, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_INT(sop_due(&d, &n), RC_OK);
	CHECK_INT(n, 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM card WHERE code = 'SOP-01'"
	    " AND valid_to = 0 AND version = 2 AND approved LIKE 'Syafrizal%'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM card WHERE code = 'SOP-01'"), 2);
}

static void
one_draft_of_a_card_at_a_time(void **state)
{
	struct desk		 d = city_as(&city, "damkar");
	struct sop_draft	 draft;
	struct sop_sheet	 s;

	(void)state;
	CHECK_INT(begun("admin").id, begun("penyelia").id);
	CHECK_INT(sop_begin(&d, "SOP-01", &draft), RC_FORBIDDEN);
	CHECK_INT(see_sop(&d, "SOP-01", &s), RC_FORBIDDEN);
	d = city_as(&city, "pupr.kepala");
	CHECK_INT(see_sop(&d, "SOP-01", &s), RC_OK);
	CHECK(!s.may_write && !s.may_approve && !s.may_start);
	CHECK_INT(does("admin", SOP_DROP, 1, 0), RC_OK);
	CHECK_INT(begun("admin").version, 3);		/* a number is used once */
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_setup_teardown(what_is_written_reads_the_same, setup, teardown),
		cmocka_unit_test_setup_teardown(nobody_approves_what_they_wrote, setup, teardown),
		cmocka_unit_test_setup_teardown(a_ticket_keeps_the_version_it_used, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(the_worker_puts_it_in_force_in_time, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(one_draft_of_a_card_at_a_time, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_family.c: a major incident and its tickets; quick phrases. */
#include <string.h>

#include "action/beside_action.h"
#include "action/family_action.h"
#include "action/phrase_action.h"
#include "action/unsent_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/ticket_store.h"

static struct desk	d;

static int
open_city(void **state)
{
	(void)state;
	d = city_open();
	return 0;
}

static int
close_city(void **state)
{
	(void)state;
	city_end(&d);
	return 0;
}

static struct receipt
take(const char *code)
{
	return city_called(&d, code, true);
}

static enum rc
joins(const char *who, const struct receipt *child, const struct receipt *parent,
    enum family_fault *fault)
{
	struct desk	 desk = city_as(&d, who);

	return family_join(&desk, child->ticket.number, parent->ticket.number, fault);
}

static struct beside
beside(const char *who, const struct receipt *r)
{
	struct desk	 desk = city_as(&d, who);
	struct beside	 b;

	assert_int_equal(see_beside(&desk, r->ticket.number, true, &b), RC_OK);
	return b;
}

static void
one_level_and_no_circle(void **state)
{
	struct receipt		 flood = take("BNJ"), tree = take("PHN"), house = take("KBR-BGN");
	enum family_fault	 fault;
	struct beside		 b;
	struct desk		 desk = city_as(&d, "pengarah");

	(void)state;
	CHECK_INT(joins("damkar", &tree, &flood, &fault), RC_FORBIDDEN);	/* the desk joins */
	CHECK_INT(joins("pengarah", &tree, &tree, &fault), RC_INPUT);
	CHECK_INT(fault, FAMILY_SELF);
	CHECK_INT(joins("pengarah", &tree, &flood, &fault), RC_OK);
	CHECK_INT(joins("pengarah", &tree, &house, &fault), RC_INPUT);
	CHECK_INT(fault, FAMILY_HAS_PARENT);
	CHECK_INT(joins("pengarah", &house, &tree, &fault), RC_INPUT);
	CHECK_INT(fault, FAMILY_IS_CHILD);
	CHECK_INT(joins("pengarah", &flood, &house, &fault), RC_INPUT);
	CHECK_INT(fault, FAMILY_IS_PARENT);
	CHECK_INT(joins("pengarah", &flood, &tree, &fault), RC_INPUT);	/* no circle */
	b = beside("pengarah", &flood);
	CHECK_INT(b.nchildren, 1);
	CHECK_TEXT(b.children[0].t.number, tree.ticket.number);
	CHECK_TEXT(beside("pengarah", &tree).parent.t.number, flood.ticket.number);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'join'"), 2);
	CHECK_INT(family_leave(&desk, tree.ticket.number), RC_OK);
	CHECK_INT(family_leave(&desk, tree.ticket.number), RC_CONFLICT);
	CHECK_INT(beside("pengarah", &flood).nchildren, 0);
}

static void
closed_tickets_do_not_join(void **state)
{
	struct receipt		 flood = take("BNJ"), tree = take("PHN");
	enum family_fault	 fault;

	(void)state;
	assert_int_equal(city_does(&d, "penyelia", &tree, (struct order){ .act = ACT_FALSE_ALARM,
	    .note = "Tidak ada." }), RC_OK);
	CHECK_INT(joins("pengarah", &tree, &flood, &fault), RC_INPUT);
	CHECK_INT(fault, FAMILY_CLOSED);
}

/* An agency sees of a relative what it reaches; of others the number, which is no secret. */
static void
reach_is_not_inherited(void **state)
{
	struct receipt		 flood = take("BNJ"), sick = take("MED-GD");
	enum family_fault	 fault;
	struct beside		 b;

	(void)state;
	assert_int_equal(joins("pengarah", &sick, &flood, &fault), RC_OK);
	b = beside("pupr", &flood);		/* helps with the flood, not with the sick */
	CHECK_INT(b.nchildren, 1);
	CHECK(!b.children[0].reached);
	CHECK(b.children[0].t.title == NULL);
	CHECK(beside("dinkes", &flood).children[0].reached);
}

static void
one_sentence_for_all(void **state)
{
	struct receipt		 flood = take("BNJ"), tree = take("PHN"), far = take("MED-GD");
	enum family_fault	 fault;
	struct desk		 desk = city_as(&d, "pengarah"), bpbd = city_as(&d, "bpbd");
	struct desk		 worker;
	size_t			 n;

	(void)state;
	assert_int_equal(joins("pengarah", &tree, &flood, &fault), RC_OK);
	assert_int_equal(joins("pengarah", &far, &flood, &fault), RC_OK);
	CHECK_INT(family_tell(&desk, flood.ticket.number, "", &n), RC_INPUT);
	CHECK_INT(family_tell(&desk, flood.ticket.number, "Posko ada di kantor camat.", &n), RC_OK);
	CHECK_INT(n, 2);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'note' AND public = 1"), 3);
	d.now += UNSENT_SECONDS * SECOND;
	worker = city_as(&d, "worker");
	assert_int_equal(worker_unsent(&worker, &n), RC_OK);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM outbox WHERE kind = 'moved' AND event IN"
	    " (SELECT id FROM event WHERE act = 'note')"), 3);
	/* An agency tells those it reaches. */
	CHECK_INT(family_tell(&bpbd, flood.ticket.number, "Air mulai surut.", &n), RC_OK);
	CHECK_INT(n, 1);
}

static void
resolve(const struct receipt *r, const char *who)
{
	assert_int_equal(city_does(&d, who, r, (struct order){ .life = LIFE_ASSIGNMENT,
	    .act = ACT_ACCEPT }), RC_OK);
	assert_int_equal(city_does(&d, who, r, (struct order){ .act = ACT_RESOLVE,
	    .reason = "handled", .note = "Beres." }), RC_OK);
}

static void
children_close_with_their_parent(void **state)
{
	struct receipt		 flood = take("BNJ"), tree = take("PHN"), open = take("MED-GD");
	enum family_fault	 fault;
	struct desk		 desk = city_as(&d, "pengarah");
	struct family_close	 c = { .parent = flood.ticket.number, .reason = "told_phone",
		.words = "" };

	(void)state;
	assert_int_equal(joins("pengarah", &tree, &flood, &fault), RC_OK);
	assert_int_equal(joins("pengarah", &open, &flood, &fault), RC_OK);
	resolve(&tree, "dlh");
	resolve(&flood, "bpbd");
	assert_int_equal(city_does(&d, "pengarah", &flood, (struct order){ .act = ACT_CLOSE,
	    .reason = "told_phone" }), RC_OK);
	CHECK_INT(family_close(&desk, &c), RC_OK);
	CHECK_INT(c.done, 1);
	CHECK_INT(c.left, 0);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM ticket WHERE state = 'closed'"), 2);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM ticket WHERE open = 1"), 1);
}

/* --- phrases ------------------------------------------------------------------------------- */

static bool
offered(const char *who, const struct receipt *r, enum state part, const char *words)
{
	struct desk	 desk = city_as(&d, who);
	struct phrase	 list[40];
	struct ticket	 t;
	size_t		 i, n;

	assert_int_equal(ticket_by_number(d.db, d.arena, r->ticket.number, &t), RC_OK);
	assert_int_equal(see_phrases(&desk, &t, part, list, &n, 40), RC_OK);
	for (i = 0; i < n; i++)
		if (strcmp(list[i].words, words) == 0)
			return true;
	return false;
}

static void
phrases_fit_category_and_state(void **state)
{
	struct receipt	 fire = take("KBR-BGN"), sick = take("MED-GD");

	(void)state;
	CHECK(offered("damkar", &fire, ST_ON_SCENE, "Api terkendali."));
	CHECK(!offered("damkar", &fire, ST_ACCEPTED, "Api terkendali."));
	CHECK(!offered("dinkes", &sick, ST_ON_SCENE, "Api terkendali."));
	CHECK(offered("dinkes", &sick, ST_ON_SCENE, "Tidak ada korban."));
}

static void
agencies_have_their_own(void **state)
{
	struct receipt	 fire = take("KBR-BGN");
	struct desk	 head = city_as(&d, "damkar.kepala"), admin = city_as(&d, "admin");
	struct desk	 operator = city_as(&d, "damkar");
	struct phrase	 p = { .agency = head.who.agency, .track = TRACK_EMERGENCY,
		.category = "KBR-BGN", .state = "on_scene", .words = "Hidran 12 dipakai.",
		.words_en = "" }, city;

	(void)state;
	CHECK_INT(phrase_save(&operator, &p), RC_FORBIDDEN);
	p.agency = 0;
	CHECK_INT(phrase_save(&head, &p), RC_FORBIDDEN);	/* the city's is the city's */
	p.agency = head.who.agency;
	CHECK_INT(phrase_save(&head, &p), RC_OK);
	CHECK(offered("damkar", &fire, ST_ON_SCENE, "Hidran 12 dipakai."));
	CHECK(!offered("dinkes", &fire, ST_ON_SCENE, "Hidran 12 dipakai."));
	city = p;
	city.id = 0;
	city.agency = 0;
	city.category = "TIDAK-ADA";
	CHECK_INT(phrase_save(&admin, &city), RC_INPUT);
	city.category = "Kebakaran";
	city.words = "Semua hidran penuh.";
	CHECK_INT(phrase_save(&admin, &city), RC_OK);
	CHECK_INT(phrase_drop(&head, city.id), RC_NOTFOUND);
	CHECK_INT(phrase_drop(&head, p.id), RC_OK);
	CHECK(!offered("damkar", &fire, ST_ON_SCENE, "Hidran 12 dipakai."));
	CHECK(offered("dinkes", &fire, ST_ON_SCENE, "Semua hidran penuh."));
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'phrase'"), 3);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_setup_teardown(one_level_and_no_circle, open_city, close_city),
		cmocka_unit_test_setup_teardown(closed_tickets_do_not_join, open_city, close_city),
		cmocka_unit_test_setup_teardown(reach_is_not_inherited, open_city, close_city),
		cmocka_unit_test_setup_teardown(one_sentence_for_all, open_city, close_city),
		cmocka_unit_test_setup_teardown(children_close_with_their_parent, open_city, close_city),
		cmocka_unit_test_setup_teardown(phrases_fit_category_and_state, open_city, close_city),
		cmocka_unit_test_setup_teardown(agencies_have_their_own, open_city, close_city),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_sop.c: what the answers to a card's questions set off. */
#include <string.h>

#include "check.h"
#include "city.h"
#include "domain/sop.h"

static int
open_city(void **state)
{
	static struct desk	 d;

	d = city_open();
	*state = &d;
	return 0;
}

static int
close_city(void **state)
{
	city_close(*state);
	return 0;
}

static const struct sop *
card(const struct desk *d, const char *code)
{
	const struct sop	*s = sop_read(d->arena, ref_card(d->ref, code), false);

	if (s == NULL)
		fail_msg("no card %s", code);
	return s;
}

/* answers: a digit for each question, '0' for none. */
static void
put(struct sop_set *set, const struct sop *s, const char *answers)
{
	size_t	 i;

	for (i = 0; i < SOP_QUESTIONS; i++) {
		set->said[set->n][i] = (struct sop_said){ 0, "" };
		if (i < strlen(answers))
			set->said[set->n][i].option = (size_t)(answers[i] - '0');
	}
	set->sop[set->n++] = s;
}

static struct sop_weight
weigh(const struct sop *s, const char *answers, enum priority usual)
{
	struct sop_set		 set = { .n = 0 };
	struct sop_weight	 w;

	put(&set, s, answers);
	sop_weigh(&set, usual, &w);
	return w;
}

static void
every_card_can_be_read(void **state)
{
	const struct desk	*d = *state;
	const struct sop	*s;
	const struct sop_option	*o;
	size_t			 i, q, k, a;

	CHECK_INT(d->ref->ncards, 12);
	for (i = 0; i < d->ref->ncards; i++) {
		s = card(d, d->ref->cards[i].code);
		CHECK(s->n > 0 && s->n <= SOP_QUESTIONS && *s->opening != '\0' && s->tell.n > 0);
		for (q = 0; q < s->n; q++)
			for (k = 0; k < s->questions[q].n; k++) {
				o = &s->questions[q].options[k];
				CHECK(*o->label != '\0');
				CHECK(*o->card == '\0' || ref_card(d->ref, o->card) != NULL);
				CHECK(*o->category == '\0' ||
				    ref_category_code(d->ref, o->category) != NULL);
				for (a = 0; a < o->add.n; a++)
					CHECK(ref_agency_code(d->ref, o->add.line[a]) != NULL);
			}
	}
}

static void
without_answers_the_category_decides(void **state)
{
	struct sop_set		 none = { .n = 0 };
	struct sop_weight	 w = weigh(card(*state, "SOP-01"), "", P2);

	CHECK_INT(w.priority, P2);
	CHECK_INT(w.because.no, 0);
	CHECK_INT(w.nadd, 0);
	sop_weigh(&none, P4, &w);
	CHECK_INT(w.priority, P4);
	CHECK_TEXT(w.category, "");
}

static void
people_inside_raise_and_call_the_doctors(void **state)
{
	struct sop_weight	 w = weigh(card(*state, "SOP-01"), "020000", P2);

	CHECK_INT(w.priority, P1);
	CHECK_INT(w.because.no, 2);
	CHECK_INT(w.nadd, 1);
	CHECK_TEXT(w.add[0], "DINKES");
	w = weigh(card(*state, "SOP-01"), "010000", P2);
	CHECK_INT(w.priority, P2);
}

static void
answers_lead_to_cards_and_categories(void **state)
{
	struct sop_weight	 w = weigh(card(*state, "SOP-01"), "000112", P1);

	CHECK_TEXT(w.category, "GAS-B3");
	CHECK_INT(w.category_by.no, 4);
	CHECK_INT(w.priority, P1);
}

static void
what_raises_is_stronger_than_what_lowers(void **state)
{
	struct sop_weight	 w = weigh(card(*state, "SOP-08"), "020", P1);

	CHECK_INT(w.priority, P3);
	CHECK(w.lowered);
	w = weigh(card(*state, "SOP-08"), "023", P1);
	CHECK_INT(w.priority, P1);
	CHECK(!w.lowered);
	CHECK_INT(w.because.no, 3);
}

static void
steps_end_at_p1_and_nothing_lowers_p0_by_chance(void **state)
{
	CHECK_INT(weigh(card(*state, "SOP-10"), "0001", P3).priority, P2);
	CHECK_INT(weigh(card(*state, "SOP-10"), "0021", P2).priority, P2);
	CHECK_INT(weigh(card(*state, "SOP-10"), "1001", P1).priority, P1);
	CHECK_INT(weigh(card(*state, "SOP-05"), "0002", P0).priority, P0);
	CHECK_INT(weigh(card(*state, "SOP-01"), "9", P2).priority, P2);
}

/* A second card adds what it knows; it is there because of more, so it lowers nothing. */
static void
a_second_card_counts_and_does_not_lower(void **state)
{
	struct sop_set		 set = { .n = 0 };
	struct sop_weight	 w;

	put(&set, card(*state, "SOP-01"), "000002");
	put(&set, card(*state, "SOP-08"), "023");
	sop_weigh(&set, P2, &w);
	CHECK_INT(w.priority, P1);
	CHECK_INT(w.because.no, 3);
	CHECK_INT(w.because.card, 1);
	set.n = 1;
	put(&set, card(*state, "SOP-08"), "020");
	sop_weigh(&set, P1, &w);
	CHECK_INT(w.priority, P1);
	CHECK(!w.lowered);
}

static void
an_answer_proposes_a_disaster(void **state)
{
	struct sop_weight	 w = weigh(card(*state, "SOP-04"), "00004", P1);

	CHECK_INT(w.disaster.no, 5);
	CHECK_INT(w.disaster.card, 0);
	CHECK_INT(weigh(card(*state, "SOP-04"), "00002", P1).disaster.no, 0);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(every_card_can_be_read),
		cmocka_unit_test(without_answers_the_category_decides),
		cmocka_unit_test(people_inside_raise_and_call_the_doctors),
		cmocka_unit_test(answers_lead_to_cards_and_categories),
		cmocka_unit_test(what_raises_is_stronger_than_what_lowers),
		cmocka_unit_test(a_second_card_counts_and_does_not_lower),
		cmocka_unit_test(an_answer_proposes_a_disaster),
		cmocka_unit_test(steps_end_at_p1_and_nothing_lowers_p0_by_chance),
	};

	return cmocka_run_group_tests_name("sop", tests, open_city, close_city);
}

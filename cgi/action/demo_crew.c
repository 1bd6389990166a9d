/* demo_crew.c: the demo's crews press their phones, mostly at once, now and then with no signal. */
#include "action/demo_core.h"
#include "action/field_action.h"

/* By the run's number and not by chance, so that the rest of the play stays as it is. */
bool
go_phone(struct demo *p, struct story *s, struct actor who, int64_t run, enum act act)
{
	struct desk		 d = demo_as(p, who);
	int64_t			 waited = act == ACT_ARRIVE && run % 4 == 0 ? 90 * SECOND : SECOND;
	struct field_order	 f = {
		.token = secret_token(p->d.arena),
		.o = { .number = s->number, .life = LIFE_UNIT, .object = run, .act = act },
		.clock = { p->d.now - waited, p->d.now },
		.located = act == ACT_ARRIVE && s->place.lat != 0,
	};
	struct field_answer	 a;

	if (f.located) {
		f.lat = s->place.lat + (run % 7 - 3) * 60;
		f.lon = s->place.lon + (run % 5 - 2) * 80;
		f.accuracy = 6 + run % 11;
	}
	check(p, field_do(&d, &f, &a), act_code(act));
	return a.step.outcome == OUTCOME_DONE;
}

static bool
has_work(const struct desk *d)
{
	const struct work_filter	 f = { .show = WORK_MINE, .priority = -1, .area = "" };
	struct work			 w;

	return see_work_rows(d, &f, 1, &w) == RC_OK && w.n > 0;
}

/* Sent to the gravest emergency of its agency that is at work. */
static void
send_crew(struct demo *p, const struct account *who)
{
	const struct work_filter	 f = { .show = WORK_OPEN, .priority = -1, .area = "" };
	struct actor			 boss = somebody(p, ROLE_OPD_OPERATOR, who->agency);
	struct desk			 d = demo_as(p, boss);
	struct story			 s = { .number = "" };
	struct work			 w;
	size_t				 i;

	if (see_work_rows(&d, &f, WORK_PAGE, &w) != RC_OK)
		return;
	for (i = 0; i < w.n; i++) {
		if (w.rows[i].t.track != TRACK_EMERGENCY || w.rows[i].a.accepted == 0)
			continue;
		s.number = w.rows[i].t.number;
		s.c = ref_category(p->d.ref, w.rows[i].t.category);
		go(p, &s, boss, (struct order){ .life = LIFE_ASSIGNMENT, .act = ACT_SEND_UNIT,
		    .object = w.rows[i].a.id, .unit = who->unit, .note = phrase(p, SAY_INSIDE) });
		return;
	}
}

/* At the end of the play, so that who signs in as a crew has something to do. */
void
demo_crews(struct demo *p)
{
	const struct account	*who;
	struct desk		 d;
	size_t			 i;

	p->d.now = p->plan->until;
	for (i = 0; i < p->npeople && p->rc == RC_OK; i++) {
		who = &p->people[i];
		if (who->role != ROLE_RESPONDER || who->unit == 0)
			continue;
		d = demo_as(p, (struct actor){ who->id, who->role, who->agency, who->unit,
		    who->name });
		if (!has_work(&d))
			send_crew(p, who);
	}
}

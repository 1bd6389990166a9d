/* demo_action.c: a fortnight in an invented city, played through the real actions. */
#include <string.h>

#include "action/demo_core.h"
#include "action/worker_action.h"
#include "store/init_store.h"
#include "store/outbox_store.h"
#include "store/ref_store.h"
#include "store/ticket_store.h"

enum { CALLS_A_DAY = 250, REPORTS_A_DAY = 40, ACTS_A_CHECKPOINT = 1000 };

/* When people call, and when they write: of the day, hour by hour. */
static const int64_t	calls_by_hour[24] = {
	22, 17, 13, 11, 11, 16, 26, 38, 45, 50, 52, 52,
	50, 52, 56, 58, 58, 56, 54, 54, 52, 46, 36, 25
};
static const int64_t	reports_by_hour[24] = {
	6, 4, 2, 2, 3, 8, 22, 46, 60, 64, 58, 50,
	52, 48, 46, 48, 52, 56, 62, 76, 80, 62, 36, 16
};

static int64_t
sum(const int64_t *hours)
{
	int64_t	 total = 0;
	int	 i;

	for (i = 0; i < 24; i++)
		total += hours[i];
	return total;
}

/* One minute of the day: as many as the curve says, on average. */
static void
fill_minute(struct demo *p, int64_t at, const int64_t *hours, int64_t a_day,
    void (*run)(struct demo *, const struct todo *))
{
	enum { MILLION = 1000000 };
	struct civil	 c = when_civil(at, p->d.ref->zone);
	int64_t		 parts = a_day * p->plan->rate * hours[c.hour] * (MILLION / 100) /
			     sum(hours) / 60;

	for (; parts > 0; parts -= MILLION)
		if (chance(p, MILLION) < parts)
			later(p, at + chance(p, MINUTE) - p->d.now, (struct todo){ .run = run });
}

static struct words *
text_of(struct demo *p, const char *category, const char *title)
{
	size_t	 i;

	for (i = 0; i < p->ntexts; i++)
		if (strcmp(p->texts[i].c->code, category) == 0 &&
		    strstr(p->texts[i].title, title) != NULL)
			return &p->texts[i];
	return &p->texts[0];
}

/* The last minutes have what somebody who opens a screen now should find there. */
static void
set_scene(struct demo *p)
{
	static const struct { int64_t before; const char *category, *title; } scene[] = {
		{ 40 * MINUTE, "HWN-ULR", "sanca" },
		{ 21 * MINUTE, "GAS-B3", "gas" },
		{ 14 * MINUTE, "KBR-BGN", "ruko" },
		{ 9 * MINUTE, "LAKA-JLN", "Truk" },
		{ 4 * MINUTE, "MED-GD", "Henti napas" },
		{ 35 * SECOND, "KBR-BGN", "orang masih di dalam" },
	};
	size_t	 i;

	for (i = 0; i < COUNT(scene); i++)
		later(p, p->plan->until - scene[i].before - p->d.now, (struct todo){
		    .run = an_incident, .agency = i + 1 == COUNT(scene),
		    .n = text_of(p, scene[i].category, scene[i].title) - p->texts + 1 });
	for (i = 1; i <= 4; i++)
		later(p, p->plan->until - (int64_t)(i * i) * 3 * MINUTE - p->d.now,
		    (struct todo){ .run = a_report });
}

static void
fill_days(struct demo *p)
{
	int64_t	 at;

	for (at = p->d.now; at < p->plan->until; at += MINUTE) {
		fill_minute(p, at, calls_by_hour, CALLS_A_DAY, a_call);
		fill_minute(p, at, reports_by_hour, REPORTS_A_DAY, a_report);
	}
	if (p->plan->days > 2)
		demo_flood(p);
	if (p->plan->days > 0)
		set_scene(p);
}

/* What the worker would have done by then. */
static void
work(struct demo *p)
{
	struct desk	 d = demo_as(p, (struct actor){ .role = ROLE_WORKER, .name = "" });
	size_t		 n = 0;

	check(p, worker_alarms(&d, &n), "alarms");
	p->tally->alarms += (int64_t)n;
	check(p, worker_closings(&d, &n), "closings");
	p->tally->closings += (int64_t)n;
	check(p, worker_silences(&d, &n), "silences");
	check(p, worker_overdue(&d, &n), "limits that passed");
}

/* The worker's clock stands still between two acts; a minute of it is enough. */
static void
play(struct demo *p)
{
	int64_t		 from = p->d.now, worked = p->d.now, acts = 0;
	struct todo	 t;

	while (p->rc == RC_OK && next_todo(p, &t) && t.at <= p->plan->until) {
		p->d.now = t.at;
		if (t.at - worked >= MINUTE) {
			work(p);
			worked = t.at;
		}
		t.run(p, &t);
		arena_reset(p->d.arena);
		if (p->tally->acts - acts >= ACTS_A_CHECKPOINT) {
			acts = p->tally->acts;
			check(p, db_checkpoint(p->d.db), "checkpoint");
			p->plan->progress((int)((t.at - from) * 100 /
			    (p->plan->until - from + 1)));
		}
	}
}

/* Letters of the past were sent in the past. */
static enum rc
send_letters(struct db *db)
{
	enum rc	 rc = db_begin(db);

	return rc == RC_OK ? db_finish(db, outbox_end_all(db)) : rc;
}

/* A recent report in this state, or in any (ST_NONE), that is not among those taken. */
static const struct story *
recent_in(struct demo *p, enum state state, const struct story *const *taken, size_t n,
    struct ticket *t)
{
	const struct story	*s;
	size_t			 i, k;

	for (i = 0; i < RECENT; i++) {
		if ((s = p->recent[i]) == NULL)
			continue;
		for (k = 0; k < n && taken[k] != s; k++)
			;
		if (k == n && ticket_by_number(p->d.db, p->keep, s->number, t) == RC_OK &&
		    (state == ST_NONE || t->state == state))
			return s;
	}
	return NULL;
}

/*
 * One report in each state that lets its reporter do something, or see something;
 * any other where no report happens to be in that state.
 */
static enum rc
keep_codes(struct demo *p)
{
	static const enum state	 shown[DEMO_CODES] = { ST_IN_PROGRESS, ST_NEEDS_INFO, ST_RESOLVED };
	const struct story	*taken[DEMO_CODES], *s;
	const char		*list = "";
	struct ticket		 t;
	size_t			 k, n = 0;
	enum rc			 rc;

	for (k = 0; k < COUNT(shown); k++) {
		if ((s = recent_in(p, shown[k], taken, n, &t)) == NULL &&
		    (s = recent_in(p, ST_NONE, taken, n, &t)) == NULL)
			continue;
		taken[n++] = s;
		list = arena_printf(p->keep, "%s%s %s %s\n", list, s->code, t.number,
		    state_code(t.state));
	}
	if ((rc = db_begin(p->d.db)) != RC_OK)
		return rc;
	return db_finish(p->d.db, setting_put(p->d.db, "demo_codes", list));
}

static enum rc
is_new(struct demo *p)
{
	struct ticket	 t;
	enum rc		 rc = ticket_by_id(p->d.db, p->keep, 1, &t);

	p->why = "this store has tickets already";
	return rc == RC_NOTFOUND ? RC_OK : rc == RC_OK ? RC_CONFLICT : rc;
}

static enum rc
play_all(struct demo *p)
{
	enum rc	 rc;

	if ((rc = demo_load(p, p->plan->files)) != RC_OK ||
	    (rc = is_new(p)) != RC_OK ||
	    (rc = db_script(p->d.db, "PRAGMA synchronous = OFF")) != RC_OK)
		return rc;
	p->why = "";
	fill_days(p);
	play(p);
	if (p->rc == RC_OK)
		demo_clocks(p);
	if (p->rc == RC_OK)
		demo_units(p);
	if (p->rc == RC_OK)
		demo_duty(p);
	if (p->rc == RC_OK)
		demo_crews(p);
	if (p->rc == RC_OK && (p->rc = send_letters(p->d.db)) == RC_OK)
		p->rc = keep_codes(p);
	if (db_script(p->d.db, "PRAGMA synchronous = FULL") != RC_OK ||
	    db_checkpoint(p->d.db) != RC_OK)
		return RC_FAIL;
	p->plan->progress(100);
	return p->rc;
}

enum rc
demo_play(const struct desk *d, const struct demo_plan *plan, struct demo_tally *tally,
    const char **why)
{
	struct arena	 keep = { 0 }, one = { 0 };
	struct demo	 p = { .d = *d, .plan = plan, .tally = tally, .keep = &keep,
			       .chance = plan->seed, .why = "" };
	enum rc		 rc;

	*tally = (struct demo_tally){ 0 };
	p.d.arena = &one;
	p.d.now = plan->until - plan->days * DAY;
	rc = play_all(&p);
	*why = arena_text(d->arena, p.why);
	arena_reset(&one);
	arena_reset(&keep);
	return rc;
}

/* Up to the mark, which becomes the end. */
static const char *
word(char **p, char mark)
{
	char	*from = *p, *end = strchr(from, mark);

	*p = end == NULL ? from + strlen(from) : end + 1;
	if (end != NULL)
		*end = '\0';
	return from;
}

enum rc
demo_codes(struct db *db, struct arena *a, struct demo_code *out, size_t *n)
{
	const char	*list;
	char		*p;
	enum rc		 rc = setting_get(db, a, "demo_codes", &list);

	*n = 0;
	if (rc != RC_OK)
		return rc;
	for (p = arena_text(a, list); *n < DEMO_CODES && *p != '\0'; ++*n) {
		out[*n].code = word(&p, ' ');
		out[*n].number = word(&p, ' ');
		out[*n].state = word(&p, '\n');
	}
	return RC_OK;
}

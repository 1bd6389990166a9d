/* ticket_view.c: what the template of a ticket sees: facts, parts, units, people, steps. */
#include <string.h>

#include "domain/number.h"
#include "lib/when.h"
#include "page/calendar_page.h"
#include "page/step.h"
#include "page/ticket_view.h"
#include "page/view.h"

/* --- facts ------------------------------------------------------------------------------- */

static void
view_times(const struct visit *v, struct vars *t, const struct ticket *k)
{
	set_kept(t, "recorded", view_time(v, k->recorded));
	set_kept(t, "age", view_age(v, k->recorded));
	if (k->happened != 0 && k->happened != k->recorded)
		set_kept(t, "happened", view_time(v, k->happened));
	if (k->until != 0)
		set_kept(t, "until", view_time(v, k->until));
	if (!k->open || k->due == 0 || view_paused(v, t, k->category))
		return;
	view_sla(v, t, k->state == ST_AWAITING_VALIDATION ? "L.clock.validate" :
	    k->state == ST_SCHEDULED || k->state == ST_ON_HOLD ? "L.clock.until" :
	    k->state == ST_RECEIVED || k->state == ST_VERIFIED ? "L.clock.verify" :
	    k->state == ST_NEEDS_INFO ? "L.clock.answer" :
	    k->state == ST_ASSIGNED || k->state == ST_DISPUTED ? "L.clock.follow_up" :
	    k->state == ST_ROUTED || k->state == ST_REOPENED ? "L.clock.accept" :
	    "L.clock.finish", k->since, k->due);
}

void
view_ticket(struct visit *v, const struct sheet_view *s)
{
	const struct ticket	*k = &s->t;
	const struct category	*c = ref_category(v->desk.ref, k->category);
	struct vars		*t = vars_child(v->vars, "ticket");

	set_kept(t, "number", k->number);
	set_kept(t, "voice", *k->voice == '\0' || !k->open ? NULL : k->voice);
	set_kept(t, "title", k->title);
	set_kept(t, "detail", *k->detail == '\0' ? NULL : k->detail);
	view_priority(v, t, k->priority);
	view_state(v, t, k->state);
	set_flag(t, "emergency", k->track == TRACK_EMERGENCY);
	set_kept(t, "category", view_category(v, k->category));
	set_kept(t, "code", c == NULL ? NULL : c->code);
	set_flag(t, "sensitive", c != NULL && c->sensitive);
	set_flag(t, "veiled", s->veiled);
	if (k->reporters > 1)
		set_kept(t, "others", view_number(v, k->reporters));
	if (k->bounces > 0)
		set_int(t, "bounces", k->bounces);
	set_kept(t, "channel", view_code(v, "L.channel", k->channel));
	set_kept(t, "privacy", view_code(v, "L.privacy", privacy_code(k->privacy)));
	set_flag(t, "published", k->published);
	set_kept(t, "lead", k->lead == 0 ? NULL : view_agency_name(v, k->lead));
	set_kept(t, "merged", *s->merged_number == '\0' ? NULL : s->merged_number);
	view_where(v, t, &k->place);
	view_times(v, t, k);
}

/* --- agencies' parts --------------------------------------------------------------------- */

/* One time of a part: when, how long after it was told, and whether too late. */
static void
view_time_of(const struct visit *v, struct vars *part, const char *key, int64_t at,
    int64_t from, int64_t due)
{
	struct vars	*t;

	if (at == 0)
		return;
	t = vars_item(part, "time");
	set_kept(t, "word", view_word(v, key));
	set_kept(t, "clock", view_time(v, at));
	if (at > from)
		set_kept(t, "span", view_span(v, at - from));
	if (at > from && due > from && due - from < DAY)
		set_kept(t, "limit", view_span(v, due - from));
	set_flag(t, "late", due != 0 && at > due);
}

static void
view_limit(const struct visit *v, struct vars *p, const struct assignment *a)
{
	if (!a->open)
		return;
	if (a->accepted == 0 && a->ack_due != 0)
		view_sla(v, p, "L.clock.accept", a->sent, a->ack_due);
	else if (a->arrived == 0 && a->arrive_due != 0)
		view_sla(v, p, "L.clock.arrive", a->sent, a->arrive_due);
	else
		view_sla(v, p, "L.clock.finish", a->sent, a->finish_due);
}

/* Buttons; of several alike, a listener hears whose each is. */
static void
view_choices(const struct visit *v, struct vars *list, const struct choices *may,
    int64_t object, int64_t version, const char *about)
{
	struct vars	*step;
	size_t		 i;

	for (i = 0; i < may->n; i++) {
		step = vars_item(list, "step");
		view_step(v, step, may->moves[i], object, version);
		set_kept(step, "about", about);
		set_kept(step, "class", "btn-2 btn-s");
	}
}

static void
view_part(const struct visit *v, struct vars *p, const struct part *part)
{
	const struct assignment	*a = &part->a;

	set_kept(p, "agency", view_agency(v, a->agency));
	set_kept(p, "name", view_agency_name(v, a->agency));
	set_flag(p, "lead", a->lead);
	set_flag(p, "mine", part->mine);
	view_state(v, p, a->state);
	set_kept(p, "units", *a->units == '\0' ? NULL : a->units);
	view_time_of(v, p, "L.worklist.sent", a->sent, a->sent, 0);
	view_time_of(v, p, "L.worklist.accepted", a->accepted, a->sent, a->ack_due);
	view_time_of(v, p, "L.worklist.arrived", a->arrived, a->sent, a->arrive_due);
	view_time_of(v, p, "L.worklist.finished", a->ended, a->sent, a->finish_due);
	view_limit(v, p, a);
	if (part->may.n > 0 && v->desk.who.agency == 0)
		set_kept(p, "behalf", view_say(v, "L.common.on_behalf",
		    view_agency(v, a->agency)));
	if (!part->mine)
		view_choices(v, p, &part->may, a->id, a->version, view_agency(v, a->agency));
}

static int64_t
agency_of_run(const struct sheet_view *s, const struct run *r)
{
	size_t	 i;

	for (i = 0; i < s->nparts; i++)
		if (s->parts[i].a.id == r->assignment)
			return s->parts[i].a.agency;
	return 0;
}

static int64_t
last_of(const struct run *r)
{
	return r->ended != 0 ? r->ended : r->arrived != 0 ? r->arrived :
	    r->departed != 0 ? r->departed : r->alerted;
}

static void
view_ride(const struct visit *v, struct vars *item, const struct sheet_view *s,
    const struct ride *ride)
{
	const struct unit	*u = ref_unit(v->desk.ref, ride->r.unit);

	set_kept(item, "unit", u == NULL ? "?" : u->code);
	set_kept(item, "kind", u == NULL ? "" : u->name);
	set_kept(item, "agency", view_agency(v, agency_of_run(s, &ride->r)));
	if (u != NULL && u->crew > 0)
		set_int(item, "crew", u->crew);
	view_state(v, item, ride->r.state);
	set_kept(item, "clock", view_time(v, last_of(&ride->r)));
	view_choices(v, item, &ride->may, ride->r.id, ride->r.version,
	    u == NULL ? "" : u->code);
}

void
view_parts(struct visit *v, const struct sheet_view *s)
{
	size_t	 i;

	for (i = 0; i < s->nparts; i++)
		view_part(v, vars_item(v->vars, "part"), &s->parts[i]);
	for (i = 0; i < s->nrides; i++)
		view_ride(v, vars_item(v->vars, "ride"), s, &s->rides[i]);
}

/* --- steps ------------------------------------------------------------------------------- */

/* A choice and what it is about. */
struct offer {
	const struct move	*m;
	int64_t			 object, version;
	const char		*unit;	/* whose step it is, NULL where no unit's */
};

enum { MAX_OFFERS = 64 };

struct offers {
	struct offer	 list[MAX_OFFERS];
	size_t		 n;
};

static void
offer(struct offers *o, const struct choices *may, int64_t object, int64_t version,
    const char *unit)
{
	size_t	 i;

	for (i = 0; i < may->n && o->n < MAX_OFFERS; i++)
		o->list[o->n++] = (struct offer){ may->moves[i], object, version, unit };
}

/* With one unit under way, its step is the next; of several, each has its own buttons. */
static void
offer_ride(const struct visit *v, struct offers *o, const struct sheet_view *s)
{
	const struct ride	*only = NULL;
	const struct unit	*u;
	size_t			 i;

	for (i = 0; i < s->nrides; i++) {
		if (s->rides[i].may.n == 0)
			continue;
		if (only != NULL)
			return;
		only = &s->rides[i];
	}
	if (only == NULL || (u = ref_unit(v->desk.ref, only->r.unit)) == NULL)
		return;
	offer(o, &only->may, only->r.id, only->r.version, u->code);
}

/* What brings the work forward, in the order of the worklist's button; 0: does not. */
static int
progress(const struct offer *o)
{
	static const enum act	 order[] = {
		ACT_ACCEPT, ACT_VERIFY, ACT_ROUTE, ACT_DEPART, ACT_TRANSPORT, ACT_DELIVER,
		ACT_START, ACT_SUBMIT, ACT_RESUME, ACT_SEND_UNIT, ACT_ARRIVE, ACT_RESOLVE,
		ACT_FINISH, ACT_VALIDATE, ACT_CLOSE,
	};
	size_t			 i;

	if (o->m->act == ACT_SEND_UNIT && o->m->from == o->m->to)
		return 0;	/* one more unit is no progress */
	if (o->m->act == ACT_ROUTE && o->m->from != ST_NEW)
		return 0;
	for (i = 0; i < COUNT(order); i++)
		if (order[i] == o->m->act)
			return 2 * (int)(COUNT(order) - i) + (o->unit != NULL);
	return 0;
}

static size_t
best_of(const struct offers *o)
{
	size_t	 i, best = 0;

	for (i = 1; i < o->n; i++)
		if (progress(&o->list[i]) > progress(&o->list[best]))
			best = i;
	return best;
}

enum { SHOWN = 3 };	/* beside the next step; the others are folded away */

/* One key each, on the first button of that kind. */
static const char *
key_of(const struct move *m)
{
	if (m->act == ACT_REJECT || m->act == ACT_RETURN)
		return "R";
	if (m->act == ACT_SEND_UNIT)
		return "G";
	return m->act == ACT_RESOLVE || m->act == ACT_SUBMIT ||
	    (m->act == ACT_FINISH && m->life == LIFE_ASSIGNMENT) ? "S" : NULL;
}

static void
show_offer(struct visit *v, struct vars *step, const struct offer *o)
{
	view_step(v, step, o->m, o->object, o->version);
	set_kept(step, "about", o->unit);
	set_kept(step, "key", key_of(o->m));
}

static void
show_offers(struct visit *v, const struct offers *o)
{
	size_t		 best = best_of(o), i, n = 0;
	bool		 has_next = o->n > 0 && progress(&o->list[best]) > 0;
	struct vars	*next;

	for (i = 0; i < o->n; i++)
		if (o->list[i].unit == NULL && !(has_next && i == best))
			show_offer(v, n++ < SHOWN ? vars_item(v->vars, "step") :
			    vars_item(v->vars, "other"), &o->list[i]);
	if (!has_next)
		return;
	next = vars_child(v->vars, "next");
	show_offer(v, next, &o->list[best]);
	set_kept(next, "class", o->list[best].m->act == ACT_ACCEPT ? "btn-r" : "");
}

void
view_steps(struct visit *v, const struct sheet_view *s)
{
	struct offers	 o = { .n = 0 };
	size_t		 i;

	for (i = 0; i < s->nparts; i++)
		if (s->parts[i].mine)
			offer(&o, &s->parts[i].may, s->parts[i].a.id, s->parts[i].a.version,
			    NULL);
	offer(&o, &s->may, s->t.id, s->t.version, NULL);
	if (v->desk.who.agency != 0)
		offer_ride(v, &o, s);
	show_offers(v, &o);
}

/* --- people and answers ------------------------------------------------------------------ */

void
view_people(struct visit *v, const struct sheet_view *s)
{
	struct vars	*item;
	size_t		 i;

	set_int(v->vars, "people", (int64_t)s->npeople);
	for (i = 0; i < s->npeople; i++) {
		const struct person	*p = &s->people[i];

		item = vars_item(v->vars, "person");
		set_kept(item, "who", *p->who.name == '\0' ? NULL : p->who.name);
		set_kept(item, "phone", *p->who.phone == '\0' ? NULL : p->who.phone);
		set_kept(item, "channel", view_code(v, "L.channel", p->r.channel));
		set_kept(item, "clock", view_time(v, p->r.at));
		set_kept(item, "words", *p->r.words == '\0' ? NULL : p->r.words);
		set_flag(item, "hidden", p->r.privacy == PRIVACY_ANONYMOUS);
		set_flag(item, "withheld", p->withheld && p->r.privacy != PRIVACY_ANONYMOUS);
		set_kept(item, "email", *p->who.email == '\0' ? NULL : p->who.email);
		if (p->opens)
			set_int(item, "opens", p->r.id);
	}
	for (i = 0; i < s->nanswers; i++) {
		item = vars_item(v->vars, "answer");
		set_kept(item, "asked", s->answers[i].asked);
		set_kept(item, "said", s->answers[i].said);
		set_kept(item, "card", s->answers[i].card);
		set_int(item, "version", s->answers[i].version);
	}
}

/* field_view.c: what the templates of a crew's page see. */
#include <string.h>

#include "page/field_page.h"
#include "page/step.h"
#include "page/view.h"

enum { MEMOS = 3, MAX_OFFERS = 40, LATE = 60 * 1000 };

/* --- steps ---------------------------------------------------------------------------------- */

/* In this order: the first that is possible is the big one. */
static const struct {
	enum life	life;		/* LIFE_NONE: of the ticket, whichever track */
	enum act	act;
} order[] = {
	{ LIFE_ASSIGNMENT, ACT_ACCEPT }, { LIFE_UNIT, ACT_DEPART }, { LIFE_UNIT, ACT_ARRIVE },
	{ LIFE_UNIT, ACT_TRANSPORT }, { LIFE_UNIT, ACT_DELIVER }, { LIFE_NONE, ACT_SUBMIT },
	{ LIFE_UNIT, ACT_FINISH }, { LIFE_ASSIGNMENT, ACT_ARRIVE }, { LIFE_NONE, ACT_START },
	{ LIFE_NONE, ACT_RESUME }, { LIFE_ASSIGNMENT, ACT_FINISH }, { LIFE_NONE, ACT_RESOLVE },
};

static size_t
rank_of(const struct move *m)
{
	size_t	 i;

	for (i = 0; i < COUNT(order); i++)
		if (order[i].act == m->act && (order[i].life == m->life ||
		    (order[i].life == LIFE_NONE && step_is_ticket(m->life))))
			return i;
	return COUNT(order);
}

/* Its words are for the reporter, too. */
static bool
is_public(const struct move *m)
{
	return (m->flags & (NOTE_PUBLIC | TELL_REPORTER)) != 0;
}

/* A button does; its note, if any, is for colleagues. */
static bool
is_plain(const struct move *m)
{
	return (m->flags & (NEED_NOTE | NEED_REASON)) == 0 && !is_public(m);
}

struct offer {
	const struct move	*m;
	int64_t			 object, version;
};

struct offers {
	struct offer	 list[MAX_OFFERS];
	size_t		 n, best;
};

static void
offer(struct offers *o, const struct choices *may, int64_t object, int64_t version, bool rides)
{
	const struct move	*m;
	size_t			 i;

	for (i = 0; i < may->n && o->n < MAX_OFFERS; i++) {
		m = may->moves[i];
		/* Who rides arrives with the unit. */
		if (!field_fits(m) || (rides && m->life == LIFE_ASSIGNMENT && m->act == ACT_ARRIVE))
			continue;
		if (o->n == 0 || rank_of(m) < rank_of(o->list[o->best].m))
			o->best = o->n;
		o->list[o->n++] = (struct offer){ m, object, version };
	}
}

static struct offers
offers_of(const struct job *j)
{
	struct offers	 o = { .n = 0 };

	if (j->ride != NULL)
		offer(&o, &j->ride->may, j->ride->r.id, j->ride->r.version, false);
	if (j->part != NULL)
		offer(&o, &j->part->may, j->part->a.id, j->part->a.version, j->ride != NULL);
	offer(&o, &j->s.may, j->s.t.id, j->s.t.version, false);
	return o;
}

static void
view_reasons(const struct visit *v, struct vars *fold, enum act act)
{
	size_t			 i, n;
	const char *const	*codes = workflow_reasons(act, &n);
	struct vars		*item;

	for (i = 0; i < n; i++) {
		item = vars_item(fold, "reason");
		set_kept(item, "code", codes[i]);
		set_kept(item, "word", view_code(v, "L.reason", codes[i]));
	}
}

static const char *
value_of(const struct visit *v, const struct job *j, const struct offer *o)
{
	return step_value(v->req->arena, j->s.t.number, o->m, o->object, o->version);
}

static void
view_offer(const struct visit *v, struct vars *job, const struct job *j, const struct offer *o,
    bool big, const struct field_typed *typed)
{
	struct vars	*item = !is_plain(o->m) ? vars_item(job, "fold") :
			    big ? vars_child(job, "big") : vars_item(job, "step");
	const char	*value = value_of(v, j, o);

	set_kept(item, "value", value);
	set_kept(item, "word", view_code(v, "L.act", act_code(o->m->act)));
	if (is_plain(o->m))
		return;
	set_flag(item, "big", big);
	set_flag(item, "public", is_public(o->m));
	set_flag(item, "required", (o->m->flags & NEED_NOTE) != 0);
	if ((o->m->flags & NEED_REASON) != 0)
		view_reasons(v, item, o->m->act);
	set_text(item, "key", act_code(o->m->act));
	if (strcmp(typed->step, value) == 0) {
		set_text(item, "note", typed->note);
		set_flag(item, "open", true);
	}
}

static void
view_offers(const struct visit *v, struct vars *job, const struct job *j,
    const struct field_typed *typed)
{
	struct offers	 o = offers_of(j);
	size_t		 i;

	for (i = 0; i < o.n; i++)
		view_offer(v, job, j, &o.list[i], i == o.best &&
		    rank_of(o.list[i].m) < COUNT(order), typed);
}

/* --- what it is about ------------------------------------------------------------------------- */

/* What must be safe first, and is not yet, comes before what is. */
static void
view_safety(const struct visit *v, struct vars *job, const struct sheet_view *s)
{
	struct vars	*item;
	size_t		 i, pass;

	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < s->nlocks; i++) {
			if ((s->locks[i].state == LOCK_OPEN) != (pass == 0))
				continue;
			item = vars_item(job, "lock");
			set_kept(item, "asked", s->locks[i].asked);
			set_flag(item, "open", pass == 0);
			set_kept(item, "word", view_word(v, s->locks[i].state == LOCK_OPEN ?
			    "L.field.unsafe" : s->locks[i].state == LOCK_CONFIRMED ?
			    "L.sop.confirmed" : "L.sop.waived"));
		}
	for (i = 0; i < s->nanswers; i++) {
		if (*s->answers[i].said == '\0')
			continue;
		item = vars_item(job, "answer");
		set_kept(item, "asked", s->answers[i].asked);
		set_kept(item, "said", s->answers[i].said);
	}
}

/* The last words for the crew, and whom one can ask. */
static void
view_words(const struct visit *v, struct vars *job, const struct sheet_view *s)
{
	const struct event	*e;
	struct vars		*item;
	size_t			 i, n = 0;

	for (i = 0; i < s->nevents && n < MEMOS; i++) {
		e = &s->events[i];
		if (*e->note == '\0' || e->public || e->faded || e->act == ACT_OPEN_IDENTITY)
			continue;
		item = vars_item(job, "memo");
		set_kept(item, "text", e->note);
		set_text(item, "who", e->who.name);
		set_kept(item, "clock", view_time(v, e->at));
		n++;
	}
	for (i = 0; i < s->npeople && i < MEMOS; i++) {
		if (*s->people[i].who.phone == '\0')
			continue;
		item = vars_item(job, "person");
		set_kept(item, "phone", s->people[i].who.phone);
		set_kept(item, "who", s->people[i].who.name);
	}
}

static void
view_objects(const struct visit *v, struct vars *job, const struct job *j)
{
	struct arena	*a = v->req->arena;
	const char	*t = step_object(a, track_life(j->s.t.track), j->s.t.id);

	set_kept(job, "t", t);
	set_kept(job, "note_value", arena_printf(a, "%s.%s.note.0", j->s.t.number, t));
	set_kept(job, "shot_value", arena_printf(a, "%s.%s.shot.0", j->s.t.number, t));
	if (j->ride != NULL) {
		set_kept(job, "u", step_object(a, LIFE_UNIT, j->ride->r.id));
		set_kept(job, "ustate", state_code(j->ride->r.state));
	} else if (j->part != NULL) {
		set_kept(job, "a", step_object(a, LIFE_ASSIGNMENT, j->part->a.id));
		set_kept(job, "astate", state_code(j->part->a.state));
	}
}

static void
view_job(const struct visit *v, struct vars *job, const struct job *j,
    const struct field_typed *typed)
{
	const struct ticket	*t = &j->s.t;
	size_t			 len = strlen(t->number);

	set_kept(job, "number", t->number);
	set_kept(job, "voice", *t->voice == '\0' ? NULL : t->voice);
	set_kept(job, "title", t->title);
	set_kept(job, "category", view_category(v, t->category));
	set_kept(job, "detail", *t->detail == '\0' ? NULL : t->detail);
	set_flag(job, "veiled", j->s.veiled);
	set_kept(job, "age", view_age(v, t->recorded));
	view_priority(v, job, t->priority);
	view_state(v, job, j->ride != NULL ? j->ride->r.state :
	    j->part != NULL && t->track == TRACK_EMERGENCY ? j->part->a.state : t->state);
	view_where(v, job, &t->place);
	view_objects(v, job, j);
	view_safety(v, job, &j->s);
	view_words(v, job, &j->s);
	view_offers(v, job, j, typed);
	if (strncmp(typed->step, t->number, len) == 0 && typed->step[len] == '.')
		set_text(job, "note", typed->note);
}

void
view_field(struct visit *v, const struct field_view *f, const struct field_typed *typed)
{
	struct vars	*row;
	size_t		 i;

	for (i = 0; i < f->njobs; i++)
		view_job(v, vars_item(v->vars, "job"), &f->jobs[i], typed);
	for (i = 0; i < f->nrest; i++) {
		row = vars_item(v->vars, "rest");
		set_kept(row, "number", f->rest[i].t.number);
		set_kept(row, "title", f->rest[i].t.title);
		set_kept(row, "place", *f->rest[i].t.place.text != '\0' ?
		    f->rest[i].t.place.text : view_area(v, f->rest[i].t.place.area));
		view_priority(v, row, f->rest[i].a.priority);
	}
	set_flag(v->vars, "more", f->more);
}

void
view_chain(struct visit *v)
{
	static const char	 letter[LIFE_COUNT] = { [LIFE_ASSIGNMENT] = 'a', [LIFE_UNIT] = 'u' };
	size_t			 i, n;
	const struct move	*m = workflow_table(&n);
	struct vars		*row;

	for (i = 0; i < n; i++, m++) {
		if (letter[m->life] == '\0' || !field_fits(m) || !is_plain(m) ||
		    (m->roles & 1u << v->desk.who.role) == 0)
			continue;
		row = vars_item(v->vars, "chain");
		set_kept(row, "life", m->life == LIFE_UNIT ? "u" : "a");
		set_kept(row, "from", state_code(m->from));
		set_kept(row, "to", state_code(m->to));
		set_kept(row, "act", act_code(m->act));
		set_kept(row, "word", view_code(v, "L.act", act_code(m->act)));
		set_int(row, "rank", (int64_t)rank_of(m));
	}
}

/* --- what became of it ------------------------------------------------------------------------ */

static const char *
join(const struct visit *v, const char *a, const char *b)
{
	return *b == '\0' ? a : arena_printf(v->req->arena, "%s %s", a, b);
}

static const char *
doubt(const struct visit *v, const struct moment *m, const char *family)
{
	return m->doubt == DOUBT_NONE ? "" : view_say(v, arena_printf(v->req->arena, "%s.%s",
	    family, doubt_code(m->doubt)), view_time(v, m->device));
}

/* "Unit dibatalkan: Wulan Kusuma (Pengarah), 14.05." */
static const char *
rival(const struct visit *v, const struct event *e)
{
	const char	*agency = view_agency(v, e->who.agency);
	const char	*role = view_role(v, e->who.role);

	if (e->act == ACT_NONE)
		return "";
	return view_say(v, "L.field.rival", view_code(v, "L.did", act_code(e->act)),
	    e->who.name == NULL || *e->who.name == '\0' ? role : e->who.name,
	    *agency == '\0' ? role : agency, view_time(v, e->at));
}

const char *
field_told(const struct visit *v, const char *number, const struct field_answer *a)
{
	const struct field_step	*f = &a->step;
	const char		*did = view_code(v, "L.did", act_code(f->act)), *text;
	const char		*refusal = step_refusal(v, f->rule);
	int64_t			 meant = f->when.device != 0 ? f->when.device : f->when.at;

	if (f->outcome == OUTCOME_DONE) {
		text = view_say(v, "L.field.did", number, did, view_time(v, f->when.at));
		return join(v, text, doubt(v, &f->when, "L.field.doubt"));
	}
	text = view_say(v, "L.field.refused", number, view_code(v, "L.act", act_code(f->act)),
	    view_time(v, meant));
	text = join(v, text, refusal != NULL ? refusal : rival(v, &a->rival));
	if (f->state != ST_NONE)
		text = join(v, text, view_say(v, "L.field.now", view_code(v, "L.state",
		    state_code(f->state))));
	return f->outcome != OUTCOME_NOTED ? text :
	    join(v, text, view_word(v, "L.field.noted"));
}

const char *
field_said(const struct visit *v, const struct field_step *f)
{
	const char	*text = "", *more;

	if (f->when.doubt != DOUBT_NONE)
		text = doubt(v, &f->when, "L.field.line");
	else if (f->recorded - f->when.at >= LATE)
		text = view_say(v, "L.field.sent_at", view_time(v, f->recorded));
	if (f->located) {
		more = f->metres < 0 ? view_word(v, "L.field.no_point") :
		    view_say(v, "L.field.metres", view_metres(v, f->metres),
		    view_number(v, f->accuracy));
		text = *text == '\0' ? more : arena_printf(v->req->arena, "%s · %s", text, more);
	}
	return *text == '\0' ? NULL : text;
}

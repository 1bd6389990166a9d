/* file_late.c: a form that comes when its draft has become a ticket already. */
#include "action/disaster_action.h"
#include "action/file_core.h"
#include "action/place_action.h"
#include "action/words_action.h"
#include "store/call_store.h"
#include "store/draft_store.h"
#include "store/reporter_store.h"
#include "store/ticket_store.h"

enum { MANY = 20, CHAIN = 8 };

/* Beyond the city: who over there took it stands in the ticket's story. */
static enum rc
hand_over(struct work_on *w, const struct filing *f)
{
	if (f->over == NULL)
		return RC_OK;
	return core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_HAND_OVER, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .note = arena_printf(w->d->arena, "112 %s: %s", f->over,
	    f->over_by), .data = "" });
}

enum rc
file_teach(struct work_on *w, const struct filing *f)
{
	enum rc	 rc;

	if ((rc = place_keep(w->d, f->category, f->privacy, &f->place, w->t.id)) != RC_OK ||
	    (rc = words_taken(w->d, f->category, f->privacy, arena_printf(w->d->arena, "%s %s",
	    f->said, f->detail))) != RC_OK)
		return rc;
	return hand_over(w, f);
}

static bool
is_as_left(const struct ticket *t)
{
	return t->open && (t->state == ST_NEW || t->state == ST_RECEIVED);
}

/* Nobody has touched it: it says now what the form says. */
static enum rc
fill(struct work_on *w, const struct filing *f)
{
	const struct ticket	 old = w->t;
	enum rc			 rc;

	file_fill(w, f);
	w->t.id = old.id;
	w->t.number = old.number;
	w->t.voice = old.voice;
	w->t.version = old.version;
	w->t.since = old.since;
	w->t.reporters = old.reporters;
	w->t.recorded = old.recorded;
	w->t.happened = f->happened != 0 ? f->happened : old.happened;
	if ((rc = ticket_fill(w->d->db, &w->t)) != RC_OK ||
	    (rc = ticket_save(w->d->db, &w->t)) != RC_OK)
		return rc;
	return disaster_by_call(w, f->disaster);
}

/* Somebody works on it: what came late is told, and changes nothing. */
static enum rc
tell(struct work_on *w, const struct filing *f)
{
	struct arena	*a = w->d->arena;

	return core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_NOTE, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .data = "", .note = arena_printf(a, "%s%s%s%s%s",
	    f->category->name, *f->place.text == '\0' ? "" : "; ", f->place.text,
	    *f->detail == '\0' ? "" : "; ", f->detail) });
}

/* Of the other track: a ticket of its own.  The one made of the draft is its duplicate. */
static enum rc
convert(struct work_on *w, const struct filing *f, const struct call *c)
{
	struct work_on	 new = { .d = w->d, .o = w->o };
	struct filing	 own = *f;
	enum state	 from = w->t.state;
	enum rc		 rc;

	own.token = secret_token(w->d->arena);
	if ((rc = file_ticket(&new, &own)) != RC_OK ||
	    (rc = reporter_move_all(w->d->db, w->t.id, new.t.id)) != RC_OK ||
	    (rc = reporter_count(w->d->db, new.t.id, &new.t.reporters)) != RC_OK ||
	    (rc = call_set_ticket(w->d->db, c->id, new.t.id)) != RC_OK)
		return rc;
	core_enter(w, w->t.track == TRACK_EMERGENCY ? ST_MERGED : ST_DUPLICATE);
	w->t.merged = new.t.id;
	w->t.published = false;
	w->t.alarm = 0;
	if ((rc = core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_MERGE, .before = from, .after = w->t.state,
	    .agency = w->d->who.agency, .note = "", .data = new.t.number })) != RC_OK ||
	    (rc = ticket_save(w->d->db, &w->t)) != RC_OK)
		return rc;
	*w = new;
	return RC_OK;
}

/* The call of the form, and whoever called. */
static enum rc
call_of(const struct desk *d, const struct filing *f, struct call *c, int64_t *reporter)
{
	struct reporter	*list;
	struct bytes	*sealed;
	size_t		 i, n;
	enum rc		 rc;

	if ((rc = call_by_token(d->db, d->arena, f->token, c)) != RC_OK ||
	    (rc = reporter_list(d->db, d->arena, c->ticket, &list, &sealed, &n, MANY)) != RC_OK)
		return rc;
	*reporter = 0;
	for (i = 0; i < n; i++)
		if (list[i].call == c->id)
			*reporter = list[i].id;
	return RC_OK;
}

/* Whoever works on it hears what it asks to be safe, and what is proposed, all the same. */
static enum rc
take_late(struct work_on *w, const struct filing *f, const struct call *c, bool as_left)
{
	enum rc	 rc;

	if (as_left) {
		w->c = f->category;
		return w->t.track == f->category->track ? fill(w, f) : convert(w, f, c);
	}
	w->c = ref_category(w->d->ref, w->t.category);
	if (w->c == NULL || (rc = tell(w, f)) != RC_OK)
		return w->c == NULL ? RC_FAIL : rc;
	return f->disaster == NULL ? RC_OK : disaster_by_call(w, f->disaster);
}

static enum rc
complete(struct work_on *w, const struct filing *f, struct receipt *out)
{
	bool		 as_left = is_as_left(&w->t);
	struct call	 c;
	int64_t		 reporter;
	enum rc		 rc;

	if ((rc = call_of(w->d, f, &c, &reporter)) != RC_OK ||
	    (rc = take_late(w, f, &c, as_left)) != RC_OK ||
	    (rc = core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_LATE, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .data = "draft" })) != RC_OK ||
	    (rc = file_answers(w->d, f, w->t.id)) != RC_OK ||
	    (rc = file_locks(w, f)) != RC_OK ||
	    ((as_left || w->c == f->category) && (rc = file_teach(w, f)) != RC_OK) ||
	    (reporter != 0 && (rc = file_reporter_again(w, f, reporter, out)) != RC_OK) ||
	    (rc = draft_end(w->d->db, f->token)) != RC_OK)
		return rc;
	return as_left ? file_route(w, f, &out->told) : RC_OK;
}

enum rc
file_complete(struct work_on *w, const struct filing *f, struct receipt *out)
{
	struct draft_row	 draft;
	enum rc			 rc = draft_by_token(w->d->db, w->d->arena, f->token, &draft);

	if (rc == RC_NOTFOUND && w->t.merged != 0)
		return ticket_by_id(w->d->db, w->d->arena, w->t.merged, &out->ticket);
	if (rc != RC_OK || draft.sealed.data != NULL)
		return rc == RC_NOTFOUND ? RC_OK : rc;	/* a second click, nothing else */
	if ((rc = complete(w, f, out)) != RC_OK)
		return rc;
	out->again = false;
	out->ticket = w->t;
	return core_beat(w);
}

/* --- "+1" of a call whose draft was left ---------------------------------------------- */

/* Where it is by now. */
static enum rc
holder(const struct desk *d, int64_t id, struct ticket *t)
{
	int	 i;
	enum rc	 rc = ticket_by_id(d->db, d->arena, id, t);

	for (i = 0; i < CHAIN && rc == RC_OK && t->merged != 0; i++)
		rc = ticket_by_id(d->db, d->arena, t->merged, t);
	return rc;
}

/* As ACT_MERGE does it, so that ACT_UNMERGE undoes it. */
static enum rc
give_way(struct work_on *w, const struct ticket *to)
{
	enum state	 from = w->t.state;
	enum rc		 rc;

	if ((rc = reporter_move_all(w->d->db, w->t.id, to->id)) != RC_OK ||
	    (rc = disaster_follow(w, to)) != RC_OK)
		return rc;
	core_enter(w, w->t.track == TRACK_EMERGENCY ? ST_MERGED : ST_DUPLICATE);
	w->t.merged = to->id;
	w->t.published = false;
	w->t.alarm = 0;
	if ((rc = core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_MERGE, .before = from, .after = w->t.state,
	    .agency = w->d->who.agency, .note = "", .data = to->number })) != RC_OK)
		return rc;
	return ticket_save(w->d->db, &w->t);
}

/* What the form says goes to the ticket the caller joins. */
static enum rc
join_other(struct work_on *left, struct work_on *w, const struct filing *f, int64_t reporter,
    struct receipt *out)
{
	enum rc	 rc = RC_OK;

	if (left->t.id != w->t.id && (rc = give_way(left, &w->t)) != RC_OK)
		return rc;
	if ((rc = file_answers(w->d, f, w->t.id)) != RC_OK ||
	    (f->nanswers > 0 && f->ncards > 0 && (rc = file_locks(w, f)) != RC_OK) ||
	    (f->disaster != NULL && (rc = disaster_by_call(w, f->disaster)) != RC_OK) ||
	    (reporter != 0 && (rc = file_reporter_again(w, f, reporter, out)) != RC_OK) ||
	    (rc = reporter_count(w->d->db, w->t.id, &w->t.reporters)) != RC_OK ||
	    (rc = ticket_save(w->d->db, &w->t)) != RC_OK ||
	    (rc = core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_ATTACH, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .note = f->detail,
	    .data = left->t.id == w->t.id ? "" : left->t.number })) != RC_OK ||
	    (rc = draft_end(w->d->db, f->token)) != RC_OK)
		return rc;
	out->ticket = w->t;
	return core_beat(w);
}

enum rc
file_join_late(const struct desk *d, const struct filing *f, const struct call *c,
    const char *number, struct receipt *out)
{
	static const struct order	 none = { .note = "", .reason = "", .target = "" };
	struct work_on			 left = { .d = d, .o = &none }, w = left;
	struct draft_row		 draft;
	struct call			 call = *c;
	int64_t				 reporter;
	enum rc				 rc;

	if ((rc = draft_by_token(d->db, d->arena, f->token, &draft)) == RC_NOTFOUND) {
		out->again = true;
		return holder(d, c->ticket, &out->ticket);
	}
	if (rc != RC_OK || (rc = call_of(d, f, &call, &reporter)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, c->ticket, &left.t)) != RC_OK ||
	    (rc = ticket_by_number(d->db, d->arena, number, &w.t)) != RC_OK ||
	    (rc = core_reach(d, &w.t)) != RC_OK)
		return rc == RC_NOTFOUND ? RC_CONFLICT : rc;
	if (w.t.id != left.t.id && !is_as_left(&left.t))
		out->ticket = left.t;
	if (out->ticket.id != 0 || !w.t.open)
		return RC_CONFLICT;
	left.c = ref_category(d->ref, left.t.category);
	w.c = ref_category(d->ref, w.t.category);
	return join_other(&left, &w, f, reporter, out);
}

/* file_late.c: a form that comes when its draft has become a ticket already. */
#include "action/file_core.h"
#include "store/call_store.h"
#include "store/draft_store.h"
#include "store/reporter_store.h"
#include "store/ticket_store.h"

enum { MANY = 20 };

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
	rc = ticket_fill(w->d->db, &w->t);
	return rc == RC_OK ? ticket_save(w->d->db, &w->t) : rc;
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

static enum rc
complete(struct work_on *w, const struct filing *f, struct receipt *out)
{
	bool		 as_left = w->t.open &&
			    (w->t.state == ST_NEW || w->t.state == ST_RECEIVED);
	struct call	 c;
	int64_t		 reporter;
	enum rc		 rc;

	if ((rc = call_of(w->d, f, &c, &reporter)) != RC_OK)
		return rc;
	w->c = f->category;
	rc = !as_left ? tell(w, f) : w->t.track == f->category->track ? fill(w, f) :
	    convert(w, f, &c);
	if (rc != RC_OK || (rc = core_record(w, &(struct record){ .life =
	    track_life(w->t.track), .object = w->t.id, .act = ACT_LATE, .before = w->t.state,
	    .after = w->t.state, .agency = w->d->who.agency, .data = "draft" })) != RC_OK ||
	    (rc = file_answers(w->d, f, w->t.id)) != RC_OK ||
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

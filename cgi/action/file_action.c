/* file_action.c: a report becomes a ticket: from the web, from a call, as "+1". */
#include "action/disaster_action.h"
#include <string.h>

#include "action/file_core.h"
#include "action/calls_core.h"
#include "action/effect.h"
#include "action/nuisance_action.h"
#include "action/photo_core.h"
#include "action/text_core.h"
#include "lib/text.h"
#include "store/call_store.h"
#include "store/reporter_store.h"
#include "store/ticket_store.h"

static const struct order no_order = { .note = "", .reason = "", .target = "" };

struct filing
file_filled(const struct filing *f)
{
	struct filing	 full = *f;

	full.place.text = f->place.text == NULL ? "" : f->place.text;
	full.place.area = f->place.area == NULL ? "" : f->place.area;
	full.who.name = f->who.name == NULL ? "" : f->who.name;
	full.who.phone = f->who.phone == NULL ? "" : f->who.phone;
	full.who.email = f->who.email == NULL ? "" : f->who.email;
	full.who.nik = f->who.nik == NULL ? "" : f->who.nik;
	full.lang = f->lang == NULL ? "id" : f->lang;
	full.detail = f->detail == NULL ? "" : f->detail;
	full.line = f->line == NULL ? "" : f->line;
	full.said = f->said == NULL ? "" : f->said;
	return full;
}

/* A second click finds the first ticket. */
static enum rc
was_filed(const struct desk *d, const char *token, struct work_on *w, struct receipt *out)
{
	enum rc	 rc = ticket_by_token(d->db, d->arena, token, &w->t);

	if (rc == RC_OK)
		out->ticket = w->t;
	out->again = rc == RC_OK;
	out->code = "";
	return rc;
}

static enum rc
report(const struct desk *d, const struct filing *f, struct receipt *out)
{
	struct desk	 routing = core_as_worker(d);
	struct work_on	 w = { .d = d, .o = &no_order };
	enum rc		 rc = was_filed(d, f->token, &w, out);

	if (rc != RC_NOTFOUND)
		return rc;
	if ((rc = file_ticket(&w, f)) != RC_OK ||
	    (rc = file_reporter(&w, f, 0, out)) != RC_OK ||
	    (rc = photo_keep(&w, f->photos, SHOT_REPORT, out->reporter)) != RC_OK ||
	    (rc = core_tell_reporters(&w, "receipt")) != RC_OK)
		return rc;
	w.d = &routing;		/* from here on it is the routing rule that acts */
	if ((rc = file_route(&w, f, &out->told)) != RC_OK)
		return rc;
	out->ticket = w.t;
	return core_beat(&w);
}

enum rc
file_report(const struct desk *d, const struct filing *f, struct receipt *out)
{
	struct filing	 full = file_filled(f);
	enum rc		 rc;

	*out = (struct receipt){ .code = "" };
	if ((rc = db_begin(d->db)) == RC_OK)
		rc = db_finish(d->db, report(d, &full, out));
	photo_end(f->photos, out->again ? RC_CONFLICT : rc);
	return rc;
}

static enum rc
call_event(struct work_on *w, const struct call *c, enum act act, const char *data)
{
	return core_record(w, &(struct record){ .life = LIFE_CALL, .object = c->id,
	    .act = act, .before = c->was, .after = c->state,
	    .agency = w->d->who.agency, .data = data });
}

/* The network was away: written down in time, and sent when it was back. */
static enum rc
tell_late(struct work_on *w, const struct filing *f)
{
	if (!f->late)
		return RC_OK;
	return core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_LATE, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .data = "" });
}

static enum rc
incident(const struct desk *d, const struct filing *f, struct receipt *out)
{
	struct work_on	 w = { .d = d, .o = &no_order };
	struct call	 c;
	enum rc		 rc = was_filed(d, f->token, &w, out);

	if (rc == RC_OK)
		return file_complete(&w, f, out);
	if (rc != RC_NOTFOUND)
		return rc;
	if ((rc = file_ticket(&w, f)) != RC_OK ||
	    (rc = tell_late(&w, f)) != RC_OK ||
	    (rc = file_call_record(d, f, f->category->track == TRACK_EMERGENCY ? "emergency" :
	    "complaint", &c)) != RC_OK ||
	    (rc = call_set_ticket(d->db, c.id, w.t.id)) != RC_OK ||
	    (rc = call_event(&w, &c, ACT_END, c.type)) != RC_OK ||
	    (rc = nuisance_tell(d, f, &c)) != RC_OK ||
	    (rc = file_reporter(&w, f, c.id, out)) != RC_OK ||
	    (rc = file_answers(d, f, w.t.id)) != RC_OK ||
	    (rc = core_tell_reporters(&w, "receipt")) != RC_OK ||
	    (rc = file_teach(&w, f)) != RC_OK ||
	    (rc = file_route(&w, f, &out->told)) != RC_OK)
		return rc;
	out->ticket = w.t;
	return core_beat(&w);
}

enum rc
file_call(const struct desk *d, const struct filing *f, struct receipt *out)
{
	struct filing	 full = file_filled(f);
	enum rc		 rc;

	*out = (struct receipt){ .code = "" };
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = text_filing(d, &full)) == RC_OK)
		rc = incident(d, &full, out);
	return db_finish(d->db, rc);
}

static enum rc
dispose(const struct desk *d, const struct filing *f, const char *type)
{
	struct work_on	 w = { .d = d, .o = &no_order };
	struct call	 c;
	enum rc		 rc = call_by_token(d->db, d->arena, f->token, &c);

	if (rc == RC_OK && (c.ticket != 0 || c.state == ST_CLOSED))
		return retype_drop(d, &c, f->token);
	if ((rc = file_call_record(d, f, type, &c)) != RC_OK ||
	    (rc = call_event(&w, &c, c.state == ST_CLOSED ? ACT_END : ACT_QUEUE, type)) != RC_OK ||
	    (rc = silent_tell(d, f, &c)) != RC_OK)
		return rc;
	return core_beat(&w);
}

enum rc
file_disposition(const struct desk *d, const struct filing *f, const char *type)
{
	struct filing	 full = file_filled(f);
	enum rc		 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	/* An incident's call is closed by its ticket, never by hand. */
	if (!workflow_is_reason(ACT_RETYPE, type))
		return RC_INPUT;
	full.recall = strcmp(type, "dropped") == 0 && *full.who.phone != '\0';
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = text_filing(d, &full)) == RC_OK && (rc = dispose(d, &full, type)) == RC_OK)
		rc = text_ended(d, full.token);
	return db_finish(d->db, rc);
}

/*
 * The call was attached before: the same ticket again, without a new code.  Or
 * it is here already because its draft was left: that goes into the other.
 */
static enum rc
was_attached(const struct desk *d, const struct filing *f, const char *number,
    struct receipt *out)
{
	struct call	 c;
	enum rc		 rc = call_by_token(d->db, d->arena, f->token, &c);

	if (rc != RC_OK)
		return rc;
	if (c.ticket == 0)
		return RC_NOTFOUND;
	return file_join_late(d, f, &c, number, out);
}

static enum rc
join(struct work_on *w, const struct filing *f, struct receipt *out)
{
	struct call	 c;
	enum rc		 rc;

	if ((rc = file_call_record(w->d, f, w->t.track == TRACK_EMERGENCY ? "emergency" :
	    "complaint", &c)) != RC_OK ||
	    (rc = call_set_ticket(w->d->db, c.id, w->t.id)) != RC_OK ||
	    (rc = file_reporter(w, f, c.id, out)) != RC_OK ||
	    (rc = file_answers(w->d, f, w->t.id)) != RC_OK ||
	    (f->nanswers > 0 && f->ncards > 0 && (rc = file_locks(w, f)) != RC_OK) ||
	    (f->disaster != NULL && (rc = disaster_by_call(w, f->disaster)) != RC_OK) ||
	    (rc = reporter_count(w->d->db, w->t.id, &w->t.reporters)) != RC_OK ||
	    (rc = ticket_save(w->d->db, &w->t)) != RC_OK ||
	    (rc = call_event(w, &c, ACT_END, c.type)) != RC_OK ||
	    (rc = core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_ATTACH, .before = w->t.state,
	    .after = w->t.state, .agency = w->d->who.agency,
	    .note = f->detail })) != RC_OK)
		return rc;
	out->ticket = w->t;
	return core_beat(w);
}

static enum rc
attach(const struct desk *d, const struct filing *f, const char *number, struct receipt *out)
{
	struct work_on	 w = { .d = d, .o = &no_order };
	enum rc		 rc = was_attached(d, f, number, out);

	if (rc != RC_NOTFOUND)
		return rc;
	if ((rc = ticket_by_number(d->db, d->arena, number, &w.t)) != RC_OK ||
	    (rc = core_reach(d, &w.t)) != RC_OK)
		return rc;
	if (!w.t.open)
		return RC_CONFLICT;
	w.c = ref_category(d->ref, w.t.category);
	return join(&w, f, out);
}

enum rc
file_attach(const struct desk *d, const struct filing *f, const char *number,
    struct receipt *out)
{
	struct filing	 full = file_filled(f);
	enum rc		 rc;

	*out = (struct receipt){ .code = "" };
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = text_filing(d, &full)) == RC_OK)
		rc = text_is_routed(&full) ? RC_CONFLICT : attach(d, &full, number, out);
	return db_finish(d->db, rc);
}

/* The reporters go along, with the codes they have; the complaint stays as its duplicate. */
enum rc
effect_convert(struct work_on *w, const struct category *c)
{
	struct work_on	 new = { .d = w->d, .o = &no_order };
	struct filing	 f = {
		.token = secret_token(w->d->arena), .category = c, .place = w->t.place,
		.title = w->t.title, .detail = w->t.detail, .channel = w->t.channel,
		.privacy = w->t.privacy, .priority = PRIORITY_COUNT,
		.happened = w->t.happened, .lang = "id",
	};
	size_t		 told;
	enum rc		 rc;

	if ((rc = file_ticket(&new, &f)) != RC_OK ||
	    (rc = reporter_move_all(w->d->db, w->t.id, new.t.id)) != RC_OK ||
	    (rc = reporter_count(w->d->db, new.t.id, &new.t.reporters)) != RC_OK ||
	    (rc = file_route(&new, &f, &told)) != RC_OK ||
	    (rc = core_tell_reporters(&new, "moved")) != RC_OK ||
	    (rc = core_beat(&new)) != RC_OK)
		return rc;
	w->t.merged = new.t.id;
	w->t.published = false;
	w->became = new.t;
	w->m = workflow_find(LIFE_COMPLAINT, w->t.state, ACT_MERGE, w->d->who.role);
	return part_end_all(w, ACT_RELEASE, ST_NOT_NEEDED, ST_NOT_NEEDED);
}

/* text_work.c: written emergencies that nobody takes go on; conversations that are over end. */
#include <inttypes.h>

#include "action/text_core.h"
#include "lib/log.h"
#include "lib/when.h"
#include "store/call_store.h"
#include "store/ticket_store.h"

enum { AT_ONCE = 20, QUIET = DAY };

static const struct order no_order = { .note = "", .reason = "", .target = "" };

static enum rc
filing_of(const struct desk *d, const struct talk *t, struct filing *f)
{
	enum rc	 rc;

	*f = (struct filing){
		.token = t->token, .category = ref_category(d->ref, t->category),
		.place = t->place, .title = "", .detail = t->words, .said = "",
		.channel = t->channel, .privacy = PRIVACY_CONFIDENTIAL, .lang = t->lang,
		.line = "", .priority = t->priority, .rang = d->now, .happened = t->at,
		.left = true,
	};
	if (f->category == NULL)
		f->category = ref_category_code(d->ref, "LAIN");
	if (f->place.text[0] == '\0' && f->place.area[0] == '\0' &&
	    f->place.lat == 0 && f->place.lon == 0)
		f->place.text = "?";
	if ((rc = text_who(d, t, &f->who)) == RC_FAIL) {
		log_warn("talk %" PRId64 ": its seal does not open", t->id);
		rc = RC_OK;
	}
	return rc;
}

/* What no person has read stands in no public list. */
static enum rc
put_ticket(struct work_on *w, struct filing *f, struct receipt *out)
{
	struct call	 c;
	enum rc		 rc;

	if ((rc = text_filing(w->d, f)) != RC_OK || (rc = file_ticket(w, f)) != RC_OK ||
	    (rc = file_call_record(w->d, f, w->t.track == TRACK_EMERGENCY ? "emergency" :
	    "complaint", &c)) != RC_OK ||
	    (rc = call_set_ticket(w->d->db, c.id, w->t.id)) != RC_OK)
		return rc;
	w->t.published = false;
	if ((rc = ticket_save(w->d->db, &w->t)) != RC_OK ||
	    (rc = file_reporter(w, f, c.id, out)) != RC_OK ||
	    (rc = file_route(w, f, &out->told)) != RC_OK)
		return rc;
	return core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_UNSURE, .before = w->t.state, .after = w->t.state,
	    .agency = 0, .note = "", .data = f->channel });
}

/* At most so many in ten minutes: more than that no city has, and somebody plays. */
static enum rc
is_too_much(const struct desk *d, bool *too_much)
{
	int64_t	 most = 0, n = 0;
	enum rc	 rc;

	if ((rc = text_setting(d, "text_most", TEXT_MOST, 1000, &most)) == RC_OK)
		rc = talk_routed(d->db, d->now - 10 * MINUTE, most + 1, &n);
	*too_much = rc == RC_OK && n >= most;
	return rc;
}

static enum rc
route(const struct desk *d, int64_t id, size_t *count)
{
	struct work_on	 w = { .d = d, .o = &no_order };
	struct receipt	 r = { .code = "" };
	struct filing	 f;
	struct talk	 t;
	bool		 later;
	enum rc		 rc = talk_by_id(d->db, d->arena, id, &t);

	if (rc != RC_OK || (rc = is_too_much(d, &later)) != RC_OK)
		return rc;
	if (t.ticket != 0 || !talk_waits(&t) || t.route == 0 || later) {
		t.route = later && talk_waits(&t) && t.ticket == 0 ? d->now + MINUTE : 0;
		return talk_save(d->db, &t);
	}
	t.routed = d->now;
	t.route = 0;
	if ((rc = talk_save(d->db, &t)) != RC_OK || (rc = filing_of(d, &t, &f)) != RC_OK ||
	    (rc = put_ticket(&w, &f, &r)) != RC_OK)
		return rc;
	++*count;
	return core_beat(&w);
}

/* Nobody reads it any more, and nobody writes: of one that became nothing a call is kept. */
static enum rc
end_quiet(const struct desk *d, int64_t id, size_t *count)
{
	struct filing	 f;
	struct ticket	 ticket;
	struct talk	 t;
	struct call	 c;
	enum rc		 rc = talk_by_id(d->db, d->arena, id, &t);

	if (rc != RC_OK)
		return rc;
	if (t.ticket != 0) {
		if ((rc = ticket_by_id(d->db, d->arena, t.ticket, &ticket)) != RC_OK)
			return rc;
		if (ticket.open)
			return talk_heard(d->db, id, d->now);
	} else if ((rc = filing_of(d, &t, &f)) != RC_OK ||
	    (rc = text_filing(d, &f)) != RC_OK ||
	    (rc = file_call_record(d, &f, "ghost", &c)) != RC_OK) {
		return rc;
	}
	t.ended = d->now;
	t.route = 0;
	if ((rc = talk_save(d->db, &t)) != RC_OK)
		return rc;
	++*count;
	return text_record(d, &t, "over");
}

/* One transaction each; one must not keep the others. */
static enum rc
each(const struct desk *d, const int64_t *ids, size_t n, size_t *count,
    enum rc (*act)(const struct desk *, int64_t, size_t *))
{
	enum rc	 rc = RC_OK;
	size_t	 i;

	for (i = 0; i < n && rc == RC_OK; i++) {
		if ((rc = db_begin(d->db)) != RC_OK)
			return rc;
		rc = db_finish(d->db, act(d, ids[i], count));
		if (rc == RC_OK || rc == RC_BUSY || rc == RC_FAIL)
			continue;
		log_warn("talk %" PRId64 ": rc %d", ids[i], (int)rc);
		rc = RC_OK;
	}
	return rc;
}

enum rc
worker_texts(const struct desk *d, size_t *n)
{
	int64_t	 ids[AT_ONCE];
	size_t	 found;
	enum rc	 rc;

	*n = 0;
	if ((rc = talk_due(d->db, d->now, ids, &found, COUNT(ids))) != RC_OK ||
	    (rc = each(d, ids, found, n, route)) != RC_OK ||
	    (rc = talk_quiet(d->db, d->now - QUIET, ids, &found, COUNT(ids))) != RC_OK)
		return rc;
	return each(d, ids, found, n, end_quiet);
}

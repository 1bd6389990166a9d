/* worker_privacy.c: the desk is warned before three times 24 hours are over, and when they are. */
#include "action/worker_action.h"
#include "domain/subject.h"
#include "lib/log.h"
#include "store/event_store.h"
#include "store/ref_store.h"
#include "store/warn_store.h"

enum { MANY = 50, OVER = 2, AGAIN = 10 * MINUTE };

/* --- put down ------------------------------------------------------------------------------ */

static enum rc
tell(const struct desk *d, const struct warning *w, bool breach)
{
	const char	*kind = breach ? "" :
	    arena_printf(d->arena, ",\"kind\":\"%s\"", w->kind);
	struct event	 e = {
		.at = d->now, .ticket = w->ticket, .object = w->id, .who = d->who,
		.act = breach ? ACT_BREACH : ACT_SUBJECT,
		.data = arena_printf(d->arena, "{\"number\":\"%s\"%s,\"step\":\"%s\"}",
		    w->number, kind, w->level == OVER ? "late" : "soon"),
	};
	enum rc		 rc = warn_set(d->db, breach, w->id, w->level);

	return rc == RC_OK ? event_add(d->db, d->arena, &e) : rc;
}

/* It may have been answered since it was found due. */
static enum rc
warn(const struct desk *d, bool breach, size_t *count)
{
	struct warning	 list[MANY];
	size_t		 i, n;
	enum rc		 rc;

	rc = warn_due(d->db, d->arena, breach, d->now, d->now + PRIVACY_SOON, list, &n, MANY);
	for (i = 0; i < n && rc == RC_OK; i++) {
		if ((rc = db_begin(d->db)) != RC_OK)
			return rc;
		rc = db_finish(d->db, tell(d, &list[i], breach));
		*count += rc == RC_OK;
		if (rc == RC_CONFLICT)
			rc = RC_OK;
	}
	return rc;
}

enum rc
worker_privacy(const struct desk *d, size_t *count)
{
	enum rc	 rc;

	*count = 0;
	rc = warn(d, false, count);
	return rc == RC_OK ? warn(d, true, count) : rc;
}

/* --- mailed -------------------------------------------------------------------------------- */

struct batch {
	struct warning	 requests[MANY], breaches[MANY];
	size_t		 nrequests, nbreaches;
	size_t		 late, soon;
};

static const char *
date_of(const struct desk *d, const struct post_office *office, int64_t at)
{
	struct civil	 c = when_civil(at, d->ref->zone);

	return arena_printf(d->arena, "%d %s %d, %02d.%02d %s", c.day, tmpl_word(office->tmpl,
	    LANG_ID, arena_printf(d->arena, "L.month.m%d", c.month)), c.year, c.hour, c.minute,
	    d->ref->zone_name);
}

/* "PDP-26-000017: paling lambat 24 November 2026, 15.30 WIB": never whom it is about. */
static void
add_lines(const struct desk *d, const struct post_office *office, struct batch *b,
    const struct warning *list, size_t n, const char **text)
{
	size_t	 i;
	bool	 over;

	for (i = 0; i < n; i++) {
		over = list[i].due <= d->now;
		*(over ? &b->late : &b->soon) += 1;
		*text = arena_printf(d->arena, "%s%s: %s\n", *text, list[i].number,
		    tmpl_say(office->tmpl, LANG_ID, d->arena, over ? "L.mail.privacy_late" :
		    "L.mail.privacy_soon", date_of(d, office, list[i].due)));
	}
}

static void
write_letter(const struct desk *d, const struct post_office *office, struct batch *b,
    struct letter *out)
{
	const char	*text = "";

	add_lines(d, office, b, b->requests, b->nrequests, &text);
	add_lines(d, office, b, b->breaches, b->nbreaches, &text);
	out->subject = tmpl_say(office->tmpl, LANG_ID, d->arena, "L.mail.privacy_subject",
	    arena_printf(d->arena, "%zu", b->late), arena_printf(d->arena, "%zu", b->soon),
	    d->ref->city);
	out->text = arena_printf(d->arena, "%s\n\n%s\n%s/privasi\n", tmpl_word(office->tmpl,
	    LANG_ID, "L.mail.privacy_text"), text, office->url);
	out->message_id = arena_printf(d->arena, "siaga-%s-privacy-%lld", d->ref->city_code,
	    (long long)d->now);
}

static enum rc
note_all(const struct desk *d, bool breach, const struct warning *list, size_t n)
{
	enum rc	 rc = RC_OK;
	size_t	 i;

	for (i = 0; i < n && rc == RC_OK; i++)
		rc = warn_set_mailed(d->db, breach, list[i].id, list[i].level);
	return rc;
}

static enum rc
note(const struct desk *d, const struct batch *b)
{
	enum rc	 rc;

	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = note_all(d, false, b->requests, b->nrequests)) != RC_OK)
		return db_finish(d->db, rc);
	return db_finish(d->db, note_all(d, true, b->breaches, b->nbreaches));
}

/* Sent before it is noted: a worker that dies between sends it twice. */
enum rc
worker_privacy_mail(const struct desk *d, const struct post_office *office)
{
	static int64_t	 again;
	struct letter	 letter = { .server = office->server, .from = office->from,
			    .at = d->now };
	struct batch	 b = { 0 };
	enum rc		 rc;

	if (d->now < again)
		return RC_OK;
	if ((rc = setting_get(d->db, d->arena, "privacy_mail", &letter.to)) != RC_OK ||
	    *letter.to == '\0' || (rc = warn_unmailed(d->db, d->arena, false, b.requests,
	    &b.nrequests, MANY)) != RC_OK || (rc = warn_unmailed(d->db, d->arena, true,
	    b.breaches, &b.nbreaches, MANY)) != RC_OK || b.nrequests + b.nbreaches == 0)
		return rc;
	write_letter(d, office, &b, &letter);
	if (office->send(d->arena, &letter) == RC_OK)
		return note(d, &b);
	log_warn("the privacy desk's warning could not be mailed");
	again = d->now + AGAIN;
	return RC_OK;
}

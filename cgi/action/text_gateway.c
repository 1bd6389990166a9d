/* text_gateway.c: written emergencies by gateways of messages. */
#include <inttypes.h>
#include <string.h>

#include "action/text_core.h"
#include "action/text_gateway.h"
#include "domain/geo.h"
#include "lib/buf.h"
#include "lib/json.h"
#include "lib/log.h"
#include "lib/when.h"
#include "store/gateway_store.h"
#include "store/notice_store.h"
#include "store/reply_store.h"

enum { AT_ONCE = 10, HELD = 2 * MINUTE };

/* After the first try, the second, ...; then it is dead. */
static const int64_t	waits[] = {
	5 * SECOND, 15 * SECOND, 60 * SECOND, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE
};

/* --- in ------------------------------------------------------------------------------ */

static const char *
sender_of(const struct desk *d, const struct parcel *p, const struct text_told *t)
{
	return arena_printf(d->arena, "%" PRId64 ":%s", p->from.id, t->from);
}

/* A location, or a link of a map among the words. */
static struct place
place_of(const struct text_told *t)
{
	struct place	 p = t->place;
	struct point	 at;

	if (p.lat == 0 && p.lon == 0 &&
	    (geo_read(p.text, &at) || geo_read(t->words, &at))) {
		p.lat = at.lat;
		p.lon = at.lon;
	}
	return p;
}

static enum rc
begin(const struct desk *d, const struct parcel *p, const struct text_told *t)
{
	const struct text_report	 r = {
		.token = secret_mint(d->secret, d->arena, d->now), .place = place_of(t),
		.words = t->words, .name = t->name, .phone = t->from, .lang = "id",
		.gateway = p->from.id, .channel = t->channel, .sender = sender_of(d, p, t),
	};

	return text_begin(d, &r);
}

static enum rc
told(const struct desk *d, const struct parcel *p, const struct text_told *t,
    const char **answer)
{
	const char	*name = arena_printf(d->arena, "gateway:%" PRId64 ":%s", p->from.id, p->id);
	struct talk	 open;
	bool		 new;
	enum rc		 rc;

	if ((rc = message_first(d, p, answer)) != RC_OK || *answer != NULL)
		return rc;
	rc = text_of_sender(d, sender_of(d, p, t), &open);
	new = rc == RC_NOTFOUND || (rc == RC_OK && open.ended != 0);
	if (rc != RC_OK && rc != RC_NOTFOUND)
		return rc;
	if ((rc = new ? begin(d, p, t) : text_heard(d, &open, name, t->words)) != RC_OK)
		return rc;
	*answer = new ? "{\"ok\":true,\"new\":true}" : "{\"ok\":true,\"new\":false}";
	return message_done(d, p, *answer);
}

enum rc
text_told(const struct desk *d, const struct parcel *p, const struct text_told *t,
    const char **answer)
{
	struct desk	 own = *d;
	enum rc		 rc;

	if (*t->words == '\0' && *t->place.text == '\0' && t->place.lat == 0 &&
	    t->place.lon == 0)
		return RC_INPUT;
	own.who = (struct actor){ .role = ROLE_REPORTER, .name = "" };
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, told(&own, p, t, answer));
}

/* --- out ----------------------------------------------------------------------------- */

static void
put_pair(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "%s\"%s\":", b->len == 0 ? "{" : ",", name);
	json_put_text(b, value);
}

/* {"id","to","channel","text"}, signed with the gateway's own secret. */
static enum rc
post(const struct desk *d, const struct reply_post *p,
    enum rc (*send)(struct arena *, const struct hook *))
{
	struct buf	 b = { 0 };
	struct hook	 h = { .url = p->url, .bearer = p->gateway };
	struct talk	 t;
	struct identity	 who;
	const char	*secret;
	enum rc		 rc;

	if (*p->url == '\0' || p->secret.len == 0 ||
	    talk_by_id(d->db, d->arena, p->talk, &t) != RC_OK ||
	    text_who(d, &t, &who) != RC_OK || *who.phone == '\0' ||
	    secret_unseal(d->secret, d->arena, arena_printf(d->arena, "gateway:%s",
	    p->gateway), p->secret, &secret) != RC_OK)
		return RC_INPUT;
	put_pair(&b, "id", p->name);
	put_pair(&b, "to", who.phone);
	put_pair(&b, "channel", p->channel);
	put_pair(&b, "text", p->words);
	buf_text(&b, "}");
	h.body = b.data;
	h.time = arena_printf(d->arena, "%" PRId64, d->now / 1000);
	h.signature = secret_sign(d->arena, secret, h.time, (struct bytes){
	    (const unsigned char *)b.data, b.len });
	rc = send(d->arena, &h);
	explicit_bzero(b.data, b.len);
	buf_free(&b);
	return rc;
}

/* Its taker hears of it at once, however it ended. */
static enum rc
write_off(const struct desk *d, const struct reply_post *p, const char *lease, enum rc outcome)
{
	int64_t		 wait = p->tries >= 1 && p->tries <= (int64_t)COUNT(waits) ?
			    waits[p->tries - 1] : 0;
	struct talk	 t;
	enum rc		 rc;

	if (outcome == RC_BUSY && wait != 0)
		return reply_again(d->db, p->id, lease, d->now + wait);
	if (outcome != RC_OK)
		log_warn("reply %" PRId64 " is given up after %" PRId64 " tries", p->id, p->tries);
	if ((rc = reply_end(d->db, p->id, lease, outcome == RC_OK, d->now)) != RC_OK ||
	    (rc = talk_by_id(d->db, d->arena, p->talk, &t)) != RC_OK)
		return rc;
	return t.account == 0 ? RC_OK : text_signal_to(d, "text-line", t.id, t.account);
}

static enum rc
note_outcome(const struct desk *d, const struct reply_post *p, const char *lease, enum rc outcome)
{
	enum rc	 rc = db_begin(d->db);

	if (rc == RC_OK)
		rc = db_finish(d->db, write_off(d, p, lease, outcome));
	return rc == RC_CONFLICT ? RC_OK : rc;
}

enum rc
worker_replies(const struct desk *d, enum rc (*send)(struct arena *, const struct hook *),
    size_t *sent)
{
	const char		*lease = secret_token(d->arena);
	struct reply_post	 list[AT_ONCE];
	size_t			 i, n;
	bool			 due;
	enum rc			 rc, outcome;

	*sent = 0;
	if ((rc = reply_is_due(d->db, d->now, &due)) != RC_OK || !due ||
	    (rc = db_begin(d->db)) != RC_OK ||
	    (rc = db_finish(d->db, reply_take(d->db, lease, d->now, d->now + HELD,
	    AT_ONCE))) != RC_OK ||
	    (rc = reply_taken(d->db, d->arena, lease, list, &n, AT_ONCE)) != RC_OK)
		return rc;
	for (i = 0; i < n && rc == RC_OK; i++) {
		outcome = post(d, &list[i], send);
		*sent += outcome == RC_OK;
		rc = note_outcome(d, &list[i], lease, outcome);
	}
	return rc;
}

/* --- the admin ------------------------------------------------------------------------- */

static enum rc
set_hook(const struct desk *d, const char *code, const char *url)
{
	struct gateway	 g;
	struct bytes	 sealed;
	enum rc		 rc = gateway_by_code(d->db, d->arena, code, &g, &sealed);

	return rc != RC_OK ? rc : hook_put(d->db, g.id, url);
}

static enum rc
carry(const struct desk *d, const char *code, enum channel channel)
{
	struct gateway		 g;
	struct carrier_hook	 hook;
	struct bytes		 sealed;
	enum rc			 rc = gateway_by_code(d->db, d->arena, code, &g, &sealed);

	if (rc != RC_OK || (rc = carrier_give(d->db, channel, g.id)) != RC_OK)
		return rc;
	rc = carrier_hook(d->db, d->arena, channel, &hook);
	return rc == RC_NOTFOUND || g.kind != GATEWAY_TEXT ? RC_INPUT : rc;
}

enum rc
text_carry(const struct desk *d, const char *code, enum channel channel)
{
	enum rc	 rc;

	if (channel != CHANNEL_SMS && channel != CHANNEL_WHATSAPP)
		return RC_INPUT;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, carry(d, code, channel)) : rc;
}

enum rc
text_hook(const struct desk *d, const char *code, const char *url)
{
	enum rc	 rc;

	if (!hook_is_url(url))
		return RC_INPUT;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, set_hook(d, code, url)) : rc;
}

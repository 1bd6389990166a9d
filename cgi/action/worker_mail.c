/* worker_mail.c: what is due is written and handed over, channel by channel. */
#include <inttypes.h>
#include <string.h>

#include "action/callout_letter.h"
#include "action/letter_action.h"
#include "action/notice_action.h"
#include "lib/buf.h"
#include "lib/json.h"
#include "lib/log.h"
#include "lib/when.h"
#include "store/notice_store.h"

enum { AT_ONCE = 10, HELD = 10 * MINUTE };

/* One round of one channel. */
struct round {
	const struct desk		*d;
	const struct post_office	*office;
	enum channel			 channel;
	const char			*lease;
	struct post			 posts[2 * AT_ONCE];	/* the urgent, and others */
	size_t				 n;
};

/* What became of a message; spoke: whoever takes it was asked. */
struct outcome {
	enum rc		 rc;
	const char	*why;		/* where it is dead */
	bool		 spoke;
	int64_t		 hold;		/* quiet until then; 0 */
};

static enum rc
take(struct round *r)
{
	const struct taking	 t = { .lease = r->lease, .channel = r->channel, .now = r->d->now,
		.until = r->d->now + HELD, .max = AT_ONCE };
	enum rc			 rc = outbox_take(r->d->db, &t, true);

	return rc == RC_OK ? outbox_take(r->d->db, &t, false) : rc;
}

/* Nothing is written where nothing is due. */
static enum rc
take_due(struct round *r)
{
	const struct desk	*d = r->d;
	bool			 urgent, other;
	enum rc			 rc;

	r->n = 0;
	if ((rc = outbox_is_due(d->db, r->channel, true, d->now, &urgent)) != RC_OK ||
	    (rc = outbox_is_due(d->db, r->channel, false, d->now, &other)) != RC_OK ||
	    (!urgent && !other) || (rc = db_begin(d->db)) != RC_OK ||
	    (rc = db_finish(d->db, take(r))) != RC_OK)
		return rc;
	return outbox_taken(d->db, d->arena, r->lease, r->posts, &r->n, COUNT(r->posts));
}

/* --- handing over ---------------------------------------------------------------------- */

/* {"id","channel","to","text","kind","ticket"}, as gateways are told what we answer. */
static enum rc
hand_to_gateway(const struct round *r, const struct post *p, const struct notice_text *m)
{
	const struct desk	*d = r->d;
	const char		*pairs[][2] = { { "id", arena_printf(d->arena, "siaga-%s-%" PRId64,
	    d->ref->city_code, p->id) }, { "channel", channel_code(p->channel) }, { "to", m->to },
	    { "text", m->text }, { "kind", p->kind }, { "ticket", m->number } };
	struct carrier_hook	 c;
	struct hook		 h;
	struct buf		 b = { 0 };
	const char		*secret;
	size_t			 i;
	enum rc			 rc = carrier_hook(d->db, d->arena, p->channel, &c);

	if (rc != RC_OK || secret_unseal(d->secret, d->arena, arena_printf(d->arena, "gateway:%s",
	    c.gateway), c.secret, &secret) != RC_OK)
		return rc == RC_OK ? RC_NOTFOUND : rc;
	for (i = 0; i < COUNT(pairs); i++) {
		buf_printf(&b, "%s\"%s\":", i == 0 ? "{" : ",", pairs[i][0]);
		json_put_text(&b, pairs[i][1]);
	}
	buf_text(&b, "}");
	h = (struct hook){ .url = c.url, .bearer = c.gateway, .body = b.data,
	    .time = arena_printf(d->arena, "%" PRId64, d->now / 1000) };
	h.signature = secret_sign(d->arena, secret, h.time, (struct bytes){ b.data, b.len });
	rc = r->office->hook(d->arena, &h);
	explicit_bzero(b.data, b.len);
	buf_free(&b);
	return rc;
}

static enum rc
hand_to_mail(const struct round *r, const struct post *p, const struct notice_text *m)
{
	const struct post_office	*o = r->office;
	const struct letter		 l = { .server = o->server, .from = o->from, .to = m->to,
		.subject = m->subject, .text = m->text, .at = p->at,
		.message_id = arena_printf(r->d->arena, "siaga-%s-%" PRId64,
		    r->d->ref->city_code, p->id) };

	return o->send(r->d->arena, &l);
}

static struct outcome
judge_unsent(enum rc rc)
{
	/* Nobody to send it to, or no words for it: never; a busy store: again. */
	return (struct outcome){ .rc = rc == RC_BUSY || rc == RC_FAIL ? RC_BUSY : rc,
	    .why = rc == RC_NOTFOUND ? "nobody" : rc == RC_CONFLICT ? "over" : "no_words" };
}

static struct outcome
tell_person(const struct round *r, const struct post *p)
{
	struct outcome	 out = { .why = "refused", .spoke = true };
	struct notice_text m;
	enum rc		 rc;

	if ((rc = notice_hold(r->d, p, &out.hold)) != RC_OK)
		return judge_unsent(rc);
	if (out.hold != 0)
		return out;
	rc = callout_is(p) ? callout_write(r->d, r->office, p, &m) :
	    notice_write(r->d, r->office, p, &m);
	if (rc != RC_OK)
		return judge_unsent(rc);
	out.rc = r->channel == CHANNEL_MAIL ? hand_to_mail(r, p, &m) :
	    r->channel == CHANNEL_PUSH ? notice_push(r->d, r->office, p, &m) :
	    hand_to_gateway(r, p, &m);
	if (out.rc == RC_NOTFOUND) {
		out.spoke = false;
		out.why = r->channel == CHANNEL_PUSH ? "nobody" : "no_carrier";
	}
	return out;
}

static struct outcome
send(const struct round *r, const struct post *p)
{
	struct letter	 letter;
	enum rc		 rc;

	if (p->account != 0 || callout_is(p))
		return tell_person(r, p);
	if ((rc = letter_write(r->d, r->office, p, &letter)) != RC_OK)
		return judge_unsent(rc);
	return (struct outcome){ .rc = r->office->send(r->d->arena, &letter), .why = "refused",
	    .spoke = true };
}

/* --- and what became of it ---------------------------------------------------------------- */

static enum rc
write_off(const struct round *r, const struct post *p, const struct outcome *o)
{
	const struct desk	*d = r->d;
	int64_t			 wait = notice_wait(p->tries, p->account != 0, p->urgent, p->id);

	if (o->hold != 0)
		return outbox_again(d->db, p->id, r->lease, o->hold, false);
	if (o->rc == RC_OK)
		return outbox_end(d->db, p->id, r->lease, "sent", "", d->now);
	if (o->rc == RC_CONFLICT)
		return outbox_end(d->db, p->id, r->lease, "dropped", "over", d->now);
	if (o->rc == RC_BUSY && wait != 0)
		return outbox_again(d->db, p->id, r->lease, d->now + wait, true);
	log_warn("letter %" PRId64 " (%s) is given up after %" PRId64 " tries", p->id, p->kind,
	    p->tries);
	return outbox_end(d->db, p->id, r->lease, "dead", o->rc == RC_BUSY ? "given_up" : o->why,
	    d->now);
}

/* A mailbox that is not there is no fault of the server's; a gateway that refuses is one. */
static enum rc
judge_carrier(const struct round *r, const struct outcome *o)
{
	struct carrier	 c;
	enum rc		 rc;

	if (!o->spoke || o->hold != 0 || (o->rc != RC_OK && o->rc != RC_BUSY &&
	    r->channel == CHANNEL_MAIL))
		return RC_OK;
	if ((rc = carrier_of(r->d->db, r->channel, &c)) != RC_OK)
		return rc;
	if (o->rc == RC_OK)
		carrier_went(&c, r->d->now);
	else
		carrier_failed(&c, r->d->now, o->rc == RC_BUSY);
	return carrier_save(r->d->db, &c);
}

static enum rc
note(const struct round *r, const struct post *p, const struct outcome *o)
{
	enum rc	 rc = judge_carrier(r, o);

	return rc == RC_OK ? write_off(r, p, o) : rc;
}

/* RC_CONFLICT: the lease was over, and another worker has it: its business now. */
static enum rc
note_outcome(const struct round *r, const struct post *p, const struct outcome *o)
{
	enum rc	 rc = db_begin(r->d->db);

	if (rc == RC_OK)
		rc = db_finish(r->d->db, note(r, p, o));
	return rc == RC_CONFLICT ? RC_OK : rc;
}

static enum rc
put_back(const struct round *r, const struct post *p)
{
	const struct desk	*d = r->d;
	enum rc			 rc = db_begin(d->db);

	if (rc == RC_OK)
		rc = db_finish(d->db, outbox_again(d->db, p->id, r->lease,
		    d->now + notice_wait(1, false, p->urgent, p->id), false));
	return rc == RC_CONFLICT ? RC_OK : rc;
}

/* A server that does not answer now is not asked for each of the others, too. */
static enum rc
carry(const struct desk *d, const struct post_office *office, enum channel channel, size_t *sent)
{
	struct round	 r = { .d = d, .office = office, .channel = channel,
		.lease = secret_token(d->arena) };
	struct carrier	 c;
	struct outcome	 o;
	bool		 is_down = false;
	size_t		 i;
	enum rc		 rc = carrier_of(d->db, channel, &c);

	if (rc != RC_OK || c.until > d->now || (rc = take_due(&r)) != RC_OK)
		return rc;
	for (i = 0; i < r.n && rc == RC_OK; i++) {
		if (is_down) {
			rc = put_back(&r, &r.posts[i]);
			continue;
		}
		o = send(&r, &r.posts[i]);
		is_down = o.spoke && o.rc == RC_BUSY;
		*sent += o.rc == RC_OK && o.hold == 0;
		rc = note_outcome(&r, &r.posts[i], &o);
	}
	return rc;
}

enum rc
worker_letters(const struct desk *d, const struct post_office *office, size_t *sent)
{
	*sent = 0;
	return carry(d, office, CHANNEL_MAIL, sent);
}

enum rc
worker_notices(const struct desk *d, const struct post_office *office, size_t *sent)
{
	static const enum channel	 list[] = { CHANNEL_PUSH, CHANNEL_SMS, CHANNEL_WHATSAPP };
	size_t				 i;
	enum rc				 rc = notice_key(d);

	*sent = 0;
	for (i = 0; i < COUNT(list) && rc == RC_OK; i++)
		rc = carry(d, office, list[i], sent);
	return rc;
}

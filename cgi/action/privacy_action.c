/* privacy_action.c: requests about personal data come in. */
#include <string.h>

#include "action/citizen_action.h"
#include "action/privacy_core.h"
#include "domain/number.h"
#include "store/event_store.h"
#include "store/ref_store.h"
#include "store/ticket_store.h"
#include "store/trail_store.h"

/* --- what all steps share ------------------------------------------------------------------ */

enum rc
subject_tell(const struct desk *d, enum act act, struct subject *s, const char *more)
{
	struct event	 e = {
		.at = d->now, .ticket = s->ticket, .object = s->id, .act = act, .who = d->who,
		.data = arena_printf(d->arena,
		    "{\"number\":\"%s\",\"kind\":\"%s\",\"step\":\"%s\"%s}", s->number,
		    subject_kind_code(s->kind), subject_state_code(s->state), more),
	};
	enum rc		 rc = event_add(d->db, d->arena, &e);

	s->event = e.id;
	return rc;
}

enum rc
subject_post(const struct desk *d, const struct subject *s, const char *kind)
{
	return outbox_add(d->db, kind, s->ticket, s->reporter, 0, s->event, d->now);
}

/* Where no letters are sent, none is kept waiting with an address in it. */
enum rc
subject_post_last(const struct desk *d, const struct subject *s, const char *kind,
    const char *email)
{
	const char	*from, *context;
	enum rc		 rc;

	if ((rc = setting_get(d->db, d->arena, "mail_from", &from)) != RC_OK || *from == '\0')
		return rc;
	context = arena_printf(d->arena, "letter:%lld:%lld", (long long)s->reporter,
	    (long long)s->event);
	return outbox_add_last(d->db, kind, s->ticket, s->reporter, s->event,
	    secret_seal(d->secret, d->arena, context, email), d->now);
}

const char *
subject_context(const struct desk *d, int64_t id, const char *part)
{
	return arena_printf(d->arena, "subject:%lld:%s", (long long)id, part);
}

enum rc
subject_fetch(const struct desk *d, const char *number, struct subject *s)
{
	if (!role_may(d->who.role, MAY_PRIVACY_DESK))
		return RC_FORBIDDEN;
	return subject_by_number(d->db, d->arena, number, s);
}

enum rc
privacy_number(const struct desk *d, const char *prefix, const char *series, const char **number)
{
	int	 year = when_civil(d->now, d->ref->zone).year % 100;
	int64_t	 n;
	enum rc	 rc;

	rc = counter_next(d->db, arena_printf(d->arena, "%s%02d", series, year), &n);
	*number = arena_printf(d->arena, "%s-%02d-%06lld", prefix, year, (long long)n);
	return rc;
}

/* --- a request ------------------------------------------------------------------------------- */

static enum rc
fault(struct subject_ask *q, enum subject_fault why)
{
	q->fault = why;
	return RC_INPUT;
}

/* Is the same asked already, and not yet answered?  The store would refuse it, too. */
static enum rc
look_for(const struct desk *d, struct subject_ask *q, const struct subject *s)
{
	struct subject	 list[SUBJECTS_SHOWN];
	size_t		 i, n;
	enum rc		 rc = subject_of(d->db, d->arena, s->reporter, list, &n, COUNT(list));

	for (i = 0; i < n && rc == RC_OK; i++)
		if (list[i].open && list[i].kind == q->kind)
			return fault(q, SUBJECT_AGAIN);
	return rc;
}

static enum rc
put(const struct desk *d, struct subject_ask *q, bool mail, struct subject *s)
{
	struct bytes	 words = { 0 };
	enum rc		 rc;

	if ((rc = look_for(d, q, s)) != RC_OK ||
	    (rc = subject_next_id(d->db, &s->id)) != RC_OK ||
	    (rc = privacy_number(d, "PDP", "P", &s->number)) != RC_OK)
		return rc;
	if (*q->words != '\0')
		words = secret_seal(d->secret, d->arena, subject_context(d, s->id, "words"),
		    q->words);
	if ((rc = subject_insert(d->db, s, q->token, words)) != RC_OK)
		return rc;
	rc = subject_tell(d, ACT_SUBJECT, s, arena_printf(d->arena, ",\"channel\":\"%s\"",
	    s->channel));
	return rc == RC_OK && mail ? subject_post(d, s, "data_in") : rc;
}

static enum rc
file(const struct desk *d, struct subject_ask *q, const struct reporter *r, struct subject *s)
{
	enum rc	 rc = subject_by_token(d->db, d->arena, q->token, s);

	if (rc != RC_NOTFOUND)		/* a second click */
		return rc == RC_OK && (s->reporter != r->id || s->kind != q->kind) ?
		    RC_CONFLICT : rc;
	*s = (struct subject){
		.ticket = r->ticket, .reporter = r->id, .kind = q->kind, .channel = q->channel,
		.state = SUBJECT_RECEIVED, .open = true, .reason = "", .reply = "",
		.received = d->now, .due = d->now + PRIVACY_LIMIT, .version = 1,
	};
	return put(d, q, r->mail, s);
}

static enum rc
check(struct subject_ask *q)
{
	q->fault = SUBJECT_FINE;
	if (q->kind == SUBJECT_NONE || !subject_is_channel(q->channel))
		return RC_INPUT;
	return q->kind != SUBJECT_ACCESS && *q->words == '\0' ?
	    fault(q, SUBJECT_NO_WORDS) : RC_OK;
}

enum rc
subject_ask(const struct desk *d, const char *code, const char *remote, struct subject_ask *q,
    struct subject *s)
{
	struct desk	 self = *d;
	struct reporter	 r;
	enum rc		 rc;

	self.who = (struct actor){ .role = ROLE_REPORTER, .name = "" };
	q->channel = "code";
	if ((rc = check(q)) != RC_OK || (rc = track_reporter(d, code, remote, &r)) != RC_OK ||
	    (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, file(&self, q, &r, s));
}

/* Who it is among those who reported a ticket: by the number they gave then. */
static enum rc
whose(const struct desk *d, struct subject_ask *q, int64_t ticket, int64_t *reporter)
{
	unsigned char	 hash[HASH_SIZE];
	struct bytes	 phone = { 0 };
	int64_t		 ids[2];
	size_t		 n;
	enum rc		 rc;

	if (*q->phone != '\0') {
		secret_lookup(d->secret, "phone", q->phone, hash);
		phone = (struct bytes){ hash, HASH_SIZE };
	}
	if ((rc = kept_find(d->db, ticket, phone, ids, &n, COUNT(ids))) != RC_OK)
		return rc;
	if (n == 0)
		return fault(q, SUBJECT_NOBODY);
	if (n > 1 && phone.len == 0)
		return fault(q, SUBJECT_WHICH);
	*reporter = ids[0];
	return RC_OK;
}

static enum rc
enter(const struct desk *d, struct subject_ask *q, struct subject *s)
{
	const char	*number = number_read(d->arena, q->about);
	struct ticket	 t;
	struct kept	 k;
	int64_t		 reporter;
	enum rc		 rc;

	if (number == NULL)
		return fault(q, SUBJECT_NO_TICKET);
	if ((rc = ticket_by_number(d->db, d->arena, number, &t)) != RC_OK)
		return rc == RC_NOTFOUND ? fault(q, SUBJECT_NO_TICKET) : rc;
	if ((rc = whose(d, q, t.id, &reporter)) != RC_OK ||
	    (rc = kept_read(d->db, d->arena, reporter, &k)) != RC_OK)
		return rc;
	return file(d, q, &k.r, s);
}

enum rc
subject_enter(const struct desk *d, struct subject_ask *q, struct subject *s)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_PRIVACY_DESK))
		return RC_FORBIDDEN;
	if ((rc = check(q)) != RC_OK)
		return rc;
	if (strcmp(q->channel, "code") == 0)
		return RC_INPUT;
	if (!q->proved)
		return fault(q, SUBJECT_NOT_PROVED);
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, enter(d, q, s)) : rc;
}

/* privacy_decide.c: a request is taken up, granted or refused. */
#include <string.h>

#include "action/photo_core.h"
#include "action/privacy_core.h"
#include "lib/buf.h"
#include "lib/json.h"
#include "store/event_store.h"
#include "store/ticket_store.h"

static enum rc
fault(struct subject_decision *o, enum subject_fault why)
{
	o->fault = why;
	return RC_INPUT;
}

/* The request, in the version this person saw, at the step before this one. */
static enum rc
fetch(const struct desk *d, struct subject_decision *o, enum subject_state at, struct subject *s)
{
	enum rc	 rc = subject_fetch(d, o->number, s);

	if (rc == RC_OK && (s->version != o->version || s->state != at))
		return RC_CONFLICT;
	return rc;
}

static enum rc
end(const struct desk *d, struct subject *s, enum subject_state state, const char *more)
{
	enum rc	 rc;

	s->state = state;
	s->ended = d->now;
	if ((rc = subject_save(d->db, s)) != RC_OK)
		return rc;
	return subject_tell(d, ACT_SUBJECT, s, more);
}

/* --- taken up, refused ----------------------------------------------------------------------- */

static enum rc
start(const struct desk *d, struct subject_decision *o)
{
	struct subject	 s;
	enum rc		 rc;

	if ((rc = fetch(d, o, SUBJECT_RECEIVED, &s)) != RC_OK)
		return rc;
	s.state = SUBJECT_IN_WORK;
	if ((rc = subject_save(d->db, &s)) != RC_OK)
		return rc;
	return subject_tell(d, ACT_SUBJECT, &s, "");
}

enum rc
subject_start(const struct desk *d, struct subject_decision *o)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, start(d, o)) : rc;
}

static enum rc
refuse(const struct desk *d, struct subject_decision *o)
{
	struct subject	 s;
	enum rc		 rc;

	if ((rc = fetch(d, o, SUBJECT_IN_WORK, &s)) != RC_OK)
		return rc;
	if (!subject_is_refusal(s.kind, o->reason))
		return fault(o, SUBJECT_NO_REASON);
	s.reason = o->reason;
	s.reply = o->reply;
	return end(d, &s, SUBJECT_REFUSED, arena_printf(d->arena, ",\"reason\":\"%s\"", s.reason));
}

enum rc
subject_refuse(const struct desk *d, struct subject_decision *o)
{
	enum rc	 rc;

	o->fault = SUBJECT_FINE;
	if (*o->reply == '\0')
		return fault(o, SUBJECT_NO_WORDS);
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, refuse(d, o)) : rc;
}

/* --- granted --------------------------------------------------------------------------------- */

static const struct identity nobody = { "", "", "", "" };

enum rc
kept_open(const struct desk *d, const struct kept *k, struct identity *who)
{
	const char	*text;
	struct json	*j;
	enum rc		 rc;

	*who = nobody;
	if (k->sealed.len == 0)
		return RC_OK;
	rc = secret_unseal(d->secret, d->arena,
	    arena_printf(d->arena, "reporter:%lld", (long long)k->r.id), k->sealed, &text);
	if (rc != RC_OK || (j = json_read(text)) == NULL)
		return rc == RC_OK ? RC_FAIL : rc;
	who->name = arena_text(d->arena, json_text(json_get(j, "name")));
	who->phone = arena_text(d->arena, json_text(json_get(j, "phone")));
	who->email = arena_text(d->arena, json_text(json_get(j, "email")));
	who->nik = arena_text(d->arena, json_text(json_get(j, "nik")));
	json_free(j);
	return RC_OK;
}

static void
put_pair(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "%s\"%s\":", b->len == 0 ? "{" : ",", name);
	json_put_text(b, value);
}

struct bytes
kept_seal(const struct desk *d, int64_t reporter, const struct identity *who)
{
	struct buf	 b = { 0 };
	struct bytes	 sealed;

	put_pair(&b, "name", who->name);
	put_pair(&b, "phone", who->phone);
	put_pair(&b, "email", who->email);
	put_pair(&b, "nik", who->nik);
	buf_text(&b, "}");
	sealed = secret_seal(d->secret, d->arena,
	    arena_printf(d->arena, "reporter:%lld", (long long)reporter), b.data);
	buf_free(&b);
	return sealed;
}

static void
change(struct buf *b, const char *name, const char **value, const char *new)
{
	if (*new == '\0' || strcmp(*value, new) == 0)
		return;
	*value = new;
	buf_printf(b, "%s\"%s\"", b->len == 0 ? "" : ",", name);
}

/* The event says what was changed, never from what to what. */
static enum rc
correct(const struct desk *d, struct subject_decision *o, const struct kept *k,
    const char **more)
{
	unsigned char	 hash[HASH_SIZE];
	struct identity	 who;
	struct bytes	 phone = { hash, HASH_SIZE };
	struct buf	 changed = { 0 };
	enum rc		 rc;

	if (k->sealed.len == 0)
		return fault(o, SUBJECT_NO_IDENTITY);
	if ((rc = kept_open(d, k, &who)) != RC_OK)
		return rc;
	change(&changed, "name", &who.name, o->name);
	change(&changed, "phone", &who.phone, o->phone);
	change(&changed, "email", &who.email, o->email);
	if (changed.len == 0)
		return fault(o, SUBJECT_NO_CHANGE);
	*more = arena_printf(d->arena, ",\"changed\":[%s]", changed.data);
	buf_free(&changed);
	secret_lookup(d->secret, "phone", who.phone, hash);
	if (*who.phone == '\0')
		phone.len = 0, phone.data = NULL;
	return kept_fix(d->db, k->r.id, kept_seal(d, k->r.id, &who), phone);
}

/* The ticket stays, under its category's name; of a merged one it is where they began. */
static enum rc
erase_words(const struct desk *d, const struct kept *k)
{
	const struct category	*c;
	struct ticket		 t;
	enum rc			 rc;

	if (!k->first)
		return RC_OK;
	if ((rc = ticket_by_id(d->db, d->arena, k->r.origin, &t)) != RC_OK)
		return rc;
	c = ref_category(d->ref, t.category);
	return kept_erase_detail(d->db, t.id, c == NULL ? t.number : c->name);
}

static enum rc
erase(const struct desk *d, struct subject_decision *o, const struct subject *s,
    const struct kept *k, const struct ticket *t)
{
	size_t	 photos;
	bool	 held;
	enum rc	 rc;

	if (t->open || t->state == ST_RESOLVED)
		return fault(o, SUBJECT_OPEN_TICKET);
	if ((rc = hold_has(d->db, t->id, &held)) != RC_OK || held)
		return rc == RC_OK ? fault(o, SUBJECT_HELD) : rc;
	if ((rc = kept_erase(d->db, k->r.id, k->r.call)) != RC_OK ||
	    (rc = erase_words(d, k)) != RC_OK ||
	    (rc = photo_forget(d, k->r.id, &photos)) != RC_OK)
		return rc;
	return subject_tell(d, ACT_ERASE, s, arena_printf(d->arena,
	    ",\"what\":[\"identity\",\"phone\",\"words\"%s],\"photos\":%zu",
	    k->first ? ",\"detail\"" : "", photos));
}

static enum rc
answer(const struct desk *d, const struct subject *s, const struct kept *k,
    const struct ticket *t)
{
	const char	*letter;
	enum rc		 rc = letter_of_person(d, k, t, &letter);

	return rc != RC_OK ? rc : subject_set_answer(d->db, s->id, secret_seal(d->secret,
	    d->arena, subject_context(d, s->id, "answer"), letter));
}

static enum rc
grant(const struct desk *d, struct subject_decision *o)
{
	const char	*more = "";
	struct subject	 s;
	struct ticket	 t;
	struct kept	 k;
	enum rc		 rc;

	if ((rc = fetch(d, o, SUBJECT_IN_WORK, &s)) != RC_OK ||
	    (rc = kept_read(d->db, d->arena, s.reporter, &k)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, k.r.ticket, &t)) != RC_OK)
		return rc;
	s.reply = o->reply;
	if (s.kind == SUBJECT_ACCESS)
		rc = answer(d, &s, &k, &t);
	else if (s.kind == SUBJECT_CORRECT)
		rc = correct(d, o, &k, &more);
	else
		rc = erase(d, o, &s, &k, &t);
	return rc == RC_OK ? end(d, &s, SUBJECT_DONE, more) : rc;
}

enum rc
subject_grant(const struct desk *d, struct subject_decision *o)
{
	enum rc	 rc = db_begin(d->db);

	o->fault = SUBJECT_FINE;
	return rc == RC_OK ? db_finish(d->db, grant(d, o)) : rc;
}

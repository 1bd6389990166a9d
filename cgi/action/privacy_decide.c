/* privacy_decide.c: a request is taken up, granted or refused. */
#include <string.h>

#include "action/photo_core.h"
#include "action/privacy_core.h"
#include "store/gazette_store.h"
#include "store/said_store.h"
#include "store/talk_store.h"
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

/* Where letters to this person go: to the address that is kept, or was until now. */
struct last {
	bool		 mail;
	const char	*email;		/* of who is erased; "" still kept */
};

static enum rc
end(const struct desk *d, struct subject *s, enum subject_state state, const char *more,
    const struct last *to)
{
	enum rc	 rc;

	s->state = state;
	s->ended = d->now;
	if ((rc = subject_save(d->db, s)) != RC_OK ||
	    (rc = subject_tell(d, ACT_SUBJECT, s, more)) != RC_OK || !to->mail)
		return rc;
	return *to->email == '\0' ? subject_post(d, s, "data_out") :
	    subject_post_last(d, s, "data_out", to->email);
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
	struct kept	 k;
	enum rc		 rc;

	if ((rc = fetch(d, o, SUBJECT_IN_WORK, &s)) != RC_OK ||
	    (rc = kept_read(d->db, d->arena, s.reporter, &k)) != RC_OK)
		return rc;
	if (!subject_is_refusal(s.kind, o->reason))
		return fault(o, SUBJECT_NO_REASON);
	s.reason = o->reason;
	s.reply = o->reply;
	return end(d, &s, SUBJECT_REFUSED, arena_printf(d->arena, ",\"reason\":\"%s\"", s.reason),
	    &(struct last){ k.r.mail, "" });
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

static enum rc
check_fix(struct subject_decision *o)
{
	const struct fix	*f = &o->fix;

	if ((f->no_name && *f->name != '\0') || (f->no_phone && *f->phone != '\0') ||
	    (f->no_email && *f->email != '\0') || (f->no_nik && *f->nik != '\0'))
		return fault(o, SUBJECT_BOTH);
	if (*f->nik != '\0' && !subject_is_nik(f->nik))
		return fault(o, SUBJECT_BAD_NIK);
	return RC_OK;
}

/* The event says what was changed, never from what to what. */
static enum rc
correct(const struct desk *d, struct subject_decision *o, struct kept *k, const char **more)
{
	enum rc	 rc = check_fix(o);

	if (rc != RC_OK)
		return rc;
	if (k->sealed.len == 0)
		return fault(o, SUBJECT_NO_IDENTITY);
	rc = kept_correct(d, &o->fix, k, more);
	return rc == RC_INPUT ? fault(o, SUBJECT_NO_CHANGE) : rc;
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
	if ((rc = place_forget(d->db, t.id)) != RC_OK)
		return rc;
	return kept_erase_detail(d->db, t.id, c == NULL ? t.number : c->name);
}

static enum rc
erase(const struct desk *d, struct subject_decision *o, struct subject *s,
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
	    (rc = erase_words(d, k)) != RC_OK || (rc = said_forget(d->db, k->r.id)) != RC_OK ||
	    (rc = message_forget(d->db, k->r.id)) != RC_OK ||
	    (rc = talk_forget(d->db, k->r.id)) != RC_OK ||
	    (rc = photo_forget(d, k->r.id, &photos)) != RC_OK)
		return rc;
	return subject_tell(d, ACT_ERASE, s, arena_printf(d->arena,
	    ",\"what\":[\"identity\",\"phone\",\"words\",\"said\",\"message\"%s],\"photos\":%zu",
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
	struct last	 to = { .email = "" };
	const char	*more = "";
	struct identity	 who;
	struct subject	 s;
	struct ticket	 t;
	struct kept	 k;
	enum rc		 rc;

	if ((rc = fetch(d, o, SUBJECT_IN_WORK, &s)) != RC_OK ||
	    (rc = kept_read(d->db, d->arena, s.reporter, &k)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, k.r.ticket, &t)) != RC_OK ||
	    (rc = kept_open(d, &k, &who)) != RC_OK)
		return rc;
	s.reply = o->reply;
	if (s.kind == SUBJECT_ACCESS)
		rc = answer(d, &s, &k, &t);
	else if (s.kind == SUBJECT_CORRECT)
		rc = correct(d, o, &k, &more);
	else
		rc = erase(d, o, &s, &k, &t);
	to.mail = k.r.mail;
	if (s.kind == SUBJECT_ERASE)
		to.email = who.email;
	return rc == RC_OK ? end(d, &s, SUBJECT_DONE, more, &to) : rc;
}

enum rc
subject_grant(const struct desk *d, struct subject_decision *o)
{
	enum rc	 rc = db_begin(d->db);

	o->fault = SUBJECT_FINE;
	return rc == RC_OK ? db_finish(d->db, grant(d, o)) : rc;
}

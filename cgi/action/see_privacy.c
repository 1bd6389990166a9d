/* see_privacy.c: what a person, and what the desk, may read of requests. */
#include "action/citizen_action.h"
#include "action/privacy_core.h"
#include "store/breach_store.h"
#include "store/event_store.h"
#include "store/ticket_store.h"

enum rc
see_own_data(const struct desk *d, const char *code, const char *remote, struct own_data *v)
{
	struct reporter	 r;
	enum rc		 rc;

	*v = (struct own_data){ 0 };
	if ((rc = track_reporter(d, code, remote, &r)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, r.ticket, &v->t)) != RC_OK)
		return rc;
	return subject_of(d->db, d->arena, r.id, v->list, &v->n, COUNT(v->list));
}

static enum rc
open_letter(const struct desk *d, const struct subject *s, const char **letter)
{
	struct bytes	 sealed;
	enum rc		 rc;

	if ((rc = subject_answer(d->db, d->arena, s->id, &sealed)) != RC_OK)
		return rc;
	return sealed.len == 0 ? RC_NOTFOUND : secret_unseal(d->secret, d->arena,
	    subject_context(d, s->id, "answer"), sealed, letter);
}

enum rc
see_own_letter(const struct desk *d, const char *code, const char *remote, const char *number,
    const char **letter)
{
	struct reporter	 r;
	struct subject	 s;
	enum rc		 rc;

	if ((rc = track_reporter(d, code, remote, &r)) != RC_OK ||
	    (rc = subject_by_number(d->db, d->arena, number, &s)) != RC_OK)
		return rc;
	return s.reporter == r.id ? open_letter(d, &s, letter) : RC_NOTFOUND;
}

/* --- the desk -------------------------------------------------------------------------------- */

enum rc
see_subjects(const struct desk *d, const struct subjects_filter *f, struct subjects_view *v)
{
	static const enum subject_state	 states[SUBJECT_LISTS] = {
		[SUBJECTS_RECEIVED] = SUBJECT_RECEIVED, [SUBJECTS_IN_WORK] = SUBJECT_IN_WORK,
		[SUBJECTS_DONE] = SUBJECT_DONE, [SUBJECTS_REFUSED] = SUBJECT_REFUSED,
	};
	struct subject_page		 p = { .at = f->at, .id = f->id, .until = INT64_MAX };
	enum rc				 rc;

	if (!role_may(d->who.role, MAY_PRIVACY_DESK))
		return RC_FORBIDDEN;
	p.state = states[f->list];
	if (f->list == SUBJECTS_LATE)
		p.until = d->now;
	rc = f->list < SUBJECTS_ENDED ?
	    subject_list_open(d->db, d->arena, &p, v->rows, &v->n, COUNT(v->rows)) :
	    subject_list_ended(d->db, d->arena, &p, v->rows, &v->n, COUNT(v->rows));
	v->more = v->n > SUBJECTS_SHOWN;
	if (v->more)
		v->n = SUBJECTS_SHOWN;
	return rc;
}

enum rc
see_privacy_load(const struct desk *d, struct privacy_load *l)
{
	enum rc	 rc;

	*l = (struct privacy_load){ 0 };
	if (!role_may(d->who.role, MAY_PRIVACY_DESK))
		return RC_FORBIDDEN;
	rc = subject_count(d->db, d->now, &l->requests, &l->requests_late);
	return rc == RC_OK ? breach_count(d->db, d->now, &l->breaches, &l->breaches_late) : rc;
}

static enum rc
open_words(const struct desk *d, struct subject_view *v)
{
	struct bytes	 sealed;
	enum rc		 rc = subject_words(d->db, d->arena, v->s.id, &sealed);

	v->words = NULL;
	return rc != RC_OK || sealed.len == 0 ? rc : secret_unseal(d->secret, d->arena,
	    subject_context(d, v->s.id, "words"), sealed, &v->words);
}

enum rc
see_subject(const struct desk *d, const char *number, struct subject_view *v)
{
	struct kept	 k;
	enum rc		 rc;

	if ((rc = subject_fetch(d, number, &v->s)) != RC_OK ||
	    (rc = kept_read(d->db, d->arena, v->s.reporter, &k)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, k.r.ticket, &v->t)) != RC_OK ||
	    (rc = hold_has(d->db, v->t.id, &v->is_held)) != RC_OK)
		return rc;
	v->has_identity = k.sealed.len != 0;
	v->is_busy = v->t.open || v->t.state == ST_RESOLVED;
	return open_words(d, v);
}

/* The letter shows who it is: written down before it is shown. */
static enum rc
print(const struct desk *d, const char *number, const char **letter)
{
	struct subject	 s;
	struct event	 e = { .at = d->now, .act = ACT_OPEN_IDENTITY, .who = d->who,
		.data = "other" };
	enum rc		 rc;

	if ((rc = subject_fetch(d, number, &s)) != RC_OK ||
	    (rc = open_letter(d, &s, letter)) != RC_OK)
		return rc;
	e.ticket = s.ticket;
	e.object = s.reporter;
	e.note = s.number;
	return event_add(d->db, d->arena, &e);
}

enum rc
subject_print(const struct desk *d, const char *number, const char **letter)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, print(d, number, letter)) : rc;
}

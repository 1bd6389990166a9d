/* see_desk.c: what the call desk and the triage desk read: near tickets, calls, the queue. */
#include <stdlib.h>
#include <string.h>

#include "action/person.h"
#include "lib/when.h"
#include "store/call_store.h"
#include "store/court_store.h"
#include "store/event_store.h"
#include "store/list_store.h"

enum { TRIAGE_MAX = 100 };

/* --- the triage desk --------------------------------------------------------- */

static enum rc
triage_rows(const struct desk *d, enum triage_show show, struct ticket_list *l)
{
	enum rc	 rc;

	switch (show) {
	case TRIAGE_NEW:
		if ((rc = list_state(d->db, d->arena, ST_NEW, l)) != RC_OK ||
		    (rc = list_state(d->db, d->arena, ST_VERIFIED, l)) != RC_OK)
			return rc;
		return list_state(d->db, d->arena, ST_RECEIVED, l);
	case TRIAGE_ASKED:
		return list_state(d->db, d->arena, ST_NEEDS_INFO, l);
	case TRIAGE_BACK:
		return list_sent_back(d->db, d->arena, d->ref->triage, l);
	case TRIAGE_COURT:
		return court_tickets(d->db, d->arena, l);
	case TRIAGE_SHOW_COUNT:
		break;
	}
	return RC_INPUT;
}

static enum rc
triage_counts(const struct desk *d, int64_t counts[TRIAGE_SHOW_COUNT])
{
	struct ticket_list	 back = { .max = TRIAGE_MAX };
	static const enum state	 new[] = { ST_NEW, ST_VERIFIED, ST_RECEIVED };
	int64_t			 n;
	size_t			 i;
	enum rc			 rc = RC_OK;

	for (i = 0; i < COUNT(new) && rc == RC_OK; i++) {
		rc = list_state_count(d->db, new[i], &n);
		counts[TRIAGE_NEW] += n;
	}
	if (rc != RC_OK ||
	    (rc = list_state_count(d->db, ST_NEEDS_INFO, &counts[TRIAGE_ASKED])) != RC_OK)
		return rc;
	back.items = arena_alloc(d->arena, back.max * sizeof(*back.items));
	rc = list_sent_back(d->db, d->arena, d->ref->triage, &back);
	counts[TRIAGE_BACK] = (int64_t)back.n;
	back.n = 0;
	if (rc == RC_OK)
		rc = court_tickets(d->db, d->arena, &back);
	counts[TRIAGE_COURT] = (int64_t)back.n;
	return rc;
}

/* The agency that sent it back, its reason, its words. */
static enum rc
sent_back_by(const struct desk *d, struct triage_row *row)
{
	const struct agency	*a;
	struct event		*list;
	size_t			 i, n;
	enum rc			 rc;

	rc = event_list(d->db, d->arena, row->t.id, false, &list, &n, 20);
	for (i = 0; i < n && rc == RC_OK; i++) {
		if (list[i].act != ACT_REJECT)
			continue;
		a = ref_agency(d->ref, list[i].behalf != 0 ? list[i].behalf :
		    list[i].who.agency);
		row->from = arena_printf(d->arena, "%s: %s", a == NULL ? "" : a->brief,
		    list[i].note);
		break;
	}
	return rc;
}

/* Made of a draft, or sent late: who reads it should know. */
static enum rc
marked_by(const struct desk *d, struct triage_row *row)
{
	struct event	*list;
	size_t		 i, n;
	enum rc		 rc = event_list(d->db, d->arena, row->t.id, false, &list, &n, 20);

	for (i = 0; i < n && rc == RC_OK; i++)
		if (list[i].act == ACT_DRAFT || list[i].act == ACT_LATE)
			row->mark = list[i].act;
	return rc;
}

enum rc
see_triage(const struct desk *d, enum triage_show show, struct triage *t)
{
	struct ticket_list	 l = { .max = TRIAGE_MAX };
	size_t			 i;
	enum rc			 rc;

	*t = (struct triage){ 0 };
	if (!role_may(d->who.role, MAY_TRIAGE))
		return RC_FORBIDDEN;
	l.items = arena_alloc(d->arena, l.max * sizeof(*l.items));
	if ((rc = triage_counts(d, t->counts)) != RC_OK ||
	    (rc = triage_rows(d, show, &l)) != RC_OK)
		return rc;
	t->rows = arena_alloc(d->arena, l.n * sizeof(*t->rows));
	t->n = l.n;
	for (i = 0; i < l.n && rc == RC_OK; i++) {
		t->rows[i] = (struct triage_row){ .t = l.items[i], .from = "" };
		if (show == TRIAGE_BACK || show == TRIAGE_COURT)
			rc = sent_back_by(d, &t->rows[i]);
		else if (show == TRIAGE_NEW && strcmp(l.items[i].channel, "call") == 0)
			rc = marked_by(d, &t->rows[i]);
	}
	return rc;
}

/* --- calls ------------------------------------------------------------------- */

static struct bytes
phone_key(const struct desk *d, const char *phone)
{
	unsigned char	*key = arena_alloc(d->arena, HASH_SIZE);

	secret_lookup(d->secret, "phone", phone, key);
	return (struct bytes){ key, HASH_SIZE };
}

enum rc
see_calls(const struct desk *d, const char *phone, struct call_row **rows, size_t *n,
    size_t max)
{
	int64_t			 today = when_midnight(d->now, d->ref->zone);
	struct call_line	*lines;
	size_t			 i;
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_TAKE) && !role_may(d->who.role, MAY_COMMAND))
		return RC_FORBIDDEN;
	if (phone[0] != '\0')
		rc = call_list_phone(d->db, d->arena, phone_key(d, phone), &lines, n, max);
	else
		rc = call_list_day(d->db, d->arena, today, d->now + 1, &lines, n, max);
	*rows = arena_alloc(d->arena, *n * sizeof(**rows));
	for (i = 0; i < *n && rc == RC_OK; i++)
		(*rows)[i] = (struct call_row){ lines[i].c, lines[i].number,
		    lines[i].title, person_mask(d->arena, phone) };
	return rc;
}

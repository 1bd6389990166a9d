/* text_desk.c: written emergencies at the desk: the queue, who takes one, what is asked. */
#include <inttypes.h>
#include <string.h>

#include "action/draft_core.h"
#include "action/text_core.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/draft_store.h"
#include "store/ticket_store.h"

/* --- the lists -------------------------------------------------------------------------- */

static enum rc
fill_row(const struct desk *d, const struct talk *t, struct text_row *row)
{
	struct ticket	 ticket;
	enum rc		 rc = RC_OK;

	*row = (struct text_row){ .t = *t, .number = "", .taker = "" };
	if (t->ticket != 0 && (rc = ticket_by_id(d->db, d->arena, t->ticket, &ticket)) == RC_OK)
		row->number = ticket.number;
	if (rc == RC_OK && t->account != 0)
		rc = talk_taker(d->db, d->arena, t->account, &row->taker);
	return rc;
}

static enum rc
fill_rows(const struct desk *d, const struct talk *list, size_t n, struct text_row *rows)
{
	enum rc	 rc = RC_OK;
	size_t	 i;

	for (i = 0; i < n && rc == RC_OK; i++)
		rc = fill_row(d, &list[i], &rows[i]);
	return rc;
}

enum rc
text_queue(const struct desk *d, struct text_lists *l)
{
	struct talk	 list[TEXT_ROWS];
	enum rc		 rc;

	*l = (struct text_lists){ .nwaits = 0 };
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((rc = talk_queue(d->db, d->arena, list, &l->nwaits, TEXT_ROWS)) != RC_OK ||
	    (rc = fill_rows(d, list, l->nwaits, l->waits)) != RC_OK ||
	    (rc = talk_taken(d->db, d->arena, list, &l->ntaken, TEXT_ROWS)) != RC_OK)
		return rc;
	return fill_rows(d, list, l->ntaken, l->taken);
}

enum rc
text_waiting(const struct desk *d, int64_t *n, struct talk *first)
{
	struct talk	 list[1];
	size_t		 found;
	enum rc		 rc;

	*n = 0;
	*first = (struct talk){ .words = "", .place = { .text = "", .area = "" } };
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((rc = talk_waiting(d->db, TEXT_ROWS, n)) != RC_OK || *n == 0)
		return rc;
	if ((rc = talk_queue(d->db, d->arena, list, &found, 1)) == RC_OK && found == 1)
		*first = list[0];
	return rc;
}

enum rc
text_channels(const struct desk *d, struct channel_count *list, size_t *n, size_t max)
{
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	return talk_channel_counts(d->db, d->arena, d->now - DAY, d->now + 1, list, n, max);
}

/* --- taking one ---------------------------------------------------------------------------- */

static const char *
add(struct arena *a, const char *body, const char *name, const char *value)
{
	return *value == '\0' ? body : arena_printf(a, "%s%s%s=%s", body,
	    *body == '\0' ? "" : "&", name, text_url(a, value));
}

/* The call's form as its taker would have filled it in. */
static enum rc
body_of(const struct desk *d, const struct talk *t, const char **out)
{
	const struct category	*c = ref_category(d->ref, t->category);
	struct arena		*a = d->arena;
	struct identity		 who;
	const char		*body = "", *phone;
	enum rc			 rc = text_who(d, t, &who);

	if (rc != RC_OK && rc != RC_FAIL)
		return rc;
	if (c != NULL && strcmp(c->code, "LAIN") != 0)
		body = add(a, body, "category", c->code);
	phone = text_phone(a, who.phone);
	body = add(a, body, "phone", phone == NULL ? "" : phone);
	body = add(a, body, "name", who.name);
	body = add(a, body, "place", t->place.text);
	body = add(a, body, "area", t->place.area);
	if (t->place.lat != 0 || t->place.lon != 0)
		body = add(a, body, "coords", arena_printf(a, "%.6f, %.6f",
		    (double)t->place.lat / 1e6, (double)t->place.lon / 1e6));
	body = add(a, body, "detail", t->words);
	*out = add(a, body, "rang", arena_printf(a, "%" PRId64, d->now));
	return RC_OK;
}

/* Its draft begins as what was written; of one that has a ticket only the token is kept. */
static enum rc
put_draft(const struct desk *d, const struct talk *t)
{
	struct draft_row	 row = { .token = t->token, .account = d->who.id,
		.rang = d->now, .saved = d->now };
	const char		*body;
	enum rc			 rc;

	if (t->ticket == 0) {
		if ((rc = body_of(d, t, &body)) != RC_OK)
			return rc;
		row.sealed = secret_seal(d->secret, d->arena, arena_printf(d->arena,
		    "draft:%s", t->token), body);
	}
	return draft_put(d->db, &row);
}

enum rc
text_draft(const struct desk *d, const struct talk *t, struct pairs *said)
{
	struct draft_row	 row;
	struct draft		 draft;
	const char		*body;
	enum rc			 rc = draft_by_token(d->db, d->arena, t->token, &row);

	if (rc == RC_OK && row.account == d->who.id && row.sealed.data != NULL &&
	    draft_open(d, &row, &draft) == RC_OK) {
		*said = draft.said;
		return RC_OK;
	}
	if (rc != RC_OK && rc != RC_NOTFOUND)
		return rc;
	if ((rc = body_of(d, t, &body)) != RC_OK)
		return rc;
	return pairs_read(d->arena, body, '&', said);
}

static enum rc
become_own(const struct desk *d, struct talk *t, const char *what)
{
	enum rc	 rc;

	t->account = d->who.id;
	t->taken = d->now;
	t->route = 0;
	if ((rc = talk_save(d->db, t)) != RC_OK || (rc = text_record(d, t, what)) != RC_OK)
		return rc;
	return text_signal(d, "text-taken", t->id);
}

static enum rc
take(const struct desk *d, int64_t id, struct talk *t)
{
	size_t	 n = 1;
	enum rc	 rc = id == 0 ? talk_queue(d->db, d->arena, t, &n, 1) :
	    talk_by_id(d->db, d->arena, id, t);

	if (rc != RC_OK || n == 0)
		return rc == RC_OK ? RC_NOTFOUND : rc;
	if (!talk_waits(t))
		return RC_CONFLICT;
	if ((rc = draft_end(d->db, t->token)) != RC_OK || (rc = put_draft(d, t)) != RC_OK)
		return rc;
	return become_own(d, t, "taken");
}

/* What the other one typed goes along: its seal is bound to the token, not to a person. */
static enum rc
take_over(const struct desk *d, int64_t id, struct talk *t)
{
	struct draft_row	 row;
	enum rc			 rc = talk_by_id(d->db, d->arena, id, t);

	if (rc != RC_OK)
		return rc;
	if (t->account == 0 || t->account == d->who.id || t->sure != 0 || t->ended != 0)
		return RC_CONFLICT;
	if ((rc = draft_by_token(d->db, d->arena, t->token, &row)) == RC_NOTFOUND)
		row = (struct draft_row){ .token = t->token, .rang = d->now };
	else if (rc != RC_OK)
		return rc;
	row.account = d->who.id;
	row.saved = d->now;
	if ((rc = draft_end(d->db, t->token)) != RC_OK || (rc = draft_put(d->db, &row)) != RC_OK)
		return rc;
	return become_own(d, t, "taken over");
}

static enum rc
put_back(const struct desk *d, int64_t id, struct talk *t)
{
	int64_t	 wait;
	enum rc	 rc = talk_by_id(d->db, d->arena, id, t);

	if (rc != RC_OK)
		return rc;
	if (t->account != d->who.id || t->sure != 0 || t->ended != 0)
		return RC_CONFLICT;
	if ((rc = text_setting(d, "text_wait", TEXT_WAIT, TEXT_WAIT_MOST, &wait)) != RC_OK)
		return rc;
	t->account = 0;
	t->taken = 0;
	t->route = t->ticket != 0 || t->behind || wait == 0 ? 0 : d->now + wait * SECOND;
	if ((rc = draft_end(d->db, t->token)) != RC_OK || (rc = talk_save(d->db, t)) != RC_OK ||
	    (rc = text_record(d, t, "put back")) != RC_OK)
		return rc;
	return text_signal(d, "text-new", t->id);
}

static enum rc
in_turn(const struct desk *d, int64_t id, struct talk *t,
    enum rc (*act)(const struct desk *, int64_t, struct talk *))
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, act(d, id, t));
}

enum rc
text_take(const struct desk *d, int64_t id, struct talk *t)
{
	return in_turn(d, id, t, take);
}

enum rc
text_take_over(const struct desk *d, int64_t id, struct talk *t)
{
	return in_turn(d, id, t, take_over);
}

enum rc
text_put_back(const struct desk *d, int64_t id)
{
	struct talk	 t;

	return in_turn(d, id, &t, put_back);
}

/* --- the conversation ------------------------------------------------------------------------ */

static bool
may_read(const struct desk *d, const struct talk *t)
{
	return t->account == d->who.id || t->account == 0 || role_may(d->who.role, MAY_TRIAGE);
}

static enum rc
see(const struct desk *d, enum rc rc, const struct talk *t, struct text_row *row)
{
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if (rc != RC_OK)
		return rc;
	return may_read(d, t) ? fill_row(d, t, row) : RC_NOTFOUND;
}

enum rc
text_see(const struct desk *d, int64_t id, struct text_row *row)
{
	struct talk	 t;
	enum rc		 rc = talk_by_id(d->db, d->arena, id, &t);

	return see(d, rc, &t, row);
}

enum rc
text_of_token(const struct desk *d, const char *token, struct text_row *row)
{
	struct talk	 t;
	enum rc		 rc = talk_by_token(d->db, d->arena, token, &t);

	return see(d, rc, &t, row);
}

enum rc
text_is_unsure(const struct desk *d, int64_t ticket, bool *unsure)
{
	return talk_is_unsure(d->db, ticket, unsure);
}

enum rc
text_own(const struct desk *d, struct text_row *rows, size_t *n, size_t max)
{
	struct talk	 list[TEXT_ROWS];
	enum rc		 rc;

	*n = 0;
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	rc = talk_own(d->db, d->arena, d->who.id, list, n, max < TEXT_ROWS ? max : TEXT_ROWS);
	return rc == RC_OK ? fill_rows(d, list, *n, rows) : rc;
}

static enum rc
own_open(const struct desk *d, int64_t id, struct talk *t)
{
	enum rc	 rc = talk_by_id(d->db, d->arena, id, t);

	if (rc != RC_OK)
		return rc;
	return t->account != d->who.id || t->ended != 0 ? RC_CONFLICT : RC_OK;
}

static enum rc
ask(const struct desk *d, int64_t id, const char *token, const char *words)
{
	struct talk	 t;
	bool		 known;
	enum rc		 rc;

	if ((rc = message_is_known(d->db, token, &known)) != RC_OK || known)
		return rc;
	if ((rc = own_open(d, id, &t)) != RC_OK)
		return rc;
	return text_put(d, &t, SIDE_OUT, token, words, t.gateway == 0 ? 0 : d->now);
}

enum rc
text_ask(const struct desk *d, int64_t id, const char *token, const char *words)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if (*words == '\0' || *token == '\0' || text_length(words) > TALK_WORDS)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, ask(d, id, token, words));
}

static enum rc
end(const struct desk *d, int64_t id, struct talk *t)
{
	enum rc	 rc = own_open(d, id, t);

	if (rc != RC_OK)
		return rc;
	if (t->sure == 0)
		return RC_CONFLICT;	/* first it becomes an incident, or none */
	t->ended = d->now;
	if ((rc = talk_save(d->db, t)) != RC_OK)
		return rc;
	return text_record(d, t, "over");
}

enum rc
text_end(const struct desk *d, int64_t id)
{
	struct talk	 t;

	return in_turn(d, id, &t, end);
}

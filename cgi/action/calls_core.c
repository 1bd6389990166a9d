/* calls_core.c: what calls that are no incident have in common. */
#include <inttypes.h>
#include <stdlib.h>

#include "action/calls_core.h"
#include "lib/text.h"
#include "store/draft_store.h"
#include "store/event_store.h"
#include "store/live_store.h"
#include "store/ref_store.h"

static const int64_t	 TOKEN_AGE = INT64_C(20) * 3600 * 1000;	/* less than a form may have */

int64_t
calls_setting(const struct desk *d, const char *name, int64_t from, int64_t to, int64_t usual)
{
	const char	*text;
	int64_t		 n;

	if (setting_get(d->db, d->arena, name, &text) != RC_OK || *text == '\0')
		return usual;
	n = strtoimax(text, NULL, 10);
	return n >= from && n <= to ? n : usual;
}

struct bytes
calls_phone(const struct desk *d, const char *number)
{
	unsigned char	*key = arena_alloc(d->arena, HASH_SIZE);

	if (*number == '\0')
		return (struct bytes){ 0 };
	secret_lookup(d->secret, "phone", number, key);
	return (struct bytes){ key, HASH_SIZE };
}

enum rc
calls_record(const struct desk *d, const struct call *c, const struct call_event *what)
{
	struct event	 e = {
		.at = d->now, .ticket = c->ticket, .life = LIFE_CALL, .object = c->id,
		.act = what->act, .before = what->before, .after = what->after, .who = d->who,
		.note = what->note, .data = what->data,
	};

	return event_add(d->db, d->arena, &e);
}

enum rc
calls_signal(const struct desk *d, const char *kind, int64_t about)
{
	static const enum role	 desks[] = { ROLE_CALL_TAKER, ROLE_DISPATCHER, ROLE_SUPERVISOR };
	struct signal		 s = { .at = d->now, .kind = kind,
				    .about = arena_printf(d->arena, "%" PRId64, about) };
	size_t			 i;
	enum rc			 rc = RC_OK;

	for (i = 0; i < COUNT(desks) && rc == RC_OK; i++) {
		s.role = desks[i];
		rc = signal_add(d->db, &s);
	}
	return rc;
}

/* --- a form for a call that is there ------------------------------------------------------ */

const char *
calls_number(const struct desk *d, const char *token, struct bytes sealed)
{
	const char	*number;

	if (sealed.data == NULL || secret_unseal(d->secret, d->arena,
	    arena_printf(d->arena, "call:%s", token), sealed, &number) != RC_OK)
		return "";
	return number;
}

/* A token that is none of a form's, or too old for one: another, and the number sealed anew. */
static enum rc
give_token(const struct desk *d, const struct call *c, struct call_seal *seal,
    const char *number)
{
	enum rc	 rc;

	if (secret_minted(d->secret, seal->token, d->now, TOKEN_AGE))
		return RC_OK;
	rc = call_once(d->db, seal->token, c->id, d->now);	/* it may come again */
	if (rc != RC_OK && rc != RC_CONFLICT)
		return rc;
	seal->token = secret_mint(d->secret, d->arena, d->now);
	if (*number != '\0')
		seal->sealed = secret_seal(d->secret, d->arena,
		    arena_printf(d->arena, "call:%s", seal->token), number);
	return call_set_seal(d->db, c->id, seal);
}

enum rc
calls_form(const struct desk *d, const struct call *c, int64_t *draft)
{
	struct call_seal	 seal;
	struct draft_row	 row = { .account = d->who.id, .rang = c->rang, .saved = d->now };
	const char		*number, *body;
	enum rc			 rc;

	if ((rc = call_seal_of(d->db, d->arena, c->id, &seal)) != RC_OK)
		return rc;
	number = calls_number(d, seal.token, seal.sealed);
	if ((rc = give_token(d, c, &seal, number)) != RC_OK ||
	    (rc = draft_end(d->db, seal.token)) != RC_OK)
		return rc;
	body = arena_printf(d->arena, "rang=%" PRId64 "&phone=%s&detail=%s", d->now, number,
	    text_url(d->arena, c->note));
	row.token = seal.token;
	row.sealed = secret_seal(d->secret, d->arena, arena_printf(d->arena, "draft:%s",
	    seal.token), body);
	if ((rc = draft_put(d->db, &row)) != RC_OK ||
	    (rc = draft_by_token(d->db, d->arena, seal.token, &row)) != RC_OK)
		return rc;
	*draft = row.id;
	return RC_OK;
}

enum rc
calls_is_over(const struct desk *d, const struct call *c, bool *over)
{
	struct call_fix	 fix;
	enum rc		 rc;

	*over = c->state == ST_CLOSED || c->state == ST_CALLBACK_QUEUE;
	if (c->state != ST_CLOSED)
		return RC_OK;
	if ((rc = fix_of(d->db, d->arena, c->id, &fix)) == RC_OK)
		*over = false;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

/* --- re-typing, once its form is sent ------------------------------------------------------- */

enum rc
retype_finish(const struct desk *d, const struct call *c, const char *type)
{
	struct call_fix	 fix;
	enum rc		 rc = c->state == ST_CLOSED ?
			    fix_of(d->db, d->arena, c->id, &fix) : RC_NOTFOUND;

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	if ((rc = calls_record(d, c, &(struct call_event){ .act = ACT_RETYPE,
	    .before = ST_CLOSED, .after = ST_CLOSED, .note = fix.note,
	    .data = arena_printf(d->arena, "{\"from\":\"%s\",\"to\":\"%s\"}", c->type,
	    type) })) != RC_OK)
		return rc;
	return fix_drop(d->db, c->id);
}

enum rc
retype_drop(const struct desk *d, const struct call *c, const char *token)
{
	struct call_fix	 fix;
	enum rc		 rc = fix_of(d->db, d->arena, c->id, &fix);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	if ((rc = fix_drop(d->db, c->id)) != RC_OK)
		return rc;
	return draft_end(d->db, token);
}

/* text_action.c: an emergency is written, and the citizen's side of the conversation. */
#include <string.h>

#include "action/citizen_action.h"
#include "action/text_core.h"
#include "domain/number.h"
#include "domain/red_flag.h"
#include "domain/throttle.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/throttle_store.h"
#include "store/vocab_store.h"

enum { CODE_LETTERS = 12 };

/*
 * Several people of one house may write, and a whole quarter may share an
 * address: who is over this is heard as well, but behind the others, and by a
 * person alone.  The fourth within a while starts the wait, which the fifth meets.
 */
static const struct budget address_budget = {
	.free = 3, .first = 10 * MINUTE, .longest = 60 * MINUTE, .forget = 60 * MINUTE
};

/* --- one comes in ----------------------------------------------------------------------- */

/* The same form has the same code, so that a second click is shown it, too. */
static const char *
code_of(const struct desk *d, const char *token)
{
	static const char	 letters[] = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
	unsigned char		 hash[HASH_SIZE];
	char			*out = arena_alloc(d->arena, CODE_LETTERS + 1);
	size_t			 i;

	secret_lookup(d->secret, "talk code", token, hash);
	for (i = 0; i < CODE_LETTERS; i++)
		out[i] = letters[hash[i] % (sizeof(letters) - 1)];
	return out;
}

static struct bytes
looked_up(const struct desk *d, const char *purpose, const char *text)
{
	unsigned char	*hash = arena_alloc(d->arena, HASH_SIZE);

	secret_lookup(d->secret, purpose, text, hash);
	return (struct bytes){ hash, HASH_SIZE };
}

/* What the words say weighs more than the button that was pressed. */
static enum rc
weigh(const struct desk *d, const struct text_report *r, struct talk *t)
{
	const struct category	*c = r->category, *named;
	const struct red_flag	*found;
	struct red_flag		*flags;
	const char		*words;
	size_t			 n;
	enum rc			 rc;

	if ((rc = red_flag_list(d->db, d->arena, &flags, &n)) != RC_OK)
		return rc;
	n = red_flags(d->arena, flags, n, r->words, &found, &words, 1);
	named = n == 0 ? NULL : ref_category_code(d->ref, found->category);
	if (c == NULL)
		c = named != NULL ? named : ref_category_code(d->ref, "LAIN");
	if (c == NULL)
		return RC_FAIL;
	t->category = c->id;
	t->priority = c->priority;
	if (n > 0 && found->priority < t->priority)
		t->priority = found->priority;
	return RC_OK;
}

/* One more of this address; was it one too many? */
static enum rc
count_address(const struct desk *d, const char *remote, bool *behind)
{
	unsigned char	 key[HASH_SIZE];
	struct throttle	 t;
	enum rc		 rc;

	*behind = false;
	if (remote == NULL)
		return RC_OK;
	secret_lookup(d->secret, "text address", remote, key);
	if ((rc = throttle_read(d->db, key, &t)) != RC_OK)
		return rc;
	*behind = throttle_wait(&t, &address_budget, d->now) > 0;
	throttle_miss(&t, &address_budget, d->now);
	return throttle_save(d->db, key, &t);
}

static enum rc
begin_talk(const struct desk *d, const struct text_report *r, struct talk *t)
{
	int64_t	 wait;
	enum rc	 rc;

	*t = (struct talk){
		.token = r->token, .gateway = r->gateway, .channel = r->channel,
		.lang = r->lang, .mute = r->mute, .at = d->now, .place = r->place,
		.words = text_cut(d->arena, r->words, TALK_FIRST),
	};
	if ((rc = weigh(d, r, t)) != RC_OK ||
	    (rc = count_address(d, r->remote, &t->behind)) != RC_OK ||
	    (rc = text_setting(d, "text_wait", TEXT_WAIT, TEXT_WAIT_MOST, &wait)) != RC_OK)
		return rc;
	/* Nobody is sent to a place that nobody knows. */
	if (*t->place.text == '\0' && *t->place.area == '\0' && t->place.lat == 0 &&
	    t->place.lon == 0)
		wait = 0;
	t->route = t->behind || wait == 0 ? 0 : d->now + wait * SECOND;
	return RC_OK;
}

static enum rc
put(const struct desk *d, const struct text_report *r, const char *code, struct talk *t)
{
	const struct identity	 who = { r->name, r->phone, "", "" };
	struct talk_who		 w = { .code = looked_up(d, "code", code) };
	enum rc			 rc;

	w.sealed = text_seal(d, r->token, &who);
	if (*r->sender != '\0')
		w.sender = looked_up(d, "text sender", r->sender);
	if ((rc = begin_talk(d, r, t)) != RC_OK || (rc = talk_insert(d->db, t, &w)) != RC_OK)
		return rc;
	if (*t->words != '\0' && (rc = text_put(d, t, SIDE_IN, arena_printf(d->arena,
	    "talk:%s", t->token), t->words, 0)) != RC_OK)
		return rc;
	if ((rc = text_record(d, t, "came")) != RC_OK)
		return rc;
	return text_signal(d, "text-new", t->id);
}

static enum rc
send(const struct desk *d, const struct text_report *r, const char *code, bool *again)
{
	struct talk	 t;
	enum rc		 rc = talk_by_token(d->db, d->arena, r->token, &t);

	*again = rc == RC_OK;
	return rc == RC_NOTFOUND ? put(d, r, code, &t) : rc;
}

enum rc
text_begin(const struct desk *d, const struct text_report *r)
{
	struct talk	 t;

	return put(d, r, code_of(d, r->token), &t);
}

enum rc
text_of_sender(const struct desk *d, const char *sender, struct talk *t)
{
	return talk_by_sender(d->db, d->arena, looked_up(d, "text sender", sender), t);
}

enum rc
text_send(const struct desk *d, const struct text_report *r, const char **code, bool *again)
{
	struct desk	 own = *d;
	enum rc		 rc;

	if (*r->place.text == '\0' && *r->place.area == '\0' && r->place.lat == 0 &&
	    r->place.lon == 0)
		return RC_INPUT;
	own.who = (struct actor){ .role = ROLE_REPORTER, .name = "" };
	*code = code_of(d, r->token);
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, send(&own, r, *code, again));
}

/* --- and goes on ---------------------------------------------------------------------- */

enum rc
text_open(const struct desk *d, const char *code, const char *remote, struct talk *t)
{
	const char	*letters = code_read(d->arena, code);
	enum rc		 rc = code_try(d, remote);

	if (rc != RC_OK)
		return rc;
	rc = letters == NULL ? RC_NOTFOUND :
	    talk_by_code(d->db, d->arena, looked_up(d, "code", letters), t);
	return rc == RC_NOTFOUND ? code_missed(d, remote) : rc;
}

enum rc
text_lines(const struct desk *d, const struct talk *t, struct message **list, size_t *n)
{
	return message_list(d->db, d->arena, t->id, 0, list, n, TALK_LINES);
}

/* Whoever has it hears it; where nobody has, all who could. */
static enum rc
tell(const struct desk *d, const struct talk *t)
{
	return t->account != 0 ? text_signal_to(d, "text-line", t->id, t->account) :
	    text_signal(d, "text-line", t->id);
}

enum rc
text_heard(const struct desk *d, const struct talk *seen, const char *token, const char *words)
{
	struct talk	 t;
	bool		 known;
	int64_t		 n;
	enum rc		 rc;

	if ((rc = message_is_known(d->db, token, &known)) != RC_OK || known)
		return rc;
	if ((rc = talk_by_id(d->db, d->arena, seen->id, &t)) != RC_OK)
		return rc;
	if (t.ended != 0)
		return RC_CONFLICT;
	if ((rc = message_count(d->db, t.id, SIDE_IN, d->now - MINUTE, TALK_FLOOD, &n)) != RC_OK)
		return rc;
	if (n >= TALK_FLOOD)
		return RC_BUSY;
	if ((rc = text_put(d, &t, SIDE_IN, token, words, 0)) != RC_OK ||
	    (rc = talk_heard(d->db, t.id, d->now)) != RC_OK)
		return rc;
	return tell(d, &t);
}

enum rc
text_answer(const struct desk *d, const struct talk *t, const char *token, const char *words)
{
	enum rc	 rc;

	if (*words == '\0' || text_length(words) > TALK_WORDS)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, text_heard(d, t, token, words));
}

/* text_core.c: what a written emergency is to the calls and tickets made of it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/text_core.h"
#include "lib/buf.h"
#include "lib/json.h"
#include "store/event_store.h"
#include "store/live_store.h"
#include "store/ref_store.h"

/* --- who writes ---------------------------------------------------------------------- */

static const char *
context(struct arena *a, const char *token)
{
	return arena_printf(a, "talk:%s", token);
}

struct bytes
text_seal(const struct desk *d, const char *token, const struct identity *who)
{
	struct buf	 b = { 0 };
	struct bytes	 sealed;

	if (*who->name == '\0' && *who->phone == '\0')
		return (struct bytes){ 0 };
	buf_text(&b, "{\"name\":");
	json_put_text(&b, who->name);
	buf_text(&b, ",\"phone\":");
	json_put_text(&b, who->phone);
	buf_text(&b, "}");
	sealed = secret_seal(d->secret, d->arena, context(d->arena, token), b.data);
	explicit_bzero(b.data, b.len);
	buf_free(&b);
	return sealed;
}

enum rc
text_who(const struct desk *d, const struct talk *t, struct identity *who)
{
	struct bytes	 sealed;
	struct json	*j;
	const char	*text;
	enum rc		 rc;

	*who = (struct identity){ "", "", "", "" };
	if ((rc = talk_seal(d->db, d->arena, t->id, &sealed)) != RC_OK || sealed.len == 0)
		return rc;
	rc = secret_unseal(d->secret, d->arena, context(d->arena, t->token), sealed, &text);
	if (rc != RC_OK || (j = json_read(text)) == NULL)
		return rc == RC_OK ? RC_FAIL : rc;
	who->name = arena_text(d->arena, json_text(json_get(j, "name")));
	who->phone = arena_text(d->arena, json_text(json_get(j, "phone")));
	json_free(j);
	return RC_OK;
}

/* --- what is told -------------------------------------------------------------------- */

enum rc
text_record(const struct desk *d, const struct talk *t, const char *what)
{
	struct event	 e = {
		.at = d->now, .ticket = t->ticket, .object = t->id, .act = ACT_TEXT,
		.who = d->who, .note = "", .data = what,
	};

	return event_add(d->db, d->arena, &e);
}

enum rc
text_signal_to(const struct desk *d, const char *kind, int64_t about, int64_t account)
{
	return signal_add(d->db, &(struct signal){ .at = d->now, .account = account,
	    .kind = kind, .about = arena_printf(d->arena, "%" PRId64, about) });
}

enum rc
text_signal(const struct desk *d, const char *kind, int64_t about)
{
	enum role	 r;
	enum rc		 rc = RC_OK;

	for (r = ROLE_NONE + 1; r < ROLE_COUNT && rc == RC_OK; r++)
		if (role_may(r, MAY_TAKE))
			rc = signal_add(d->db, &(struct signal){ .at = d->now, .role = r,
			    .kind = kind, .about = arena_printf(d->arena, "%" PRId64, about) });
	return rc;
}

enum rc
text_put(const struct desk *d, const struct talk *t, enum side side, const char *token,
    const char *words, int64_t due)
{
	struct message	 m = { .talk = t->id, .side = side, .words = words, .at = d->now,
		.account = side == SIDE_OUT ? d->who.id : 0 };

	return message_insert(d->db, &m, token, due);
}

enum rc
text_setting(const struct desk *d, const char *name, int64_t usual, int64_t most, int64_t *out)
{
	const char	*text;
	char		*end;
	int64_t		 n;
	enum rc		 rc = setting_get(d->db, d->arena, name, &text);

	n = strtoimax(text, &end, 10);
	*out = *text != '\0' && *end == '\0' && n >= 0 && n <= most ? n : usual;
	return rc;
}

/* --- calls and tickets made of it ------------------------------------------------------ */

enum rc
text_filing(const struct desk *d, struct filing *f)
{
	struct talk	*t = arena_new(d->arena, struct talk);
	struct bytes	 code;
	enum rc		 rc = talk_by_token(d->db, d->arena, f->token, t);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	if (d->who.role != ROLE_WORKER && t->account != d->who.id)
		return RC_CONFLICT;
	if ((rc = talk_code(d->db, d->arena, t->id, &code)) != RC_OK)
		return rc;
	f->talk = t;
	f->code = code.data;
	f->channel = t->channel;
	f->lang = t->lang;
	if (f->happened == 0)
		f->happened = t->at;
	return RC_OK;
}

bool
text_is_routed(const struct filing *f)
{
	return f->talk != NULL && f->talk->ticket != 0 && f->talk->sure == 0;
}

/* Left by whoever had it: it waits for somebody once more. */
static void
let_go(struct talk *t)
{
	t->account = 0;
	t->taken = 0;
}

enum rc
text_filed(struct work_on *w, const struct filing *f, int64_t reporter)
{
	const struct desk	*d = w->d;
	struct talk		 t;
	bool			 person = d->who.role != ROLE_WORKER, was;
	enum rc			 rc;

	if (f->talk == NULL)
		return RC_OK;
	t = *f->talk;
	was = t.ticket != 0;
	t.ticket = w->t.id;
	t.reporter = reporter;
	t.route = 0;
	if (person)
		t.sure = d->now;
	else
		let_go(&t);
	if ((rc = talk_save(d->db, &t)) != RC_OK ||
	    (rc = text_signal(d, "text-taken", t.id)) != RC_OK)
		return rc;
	if (!person || !was)
		return RC_OK;
	return core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_SURE, .before = w->t.state, .after = w->t.state,
	    .agency = d->who.agency, .note = "", .data = "" });
}

enum rc
text_called(const struct desk *d, const struct filing *f, struct call *c)
{
	if (f->talk == NULL && strcmp(talk_channel(f->channel), talk_channels[0]) == 0)
		return RC_OK;
	if (f->talk != NULL)
		c->rang = f->talk->at;
	return talk_set_call(d->db, c, f->channel);
}

enum rc
text_ended(const struct desk *d, const char *token)
{
	struct talk	 t;
	enum rc		 rc = talk_by_token(d->db, d->arena, token, &t);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	if (t.ended != 0)
		return RC_OK;
	if (t.ticket != 0)
		return RC_CONFLICT;
	t.ended = d->now;
	t.route = 0;
	if ((rc = talk_save(d->db, &t)) != RC_OK ||
	    (rc = text_signal(d, "text-taken", t.id)) != RC_OK)
		return rc;
	return text_record(d, &t, "over");
}

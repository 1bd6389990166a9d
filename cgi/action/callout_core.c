/* callout_core.c: what calling out and answering share: links, messages, the end. */
#include "action/callout_core.h"
#include "lib/buf.h"
#include "lib/json.h"

struct bytes
callout_key(const struct desk *d, const char *code)
{
	unsigned char	*key = arena_alloc(d->arena, HASH_SIZE);

	secret_lookup(d->secret, "callout", code, key);
	return (struct bytes){ key, HASH_SIZE };
}

/* The link's code is in the seal alone; who sends it finds the address by the callee. */
enum rc
callout_tell(struct work_on *w, const struct callee *c, const char *kind, const char *code)
{
	const struct desk	*d = w->d;
	struct buf		 b = { 0 };
	struct bytes		 sealed;

	buf_printf(&b, "{\"callee\":%lld,\"code\":", (long long)c->id);
	json_put_text(&b, code == NULL ? "" : code);
	buf_text(&b, "}");
	sealed = secret_seal(d->secret, d->arena, arena_printf(d->arena, "letter:0:%lld",
	    (long long)w->event), b.data);
	buf_free(&b);
	return callee_letter(d->db, kind, c->by_mail ? "mail" : "sms", w->t.id, w->event, sealed,
	    d->now);
}

/* Under way is who said yes and has not gone home; who never answered is not asked any more. */
static enum rc
stand_down(struct work_on *w, struct callee *c)
{
	bool	 coming = c->answer == SAID_YES && c->left == 0;
	enum rc	 rc;

	if (c->stood != 0)
		return RC_OK;
	c->stood = w->d->now;
	rc = callee_save(w->d->db, c);
	return rc == RC_OK && coming && c->volunteer != 0 ?
	    callout_tell(w, c, LETTER_OFF, NULL) : rc;
}

enum rc
callout_stop(struct work_on *w, int64_t callout)
{
	struct callee	*list = arena_alloc(w->d->arena, CALLEES_MAX * sizeof(*list));
	size_t		 i, n;
	enum rc		 rc;

	if ((rc = callout_end(w->d->db, callout, w->d->now)) != RC_OK ||
	    (rc = core_record(w, &(struct record){ .object = callout, .act = ACT_CALL_OFF,
	    .agency = w->d->who.agency })) != RC_OK)
		return rc;
	rc = callee_list(w->d->db, callout, list, &n, CALLEES_MAX);
	for (i = 0; i < n && rc == RC_OK; i++)
		rc = stand_down(w, &list[i]);
	return rc;
}

enum rc
callout_close(struct work_on *w)
{
	int64_t	 ids[CALLOUTS_MAX];
	int64_t	 event = w->event;
	size_t	 i, n;
	enum rc	 rc;

	if (w->t.open)
		return RC_OK;
	rc = callout_open(w->d->db, w->t.id, ids, &n, CALLOUTS_MAX);
	for (i = 0; i < n && rc == RC_OK; i++)
		rc = callout_stop(w, ids[i]);
	w->event = event;		/* letters that follow are about the move */
	return rc;
}

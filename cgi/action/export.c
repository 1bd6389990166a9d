/* export.c: a file was taken away: what the record says of it. */
#include "action/export.h"
#include "domain/ticket.h"
#include "lib/json.h"
#include "store/event_store.h"

static const char *
describe(const struct desk *d, const struct exported *x)
{
	unsigned char	 hash[HASH_SIZE];
	struct buf	 b = { 0 };
	const char	*text;

	secret_hash((struct bytes){ x->out->data, x->out->len }, (struct bytes){ "", 0 }, hash);
	buf_text(&b, "{\"what\":");
	json_put_text(&b, x->what);
	buf_text(&b, ",\"filter\":");
	json_put_text(&b, x->query);
	buf_printf(&b, ",\"rows\":%zu,\"more\":%s,\"digest\":\"%s\"}", x->rows,
	    x->more ? "true" : "false",
	    secret_hex(d->arena, (struct bytes){ hash, sizeof(hash) }));
	text = arena_text(d->arena, b.data);
	buf_free(&b);
	return text;
}

enum rc
export_record(const struct desk *d, const struct exported *x)
{
	struct event	 e = { .at = d->now, .act = ACT_EXPORT, .who = d->who };
	enum rc		 rc;

	e.data = describe(d, x);
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, event_add(d->db, d->arena, &e));
}

/* call_data.c: what the call desk's script completes words from. */
#include "lib/json.h"
#include "page/call_page.h"
#include "page/view.h"
#include "page/words_page.h"

static void
put(struct buf *b, const char *name, const char *value, char after)
{
	buf_printf(b, "\"%s\":", name);
	json_put_text(b, value);
	buf_add(b, &after, 1);
}

/* c code, n name, o name in the other language, w callers' words, i icon, t track */
static void
put_category(struct visit *v, struct buf *b, const struct category *c)
{
	bool		 english = v->lang == LANG_EN && *c->name_en != '\0';

	buf_text(b, "{");
	put(b, "c", c->code, ',');
	put(b, "n", english ? c->name_en : c->name, ',');
	put(b, "o", english ? c->name : c->name_en, ',');
	put(b, "w", c->words, ',');
	put(b, "i", *c->icon == '\0' ? "ellipsis" : c->icon, ',');
	put(b, "p", priority_code(c->priority), ',');
	buf_printf(b, "\"t\":%d}", (int)c->track);
}

static void
put_categories(struct visit *v, struct buf *b)
{
	static const enum track	 order[] = { TRACK_EMERGENCY, TRACK_COMPLAINT };
	const struct ref	*r = v->desk.ref;
	const char		*comma = "";
	size_t			 i, t;

	for (t = 0; t < COUNT(order); t++)
		for (i = 0; i < r->ncategories; i++) {
			if (!r->categories[i].current || r->categories[i].track != order[t])
				continue;
			buf_text(b, comma);
			put_category(v, b, &r->categories[i]);
			comma = ",";
		}
}

static void
put_villages(struct visit *v, struct buf *b)
{
	const struct ref	*r = v->desk.ref;
	const char		*comma = "";
	size_t			 i;

	for (i = 0; i < r->nareas; i++) {
		if (r->areas[i].level != AREA_VILLAGE)
			continue;
		buf_printf(b, "%s{", comma);
		put(b, "c", r->areas[i].code, ',');
		put(b, "n", view_area(v, r->areas[i].code), '}');
		comma = ",";
	}
}

/* Large, and the same for weeks: the browser keeps it and asks whether it still is. */
enum rc
call_data(struct visit *v)
{
	unsigned char	 hash[HASH_SIZE];
	struct buf	*b = &v->req->body;

	buf_text(b, "{\"categories\":[");
	put_categories(v, b);
	buf_text(b, "],\"villages\":[");
	put_villages(v, b);
	buf_text(b, "]");
	words_put_data(v, b);
	buf_text(b, "}");
	v->req->type = "application/json; charset=utf-8";
	v->req->cache = "private, no-cache";
	secret_hash((struct bytes){ b->data, b->len }, (struct bytes){ 0 }, hash);
	http_unchanged(v->req, secret_hex(v->req->arena, (struct bytes){ hash, 16 }));
	return RC_OK;
}

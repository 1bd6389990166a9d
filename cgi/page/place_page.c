/* place_page.c: pieces for the place of a call: names, a point's village, the map, a link. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/json.h"
#include "page/place_page.h"
#include "page/place_view.h"
#include "page/view.h"

static const char *
asked(const struct visit *v, const char *name)
{
	const char	*value = pairs_get(&v->req->query, name);

	return value == NULL ? "" : value;
}

static void
put(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, ",\"%s\":", name);
	json_put_text(b, value);
}

/* n name, k kind in words, i icon, a area's code, v village, t the field's new text, p point */
static void
put_row(struct visit *v, struct buf *b, const struct place_row *r)
{
	static const char *const	 icons[PLACE_KINDS] = { "map-pin", "map-pinned", "signpost",
		"landmark", "history" };
	const struct point		 p = { r->n.lat, r->n.lon };

	buf_printf(b, "%s{\"e\":%d", b->len > 1 ? "," : "", r->exact);
	put(b, "n", r->n.name);
	put(b, "k", view_code(v, "L.place.kind", place_kind_code(r->n.kind)));
	put(b, "i", icons[r->n.kind]);
	put(b, "a", r->n.area);
	put(b, "v", view_area(v, r->n.area));
	put(b, "t", r->text);
	put(b, "p", p.lat == 0 && p.lon == 0 ? "" : view_coords(v, p));
	buf_text(b, "}");
}

enum rc
place_names(struct visit *v)
{
	struct place_row	 rows[PLACE_ROWS];
	struct buf		*b = &v->req->body;
	size_t			 i, n;
	enum rc			 rc = place_search(&v->desk, asked(v, "q"), asked(v, "area"), rows, &n);

	if (rc != RC_OK)
		return rc;
	buf_text(b, "[");
	for (i = 0; i < n; i++)
		put_row(v, b, &rows[i]);
	buf_text(b, "]");
	v->req->type = "application/json; charset=utf-8";
	return RC_OK;
}

static enum rc
show_part(struct visit *v, const char *file)
{
	return tmpl_render(v->tmpl, file, v->vars, &v->req->body);
}

enum rc
place_point(struct visit *v)
{
	const char	*typed = asked(v, "koordinat");
	struct spot	 s;
	struct point	 p;
	enum rc		 rc;

	if (*typed == '\0' || !geo_read(typed, &p)) {
		set_flag(v->vars, "spot_bad", *typed != '\0');
		return show_part(v, "part/call_place_spot.cs");
	}
	if ((rc = place_spot(&v->desk, p, &s)) != RC_OK)
		return rc;
	view_spot(v, p, &s, NULL, false);
	return show_part(v, "part/call_place_spot.cs");
}

/* The same for weeks: the browser keeps it and asks whether it still is. */
enum rc
place_map(struct visit *v)
{
	unsigned char	 hash[HASH_SIZE];
	struct point	 p = { 0, 0 };
	enum rc		 rc;

	if (!geo_read(asked(v, "koordinat"), &p))
		p = (struct point){ 0, 0 };
	if ((rc = view_map(v, p)) != RC_OK ||
	    (rc = show_part(v, "part/call_place_map.cs")) != RC_OK)
		return rc;
	v->req->cache = "private, no-cache";
	secret_hash((struct bytes){ v->req->body.data, v->req->body.len }, (struct bytes){ 0 }, hash);
	http_unchanged(v->req, secret_hex(v->req->arena, (struct bytes){ hash, 16 }));
	return RC_OK;
}

/* --- a link ------------------------------------------------------------------------- */

static const char *
posted(const struct visit *v, const char *name)
{
	const char	*value = pairs_get(&v->req->sent, name);

	return value == NULL ? "" : value;
}

static const char *
base(void)
{
	const char	*url = getenv("SIAGA_URL");

	return url == NULL ? "" : url;
}

enum rc
place_ask(struct visit *v)
{
	const char	*code;
	struct vars	*link = vars_child(v->vars, "link");
	enum rc		 rc = locate_ask(&v->desk, posted(v, "token"), &code);

	if (rc != RC_OK)
		return rc;
	set_kept(link, "code", code);
	set_kept(link, "text", view_say(v, "L.place.sms", v->desk.ref->city,
	    arena_printf(v->req->arena, "%s/lokasi/%s", base(), code)));
	return show_part(v, "part/call_place_link.cs");
}

/* Posted, so that no proxy or log has the call's token in an address. */
enum rc
place_wait(struct visit *v)
{
	struct buf	*b = &v->req->body;
	struct point	 p;
	int64_t		 metres, got;
	enum rc		 rc = locate_read(&v->desk, v->arg, posted(v, "token"), &p, &metres, &got);

	if (rc != RC_OK)
		return rc;
	buf_printf(b, "{\"got\":%d", got != 0);
	if (got != 0) {
		put(b, "p", view_coords(v, p));
		put(b, "say", view_say(v, "L.place.came", view_clock(v, got), view_metres(v, metres)));
	}
	buf_text(b, "}");
	v->req->type = "application/json; charset=utf-8";
	return RC_OK;
}

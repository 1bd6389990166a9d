/* photo_page.c: the photos of a form, and the pictures themselves. */
#include <string.h>

#include "domain/number.h"
#include "page/photo_page.h"
#include "page/ticket_page.h"
#include "page/view.h"

/* --- of a form --------------------------------------------------------------------- */

static size_t
files_of(const struct visit *v, struct bytes list[MAX_FILES])
{
	size_t	 i, n = 0;

	for (i = 0; i < v->req->files.n; i++)
		if (strcmp(v->req->files.items[i].name, "foto") == 0)
			list[n++] = v->req->files.items[i].data;
	return n;
}

/* Which photo it is, is said where there is more than one. */
static void
tell(struct form *form, const struct photos *p)
{
	static const char *const	 keys[PICTURE_FAULTS] = {
		[PICTURE_ALIEN] = "L.photo.alien", [PICTURE_HEAVY] = "L.photo.heavy",
		[PICTURE_HUGE] = "L.photo.huge", [PICTURE_BROKEN] = "L.photo.broken",
		[PICTURE_DOUBLE] = "L.photo.double", [PICTURE_SLOW] = "L.photo.slow",
	};
	size_t	 i = form_find(form, "foto");

	form->faults[i].key = p->many ? "L.photo.many" : keys[p->fault];
	form->faults[i].number = p->many ? PHOTOS : (int64_t)p->which;
}

bool
photo_look(struct visit *v, struct form *form, struct photos *out)
{
	struct bytes	 list[MAX_FILES];
	size_t		 n = files_of(v, list);
	bool		 good = photo_check(list, n, out) == RC_OK;

	if (!good)
		tell(form, out);
	return good;
}

enum rc
photo_take(struct visit *v, struct form *form, struct photos *out)
{
	struct bytes	 list[MAX_FILES];
	size_t		 n = files_of(v, list);
	enum rc		 rc;

	*out = (struct photos){ 0 };
	if (n == 0)
		return RC_OK;
	if ((rc = photo_develop(&v->desk, list, n, out)) == RC_INPUT)
		tell(form, out);
	return rc;
}

void
view_photo_field(struct visit *v, const struct form *form)
{
	const char	*key = form->faults[form_find(form, "foto")].key;
	struct vars	*most = vars_child(v->vars, "photo_most");

	set_int(most, "count", PHOTOS);
	set_int(most, "bytes", PICTURE_BYTES);
	set_kept(most, "many", view_say(v, "L.photo.many", "", view_number(v, PHOTOS)));
	set_kept(most, "heavy", view_word(v, "L.photo.heavy"));
	set_flag(v->vars, "photo_again", v->req->files.n > 0);
	if (key != NULL && (strcmp(key, "L.photo.many") == 0 || strcmp(key, "L.photo.heavy") == 0))
		v->req->status = 413;
}

/* --- the pictures ------------------------------------------------------------------ */

/* Names are secret_token()s; anything else is asked of nobody. */
static bool
is_name(const char *name)
{
	return strlen(name) == 43 && strspn(name, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == 43;
}

/* The n-th segment of the path, from 0: "/laporan/N/foto/NAME/kecil" has five. */
static const char *
segment(const struct visit *v, int n)
{
	const char	*p = v->req->path;

	for (; n >= 0 && p != NULL; n--)
		if ((p = strchr(p, '/')) != NULL)
			p++;
	return p == NULL ? "" : arena_printf(v->req->arena, "%.*s", (int)strcspn(p, "/"), p);
}

static enum rc
send(struct visit *v, enum rc rc, struct bytes jpeg)
{
	if (rc != RC_OK)
		return rc;
	v->req->type = "image/jpeg";
	v->req->cache = "private, no-store";
	http_header(v->req, "Content-Disposition", "inline; filename=\"foto.jpg\"");
	buf_add(&v->req->body, jpeg.data, jpeg.len);
	return RC_OK;
}

const char *
photo_name(const struct visit *v)
{
	const char	*name = segment(v, 1);

	return is_name(name) ? name : NULL;
}

static enum rc
show(struct visit *v, bool small)
{
	const char	*name = photo_name(v);
	struct bytes	 jpeg = { 0 };

	if (name == NULL)
		return RC_NOTFOUND;
	return send(v, open_photo(&v->desk, name, small, &jpeg), jpeg);
}

enum rc
photo_show(struct visit *v)
{
	return show(v, false);
}

enum rc
photo_show_small(struct visit *v)
{
	return show(v, true);
}

static enum rc
show_public(struct visit *v, bool small)
{
	const char	*number = segment(v, 1), *name = segment(v, 3);
	struct bytes	 jpeg = { 0 };

	if (!is_name(name))
		return RC_NOTFOUND;
	return send(v, open_public_photo(&v->desk, number, name, small, &jpeg), jpeg);
}

enum rc
photo_public(struct visit *v)
{
	return show_public(v, false);
}

enum rc
photo_public_small(struct visit *v)
{
	return show_public(v, true);
}

struct wish {
	bool		 umum;
	const char	*dari;		/* "triase": where the desk was */
};

static const struct field wish_fields[] = {
	FLAG(struct wish, umum, "L.photo.show"),
	CODE(struct wish, dari, "L.photo.show"),
};

enum rc
photo_publish(struct visit *v)
{
	const char	*name = segment(v, 3), *number = ticket_number(v);
	struct wish	 wish;
	struct form	 form;
	enum rc		 rc;

	if (!is_name(name) || number == NULL)
		return RC_NOTFOUND;
	if ((rc = form_read(&form, v->req->arena, wish_fields, COUNT(wish_fields),
	    &v->req->sent, &wish)) != RC_OK ||
	    (rc = show_photo(&v->desk, number, name, wish.umum)) != RC_OK)
		return rc;
	http_redirect(v->req, strcmp(wish.dari, "triase") == 0 ? "/triase/%s#foto" :
	    "/tiket/%s#foto", number);
	return RC_OK;
}

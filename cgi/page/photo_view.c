/* photo_view.c: what the templates see of photos. */
#include <inttypes.h>

#include "lib/base64.h"
#include "page/photo_page.h"
#include "page/view.h"

enum { INLINED = 8 };		/* thumbnails of a tracking page: some 15 KB each */

/* "Foto laporan 2", "Foto hasil pekerjaan 1": of each kind counted for itself. */
static void
view_alt(struct visit *v, struct vars *item, const struct shot *s, int64_t count[SHOT_KINDS])
{
	set_kept(item, "alt", view_say(v, s->kind == SHOT_PROOF ? "L.photo.alt_proof" :
	    s->reporter == 0 ? "L.field.alt" : "L.photo.alt_report", view_number(v, ++count[s->kind])));
	set_flag(item, "proof", s->kind == SHOT_PROOF);
}

/* "Foto dihapus (masa simpan habis)"; true where it is no more. */
static bool
view_gone(const struct visit *v, struct vars *item, const struct shot *s)
{
	if (*s->gone != '\0')
		set_kept(item, "gone", view_code(v, "L.photo.gone", s->gone));
	return *s->gone != '\0';
}

/* Whom the action would not send away. */
static bool
may_original(const struct visit *v, const struct shot *s)
{
	enum role	 r = v->desk.who.role;

	return *s->gone == '\0' && role_may(r, MAY_ORIGINAL) &&
	    (s->kind == SHOT_PROOF || role_may(r, MAY_OPEN_IDENTITY));
}

static void
view_flags(struct visit *v, struct vars *item, const struct photo_seen *p)
{
	const char	*key;
	size_t		 i;

	for (i = 0; i < PROOF_FLAGS; i++) {
		if ((p->flags & 1u << i) == 0)
			continue;
		key = arena_printf(v->req->arena, "L.photo.flag.%s", proof_code(i));
		set_kept(vars_item(item, "flag"), "word", view_say(v, key, p->elsewhere));
	}
	set_flag(item, "good", *p->s.gone == '\0' && p->flags == 0 && p->s.kind == SHOT_PROOF &&
	    role_may(v->desk.who.role, MAY_ANY_TICKET));
}

enum rc
view_photos(struct visit *v, const struct ticket *t)
{
	struct photo_seen	*list;
	struct vars		*item;
	int64_t			 count[SHOT_KINDS] = { 0 };
	size_t			 i, n;
	enum rc			 rc = see_photos(&v->desk, t, &list, &n);

	for (i = 0; i < n && rc == RC_OK; i++) {
		item = vars_item(v->vars, "photo");
		set_kept(item, "name", list[i].s.name);
		view_alt(v, item, &list[i].s, count);
		view_gone(v, item, &list[i].s);
		set_kept(item, "when", view_moment(v, list[i].s.at));
		if (list[i].s.taken != 0)
			set_kept(item, "taken", view_moment(v, list[i].s.taken));
		set_flag(item, "original", may_original(v, &list[i].s));
		set_flag(item, "public", list[i].s.public && *list[i].s.gone == '\0');
		view_flags(v, item, &list[i]);
	}
	set_kept(v->vars, "photo_of", t->number);
	if (n > 0)
		set_kept(v->vars, "photos", view_number(v, (int64_t)n));
	set_flag(v->vars, "may_show", role_may(v->desk.who.role, MAY_TRIAGE) &&
	    t->track == TRACK_COMPLAINT && t->display == DISPLAY_FULL);
	return rc;
}

enum rc
view_public_photos(struct visit *v, const struct ticket *t)
{
	struct shot	*list;
	struct vars	*item;
	int64_t		 count[SHOT_KINDS] = { 0 };
	size_t		 i, n;
	enum rc		 rc = see_public_photos(&v->desk, t, &list, &n);

	for (i = 0; i < n && rc == RC_OK; i++) {
		item = vars_item(v->vars, "photo");
		set_kept(item, "name", list[i].name);
		view_alt(v, item, &list[i], count);
	}
	return rc;
}

/* What cannot be opened any more is left out: the report itself is still to be read. */
enum rc
view_own_photos(struct visit *v, const struct ticket *t, int64_t reporter)
{
	struct shot	*list;
	struct vars	*item;
	struct bytes	 jpeg;
	int64_t		 count[SHOT_KINDS] = { 0 };
	size_t		 i, n;
	enum rc		 rc = see_own_photos(&v->desk, t, reporter, &list, &n);

	for (i = 0; i < n && i < INLINED && rc == RC_OK; i++) {
		jpeg.len = 0;
		if (*list[i].gone == '\0' && open_shot(&v->desk, &list[i], true, &jpeg) != RC_OK)
			continue;
		item = vars_item(v->vars, "photo");
		view_alt(v, item, &list[i], count);
		if (!view_gone(v, item, &list[i]))
			set_kept(item, "data", base64_text(v->req->arena, jpeg));
	}
	return rc;
}

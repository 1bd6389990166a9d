/*
 * text_old.c: the form before this one stood at /lapor/darurat, and sent engines unread.
 *
 * Whoever still has it open, or its address, is heard as everybody is who writes:
 * by a person first.  Its names are put into this form's, and no word is lost.
 */
#include <string.h>

#include "lib/text.h"
#include "page/text_page.h"

enum { NAMES = 8, LONGEST_NAME = 80 };

static void
add(struct pairs *p, const char *name, const char *value)
{
	if (value != NULL)
		p->items[p->n++] = (struct pair){ name, value };
}

static const char *
said(const struct visit *v, const char *name)
{
	const char	*value = pairs_get(&v->req->sent, name);

	return value == NULL ? "" : value;
}

/* An address to write to goes with the name: a conversation has no letters. */
static const char *
name_of(const struct visit *v)
{
	const char	*name = said(v, "name"), *email = said(v, "email");

	return text_cut(v->req->arena, *email == '\0' ? name : arena_printf(v->req->arena,
	    "%s%s%s", name, *name == '\0' ? "" : ", ", email), LONGEST_NAME);
}

/* Only what it offered; what was chosen is said, where nothing else was. */
static const struct category *
category_of(const struct visit *v)
{
	const struct category	*c = ref_category_code(v->desk.ref, said(v, "category"));

	return c == NULL || c->track != TRACK_EMERGENCY ? NULL : c;
}

enum rc
text_old_form(struct visit *v)
{
	http_redirect(v->req, "/darurat");
	return RC_OK;
}

enum rc
text_old_post(struct visit *v)
{
	const struct category	*c = category_of(v);
	struct pair		 items[NAMES];
	struct pairs		 p = { items, 0 };

	add(&p, "kind", c == NULL ? NULL : text_tile(v, c));
	add(&p, "words", *said(v, "story") != '\0' || c == NULL ? said(v, "story") : c->name);
	add(&p, "area", said(v, "area"));
	add(&p, "place", said(v, "place"));
	add(&p, "point", said(v, "point"));
	add(&p, "name", name_of(v));
	add(&p, "phone", said(v, "phone"));
	return text_take_in(v, &p, c);
}

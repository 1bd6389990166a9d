/* words_page.c: what the call desk makes of words: categories, red flags, the usual ones. */
#include "action/words_action.h"
#include "lib/json.h"
#include "page/key_page.h"
#include "page/view.h"
#include "page/words_page.h"

enum rc
words_types(struct visit *v)
{
	const struct category	*found[MATCH_MAX];
	const char		*typed = pairs_get(&v->req->query, "q");
	struct buf		*b = &v->req->body;
	size_t			 i, n;
	enum rc			 rc;

	rc = words_propose(&v->desk, typed == NULL ? "" : typed, found, &n, COUNT(found));
	if (rc != RC_OK)
		return rc;
	for (i = 0; i < n; i++) {
		buf_text(b, i == 0 ? "[" : ",");
		json_put_text(b, found[i]->code);
	}
	buf_text(b, n == 0 ? "[]" : "]");
	v->req->type = "application/json; charset=utf-8";
	return RC_OK;
}

/* --- understanding ------------------------------------------------------------------- */

static size_t
raised(const struct visit *v, const struct call_form *in, const struct red_flag **out,
    const char **found)
{
	const char	*text = arena_printf(v->req->arena, "%s. %s", in->type, in->detail);
	struct red_flag	*list;
	size_t		 n;

	if ((*in->type == '\0' && *in->detail == '\0') ||
	    words_flags(&v->desk, &list, &n) != RC_OK)
		return 0;	/* a help only: the call goes on without */
	return red_flags(v->req->arena, list, n, text, out, found, RED_FLAGS_SHOWN);
}

/* A person's choice is never changed; without one the most urgent word counts. */
void
words_understand(const struct visit *v, const struct call_form *in, struct call_sense *s)
{
	const struct red_flag	*flags[RED_FLAGS_SHOWN];
	const char		*found[RED_FLAGS_SHOWN];
	size_t			 n;

	if (s->category == NULL && *in->type != '\0' &&
	    words_propose(&v->desk, in->type, s->choices, &n, COUNT(s->choices)) == RC_OK) {
		s->nchoices = n;
		s->lost = n == 0;
	}
	if (priority_of(in->priority) < PRIORITY_COUNT || raised(v, in, flags, found) == 0)
		return;
	if (flags[0]->priority >= s->weight.priority)
		return;
	s->raised = s->priority = s->weight.priority = flags[0]->priority;
	s->raised_by = found[0];
}

const char *
call_words(const struct visit *v, const struct call_form *in)
{
	return arena_printf(v->req->arena, "%s %s %s %s %s", in->said, in->type, in->detail,
	    in->place, in->landmark);
}

/* --- showing -------------------------------------------------------------------------- */

static const char *
name_of(const struct visit *v, const struct category *c)
{
	return v->lang == LANG_EN && *c->name_en != '\0' ? c->name_en : c->name;
}

static void
show_usual(struct visit *v)
{
	const struct category	*list[USUAL_MAX];
	struct vars		*item;
	size_t			 i, n;

	if (words_usual(&v->desk, list, &n, COUNT(list)) != RC_OK)
		return;
	for (i = 0; i < n; i++) {
		item = vars_item(v->vars, "usual");
		set_kept(item, "code", list[i]->code);
		set_kept(item, "name", name_of(v, list[i]));
		set_kept(item, "icon", *list[i]->icon == '\0' ? "ellipsis" : list[i]->icon);
		set_kept(item, "key", view_key(v, arena_printf(v->req->arena, "usual%zu", i + 1)));
	}
}

/* What to say stands in the caller's language; the person at the desk may read another. */
static void
show_flag(struct visit *v, const struct red_flag *f, const char *words, bool alone)
{
	struct vars		*item = vars_item(v->vars, "flag");
	const struct category	*c = ref_category_code(v->desk.ref, f->category);
	bool			 english = v->lang == LANG_EN && *f->say_en != '\0';

	set_kept(item, "words", words);
	set_kept(item, "say", english ? f->say_en : f->say);
	set_kept(item, "card", *f->card == '\0' ? NULL : f->card);
	if (c != NULL && alone) {
		set_kept(item, "category", c->code);
		set_kept(item, "name", name_of(v, c));
	}
	view_priority(v, item, f->priority);
}

void
view_call_words(struct visit *v, const struct call_form *in, const struct call_sense *s)
{
	const struct red_flag	*flags[RED_FLAGS_SHOWN];
	const char		*found[RED_FLAGS_SHOWN];
	size_t			 i, n = raised(v, in, flags, found);

	for (i = 0; i < n; i++)
		show_flag(v, flags[i], found[i], s->category == NULL);
	if (*in->type == '\0' && s->category == NULL)
		show_usual(v);
}

/* --- for the script -------------------------------------------------------------------- */

static void
put(struct buf *b, const char *name, const char *value, char after)
{
	buf_printf(b, "\"%s\":", name);
	json_put_text(b, value);
	buf_add(b, &after, 1);
}

static void
put_flag(struct visit *v, struct buf *b, const struct red_flag *f)
{
	bool	 english = v->lang == LANG_EN && *f->say_en != '\0';

	buf_text(b, "{");
	put(b, "w", f->words, ',');
	put(b, "p", priority_code(f->priority), ',');
	put(b, "c", f->category, ',');
	put(b, "s", f->card, ',');
	put(b, "t", english ? f->say_en : f->say, '}');
}

void
words_put_data(struct visit *v, struct buf *b)
{
	struct red_flag	*list;
	size_t		 i, n;

	buf_text(b, ",\"flags\":[");
	if (words_flags(&v->desk, &list, &n) != RC_OK)
		n = 0;
	for (i = 0; i < n; i++) {
		buf_text(b, i == 0 ? "" : ",");
		put_flag(v, b, &list[i]);
	}
	buf_text(b, "]");
}

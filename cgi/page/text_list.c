/* text_list.c: written emergencies at the desk: the queue, and who takes one. */
#include <inttypes.h>
#include <string.h>

#include "action/text_action.h"
#include "lib/text.h"
#include "page/key_page.h"
#include "page/public_view.h"
#include "page/text_desk.h"
#include "page/text_desk_view.h"
#include "page/view.h"

enum { FIRST_WORDS = 90 };

static void
show_row(struct visit *v, struct vars *row, const struct text_row *r)
{
	set_int(row, "id", r->t.id);
	set_kept(row, "age", view_age(v, r->t.at));
	set_kept(row, "kind", text_kind(v, &r->t));
	set_kept(row, "place", view_place(v, &r->t.place));
	set_kept(row, "words", text_cut(v->req->arena, r->t.words, FIRST_WORDS));
	set_kept(row, "channel", view_code(v, "L.channel", r->t.channel));
	set_kept(row, "number", r->number);
	set_kept(row, "taker", view_say(v, "L.channel.desk.by", r->taker));
	set_flag(row, "own", r->t.account == v->desk.who.id);
	set_flag(row, "unsure", r->t.ticket != 0 && r->t.sure == 0);
	set_flag(row, "sure", r->t.sure != 0);
	set_flag(row, "behind", r->t.behind);
	set_flag(row, "mute", r->t.mute);
	view_priority(v, row, r->t.priority);
}

static void
show_counts(struct visit *v)
{
	struct channel_count	 list[TEXT_ROWS];
	struct vars		*row;
	size_t			 i, n;

	if (text_channels(&v->desk, list, &n, TEXT_ROWS) != RC_OK)
		return;
	for (i = 0; i < n; i++) {
		row = vars_item(v->vars, "counts");
		set_kept(row, "channel", view_code(v, "L.channel", list[i].channel));
		set_kept(row, "calls", view_number(v, list[i].calls));
		set_kept(row, "junk", view_number(v, list[i].junk));
	}
}

enum rc
texts_list(struct visit *v)
{
	struct text_lists	*l = arena_new(v->req->arena, struct text_lists);
	size_t			 i;
	enum rc			 rc = text_queue(&v->desk, l);

	if (rc != RC_OK)
		return rc;
	for (i = 0; i < l->nwaits; i++)
		show_row(v, vars_item(v->vars, "waits"), &l->waits[i]);
	for (i = 0; i < l->ntaken; i++)
		show_row(v, vars_item(v->vars, "taken"), &l->taken[i]);
	show_counts(v);
	view_texts(v);
	view_keys(v);
	set_int(v->vars, "refresh", 15);
	page_title(v, "L.channel.desk.title");
	page_here(v, "panggilan");
	return page_show(v, "texts.cs");
}

/* --- taking one ---------------------------------------------------------------------------- */

static enum rc
to_list(struct visit *v, const char *notice)
{
	set_kept(v->vars, "notice", notice);
	v->req->status = 409;
	return texts_list(v);
}

/* Somebody was faster: by whom. */
enum rc
texts_faster(struct visit *v, int64_t id)
{
	struct text_row	 row;

	if (id == 0 || text_see(&v->desk, id, &row) != RC_OK || *row.taker == '\0')
		return to_list(v, view_word(v, "L.channel.desk.faster_nobody"));
	return to_list(v, view_say(v, "L.channel.desk.faster", row.taker));
}

static enum rc
taken(struct visit *v, enum rc rc, int64_t id, const struct talk *t)
{
	if (rc == RC_CONFLICT)
		return texts_faster(v, id);
	if (rc == RC_NOTFOUND && id == 0)
		return to_list(v, view_word(v, "L.channel.desk.gone"));
	if (rc == RC_OK)
		http_redirect(v->req, "/panggilan/masuk/%" PRId64, t->id);
	return rc;
}

enum rc
texts_take(struct visit *v)
{
	const char	*id = pairs_get(&v->req->sent, "id");
	int64_t		 wanted = id == NULL || *id == '\0' ? 0 : text_id(id);
	struct talk	 t;

	if (wanted < 0)
		return RC_NOTFOUND;
	return taken(v, text_take(&v->desk, wanted, &t), wanted, &t);
}

/* paper_page.c: packs of numbered sheets: printed, counted, explained. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/paper_action.h"
#include "domain/sop.h"
#include "lib/qr.h"
#include "page/call_view.h"
#include "page/paper_page.h"
#include "page/view.h"

static const int64_t	 sizes[] = { 10, 20, 50 };

static int64_t
number_of(const char *text)
{
	size_t	 len = text == NULL ? 0 : strlen(text);

	return len > 0 && len < 16 && strspn(text, "0123456789") == len ?
	    strtoimax(text, NULL, 10) : 0;
}

/* --- all packs -------------------------------------------------------------------------- */

static const char *
card_name(const struct visit *v, const char *code)
{
	const struct card	*card = *code == '\0' ? NULL : ref_card(v->desk.ref, code);

	return *code == '\0' ? view_word(v, "L.paper.general") : card == NULL ? code :
	    arena_printf(v->req->arena, "%s %s", code, card->title);
}

static void
view_counts(struct visit *v, struct vars *row, const struct pack_view *p)
{
	int64_t	 other = p->counts[SHEET_SPOILED] + p->counts[SHEET_UNUSED] +
	    p->counts[SHEET_LOST] + p->counts[SHEET_DOUBLED];

	set_int(row, "id", p->p.id);
	set_kept(row, "card", card_name(v, p->p.card));
	set_kept(row, "from", sheet_number(v->req->arena, p->p.first));
	set_kept(row, "to", sheet_number(v->req->arena, p->n == 0 ? p->p.first :
	    p->sheets[p->n - 1].no));
	set_int(row, "sheets", p->p.sheets);
	set_int(row, "used", p->counts[SHEET_USED]);
	set_int(row, "explained", other);
	set_int(row, "open", p->counts[SHEET_OPEN] - p->gaps);
	if (p->gaps > 0)
		set_int(row, "gaps", p->gaps);
	set_kept(row, "who", p->p.who);
	set_kept(row, "at", view_moment(v, p->p.at));
}

static void
view_choices(struct visit *v)
{
	const struct ref	*r = v->desk.ref;
	struct vars		*item;
	size_t			 i;

	for (i = 0; i < COUNT(sizes); i++) {
		item = vars_item(v->vars, "size");
		set_int(item, "n", sizes[i]);
		set_flag(item, "picked", i == 1);
	}
	for (i = 0; i < r->ncards; i++) {
		item = vars_item(v->vars, "cards");
		set_kept(item, "code", r->cards[i].code);
		set_kept(item, "title", r->cards[i].title);
	}
}

static enum rc
list(struct visit *v, const char *wrong)
{
	struct pack_view	*packs = arena_alloc(v->req->arena, PACKS_PAGE * sizeof(*packs));
	int64_t			 before = number_of(pairs_get(&v->req->query, "sebelum")), gaps = 0;
	bool			 more;
	size_t			 i, n;
	enum rc			 rc = see_packs(&v->desk, before, packs, &n, &more);

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.paper.title");
	page_here(v, "panggilan");
	view_choices(v);
	for (i = 0; i < n; i++) {
		view_counts(v, vars_item(v->vars, "pack"), &packs[i]);
		gaps += packs[i].gaps;
	}
	if (gaps > 0)
		set_kept(v->vars, "gaps", view_say(v, "L.paper.gaps_say", view_number(v, gaps)));
	if (more)
		set_int(v->vars, "more", packs[n - 1].p.id);
	set_flag(v->vars, "later", before > 0);
	set_kept(v->vars, "wrong", wrong);
	set_text(v->vars, "sought", wrong == NULL ? NULL : pairs_get(&v->req->query, "nomor"));
	return page_show(v, "paper.cs");
}

enum rc
paper_list(struct visit *v)
{
	return list(v, NULL);
}

enum rc
paper_find(struct visit *v)
{
	const char		*typed = pairs_get(&v->req->query, "nomor");
	int64_t			 no = typed == NULL ? 0 : sheet_typed(v->req->arena, typed);
	struct sheet_row	 row;
	enum rc			 rc;

	if (no == 0) {
		v->req->status = 422;
		return list(v, view_word(v, "L.paper.number_bad"));
	}
	if ((rc = see_sheet(&v->desk, no, &row)) == RC_NOTFOUND) {
		v->req->status = 422;
		return list(v, view_word(v, "L.paper.number_unknown"));
	}
	if (rc == RC_OK)
		http_redirect(v->req, "/panggilan/kertas/%s", sheet_number(v->req->arena, no));
	return rc;
}

enum rc
paper_order(struct visit *v)
{
	const char		*card = pairs_get(&v->req->sent, "card");
	struct paper_pack	 p;
	enum rc			 rc;

	rc = paper_make(&v->desk, card == NULL ? "" : card,
	    number_of(pairs_get(&v->req->sent, "n")), &p);
	if (rc == RC_INPUT)
		v->req->status = 422;
	if (rc == RC_OK)
		http_redirect(v->req, "/panggilan/kertas/cetak/%" PRId64, p.id);
	return rc == RC_INPUT ? list(v, view_word(v, "L.paper.order_bad")) : rc;
}

/* --- one pack ------------------------------------------------------------------------------ */

static const enum sheet_state	 reasons[] = { SHEET_SPOILED, SHEET_UNUSED, SHEET_LOST,
	SHEET_DOUBLED, SHEET_OPEN };

static void
view_sheet(struct visit *v, const struct sheet_row *r)
{
	struct vars	*row = vars_item(v->vars, "sheet"), *say;
	const char	*code = sheet_code(r->state);
	size_t		 i;

	set_int(row, "no", r->no);
	set_kept(row, "number", sheet_number(v->req->arena, r->no));
	set_kept(row, "word", view_code(v, "L.paper.state", r->gap ? "gap" : code));
	set_flag(row, "gap", r->gap);
	set_flag(row, "used", r->state == SHEET_USED);
	set_kept(row, "ticket", *r->ticket == '\0' ? NULL : r->ticket);
	if (r->at != 0)
		set_kept(row, "by", view_say(v, "L.paper.by", r->who, view_moment(v, r->at)));
	for (i = 0; r->state != SHEET_USED && i < COUNT(reasons); i++) {
		if (reasons[i] == r->state)
			continue;
		say = vars_item(row, "say");
		set_kept(say, "value", arena_printf(v->req->arena, "%" PRId64 ".%s.%s", r->no,
		    code, sheet_code(reasons[i])));
		set_kept(say, "word", view_code(v, "L.paper.say", sheet_code(reasons[i])));
		set_kept(say, "key", view_code(v, "L.paper.key", sheet_code(reasons[i])));
	}
}

enum rc
paper_show(struct visit *v)
{
	struct pack_view	*p = arena_new(v->req->arena, struct pack_view);
	enum rc			 rc = see_pack(&v->desk, number_of(v->arg), p);
	size_t			 i;

	if (rc != RC_OK)
		return rc;
	page_title_text(v, view_say(v, "L.paper.pack_title", sheet_number(v->req->arena,
	    p->p.first)));
	page_here(v, "panggilan");
	view_counts(v, vars_child(v->vars, "pack"), p);
	for (i = 0; i < p->n; i++)
		view_sheet(v, &p->sheets[i]);
	set_flag(v->vars, "wide", false);
	return page_show(v, "paper_pack.cs");
}

/* "12.open.lost" */
static bool
read_say(struct visit *v, int64_t *no, enum sheet_state *from, enum sheet_state *to)
{
	const char	*text = pairs_get(&v->req->sent, "lembar"), *dot;

	if (text == NULL || (dot = strchr(text, '.')) == NULL || strchr(dot + 1, '.') == NULL)
		return false;
	*no = number_of(arena_printf(v->req->arena, "%.*s", (int)(dot - text), text));
	text = dot + 1;
	dot = strchr(text, '.');
	*from = sheet_of(arena_printf(v->req->arena, "%.*s", (int)(dot - text), text));
	*to = sheet_of(dot + 1);
	return true;
}

enum rc
paper_say(struct visit *v)
{
	enum sheet_state	 from, to;
	int64_t			 no;
	enum rc			 rc;

	if (!read_say(v, &no, &from, &to))
		return RC_INPUT;
	rc = paper_explain(&v->desk, number_of(v->arg), no, from, to);
	if (rc == RC_OK) {
		http_redirect(v->req, "/panggilan/kertas/pak/%" PRId64 "#l%" PRId64,
		    number_of(v->arg), no);
	} else if (rc == RC_CONFLICT) {
		v->req->status = 409;
		set_kept(v->vars, "notice", view_word(v, "L.paper.faster"));
		return paper_show(v);
	}
	return rc;
}

/* --- to be printed ----------------------------------------------------------------------- */

static void
view_print(struct visit *v, const struct sheet_row *r)
{
	struct vars	*row = vars_item(v->vars, "sheet");
	const char	*number = sheet_number(v->req->arena, r->no);
	int		 side;

	set_kept(row, "number", number);
	set_kept(row, "qr", qr_path(v->req->arena, number, &side));
	set_int(row, "side", side);
}

enum rc
paper_print(struct visit *v)
{
	struct pack_view	*p = arena_new(v->req->arena, struct pack_view);
	const struct ref	*r = v->desk.ref;
	const struct sop	*sop;
	enum rc			 rc = see_pack(&v->desk, number_of(v->arg), p);
	size_t			 i;

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.paper.print_title");
	set_int(v->vars, "pack", p->p.id);
	for (i = 0; i < p->n; i++)
		view_print(v, &p->sheets[i]);
	sop = sop_read(v->req->arena, *p->p.card == '\0' ? NULL : ref_card(r, p->p.card),
	    v->lang == LANG_EN);
	if (sop != NULL)
		view_sop(v, vars_child(v->vars, "sop"), sop, 0);
	for (i = 0; i < r->nagencies; i++)
		if (strcmp(r->agencies[i].standby, "ya") == 0)
			set_kept(vars_item(v->vars, "agency"), "brief", r->agencies[i].brief);
	return page_show(v, "paper_print.cs");
}

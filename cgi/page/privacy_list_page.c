/* privacy_list_page.c: the requests the privacy desk looks through. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/privacy_action.h"
#include "page/privacy_page.h"
#include "page/privacy_view.h"
#include "page/view.h"

struct sift {
	const char	*list, *after;
};

static const struct field fields[] = {
	CODE(struct sift, list, "L.data.desk.sift"),
	CODE(struct sift, after, "L.common.next_page"),
};

/* As they stand in the address; their words are L.data.list.CODE. */
static const char *const	lists[SUBJECT_LISTS] = {
	[SUBJECTS_OPEN] = "terbuka", [SUBJECTS_LATE] = "terlambat",
	[SUBJECTS_RECEIVED] = "diterima", [SUBJECTS_IN_WORK] = "dikerjakan",
	[SUBJECTS_ENDED] = "dijawab", [SUBJECTS_DONE] = "dipenuhi",
	[SUBJECTS_REFUSED] = "ditolak",
};

/* "1795300000000-17": when the last row of the page before is due, or was ended, and its id. */
static bool
read_after(const char *text, struct subjects_filter *f)
{
	char	*end;

	errno = 0;
	f->at = strtoimax(text, &end, 10);
	if (end == text || *end != '-')
		return false;
	text = end + 1;
	f->id = strtoimax(text, &end, 10);
	return errno == 0 && end != text && *end == '\0' && f->at > 0 && f->id > 0;
}

static enum rc
read_sift(struct visit *v, struct subjects_filter *f)
{
	struct sift	 in;
	struct form	 form;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
			    &v->req->query, &in);

	*f = (struct subjects_filter){ .list = SUBJECTS_OPEN };
	if (rc != RC_OK)
		return rc;
	for (; *in.list != '\0' && strcmp(lists[f->list], in.list) != 0; f->list++)
		if (f->list + 1 == SUBJECT_LISTS)
			return RC_INPUT;
	return *in.after != '\0' && !read_after(in.after, f) ? RC_INPUT : RC_OK;
}

/* sift.N.{code,word,current,count} */
static void
view_sifts(struct visit *v, const struct subjects_filter *f)
{
	enum subject_list	 i;
	struct vars		*item;

	for (i = 0; i < SUBJECT_LISTS; i++) {
		item = vars_item(v->vars, "sift");
		set_kept(item, "code", lists[i]);
		set_kept(item, "word", view_code(v, "L.data.list", lists[i]));
		set_flag(item, "current", i == f->list);
	}
}

/* rows.N: view_subject(); list, word, ended: of ended ones; later; after: of the next page */
enum rc
privacy_desk(struct visit *v)
{
	struct subjects_view	*list = arena_alloc(v->req->arena, sizeof(*list));
	const struct subject	*last;
	struct subjects_filter	 f;
	size_t			 i;
	enum rc			 rc;

	if ((rc = read_sift(v, &f)) != RC_OK || (rc = see_subjects(&v->desk, &f, list)) != RC_OK)
		return rc;
	for (i = 0; i < list->n; i++)
		view_subject(v, vars_item(v->vars, "rows"), &list->rows[i]);
	if (list->more) {
		last = &list->rows[list->n - 1];
		set_text(v->vars, "after", arena_printf(v->req->arena, "%" PRId64 "-%" PRId64,
		    f.list < SUBJECTS_ENDED ? last->due : last->ended, last->id));
	}
	set_flag(v->vars, "later", f.id != 0);
	set_kept(v->vars, "list", lists[f.list]);
	set_kept(v->vars, "word", view_code(v, "L.data.list", lists[f.list]));
	set_flag(v->vars, "ended", f.list >= SUBJECTS_ENDED);
	view_sifts(v, &f);
	page_title(v, "L.data.desk.title");
	view_desk_menu(v, "permintaan");
	return page_show(v, "privacy_desk.cs");
}

/* ticket_family.c: a ticket becomes part of a major incident, leaves it; children are closed. */
#include <string.h>

#include "action/beside_action.h"
#include "action/family_action.h"
#include "action/see_action.h"
#include "domain/number.h"
#include "page/step.h"
#include "page/ticket_beside.h"
#include "page/ticket_handoff.h"
#include "page/ticket_page.h"
#include "page/ticket_view.h"
#include "page/view.h"

enum { NEAR = 8 };

struct joined {
	const char	*induk;
	bool		 lepas;
};

static const struct field fields[] = {
	TEXT(struct joined, induk, "L.handoff.parent_number", .max = 30,
	    .hint = "L.handoff.parent_hint"),
	FLAG(struct joined, lepas, "L.handoff.leave"),
};

static enum rc
read_ticket(struct visit *v, struct sheet_view *s, struct beside *b)
{
	const char	*number = ticket_number(v);
	enum rc		 rc;

	if (number == NULL)
		return RC_NOTFOUND;
	if ((rc = see_ticket(&v->desk, number, s)) != RC_OK)
		return rc;
	return see_beside(&v->desk, number, false, b);
}

/* near.N.{number,title,metres,age,state.*}: what it may be part of */
static enum rc
view_near(struct visit *v, const struct ticket *t)
{
	const struct category	*c = ref_category(v->desk.ref, t->category);
	struct near_row		*rows;
	struct vars		*item;
	size_t			 i, n = 0;
	enum rc			 rc = RC_OK;

	if (c != NULL)
		rc = see_near(&v->desk, c, &t->place, &rows, &n, NEAR);
	for (i = 0; i < n && rc == RC_OK; i++) {
		if (rows[i].t.id == t->id || rows[i].t.parent != 0)
			continue;
		item = vars_item(v->vars, "near");
		set_kept(item, "number", rows[i].t.number);
		set_kept(item, "title", rows[i].t.title);
		set_kept(item, "metres", view_metres(v, rows[i].metres));
		set_kept(item, "age", view_age(v, rows[i].t.recorded));
		view_state(v, item, rows[i].t.state);
		view_priority(v, item, rows[i].t.priority);
	}
	return rc;
}

static enum rc
show(struct visit *v, const struct form *f, const struct sheet_view *s, const struct beside *b)
{
	struct vars	*parent;
	enum rc		 rc;

	page_here(v, "tugas");
	page_title_text(v, view_say(v, "L.handoff.family_title", s->t.number));
	view_ticket(v, s);
	page_form(v, f);
	if (b->parent.t.id != 0) {
		parent = vars_child(v->vars, "parent");
		set_kept(parent, "number", b->parent.t.number);
		set_kept(parent, "title", b->parent.t.title);
	}
	set_flag(v->vars, "may", b->may_join && b->nchildren == 0);
	if ((rc = view_near(v, &s->t)) != RC_OK)
		return rc;
	return page_show(v, "ticket_family.cs");
}

enum rc
family_form(struct visit *v)
{
	struct sheet_view	 s;
	struct beside		 b;
	struct form		 f;
	enum rc			 rc;

	if ((rc = read_ticket(v, &s, &b)) != RC_OK)
		return rc;
	if (!family_may(v->desk.who.role))
		return RC_FORBIDDEN;
	form_blank(&f, v->req->arena, fields, COUNT(fields));
	return show(v, &f, &s, &b);
}

static const char *const	why[] = {
	[FAMILY_SELF] = "L.worklist.target_same", [FAMILY_NONE] = "L.worklist.target_closed",
	[FAMILY_CLOSED] = "L.worklist.target_closed",
	[FAMILY_HAS_PARENT] = "L.handoff.has_parent",
	[FAMILY_IS_CHILD] = "L.handoff.is_child", [FAMILY_IS_PARENT] = "L.handoff.is_parent",
};

static enum rc
join(struct visit *v, struct form *f, const char *child, const char *typed)
{
	const char		*parent = number_read(v->req->arena, typed);
	enum family_fault	 fault = FAMILY_OK;
	enum rc			 rc;

	if (parent == NULL) {
		form_fault(f, "induk", "L.worklist.target_bad");
		return RC_INPUT;
	}
	rc = family_join(&v->desk, child, parent, &fault);
	if (fault != FAMILY_OK)
		form_fault(f, "induk", why[fault]);
	return rc;
}

enum rc
family_send(struct visit *v)
{
	struct sheet_view	 s;
	struct beside		 b;
	struct form		 f;
	struct joined		 in;
	enum rc			 rc;

	if ((rc = read_ticket(v, &s, &b)) != RC_OK)
		return rc;
	if (!family_may(v->desk.who.role))
		return RC_FORBIDDEN;
	rc = form_read(&f, v->req->arena, fields, COUNT(fields), &v->req->sent, &in);
	if (rc == RC_OK)
		rc = in.lepas ? family_leave(&v->desk, s.t.number) :
		    join(v, &f, s.t.number, in.induk);
	if (page_again(v, &f, rc))
		return show(v, &f, &s, &b);
	if (rc != RC_OK)
		return rc;
	step_done(v, in.lepas ? ACT_LEAVE : ACT_JOIN, s.t.number);
	http_redirect(v->req, "/tiket/%s", s.t.number);
	return RC_OK;
}

/* --- children closed with their parent ------------------------------------------------------ */

struct ended {
	const char	*alasan, *catatan;
};

static const struct field ended_fields[] = {
	CODE(struct ended, alasan, "L.worklist.told", .required = true),
	AREA(struct ended, catatan, "L.worklist.note_public", .max = 1000),
};

static enum rc
show_close(struct visit *v, const struct form *f, const struct sheet_view *s)
{
	struct beside		 b;
	size_t			 i, n;
	const char *const	*codes = workflow_reasons(ACT_CLOSE, &n);
	enum rc			 rc;

	page_here(v, "tugas");
	page_title_text(v, view_say(v, "L.handoff.close_title", s->t.number));
	view_ticket(v, s);
	if ((rc = view_beside(v, s, &b)) != RC_OK)
		return rc;
	page_form(v, f);
	for (i = 0; i < n; i++)
		(void)form_choice(f, v->vars, "alasan", codes[i], view_code(v, "L.reason",
		    codes[i]));
	return page_show(v, "ticket_children.cs");
}

enum rc
family_close_form(struct visit *v)
{
	struct sheet_view	 s;
	struct beside		 b;
	struct form		 f;
	enum rc			 rc = read_ticket(v, &s, &b);

	if (rc != RC_OK)
		return rc;
	form_blank(&f, v->req->arena, ended_fields, COUNT(ended_fields));
	return show_close(v, &f, &s);
}

/* done and left: how many were closed, and how many by somebody else must be. */
enum rc
family_close_send(struct visit *v)
{
	struct sheet_view	 s;
	struct beside		 b;
	struct form		 f;
	struct ended		 in;
	struct family_close	 c;
	enum rc			 rc = read_ticket(v, &s, &b);

	if (rc != RC_OK)
		return rc;
	rc = form_read(&f, v->req->arena, ended_fields, COUNT(ended_fields), &v->req->sent, &in);
	if (rc == RC_OK) {
		c = (struct family_close){ .parent = s.t.number, .reason = in.alasan,
		    .words = in.catatan };
		if (!workflow_is_reason(ACT_CLOSE, in.alasan))
			form_fault(&f, "alasan", "L.form.choose");
		rc = form_ok(&f) ? family_close(&v->desk, &c) : RC_INPUT;
	}
	if (page_again(v, &f, rc))
		return show_close(v, &f, &s);
	if (rc != RC_OK)
		return rc;
	set_kept(v->vars, "closed_words", view_say(v, "L.handoff.closed_n",
	    view_number(v, (int64_t)c.done), view_number(v, (int64_t)c.left)));
	return show_close(v, &f, &s);
}

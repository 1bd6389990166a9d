/* phone_board.c: calls afterwards: how soon they were answered, where a recording lies. */
#include "action/phone_action.h"
#include "page/phone_page.h"
#include "page/view.h"

enum { GOAL = 90 };		/* %: NENA-STA-020, NFPA 1225 */

static void
show(struct visit *v, const char *label, int64_t good, int64_t of)
{
	struct vars	*row;

	if (of == 0)
		return;
	row = vars_item(v->vars, "phoneclock");
	set_kept(row, "label", view_word(v, label));
	set_int(row, "percent", good * 100 / of);
	set_flag(row, "below", good * 100 < of * GOAL);
	set_kept(row, "of", view_say(v, "L.phone.of_calls", view_number(v, of)));
}

void
view_phone_clock(struct visit *v)
{
	struct phone_clock	 c;

	if (see_phone_clock(&v->desk, &c) != RC_OK)
		return;		/* the wall shows the rest */
	show(v, "L.phone.answer", c.in_time, c.calls);
	show(v, "L.phone.tell", c.told_in_time, c.told);
}

/* --- one call, afterwards ------------------------------------------------------------------- */

struct why {
	const char	*reason;
};

static const struct field fields[] = {
	TEXT(struct why, reason, "L.phone.why", .required = true, .min = 5, .max = 200),
};

void
view_phone_source(struct visit *v, int64_t call)
{
	static const char *const	 words[] = { [PHONE_TYPED] = "L.phone.typed",
					    [PHONE_HEARD] = "L.phone.heard", [PHONE_READ] = "L.phone.read" };
	enum phone_source		 source;
	bool				 recorded;

	if (see_phone_source(&v->desk, call, &source, &recorded) != RC_OK)
		return;
	set_kept(v->vars, "source", view_word(v, words[source]));
	set_flag(v->vars, "recorded", recorded && role_may(v->desk.who.role, MAY_LEAD_DESK));
}

enum rc
phone_recording_send(struct visit *v)
{
	int64_t		 call = route_id(v->arg);
	const char	*link = "";
	struct form	 form;
	struct why	 in;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent,
			    &in);

	if (form_ok(&form))
		rc = phone_recording(&v->desk, call, in.reason, &link);
	if (!page_again(v, &form, rc) && rc != RC_OK)
		return rc;
	page_title(v, "L.phone.recording");
	page_here(v, "panggilan");
	page_form(v, &form);
	set_int(v->vars, "call", call);
	set_kept(v->vars, "link", link);
	return page_show(v, "phone_recording.cs");
}

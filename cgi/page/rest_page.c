/* rest_page.c: breaks of call takers: offered, taken; for the supervisor and the person. */
#include <inttypes.h>
#include <string.h>

#include "action/rest_action.h"
#include "page/rest_page.h"
#include "page/view.h"

struct resting {
	const char	*answer;
	int64_t		 offer;
};

static const struct field fields[] = {
	{ .name = "jeda", .label = "L.channel.rest.title", .kind = KIND_CODE,
	  .offset = MEMBER(struct resting, answer, const char *) },
	NUMBER(struct resting, offer, "L.channel.rest.offer", .max = 1000000000),
};

void
view_rest(struct visit *v)
{
	struct rest_row	 rows[REST_ROWS];
	struct vars	*rest = vars_child(v->vars, "rest");
	struct relief	 own;
	const char	*giver;
	size_t		 n;

	if (rest_own(&v->desk, &own, &giver) == RC_OK && strcmp(own.state, "offered") == 0)
		set_kept(rest, "words", view_say(v, "L.channel.rest.kind", giver));
	if (rest_see(&v->desk, rows, &n) == RC_OK && n > 0)
		set_int(rest, "due", (int64_t)n);
}

static void
show_row(struct visit *v, const struct rest_row *r)
{
	struct vars	*row = vars_item(v->vars, "rows");

	set_int(row, "account", r->account);
	set_kept(row, "name", r->name);
	if (r->hard)
		set_kept(row, "hard", view_say(v, "L.channel.rest.hard", r->name,
		    view_number(v, r->load.hard)));
	if (r->working)
		set_kept(row, "long", view_say(v, "L.channel.rest.long", r->name,
		    view_span(v, r->load.working)));
	if (r->alone)
		set_kept(row, "alone", view_say(v, "L.channel.rest.alone", r->name));
	set_flag(row, "offered", strcmp(r->last.state, "offered") == 0);
	if (*r->last.state != '\0')
		set_kept(row, "last", view_say(v, arena_printf(v->req->arena,
		    "L.channel.rest.%s", r->last.state),
		    view_clock(v, r->last.ended != 0 ? r->last.ended : r->last.at)));
}

enum rc
rest_show(struct visit *v)
{
	struct rest_row	 rows[REST_ROWS];
	struct relief	 own;
	const char	*giver;
	size_t		 i, n;
	enum rc		 rc = rest_own(&v->desk, &own, &giver);

	if (rc != RC_OK)
		return rc;
	if (strcmp(own.state, "taken") == 0)
		set_flag(v->vars, "thanks", true);
	if (strcmp(own.state, "offered") == 0)
		set_kept(v->vars, "offer", view_say(v, "L.channel.rest.kind", giver));
	rc = rest_see(&v->desk, rows, &n);
	if (rc != RC_OK && rc != RC_FORBIDDEN)
		return rc;
	set_flag(v->vars, "leads", rc == RC_OK);
	for (i = 0; rc == RC_OK && i < n; i++)
		show_row(v, &rows[i]);
	page_title(v, "L.channel.rest.title");
	page_here(v, "panggilan");
	return page_show(v, "rest.cs");
}

/* Offered or answered twice is done once. */
enum rc
rest_send(struct visit *v)
{
	struct resting	 in;
	struct form	 form;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
			    &v->req->sent, &in);

	if (rc != RC_OK)
		return rc;
	rc = in.offer != 0 ? rest_offer(&v->desk, in.offer) :
	    strcmp(in.answer, "taken") == 0 || strcmp(in.answer, "later") == 0 ?
	    rest_answer(&v->desk, strcmp(in.answer, "taken") == 0) : RC_INPUT;
	if (rc == RC_OK || rc == RC_CONFLICT) {
		http_redirect(v->req, "/panggilan/jeda");
		return RC_OK;
	}
	return rc == RC_FORBIDDEN ? RC_NOTFOUND : rc;
}

/* session_page.c: where one is signed in, and how one ends that: the own account's safety. */
#include "action/pact_action.h"
#include "action/totp_action.h"
#include "page/session.h"
#include "page/session_page.h"
#include "page/signin_page.h"
#include "page/view.h"

/* factor.{on,needed,backups}, pact_signed, demo */
static enum rc
view_safety(struct visit *v)
{
	struct vars		*out = vars_child(v->vars, "factor");
	struct factor_view	 f;
	int64_t			 pact;
	enum rc			 rc;

	if ((rc = see_factor(&v->desk, &f)) != RC_OK ||
	    (rc = pact_signed(&v->desk, &pact)) != RC_OK)
		return rc;
	set_flag(out, "on", f.on);
	set_flag(out, "needed", f.needed);
	set_kept(out, "backups", view_number(v, f.backups));
	set_flag(v->vars, "pact_signed", pact >= PACT_VERSION);
	set_flag(v->vars, "demo", v->desk.ref->demo);
	return RC_OK;
}

/* rows.N.{id,device,since,since_iso,until,here}, others, idle: minutes, done; view_safety() */
enum rc
sessions_show(struct visit *v)
{
	struct own_session	*list;
	struct vars		*row;
	size_t			 i, n;
	enum rc			 rc;

	if ((rc = session_own(&v->desk, signin_cookie(v, SESSION_COOKIE), &list, &n)) != RC_OK ||
	    (rc = view_safety(v)) != RC_OK)
		return rc;
	for (i = 0; i < n; i++) {
		row = vars_item(v->vars, "rows");
		set_kept(row, "id", list[i].id);
		set_kept(row, "device", *list[i].device != '\0' ? list[i].device :
		    view_word(v, "L.signin.sessions.unknown"));
		set_kept(row, "since", view_time(v, list[i].created));
		set_kept(row, "since_iso", view_iso(v, list[i].created));
		set_kept(row, "until", view_time(v, list[i].expires));
		set_flag(row, "here", list[i].here);
	}
	page_title(v, "L.signin.sessions.title");
	set_flag(v->vars, "others", n > 1);
	set_kept(v->vars, "idle", view_say(v, "L.signin.sessions.idle",
	    view_span(v, account_idle(v->desk.who.role))));
	set_flag(v->vars, "done", pairs_get(&v->req->query, "jadi") != NULL);
	return page_show(v, "sessions.cs");
}

static enum rc
back(struct visit *v, enum rc rc)
{
	if (rc == RC_OK)
		http_redirect(v->req, "/sesi?jadi=1");
	return rc;
}

enum rc
sessions_end(struct visit *v)
{
	return back(v, session_revoke_others(&v->desk, signin_cookie(v, SESSION_COOKIE)));
}

enum rc
sessions_end_one(struct visit *v)
{
	return back(v, session_revoke(&v->desk, v->arg));
}

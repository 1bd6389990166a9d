/* machine.c: the door for machines: no session, no cookie; JSON in, JSON out. */
#include <string.h>

#include "lib/text.h"
#include "page/machine.h"
#include "page/view.h"

/* Of a refusal that named none. */
static const char *
usual_code(int status)
{
	switch (status) {
	case 401: return "unsigned";
	case 403: return "forbidden";
	case 404: return "not_found";
	case 405: return "method";
	case 409: return "conflict";
	case 413: return "too_large";
	case 415: return "type";
	case 429: return "slow_down";
	case 503: return "busy";
	default:  return status < 500 ? "input" : "failed";
	}
}

static int
status_of(const struct req *q, enum rc rc)
{
	static const int	 usual[RC_COUNT] = {
		[RC_OK] = 200, [RC_INPUT] = 422, [RC_LOGIN] = 401, [RC_FORBIDDEN] = 403,
		[RC_NOTFOUND] = 404, [RC_CONFLICT] = 409, [RC_BUSY] = 503, [RC_FAIL] = 500,
	};

	return q->status >= 400 ? q->status : usual[rc];
}

void
machine_error(struct visit *v, enum rc rc)
{
	struct req	*q = v->req;
	const char	*code;

	q->status = status_of(q, rc);
	code = v->fault != NULL ? v->fault : usual_code(q->status);
	if (q->status == 503)
		http_header(q, "Retry-After", "2");
	buf_clear(&q->body);
	q->type = "application/json";
	buf_text(&q->body, "{\"error\":");
	json_put_text(&q->body, code);
	buf_text(&q->body, ",\"message\":");
	json_put_text(&q->body, view_word(v, arena_printf(q->arena, "L.machine.%s", code)));
	buf_text(&q->body, "}");
}

enum rc
machine_fault(struct visit *v, const char *code)
{
	v->fault = code;
	return RC_INPUT;
}

enum rc
machine_text(struct visit *v, const char *name, size_t max, const char **out)
{
	const struct json	*member = json_get(v->json, name);
	const char		*text;

	*out = "";
	if (member == NULL)
		return RC_OK;
	if (!json_is_text(member) || (text = text_clean(v->req->arena, json_text(member))) == NULL ||
	    text_length(text) > max)
		return machine_fault(v, "text");
	*out = text;
	return RC_OK;
}

enum rc
machine_say(struct visit *v, enum rc rc, const char *answer)
{
	if (rc == RC_CONFLICT && v->fault == NULL)
		v->fault = "other_message";
	if (rc != RC_OK)
		return rc;
	v->req->type = "application/json";
	buf_text(&v->req->body, answer);
	return RC_OK;
}

/* --- in ----------------------------------------------------------------------------------- */

static enum rc
enter(struct visit *v, struct parcel *m)
{
	const struct req		*q = v->req;
	const struct credential		 c = { q->bearer, q->signed_at, q->signature, q->remote };
	int64_t				 wait;
	enum rc				 rc;

	rc = gateway_enter(&v->desk, &c, q->text, m, &wait);
	if (rc == RC_CONFLICT) {
		v->req->status = 429;
		http_header(v->req, "Retry-After", arena_printf(q->arena, "%lld",
		    (long long)wait / 1000 + 1));
	}
	return rc;
}

static enum rc
read_in(struct visit *v, const struct route *r, struct parcel *m)
{
	if (!json_is_object(v->json) || machine_text(v, "id", MESSAGE_ID, &m->id) != RC_OK ||
	    !message_is_id(m->id))
		return machine_fault(v, v->json == NULL ? "json" : "id");
	v->desk.who = (struct actor){ .role = ROLE_WORKER, .name = m->from.code };
	v->message = m;
	return r->run(v);
}

/* Who it is comes before what it says; what it may, before that is read. */
static enum rc
take(struct visit *v, const struct route *r)
{
	struct parcel	 m;
	struct json	*json;
	enum rc		 rc;

	if ((rc = enter(v, &m)) != RC_OK)
		return rc;
	if (!gateway_may(m.from.kind, r->may))
		return RC_FORBIDDEN;
	v->json = json = json_read(v->req->text);
	rc = read_in(v, r, &m);
	json_free(json);
	v->json = NULL;
	v->message = NULL;
	return rc;
}

enum rc
machine_answer(const struct app *app, struct visit *v)
{
	struct found	 found = route_find(app->routes, app->nroutes, v->req->arena,
			     v->req->method, v->req->path);

	if (found.route != NULL)
		return take(v, found.route);
	if (*found.allow == '\0')
		return RC_NOTFOUND;
	http_header(v->req, "Allow", found.allow);
	v->req->status = 405;
	return RC_INPUT;
}

enum rc
machine_beat(struct visit *v)
{
	const char	*answer = "";
	enum rc		 rc = gateway_beat(&v->desk, v->message, &answer);

	return machine_say(v, rc, answer);
}

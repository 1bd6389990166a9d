/* phone_api.c: POST /api/calls: what a telephone exchange tells of its calls. */
#include <math.h>
#include <string.h>

#include "action/phone_action.h"
#include "lib/text.h"
#include "page/phone_api.h"

enum { AHEAD_MS = 5 * 60 * 1000, WORD = 200 };
static const int64_t	 BEHIND_MS = INT64_C(7) * 24 * 3600 * 1000;

/* Clean text, or none. */
static const char *
word(struct arena *a, const struct json *j, const char *name, size_t max)
{
	const struct json	*member = json_get(j, name);
	const char		*text = json_is_text(member) ? text_clean(a, json_text(member)) : NULL;

	return text == NULL || text_length(text) > max || text_has_control(text, "") ? "" : text;
}

/* Seconds, perhaps with a fraction; absent is now.  0: no time of these days. */
static int64_t
time_of(const struct json *j, int64_t now)
{
	const struct json	*member = json_get(j, "time");
	double			 s = json_number(member), at = s * 1000;

	if (member == NULL)
		return now;
	if (isnan(s) || at > (double)(now + AHEAD_MS) || at < (double)(now - BEHIND_MS))
		return 0;
	return (int64_t)at;
}

const char *
phone_api_read(struct arena *a, const struct json *j, int64_t now, struct ring_said *out)
{
	const char	*number = text_phone(a, word(a, j, "number", WORD));

	*out = (struct ring_said){
		.event = ring_event_of(word(a, j, "event", WORD)),
		.call = word(a, j, "call", MESSAGE_ID),
		.number = number == NULL ? "" : number,
		.line = word(a, j, "line", RING_LINE),
		.extension = word(a, j, "extension", RING_EXTENSION),
		.link = word(a, j, "recording", RING_LINK),
		.at = time_of(j, now),
	};
	if (!ring_is_extension(out->extension))
		out->extension = "";
	if (!ring_is_link(out->link))
		out->link = "";
	if (out->event == RING_NONE)
		return "event";
	if (!message_is_id(out->call))
		return "call";
	return out->at == 0 ? "time" : NULL;
}

enum rc
phone_api_calls(struct visit *v)
{
	struct ring_said	 said;
	const char		*answer = "", *wrong;
	enum rc			 rc;

	if ((wrong = phone_api_read(v->req->arena, v->json, v->desk.now, &said)) != NULL)
		return machine_fault(v, wrong);
	rc = phone_tell(&v->desk, v->message, &said, &answer);
	return machine_say(v, rc, answer);
}

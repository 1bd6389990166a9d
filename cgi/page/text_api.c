/*
 * text_api.c: POST /api/messages: what gateways hand in that people wrote.
 *
 *	{"id":"wamid.7","channel":"whatsapp","from":"+6281200000001","text":"api!",
 *	 "name":"Yuli","lat":-6.2,"lon":106.8,"place":"Jl. Melati 5"}
 *
 * All but id, channel, from and one of text and a location may be left out.
 */
#include <math.h>
#include <string.h>

#include "domain/geo.h"
#include "lib/text.h"
#include "page/text_api.h"

enum { PLACE = 200 };

/* Clean text, or NULL where it is none. */
static const char *
word(struct arena *a, const struct json *j, const char *name, size_t max)
{
	const struct json	*member = json_get(j, name);
	const char		*text;

	if (member == NULL)
		return "";
	text = json_is_text(member) ? text_clean(a, json_text(member)) : NULL;
	return text == NULL || text_has_control(text, "\n\t") ? NULL : text_cut(a, text, max);
}

static bool
read_point(const struct json *j, struct place *p)
{
	double		 lat = json_number(json_get(j, "lat")), lon = json_number(json_get(j, "lon"));
	struct point	 at;

	if (json_get(j, "lat") == NULL && json_get(j, "lon") == NULL)
		return true;
	if (isnan(lat) || isnan(lon) || fabs(lat) > 90 || fabs(lon) > 180)
		return false;
	at = (struct point){ llround(lat * 1e6), llround(lon * 1e6) };
	p->lat = at.lat;
	p->lon = at.lon;
	return geo_is_on_earth(at);
}

static bool
is_channel(const char *code)
{
	return strcmp(code, "whatsapp") == 0 || strcmp(code, "sms") == 0 ||
	    strcmp(code, "other") == 0;
}

const char *
text_api_read(struct arena *a, const struct json *j, struct text_told *out)
{
	const char	*channel = word(a, j, "channel", SENDER_MAX);
	const char	*from = word(a, j, "from", SENDER_MAX), *phone;
	const char	*name = word(a, j, "name", SENDER_NAME);
	const char	*words = word(a, j, "text", TALK_WORDS), *place = word(a, j, "place", PLACE);

	*out = (struct text_told){ .place = { .area = "" } };
	if (channel == NULL || !is_channel(channel))
		return "channel";
	if (from == NULL || *from == '\0' || text_has_control(from, ""))
		return "from";
	if (words == NULL)
		return "text";
	if (name == NULL || place == NULL)
		return name == NULL ? "name" : "place";
	if (!read_point(j, &out->place))
		return "lat";
	phone = text_phone(a, from);
	out->channel = channel;
	out->from = phone != NULL && *phone != '\0' ? phone : from;
	out->name = name;
	out->words = words;
	out->place.text = place;
	return *words == '\0' && *place == '\0' && out->place.lat == 0 &&
	    out->place.lon == 0 ? "text" : NULL;
}

enum rc
text_api_messages(struct visit *v)
{
	struct text_told	 said;
	const char		*answer = "", *wrong;
	enum rc			 rc;

	if ((wrong = text_api_read(v->req->arena, v->json, &said)) != NULL)
		return machine_fault(v, wrong);
	rc = text_told(&v->desk, v->message, &said, &answer);
	return machine_say(v, rc, answer);
}

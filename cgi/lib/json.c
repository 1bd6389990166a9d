/* json.c: the only door to cJSON: reading, and one string writer. */
#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

#include "lib/json.h"
#include "lib/log.h"
#include "lib/text.h"

/* Nobody knows what a struct json is: it is a cJSON, seen through here. */
static const cJSON *
inside(const struct json *j)
{
	return (const void *)j;
}

static const struct json *
outside(const cJSON *c)
{
	return (const void *)c;
}

struct json *
json_read(const char *text)
{
	return text_is_utf8(text) ? (void *)cJSON_ParseWithOpts(text, NULL, 1) : NULL;
}

void
json_free(struct json *j)
{
	cJSON_Delete((void *)j);
}

const struct json *
json_get(const struct json *j, const char *name)
{
	return outside(cJSON_GetObjectItemCaseSensitive(inside(j), name));
}

size_t
json_count(const struct json *j)
{
	return cJSON_IsArray(inside(j)) ? (size_t)cJSON_GetArraySize(inside(j)) : 0;
}

const struct json *
json_at(const struct json *j, size_t i)
{
	return i < json_count(j) ? outside(cJSON_GetArrayItem(inside(j), (int)i)) : NULL;
}

/* json_at() counts from the beginning each time: long lists are walked. */
const struct json *
json_first(const struct json *j)
{
	return cJSON_IsArray(inside(j)) ? outside(inside(j)->child) : NULL;
}

const struct json *
json_next(const struct json *j)
{
	return outside(inside(j)->next);
}

const char *
json_text(const struct json *j)
{
	return cJSON_IsString(inside(j)) ? inside(j)->valuestring : "";
}

/* Numbers are doubles there: whole ones are exact up to 2^53. */
int64_t
json_int(const struct json *j)
{
	const double	 most = 9007199254740992.0;
	double		 value = cJSON_IsNumber(inside(j)) ? inside(j)->valuedouble : 0;

	return value >= -most && value <= most ? (int64_t)value : 0;
}

double
json_number(const struct json *j)
{
	return cJSON_IsNumber(inside(j)) ? inside(j)->valuedouble : (double)NAN;
}

bool
json_true(const struct json *j)
{
	return cJSON_IsTrue(inside(j));
}

bool
json_is_text(const struct json *j)
{
	return cJSON_IsString(inside(j));
}

bool
json_is_object(const struct json *j)
{
	return cJSON_IsObject(inside(j));
}

char *
json_print(struct arena *a, const struct json *j)
{
	char	*text = cJSON_PrintUnformatted(inside(j)), *out;

	if (text == NULL)
		log_die("json: out of memory");
	out = arena_text(a, text);
	cJSON_free(text);
	return out;
}

/* Also what HTML would act on, so that it may stand inside a page. */
void
json_put_text(struct buf *b, const char *text)
{
	size_t	 plain;

	buf_text(b, "\"");
	for (;;) {
		for (plain = 0; (unsigned char)text[plain] >= ' ' &&
		    strchr("\"\\<>&'\x7f", text[plain]) == NULL; plain++)
			;
		buf_add(b, text, plain);
		text += plain;
		if (*text == '\0')
			break;
		if (*text == '"' || *text == '\\')
			buf_printf(b, "\\%c", *text);
		else if (*text == '\n')
			buf_text(b, "\\n");
		else
			buf_printf(b, "\\u%04x", (unsigned)(unsigned char)*text);
		text++;
	}
	buf_text(b, "\"");
}

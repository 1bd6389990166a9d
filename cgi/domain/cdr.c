/* cdr.c: a line of a telephone exchange's call details, whatever exchange it is. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "domain/cdr.h"
#include "domain/ring.h"
#include "lib/text.h"
#include "lib/when.h"

enum { NAMES = 10, TEXT_MAX = 64 };

static const char *const words[CDR_FIELDS] = {
	"id", "number", "line", "extension", "start", "answer", "end", "status"
};

/* As exchanges and people call them; case does not matter. */
static const char *const usual[CDR_FIELDS][NAMES] = {
	[CDR_ID] = { "uniqueid", "call_id", "callid", "id", "linkedid", "call", NULL },
	[CDR_NUMBER] = { "src", "number", "caller", "caller_number", "callerid", "nomor", "from",
	    "penelepon", NULL },
	[CDR_LINE] = { "dst", "line", "did", "called", "jalur", "to", NULL },
	[CDR_EXTENSION] = { "extension", "ext", "agent", "pesawat", NULL },
	[CDR_START] = { "start", "calldate", "start_time", "time", "mulai", "waktu", NULL },
	[CDR_ANSWER] = { "answer", "answered", "answer_time", "dijawab", NULL },
	[CDR_END] = { "end", "end_time", "ended", "selesai", NULL },
	[CDR_STATUS] = { "disposition", "status", "result", "hasil", NULL },
};

/* https://docs.asterisk.org, cdr_csv: in this order; the last two may be off. */
#define ASTERISK	"accountcode,src,dst,dcontext,clid,channel,dstchannel,lastapp,lastdata," \
			"start,answer,end,duration,billsec,disposition,amaflags"

const char *
cdr_asterisk_head(size_t cells)
{
	static const char *const	 heads[] = { ASTERISK, ASTERISK ",uniqueid",
					    ASTERISK ",uniqueid,userfield" };

	return cells < 16 || cells - 16 >= COUNT(heads) ? NULL : heads[cells - 16];
}

static bool
map_one(struct arena *a, const char *pair, size_t len, struct cdr_map *m)
{
	const char	*equals = memchr(pair, '=', len);
	size_t		 i, at = equals == NULL ? 0 : (size_t)(equals - pair);

	for (i = 0; i < CDR_FIELDS; i++)
		if (at > 0 && strlen(words[i]) == at && strncmp(words[i], pair, at) == 0) {
			m->column[i] = arena_printf(a, "%.*s", (int)(len - at - 1), equals + 1);
			return *m->column[i] != '\0';
		}
	return false;
}

bool
cdr_map_read(struct arena *a, const char *text, struct cdr_map *m)
{
	size_t	 len;

	*m = (struct cdr_map){ .asterisk = strcmp(text, "asterisk") == 0 };
	if (m->asterisk || *text == '\0' || strcmp(text, "generic") == 0)
		return true;
	for (; *text != '\0'; text += len + (text[len] != '\0')) {
		len = strcspn(text, ",");
		if (!map_one(a, text, len, m))
			return false;
	}
	return true;
}

static bool
names(const char *head, const char *said, enum cdr_field f)
{
	size_t	 i;

	if (said != NULL)
		return strcasecmp(head, said) == 0;
	for (i = 0; i < NAMES && usual[f][i] != NULL; i++)
		if (strcasecmp(head, usual[f][i]) == 0)
			return true;
	return false;
}

static const char *
cell(const struct sheet *s, const struct cdr_map *m, enum cdr_field f)
{
	size_t	 i;

	for (i = 0; i < s->columns; i++)
		if (names(s->head[i], m->column[f], f))
			return s->rows[0][i];
	return "";
}

bool
cdr_is_head(struct arena *a, const char *line, const struct cdr_map *m)
{
	struct sheet	 s;
	size_t		 i;

	if (sheet_parse(a, arena_printf(a, "%s\n", line), ',', &s) != RC_OK)
		return false;
	for (i = 0; i < s.columns; i++)
		if (names(s.head[i], m->column[CDR_START], CDR_START))
			return true;
	return false;
}

/* "2026-11-22 03:14:15", with a T, with a Z or +07:00; or seconds.  false: none of these. */
static bool
read_time(const char *text, int zone, int64_t *at)
{
	static const int	 most[] = { 9999, 12, 31, 23, 59, 60 };
	struct civil		 c = { 0 };
	int			*part[] = { &c.year, &c.month, &c.day, &c.hour, &c.minute, &c.second };
	const char		*mark;
	size_t			 i, len = strlen(text);

	*at = 0;
	if (len >= 9 && len <= 14 && strspn(text, "0123456789.") == len) {
		*at = (int64_t)(strtod(text, NULL) * 1000);
		return true;
	}
	for (i = 0; i < COUNT(part); i++) {
		if (strspn(text, "0123456789") != (i == 0 ? 4u : 2u))
			return false;
		*part[i] = (int)strtol(text, NULL, 10);
		if (*part[i] > most[i] || (i > 0 && i < 3 && *part[i] == 0))
			return false;
		text += i == 0 ? 4 : 2;
		mark = i < 2 ? "-/" : i == 2 ? " T" : ":";
		if (i < 5 && strspn(text++, mark) == 0)
			return false;
	}
	if (*text == '.')
		text += 1 + strspn(text + 1, "0123456789");
	*at = when_instant(&c, strcmp(text, "Z") == 0 ? 0 : zone);
	return *text == '\0' || strcmp(text, "Z") == 0;
}

/* Some write when they gave up as a time of answer; the status knows better. */
static bool
was_answered(const char *status)
{
	return *status == '\0' || strcasecmp(status, "ANSWERED") == 0 ||
	    strcasecmp(status, "dijawab") == 0 || strcasecmp(status, "terjawab") == 0;
}

static const char *
clean(struct arena *a, const char *text, size_t max)
{
	const char	*out = text_clean(a, text);

	return out == NULL || text_has_control(out, "") ? "" : text_cut(a, out, max);
}

/* Asterisk says who answered by the channel: "PJSIP/201-00000a". */
static const char *
of_channel(struct arena *a, const char *channel)
{
	const char	*slash = strchr(channel, '/');
	size_t		 len = slash == NULL ? 0 : strcspn(slash + 1, "-@");

	return len == 0 ? "" : arena_printf(a, "%.*s", (int)len, slash + 1);
}

const char *
cdr_read(struct arena *a, const struct sheet *s, const struct cdr_map *m, int zone,
    struct cdr *out)
{
	const char	*number, *answer = cell(s, m, CDR_ANSWER), *end = cell(s, m, CDR_END);

	number = text_phone(a, clean(a, cell(s, m, CDR_NUMBER), TEXT_MAX));
	*out = (struct cdr){ .id = clean(a, cell(s, m, CDR_ID), TEXT_MAX),
	    .number = number == NULL ? "" : number,
	    .line = clean(a, cell(s, m, CDR_LINE), RING_LINE),
	    .extension = m->asterisk ? of_channel(a, sheet_cell(s, 0, "dstchannel")) :
	    cell(s, m, CDR_EXTENSION) };
	if (!ring_is_extension(out->extension))
		out->extension = "";
	if (!read_time(cell(s, m, CDR_START), zone, &out->rang) || out->rang <= 0)
		return "no time at which it began";
	if (*answer != '\0' && !read_time(answer, zone, &out->answered))
		return "the time of its answer is no time";
	if (*end != '\0' && !read_time(end, zone, &out->ended))
		return "the time of its end is no time";
	if (!was_answered(cell(s, m, CDR_STATUS)))
		out->answered = 0;
	if ((out->answered != 0 && out->answered < out->rang) ||
	    (out->ended != 0 && out->ended < out->rang))
		return "it ends before it begins";
	if (*out->id == '\0' && *out->number == '\0')
		return "neither an id nor a number";
	return NULL;
}

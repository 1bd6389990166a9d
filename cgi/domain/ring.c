/* ring.c: a call as the telephone exchange tells of it. */
#include <string.h>

#include "domain/ring.h"
#include "lib/rc.h"

static const char *const codes[RING_COUNT] = {
	[RING_NONE] = "", [RING_RINGING] = "ringing", [RING_ANSWERED] = "answered",
	[RING_ENDED] = "ended", [RING_ABANDONED] = "abandoned",
};

enum ring_event
ring_event_of(const char *code)
{
	enum ring_event	 e;

	for (e = RING_NONE + 1; e < RING_COUNT; e++)
		if (strcmp(code, codes[e]) == 0)
			return e;
	return RING_NONE;
}

const char *
ring_event_code(enum ring_event e)
{
	return e < RING_COUNT ? codes[e] : "";
}

static void
earliest(int64_t *have, int64_t at)
{
	if (*have == 0 || at < *have)
		*have = at;
}

/* Of two words for the same thing always the same one, whichever came first. */
static void
either(const char **have, const char *said)
{
	if (*said != '\0' && (**have == '\0' || strcmp(said, *have) < 0))
		*have = said;
}

/* Who picked it up first is whose it is. */
static void
answer(struct ringing *r, const struct ring_said *s)
{
	if (r->answered == 0 || s->at < r->answered) {
		r->answered = s->at;
		r->extension = s->extension;
	} else if (s->at == r->answered) {
		either(&r->extension, s->extension);
	}
}

void
ring_merge(struct ringing *r, const struct ring_said *s)
{
	switch (s->event) {
	case RING_RINGING:
		earliest(&r->rang, s->at);
		break;
	case RING_ANSWERED:
		answer(r, s);
		break;
	case RING_ENDED:
		if (s->at > r->ended)
			r->ended = s->at;
		break;
	case RING_ABANDONED:
		earliest(&r->left, s->at);
		break;
	case RING_NONE:
	case RING_COUNT:
		break;
	}
	either(&r->number, s->number);
	either(&r->line, s->line);
	either(&r->link, s->link);
}

int64_t
ring_began(const struct ringing *r)
{
	const int64_t	 times[] = { r->answered, r->left, r->ended };
	int64_t		 first = r->rang;
	size_t		 i;

	for (i = 0; i < COUNT(times); i++)
		if (r->rang == 0 && times[i] != 0)
			earliest(&first, times[i]);
	return first;
}

/* Whoever spoke to us was not lost, whatever else is said of it. */
enum state
ring_state(const struct ringing *r, int64_t now)
{
	if (r->answered != 0)
		return ST_ANSWERED;
	if (r->left != 0 || (r->ended != 0 && now - r->ended >= RING_GRACE) ||
	    now - ring_began(r) >= RING_OVER)
		return ST_MISSED;
	return ST_RINGING;
}

bool
ring_is_extension(const char *text)
{
	size_t	 len = strlen(text);

	return len > 0 && len <= RING_EXTENSION && strspn(text, "0123456789"
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ*#-_./") == len;
}

bool
ring_is_link(const char *text)
{
	size_t	 len = strlen(text);
	size_t	 i;

	if (len > RING_LINK || (strncmp(text, "https://", 8) != 0 && strncmp(text, "http://", 7) != 0))
		return false;
	for (i = 0; i < len; i++)
		if ((unsigned char)text[i] <= ' ' || (unsigned char)text[i] >= 0x7f)
			return false;
	return true;
}

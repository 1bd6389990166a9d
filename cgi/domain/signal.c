/* signal.c: something a screen is to hear of at once, and whose screen. */
#include <string.h>

#include "domain/signal.h"
#include "lib/rc.h"

#define SMALL	"abcdefghijklmnopqrstuvwxyz"
#define DIGITS	"0123456789"

/* What static/live.js tells pages by itself is nobody's signal. */
static bool
is_taken(const char *kind)
{
	static const char *const	 taken[] = { "pulse", "beat", "end" };
	size_t				 i;

	for (i = 0; i < COUNT(taken); i++)
		if (strcmp(kind, taken[i]) == 0)
			return true;
	return false;
}

static bool
is_made_of(const char *text, const char *set, size_t most)
{
	size_t	 len = strlen(text);

	return len <= most && strspn(text, set) == len;
}

bool
signal_is_good(const struct signal *s)
{
	return (s->agency != 0 || s->role != ROLE_NONE || s->account != 0) && *s->kind != '\0' &&
	    is_made_of(s->kind, SMALL DIGITS "-", SIGNAL_KIND) && !is_taken(s->kind) &&
	    is_made_of(s->about, SMALL "ABCDEFGHIJKLMNOPQRSTUVWXYZ" DIGITS "-_.:", SIGNAL_ABOUT);
}

bool
signal_reaches(const struct signal *s, const struct actor *who)
{
	return (s->agency != 0 || s->role != ROLE_NONE || s->account != 0) && who->id != 0 &&
	    (s->agency == 0 || s->agency == who->agency) &&
	    (s->role == ROLE_NONE || s->role == who->role) &&
	    (s->account == 0 || s->account == who->id);
}

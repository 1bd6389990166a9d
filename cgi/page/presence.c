/*
 * presence.c: who has which ticket open, now.
 *
 * It is kept in memory, by the process that holds the lines: a browser says
 * with its line what it has open, and where the line ends, it is over.  So
 * nothing is written, and nobody is there who has gone home.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/log.h"
#include "page/hall.h"

enum {
	SAY_MS = 1000,		/* between two words about the same */
	GREET_MAX = 30,		/* tickets a list is told of when it comes */
	NAMES = 240,		/* bytes of names in one word */
	NAMES_MAX = 6,		/* of as many people */
};

/* A ticket that somebody has open, and whose lists it may be on. */
struct shown {
	struct open_ticket	 t;
	struct shown		*next;
	size_t			 screens;
	bool			 news;		/* somebody came or went */
};

/* --- what is open --------------------------------------------------------------------- */

static struct shown *
find(struct hall *h, int64_t id)
{
	struct shown	*s = h->shown;

	while (s != NULL && s->t.id != id)
		s = s->next;
	return s;
}

static struct shown *
keep(struct hall *h, const struct open_ticket *t)
{
	struct shown	*s = find(h, t->id);

	if (s == NULL) {
		if ((s = calloc(1, sizeof(*s))) == NULL)
			log_die("live: out of memory");
		s->next = h->shown;
		h->shown = s;
	}
	s->t = *t;		/* another agency may have it by now */
	return s;
}

static bool
has(const struct screen *s, const struct shown *t)
{
	size_t	 i;

	for (i = 0; i < s->nopen; i++)
		if (s->open[i] == t)
			return true;
	return false;
}

/* Nobody has it open any more, and all who are concerned know. */
static void
forget(struct hall *h)
{
	struct shown	**s = &h->shown, *gone;

	while ((gone = *s) != NULL)
		if (gone->screens > 0 || gone->news)
			s = &gone->next;
		else {
			*s = gone->next;
			free(gone);
		}
}

/* --- what is said --------------------------------------------------------------------- */

/* A list of the city has all; an agency's those that are its own, too. */
static bool
concerns(const struct screen *s, const struct shown *t)
{
	size_t	 i;

	if (has(s, t))
		return true;
	if (!s->lists || s->reach < 0)
		return false;
	for (i = 0; s->reach != 0 && i < t->t.nagencies; i++)
		if (t->t.agencies[i] == s->reach)
			return true;
	return s->reach == 0;
}

/* Is this account's screen the first of its own among those before it? */
static bool
is_first(const struct hall *h, size_t place, const struct shown *t)
{
	size_t	 i;

	for (i = 0; i < place; i++)
		if (h->screens[i]->who.id == h->screens[place]->who.id && has(h->screens[i], t))
			return false;
	return true;
}

struct crowd {			/* who has a ticket open */
	const struct screen	*who[NAMES_MAX + 1];
	size_t			 n;
};

static struct crowd
crowd_of(const struct hall *h, const struct shown *t)
{
	struct crowd	 c = { .n = 0 };
	size_t		 i;

	for (i = 0; i < h->n && c.n < COUNT(c.who) && t->screens > 0; i++)
		if (has(h->screens[i], t) && is_first(h, i, t))
			c.who[c.n++] = h->screens[i];
	return c;
}

/* "DRT-26-000001-K Sari Nuraini|Dedi Hartono": the others; only the number where nobody is. */
static void
say(const struct screen *s, const struct shown *t, const struct crowd *c)
{
	char	 text[NAMES + sizeof(t->t.number) + 2], names[NAMES] = "";
	size_t	 i, n = 0, len = 0;

	for (i = 0; i < c->n && n < NAMES_MAX; i++) {
		if (c->who[i]->who.id == s->who.id ||
		    len + strlen(c->who[i]->name) + 2 > sizeof(names))
			continue;
		len += (size_t)snprintf(names + len, sizeof(names) - len, "%s%s",
		    n++ > 0 ? "|" : "", c->who[i]->name);
	}
	snprintf(text, sizeof(text), "%s %s", t->t.number, names);
	line_say(s->line, "presence", -1, text);
}

/* Its own tickets, and for a list what others have open by now. */
static void
greet(struct hall *h, struct screen *s)
{
	struct shown	*t;
	struct crowd	 c;
	size_t		 n = 0;

	for (t = h->shown; t != NULL && n < GREET_MAX; t = t->next) {
		if (!concerns(s, t))
			continue;
		c = crowd_of(h, t);
		if (c.n > 1 || (c.n == 1 && c.who[0]->who.id != s->who.id)) {
			say(s, t, &c);
			n++;
		}
	}
}

/* --- who comes and goes --------------------------------------------------------------- */

/* As it is shown: nothing that a line cannot carry, nothing that parts names. */
static void
set_name(struct screen *s, const char *name)
{
	size_t	 i;

	snprintf(s->name, sizeof(s->name), "%s", name);
	for (i = strlen(s->name); i > 0 && strlen(name) >= sizeof(s->name); i--)
		if (((unsigned char)s->name[i - 1] & 0x80) == 0)
			break;		/* not in the middle of a letter */
		else
			s->name[i - 1] = '\0';
	for (i = 0; s->name[i] != '\0'; i++)
		if ((unsigned char)s->name[i] < ' ' || s->name[i] == 0x7f || s->name[i] == '|')
			s->name[i] = ' ';
}

static void
open_one(struct hall *h, struct screen *s, const char *typed)
{
	struct desk		 d = h->desk;
	struct open_ticket	 t;
	struct shown		*shown;

	d.who = s->who;
	if (s->nopen == OPEN_EACH || see_open_ticket(&d, typed, &t) != RC_OK)
		return;
	shown = keep(h, &t);
	if (has(s, shown))
		return;
	s->open[s->nopen++] = shown;
	shown->screens++;
	shown->news = true;
}

void
presence_enter(struct hall *h, struct screen *s, const char *name, const char *open)
{
	const char	*end;
	size_t		 i;

	set_name(s, name);
	for (i = 0; *open != '\0' && i <= OPEN_EACH; i++) {
		end = open + strcspn(open, ",");
		if (strncmp(open, "daftar", (size_t)(end - open)) == 0)
			s->lists = true;
		else
			open_one(h, s, arena_printf(h->desk.arena, "%.*s", (int)(end - open),
			    open));
		open = *end == ',' ? end + 1 : end;
	}
	if (s->lists || s->nopen > 0)
		greet(h, s);
}

void
presence_leave(struct hall *h, struct screen *s)
{
	size_t	 i;

	(void)h;
	for (i = 0; i < s->nopen; i++) {
		s->open[i]->screens--;
		s->open[i]->news = true;
	}
}

void
presence_say(struct hall *h)
{
	struct shown	*t;
	struct crowd	 c;
	size_t		 i;

	if (h->desk.now - h->crowded < SAY_MS)
		return;
	h->crowded = h->desk.now;
	for (t = h->shown; t != NULL; t = t->next) {
		if (!t->news)
			continue;
		t->news = false;
		c = crowd_of(h, t);
		for (i = 0; i < h->n; i++)
			if (concerns(h->screens[i], t))
				say(h->screens[i], t, &c);
	}
	forget(h);
}

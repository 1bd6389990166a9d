/* live_page.c: the hall of all open screens: who may have a line, and what is said on it. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/session_action.h"
#include "lib/log.h"
#include "page/hall.h"
#include "page/session.h"

#define LIVE_PATH	"/langsung"

enum {
	LOOK_MS = 250,		/* without a nudge */
	PACE_MS = 50,		/* between pulses: who writes a lot is told of once */
	PACE_SCREENS = 15,	/* and a millisecond more for so many who were told */
	BEAT_MS = 5000,
	ROUND_MS = 5000,	/* within that time every session is looked at again */
	NEWS_MS = 10 * 1000,	/* what a new screen still hears of: older than its page is drawn */
	LIFE_MS = 60 * 60 * 1000,	/* of a line; then the browser asks anew */
	RETRY_MS = 200, RETRY_STEPS = 10,
	NUMBER = 24,
};

/* --- what is said ------------------------------------------------------------------- */

static void
say_pulse(struct hall *h, struct screen *s, const char *kind)
{
	char	 text[NUMBER];

	s->pulse = pulse_of(&h->pulses, s->reach);
	s->said = h->desk.now;
	snprintf(text, sizeof(text), "%" PRId64, s->pulse);
	line_say(s->line, kind, h->signal, text);
}

static void
say_end(struct screen *s)
{
	line_say(s->line, "end", -1, "/masuk");
	line_end(s->line);
}

static void
say_signal(struct screen *s, const struct signal *g)
{
	char	 text[SIGNAL_KIND + SIGNAL_ABOUT + 2];

	if (!signal_reaches(g, &s->who))
		return;
	snprintf(text, sizeof(text), "%s %s", g->kind, g->about);
	line_say(s->line, "signal", g->id, text);
}

/* --- who comes in -------------------------------------------------------------------- */

/* An id of ours, or -1. */
static int64_t
id_of(const char *text)
{
	size_t	 len = strlen(text);

	return len > 0 && len < 19 && strspn(text, "0123456789") == len ?
	    strtoimax(text, NULL, 10) : -1;
}

/* What came between a screen's last line and this one; a first line begins a moment ago. */
static enum rc
catch_up(struct hall *h, struct screen *s, const char *last)
{
	int64_t		 id = id_of(last);
	struct signal	*list;
	size_t		 i, n;
	enum rc		 rc;

	if ((id < 0 || id > h->signal) &&
	    (rc = see_signals_since(&h->desk, h->desk.now - NEWS_MS, &id)) != RC_OK)
		return rc;
	while (id < h->signal) {
		if ((rc = see_signals(&h->desk, id, &list, &n)) != RC_OK)
			return rc;
		for (i = 0; i < n && list[i].id <= h->signal; i++)
			say_signal(s, &list[i]);
		if (n < LIVE_SIGNALS)
			break;
		id = list[n - 1].id;
	}
	return RC_OK;
}

static size_t
lines_of(const struct hall *h, const char *token)
{
	size_t	 i, n = 0;

	for (i = 0; i < h->n; i++)
		n += strcmp(h->screens[i]->token, token) == 0;
	return n;
}

static void
add_screen(struct hall *h, struct line *line, const struct visit *v, const char *token)
{
	struct screen	*s = calloc(1, sizeof(*s));
	int64_t		 until = session_until(v);

	if (s == NULL)
		log_die("live: out of memory");
	s->line = line;
	s->who = v->desk.who;
	s->who.name = "";
	s->reach = live_reach(&s->who);
	s->until = until < h->desk.now + LIFE_MS ? until : h->desk.now + LIFE_MS;
	s->seen = h->seen;
	memcpy(s->token, token, strlen(token));
	s->place = h->n;
	h->screens[h->n++] = s;
	line_keep(line, s);
}

/* As for a page: who visits, and may they?  0, or the status of a refusal. */
static int
ask(struct hall *h, const struct knock *k, struct visit *v)
{
	static const struct app	 live = { .name = "live", .staff = true };
	bool			 demo;
	struct ref		*ref = arena_new(h->desk.arena, struct ref);

	pairs_read_cookies(v->req->arena, k->cookies, &v->req->cookies);
	v->desk = h->desk;
	v->desk.ref = ref;
	v->app = &live;
	if (see_demo(&h->desk, &demo) != RC_OK)
		return 503;
	ref->demo = demo;
	switch (session_load(v)) {
	case RC_OK:
		break;
	case RC_LOGIN:			/* something is owed first */
		return 401;
	case RC_INPUT:
	case RC_FORBIDDEN:
	case RC_NOTFOUND:
	case RC_CONFLICT:
	case RC_BUSY:
	case RC_FAIL:
	case RC_COUNT:
		return 503;
	}
	if (v->desk.who.id == 0)
		return 401;
	return role_may(v->desk.who.role, MAY_SIGN) ? 0 : 403;
}

static int
let_in(struct hall *h, struct line *line, const struct knock *k, struct visit *v)
{
	const char	*token;
	int		 status = ask(h, k, v);

	if (status != 0)
		return status;
	token = http_cookie_get(v->req, SESSION_COOKIE);
	if (strlen(token) >= TOKEN)
		return 401;
	if (h->n == HALL_LINES)
		return 503;
	if (lines_of(h, token) >= HALL_EACH)
		return 429;
	add_screen(h, line, v, token);
	return 200;
}

/* Not all at the same moment, when all of them knock again. */
static void
greet(struct hall *h, struct screen *s, const struct visit *v, const struct knock *k)
{
	static int	 turn;

	line_retry(s->line, RETRY_MS + RETRY_MS / 2 * (turn++ % RETRY_STEPS));
	if (catch_up(h, s, k->last) != RC_OK)
		line_end(s->line);
	say_pulse(h, s, "pulse");
	presence_enter(h, s, v->desk.who.name, k->open);
}

static int
knock(void *hall, struct line *line, const struct knock *k)
{
	struct hall	*h = hall;
	struct req	 q = { .arena = h->desk.arena, .method = GET, .path = LIVE_PATH,
		.if_none_match = "", .origin = "", .fetch_site = "", .language = "" };
	struct visit	 v = { .req = &q, .csrf = "", .arg = "" };
	int		 status;

	if (strcmp(k->path, LIVE_PATH) != 0)
		return 404;
	status = let_in(h, line, k, &v);
	buf_free(&q.head);		/* a cookie for who is awake: but a line is nobody's doing */
	if (status == 200)
		greet(h, line_kept(line), &v, k);
	return status;
}

static void
gone(void *hall, struct line *line)
{
	struct hall	*h = hall;
	struct screen	*s = line_kept(line);

	presence_leave(h, s);
	h->screens[s->place] = h->screens[--h->n];
	h->screens[s->place]->place = s->place;
	explicit_bzero(s, sizeof(*s));
	free(s);
}

const struct host	 hall_host = { .knock = knock, .gone = gone };

/* --- what changes -------------------------------------------------------------------- */

static enum rc
say_signals(struct hall *h)
{
	struct signal	*list;
	size_t		 i, j, n;
	enum rc		 rc;

	do {
		if ((rc = see_signals(&h->desk, h->signal, &list, &n)) != RC_OK)
			return rc;
		for (i = 0; i < n; i++) {
			for (j = 0; j < h->n; j++)
				say_signal(h->screens[j], &list[i]);
			h->signal = list[i].id;
		}
	} while (n == LIVE_SIGNALS);
	return RC_OK;
}

/* Those of one reach are told at once, and then rest: the longer the more they are. */
static int64_t
pace(struct hall *h, const size_t *told)
{
	int64_t	 soonest = 0;
	size_t	 i;

	for (i = 0; i < h->pulses.n; i++) {
		if (told[i] > 0)
			h->rests[i] = h->desk.now + PACE_MS + (int64_t)told[i] / PACE_SCREENS;
		if (h->rests[i] > h->desk.now && (soonest == 0 || h->rests[i] < soonest))
			soonest = h->rests[i];
	}
	return soonest;
}

static enum rc
say_pulses(struct hall *h)
{
	size_t	 told[LIVE_PULSES] = { 0 }, i, at;
	enum rc	 rc;

	if ((rc = see_pulses(&h->desk, &h->pulses)) != RC_OK)
		return rc;
	h->behind = false;
	for (i = 0; i < h->n; i++) {
		at = pulse_at(&h->pulses, h->screens[i]->reach);
		if (at == h->pulses.n || h->pulses.items[at].value == h->screens[i]->pulse)
			continue;
		if (h->desk.now < h->rests[at]) {
			h->behind = true;
			continue;
		}
		say_pulse(h, h->screens[i], "pulse");
		told[at]++;
	}
	h->paced = pace(h, told);
	return RC_OK;
}

/* The version first: what changes after it is another one. */
static void
look(struct hall *h)
{
	int64_t	 version = db_seen(h->desk.db);
	enum rc	 rc = RC_OK;

	if (version != h->seen) {
		h->behind = true;
		h->paced = 0;
		rc = say_signals(h);
	}
	if (rc == RC_OK && h->behind && h->desk.now >= h->paced)
		rc = say_pulses(h);
	if (rc == RC_OK)
		h->seen = version;
	else
		log_warn("live: rc %d", (int)rc);
}

/* Is it still somebody, the same, of the same role, and is nothing asked of them first? */
static void
look_at_session(struct hall *h, struct screen *s)
{
	struct ref	 ref = { .demo = false };
	struct desk	 d = h->desk;
	struct session	 now;
	bool		 demo;
	enum rc		 rc;

	if (see_demo(&d, &demo) != RC_OK)
		return;
	ref.demo = demo;
	d.ref = &ref;
	rc = session_find(&d, s->token, &now);
	if (rc == RC_NOTFOUND || (rc == RC_OK && now.owes != OWES_NOTHING))
		say_end(s);
	else if (rc == RC_OK && (now.who.role != s->who.role || now.who.agency != s->who.agency))
		line_end(s->line);		/* comes again as who it is now */
	else if (rc == RC_OK)
		s->seen = h->seen;
}

/* A few at a time, and only where something was written since. */
static void
go_round(struct hall *h)
{
	size_t	 some = h->n * LOOK_MS / ROUND_MS + 1;

	for (; some > 0 && h->n > 0; some--) {
		h->turn = (h->turn + 1) % h->n;
		if (h->screens[h->turn]->seen != h->seen)
			look_at_session(h, h->screens[h->turn]);
	}
}

static void
keep_alive(struct hall *h)
{
	size_t	 i;

	for (i = 0; i < h->n; i++)
		if (h->desk.now >= h->screens[i]->until)
			line_end(h->screens[i]->line);
		else if (h->desk.now - h->screens[i]->said >= BEAT_MS)
			say_pulse(h, h->screens[i], "beat");
}

/* The clock was put back: what waits for a time would wait too long. */
static void
begin_again(struct hall *h)
{
	size_t	 i;

	h->paced = h->rounds = h->crowded = 0;
	memset(h->rests, 0, sizeof(h->rests));
	for (i = 0; i < h->n; i++)
		h->screens[i]->said = 0;
}

/* Until pulses may be said again, where there are any; else until we look. */
static int
wait_of(const struct hall *h)
{
	int64_t	 left = h->paced - h->desk.now;

	return h->behind && left > 0 ? (int)left : LOOK_MS;
}

int
hall_step(struct hall *h, int64_t now)
{
	if (now < h->desk.now)
		begin_again(h);
	h->desk.now = now;
	look(h);
	if (now - h->rounds >= LOOK_MS) {
		h->rounds = now;
		go_round(h);
		keep_alive(h);
		presence_say(h);
	}
	arena_reset(h->desk.arena);
	return wait_of(h);
}

void
hall_open(struct hall *h)
{
	h->seen = db_seen(h->desk.db);
	if (see_last_signal(&h->desk, &h->signal) != RC_OK || see_pulses(&h->desk, &h->pulses) != RC_OK)
		log_die("live: the store cannot be read");
}

/* event_read.c: what happened, as it is read again. */
#include <string.h>

#include "store/event_store.h"
#include "store/said_store.h"

#define COLUMNS	EVENT_HEAD SAID_NOTE ", e.data, " SAID_BY

static const struct query named = {
	"events of a ticket, with names",
	"SELECT" COLUMNS ", COALESCE(a.name, '') FROM event e" SAID_JOIN
	" LEFT JOIN account a ON a.id = e.actor"
	" WHERE e.ticket = ?1 AND e.ticket <> 0 AND e.act <> 'read' ORDER BY e.id DESC LIMIT ?2"
};

static const struct query nameless = {
	"events of a ticket, without names",
	"SELECT" COLUMNS ", '' FROM event e" SAID_JOIN
	" WHERE e.ticket = ?1 AND e.ticket <> 0 AND e.act <> 'read' ORDER BY e.id DESC LIMIT ?2"
};

static const struct query worked = {
	"work of an account on a ticket",
	"SELECT 1 FROM event WHERE ticket = ?1 AND ticket <> 0 AND actor = ?2"
	" AND (act IN ('accept', 'send_unit', 'arrive', 'depart', 'patient', 'transport',"
	" 'deliver', 'control', 'start', 'submit', 'resolve')"
	" OR act = 'finish' AND note <> '') LIMIT 1"	/* without words it followed from a closing */
};

static enum life
life_of(const char *code)
{
	enum life	 l;

	for (l = LIFE_NONE + 1; l < LIFE_COUNT; l++)
		if (strcmp(life_code(l), code) == 0)
			return l;
	return LIFE_NONE;
}

void
event_read_head(struct stmt *s, struct arena *a, struct event *e)
{
	e->id = get_int(s);
	e->at = get_int(s);
	e->ticket = get_int(s);
	e->life = life_of(get_text(s));
	e->object = get_int(s);
	e->act = act_of(get_text(s));
	e->before = state_of(get_text(s));
	e->after = state_of(get_text(s));
	e->who.id = get_int(s);
	e->who.role = role_of(get_text(s));
	e->who.agency = get_int(s);
	e->behalf = get_int(s);
	e->public = get_int(s) != 0;
	e->note = arena_text(a, get_text(s));
	e->data = arena_text(a, get_text(s));
}

/* Reads COLUMNS; what follows them is left to the caller. */
static void
read_row(struct stmt *s, struct arena *a, struct event *e)
{
	event_read_head(s, a, e);
	e->reporter = get_int(s);
	e->faded = get_int(s) != 0;
}

enum rc
event_list(struct db *db, struct arena *a, int64_t ticket, bool names,
    struct event **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, names ? &named : &nameless);

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s)) {
		read_row(s, a, &(*list)[*n]);
		(*list)[(*n)++].who.name = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
event_last(struct db *db, struct arena *a, int64_t ticket, bool names, struct event *e)
{
	enum { LOOK_BACK = 8 };		/* who opened an identity changed nothing */
	struct event	*list;
	size_t		 i, n;
	enum rc		 rc = event_list(db, a, ticket, names, &list, &n, LOOK_BACK);

	if (rc != RC_OK || n == 0)
		return rc == RC_OK ? RC_NOTFOUND : rc;
	for (i = 0; i + 1 < n && (list[i].act == ACT_OPEN_IDENTITY ||
	    list[i].act == ACT_EXPORT); i++)
		;
	*e = list[i];
	return RC_OK;
}

enum rc
event_worked(struct db *db, int64_t ticket, int64_t account, bool *did)
{
	struct stmt	*s = db_start(db, &worked);

	put_int(s, ticket);
	put_int(s, account);
	*did = db_next(s);
	return db_end(s);
}

const struct query *const event_read_queries[] = { &named, &nameless, &worked };
const size_t event_read_nqueries = COUNT(event_read_queries);

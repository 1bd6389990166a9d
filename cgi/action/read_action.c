/* read_action.c: who read what is sensitive: put down by the reader, recorded by the worker. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/read_action.h"
#include "lib/log.h"
#include "lib/spool.h"
#include "store/event_store.h"
#include "store/identity_store.h"

enum { AT_ONCE = 100, ROLE_CODE = 32 };	/* lines in a transaction */

struct reading {
	int64_t		 at, ticket;
	struct actor	 who;
};

/* Numbers and a role's code, nothing that anybody typed. */
void
read_mark(const struct desk *d, const struct ticket *t)
{
	const struct category	*c = ref_category(d->ref, t->category);

	if (d->spool == NULL || d->who.id == 0 || (c != NULL && !c->sensitive))
		return;
	/* A full disk is no reason to keep a responder from a patient: the log has it then. */
	if (!spool_put(d->spool, arena_printf(d->arena, "%" PRId64 " %" PRId64 " %" PRId64
	    " %s %" PRId64, d->now, t->id, d->who.id, role_code(d->who.role), d->who.agency)))
		log_warn("read: ticket %" PRId64 " by account %" PRId64, t->id, d->who.id);
}

static bool
read_line(const char *line, struct reading *r)
{
	char	 role[ROLE_CODE], *end;
	size_t	 len;

	*r = (struct reading){ .who = { .name = "" } };
	r->at = strtoll(line, &end, 10);
	r->ticket = strtoll(end, &end, 10);
	r->who.id = strtoll(end, &end, 10);
	if (*end++ != ' ' || (len = strcspn(end, " ")) >= sizeof(role))
		return false;
	memcpy(role, end, len);
	role[len] = '\0';
	if (end[len] != ' ' || end[len + 1] == '\0')
		return false;
	r->who.agency = strtoll(end + len, &end, 10);
	if (*end != '\0')
		return false;
	r->who.role = role_of(role);
	return r->who.role != ROLE_NONE && r->ticket > 0 && r->who.id > 0;
}

/* The time of the line is the time of the event: the same line again is known. */
static enum rc
record(const struct desk *d, const struct reading *r, size_t *n)
{
	struct event	 e = { .at = r->at, .ticket = r->ticket, .act = ACT_READ, .who = r->who,
	                       .note = "", .data = "" };
	bool		 known;
	enum rc		 rc;

	rc = reading_known(d->db, r->ticket, r->who.id, r->at - READ_ONCE_IN,
	    r->at + READ_ONCE_IN, &known);
	if (rc != RC_OK || known)
		return rc;
	++*n;
	return event_add(d->db, d->arena, &e);
}

static enum rc
record_some(const struct desk *d, struct spool *s, size_t *n, bool *more)
{
	struct reading	 r;
	const char	*line = "";
	enum rc		 rc = RC_OK;
	int		 i;

	for (i = 0; i < AT_ONCE && rc == RC_OK && (line = spool_line(s)) != NULL; i++) {
		if (read_line(line, &r))
			rc = record(d, &r, n);
		else
			log_warn("read: a line that is none");
	}
	*more = line != NULL;
	return rc;
}

enum rc
read_record(const struct desk *d, size_t *n)
{
	struct spool	*s = NULL;
	bool		 more = true;
	enum rc		 rc;

	*n = 0;
	if (d->spool == NULL || (rc = spool_take(d->spool, &s)) == RC_NOTFOUND)
		return RC_OK;
	while (rc == RC_OK && more)
		if ((rc = db_begin(d->db)) == RC_OK)
			rc = db_finish(d->db, record_some(d, s, n, &more));
	if (rc == RC_OK)
		spool_done(s);
	else if (s != NULL)
		spool_keep(s);
	return rc;
}

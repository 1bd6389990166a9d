/* worker_carrier.c: a channel that fails, or leaves what is urgent lying, is said aloud. */
#include "action/worker_action.h"
#include "domain/notice.h"
#include "store/event_store.h"
#include "store/notice_store.h"
#include "store/trail_store.h"

static enum rc
look(const struct desk *d, enum channel channel, struct carrier *c, enum ill *ill)
{
	int64_t	 oldest;
	enum rc	 rc = carrier_of(d->db, channel, c);

	if (rc == RC_OK)
		rc = notice_oldest(d->db, channel, true, &oldest);
	if (rc == RC_OK)
		*ill = carrier_ill(c, oldest, d->now);
	return rc;
}

static enum rc
say(const struct desk *d, enum channel channel)
{
	static const char *const	 how[] = { [ILL_NOT] = "well", [ILL_LATE] = "late",
		[ILL_FAILS] = "fails" };
	struct event			 e = { .at = d->now, .act = ACT_NOTIFY, .who = d->who,
		.note = "" };
	struct carrier			 c;
	enum ill			 ill;
	enum rc				 rc = look(d, channel, &c, &ill);

	if (rc != RC_OK || c.warned == (ill != ILL_NOT))
		return rc;
	e.data = arena_printf(d->arena, "{\"step\":\"%s\",\"channel\":\"%s\"}", how[ill],
	    channel_code(channel));
	if ((rc = carrier_warn(d->db, channel, ill != ILL_NOT)) != RC_OK ||
	    (rc = event_add(d->db, d->arena, &e)) != RC_OK)
		return rc;
	return pulse_beat(d->db, 0);	/* the wall looks again */
}

enum rc
worker_carriers(const struct desk *d, size_t *n)
{
	struct carrier	 c;
	enum channel	 channel;
	enum ill	 ill;
	enum rc		 rc = RC_OK;

	*n = 0;
	for (channel = CHANNEL_NONE + 1; channel < CHANNEL_COUNT && rc == RC_OK; channel++) {
		if ((rc = look(d, channel, &c, &ill)) != RC_OK || c.warned == (ill != ILL_NOT))
			continue;
		if ((rc = db_begin(d->db)) == RC_OK)
			rc = db_finish(d->db, say(d, channel));
		++*n;
	}
	return rc;
}

/* phone_desk.c: what the call desk sees of telephone calls, and who sits where. */
#include <string.h>

#include "action/calls_core.h"
#include "action/core.h"
#include "action/phone_core.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/call_store.h"
#include "store/draft_store.h"
#include "store/gateway_store.h"

enum { TAIL = 3, REASON_MIN = 5 };

/* Who hung up is called back; who was spoken to need not be. */
static enum rc
queue(const struct desk *d, const struct filing *f, const struct call *c, struct bytes phone)
{
	static const char *const	 unspoken[] = { "dropped", "ghost", "test" };
	size_t				 i;

	if (phone.data == NULL)
		return RC_OK;
	if (f->recall)
		return recall_queue(d, c, phone, f->detail == NULL ? "" : f->detail);
	for (i = 0; i < COUNT(unspoken); i++)
		if (strcmp(c->type, unspoken[i]) == 0)
			return RC_OK;
	return recall_spoken(d, phone);
}

enum rc
phone_end(const struct desk *d, const struct filing *f, const char *type, struct call *c)
{
	unsigned char	 hash[HASH_SIZE];
	struct bytes	 phone = phone_hash(d, f->who.phone, hash);
	enum rc		 rc;

	c->was = c->state;
	c->state = f->recall ? ST_CALLBACK_QUEUE : ST_CLOSED;
	c->type = type;
	c->note = f->title == NULL ? "" : f->title;
	c->closed = f->recall ? 0 : d->now;
	c->taker = f->taker != 0 ? f->taker : d->who.id;
	if ((rc = call_save_caller(d->db, c->id, c->taker, phone_seal(d, phone_of_call(d, f->token),
	    f->who.phone), phone)) != RC_OK ||
	    (rc = call_save(d->db, c)) != RC_OK ||
	    (rc = queue(d, f, c, phone)) != RC_OK || f->left)
		return rc;
	return draft_end(d->db, f->token);
}

/* Of others only its end, to know it by. */
static const char *
tail_of(const struct desk *d, const char *number)
{
	size_t	 len = strlen(number);

	return len <= TAIL ? number : arena_printf(d->arena, "···%s", number + len - TAIL);
}

static struct phone_call
shown(const struct desk *d, struct ring_row *row, bool is_own)
{
	phone_open(d, row);
	return (struct phone_call){ .id = row->c.id, .rang = row->c.rang,
	    .answered = row->r.answered, .ended = row->r.ended, .line = row->c.line,
	    .number = is_own ? row->r.number : tail_of(d, row->r.number),
	    .token = is_own ? row->token : "" };
}

static enum rc
see_calls_of(const struct desk *d, struct phone_desk *out)
{
	struct ring_row	*rows;
	size_t		 i, n;
	enum rc		 rc = ring_list(d->db, d->arena, &rows, &n, PHONES_MAX);

	for (i = 0; i < n && rc == RC_OK; i++)
		if (rows[i].r.ended == 0 && d->now - rows[i].c.rang < RING_LONG)
			out->ringing[out->nringing++] = shown(d, &rows[i], false);
	if (rc != RC_OK || (rc = ring_list_taker(d->db, d->arena, d->who.id,
	    d->now - (int64_t)SEAT_HOURS * HOUR, &rows, &n, PHONES_MAX)) != RC_OK)
		return rc;
	for (i = 0; i < n; i++)
		out->answered[out->nanswered++] = shown(d, &rows[i], true);
	return RC_OK;
}

static enum rc
see_mode(const struct desk *d, struct phone_desk *out)
{
	int64_t	 n, oldest;
	enum rc	 rc = gateway_last(d->db, GATEWAY_PHONE, &n, &out->heard);

	if (rc != RC_OK || n == 0 || (rc = ring_oldest(d->db, &oldest)) != RC_OK)
		return rc;
	out->mode = d->now - out->heard < GATEWAY_SILENT &&
	    (oldest == 0 || d->now - oldest < RING_LONG) ? PHONE_ON : PHONE_MANUAL;
	return RC_OK;
}

enum rc
see_phone(const struct desk *d, struct phone_desk *out)
{
	struct seat	 seat;
	enum rc		 rc;

	*out = (struct phone_desk){ .extension = "", .line = "",
	    .ringing = arena_alloc(d->arena, PHONES_MAX * sizeof(struct phone_call)),
	    .answered = arena_alloc(d->arena, PHONES_MAX * sizeof(struct phone_call)) };
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((rc = see_mode(d, out)) != RC_OK || (rc = see_calls_of(d, out)) != RC_OK)
		return rc;
	rc = seat_of(d->db, d->arena, d->who.id, &seat);
	if (rc == RC_OK && seat.until > d->now) {
		out->extension = seat.extension;
		out->line = seat.line;
	}
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

enum rc
see_answered(const struct desk *d, int64_t call, struct phone_call *out)
{
	struct ring_row	 row;
	enum rc		 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((rc = ring_by_call(d->db, d->arena, call, &row)) != RC_OK)
		return rc;
	if (row.c.taker != d->who.id || row.c.state != ST_ANSWERED)
		return RC_NOTFOUND;
	*out = shown(d, &row, true);
	return RC_OK;
}

static enum rc
sit(const struct desk *d, const struct seat *seat)
{
	return *seat->extension == '\0' ? seat_drop(d->db, d->who.id) : seat_put(d->db, seat);
}

enum rc
phone_sit(const struct desk *d, const char *extension, const char *line)
{
	const struct seat	 seat = { d->who.id, extension, line,
				    d->now + (int64_t)SEAT_HOURS * HOUR };
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((*extension != '\0' && !ring_is_extension(extension)) || text_length(line) > RING_LINE)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, sit(d, &seat));
}

enum rc
see_phone_clock(const struct desk *d, struct phone_clock *out)
{
	int64_t			 from = when_midnight(d->now, d->ref->zone);
	struct answer_clock	 c;
	enum rc			 rc;

	*out = (struct phone_clock){ 0 };
	if (!role_may(d->who.role, MAY_COMMAND))
		return RC_FORBIDDEN;
	if ((rc = answer_clock(d->db, from, from + DAY, &c)) == RC_OK)
		*out = (struct phone_clock){ c.calls, c.in_time, c.told, c.told_in_time };
	return rc;
}

/* --- afterwards --------------------------------------------------------------------------- */

enum rc
see_phone_source(const struct desk *d, int64_t call, enum phone_source *source, bool *recorded)
{
	int64_t	 timed = 0;
	enum rc	 rc;

	*source = PHONE_TYPED;
	*recorded = false;
	if (!role_may(d->who.role, MAY_CALLS))
		return RC_FORBIDDEN;
	rc = call_source(d->db, call, &timed, recorded);
	*source = (enum phone_source)timed;
	return rc;
}

static enum rc
open_recording(const struct desk *d, int64_t call, const char *reason, const char **link)
{
	static const struct order	 no_order = { .note = "", .reason = "", .target = "" };
	struct work_on			 w = { .d = d, .o = &no_order };
	struct ring_row			 row;
	enum rc				 rc = ring_by_call(d->db, d->arena, call, &row);

	if (rc != RC_OK)
		return rc;
	phone_open(d, &row);
	*link = row.r.link;
	if (**link == '\0')
		return RC_NOTFOUND;
	return core_record(&w, &(struct record){ .life = LIFE_CALL, .object = call,
	    .act = ACT_READ, .before = row.c.state, .after = row.c.state, .note = reason,
	    .data = "recording" });
}

enum rc
phone_recording(const struct desk *d, int64_t call, const char *reason, const char **link)
{
	enum rc	 rc;

	*link = "";
	if (!role_may(d->who.role, MAY_LEAD_DESK))
		return RC_FORBIDDEN;
	if (text_length(reason) < REASON_MIN)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, open_recording(d, call, reason, link));
}

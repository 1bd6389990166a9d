/* phone_action.c: what the telephone exchange tells of calls. */
#include <inttypes.h>
#include <string.h>

#include "action/callback_action.h"
#include "action/core.h"
#include "action/phone_core.h"
#include "store/call_store.h"
#include "store/live_store.h"
#include "store/trail_store.h"

enum { AT_ONCE = 50 };

static const struct order no_order = { .note = "", .reason = "", .target = "" };

/* --- what is kept ------------------------------------------------------------------------- */

static enum rc
save(const struct desk *d, const struct ring_row *row)
{
	unsigned char	 hash[HASH_SIZE];
	enum rc		 rc = ring_save(d->db, &row->r, phone_seal(d, phone_of_ring(d, row->r.id), row->r.link));

	if (rc != RC_OK)
		return rc;
	return call_save_ring(d->db, &row->c, phone_seal(d, phone_of_call(d, row->token), row->r.number),
	    phone_hash(d, row->r.number, hash), 1);
}

/* The form of whoever answers has this token: what it says is of this call. */
static enum rc
begin(const struct desk *d, int64_t gateway, const struct ring_said *s, struct ring_row *row)
{
	enum rc	 rc;

	*row = (struct ring_row){ .r = { .number = "", .line = "", .extension = "", .link = "" },
	    .c = { .state = ST_RINGING, .type = "", .line = s->line, .note = "", .rang = s->at },
	    .token = secret_mint(d->secret, d->arena, d->now), .name = s->call };
	rc = call_insert(d->db, &row->c, row->token, (struct bytes){ NULL, 0 },
	    (struct bytes){ NULL, 0 });
	row->r.call = row->c.id;
	return rc == RC_OK ? ring_insert(d->db, &row->r, gateway, s->call) : rc;
}

/* --- what it means ------------------------------------------------------------------------ */

static enum rc
picked(const struct desk *d, const struct call *c, enum state before)
{
	struct work_on	 w = { .d = d, .o = &no_order };

	return core_record(&w, &(struct record){ .life = LIFE_CALL, .object = c->id,
	    .act = ACT_PICK_UP, .before = before, .after = ST_ANSWERED, .note = "", .data = "" });
}

static enum rc
tell_desks(const struct desk *d)
{
	static const enum role	 desks[] = { ROLE_CALL_TAKER, ROLE_DISPATCHER, ROLE_SUPERVISOR };
	size_t			 i;
	enum rc			 rc = RC_OK;

	for (i = 0; i < COUNT(desks) && rc == RC_OK; i++)
		rc = signal_add(d->db, &(struct signal){ .at = d->now, .role = desks[i],
		    .kind = "phone", .about = "" });
	return rc;
}

static enum rc
taker_of(const struct desk *d, const char *extension, int64_t *account)
{
	struct seat	 seat;
	enum rc		 rc;

	*account = 0;
	if (*extension == '\0')
		return RC_OK;
	rc = seat_at(d->db, d->arena, extension, &seat);
	if (rc == RC_OK && seat.until > d->now)
		*account = seat.account;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

/* By us, and not by somebody who took it. */
static bool
was_lost(const struct call *c)
{
	return c->state == ST_CALLBACK_QUEUE || c->state == ST_MISSED || (c->state == ST_CLOSED &&
	    c->taker == 0 && c->ticket == 0 && strcmp(c->type, "dropped") == 0);
}

/* The screen of whoever answered has it from now on; all others have it no more. */
static enum rc
hand_over(const struct desk *d, const struct ring_row *row)
{
	enum rc	 rc = tell_desks(d);

	if (rc != RC_OK || row->c.taker == 0)
		return rc;
	return signal_add(d->db, &(struct signal){ .at = d->now, .account = row->c.taker,
	    .kind = "phone-answered", .about = arena_printf(d->arena, "%" PRId64, row->c.id) });
}

static enum rc
pick_up(const struct desk *d, struct ring_row *row)
{
	enum state	 before = row->c.state;
	enum rc		 rc = taker_of(d, row->r.extension, &row->c.taker);

	row->c.state = ST_ANSWERED;
	row->c.type = "";
	row->c.closed = 0;
	if (rc != RC_OK || (rc = save(d, row)) != RC_OK ||
	    (rc = picked(d, &row->c, before)) != RC_OK ||
	    (rc = recall_answered(d, row->r.number)) != RC_OK)
		return rc;
	return hand_over(d, row);
}

/* Somebody else had it first: that was told late. */
static enum rc
pass_on(const struct desk *d, struct ring_row *row)
{
	enum rc	 rc = taker_of(d, row->r.extension, &row->c.taker);

	if (rc != RC_OK || (rc = save(d, row)) != RC_OK)
		return rc;
	return hand_over(d, row);
}

static enum rc
lose(const struct desk *d, struct ring_row *row)
{
	const struct missed	 m = { .token = row->token, .number = row->r.number,
				    .line = row->c.line, .rang = row->c.rang, .call = row->c.id,
				    .ended = row->r.left != 0 ? row->r.left : row->r.ended };
	int64_t			 call;
	bool			 again;
	enum rc			 rc;

	if ((rc = save(d, row)) != RC_OK || (rc = call_missed(d, &m, &call, &again)) != RC_OK)
		return rc;
	row->c.state = *row->r.number == '\0' ? ST_CLOSED : ST_CALLBACK_QUEUE;
	return tell_desks(d);
}

/* What the call is now, by all that is known of it. */
static enum rc
settle(const struct desk *d, struct ring_row *row, bool is_new, bool is_passed)
{
	enum state	 state = ring_state(&row->r, d->now);
	bool		 open = row->c.state == ST_RINGING || was_lost(&row->c);
	enum rc		 rc;

	row->c.rang = ring_began(&row->r);
	row->c.answered = row->r.answered;
	row->c.line = row->r.line;
	if (state == ST_ANSWERED && open)
		return pick_up(d, row);
	if (state == ST_MISSED && row->c.state == ST_RINGING)
		return lose(d, row);
	if (row->c.state == ST_ANSWERED && is_passed)
		return pass_on(d, row);
	rc = save(d, row);
	return rc == RC_OK && is_new ? tell_desks(d) : rc;
}

static enum rc
take(const struct desk *d, const struct parcel *m, const struct ring_said *s,
    struct ring_row *row)
{
	enum rc		 rc = ring_find(d->db, d->arena, m->from.id, s->call, row);
	bool		 is_new = rc == RC_NOTFOUND;
	const char	*before;

	if (is_new)
		rc = begin(d, m->from.id, s, row);
	if (rc != RC_OK)
		return rc;
	phone_open(d, row);
	before = row->r.extension;
	ring_merge(&row->r, s);
	if ((rc = settle(d, row, is_new, strcmp(before, row->r.extension) != 0)) != RC_OK)
		return rc;
	return pulse_beat(d->db, 0);
}

static enum rc
tell(const struct desk *d, const struct parcel *m, const struct ring_said *s,
    const char **answer)
{
	struct ring_row	 row;
	enum rc		 rc = message_first(d, m, answer);

	if (rc != RC_OK || *answer != NULL || (rc = take(d, m, s, &row)) != RC_OK)
		return rc;
	*answer = arena_printf(d->arena, "{\"ok\":true,\"state\":\"%s\"}", state_code(row.c.state));
	return message_done(d, m, *answer);
}

enum rc
phone_tell(const struct desk *d, const struct parcel *m, const struct ring_said *s,
    const char **answer)
{
	enum rc	 rc;

	if (!gateway_may(m->from.kind, MAY_RING))
		return RC_FORBIDDEN;
	if (s->event == RING_NONE || !message_is_id(s->call) || s->at <= 0)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, tell(d, m, s, answer));
}

/* --- the clock ----------------------------------------------------------------------------- */

/* It may have been picked up since it was found. */
static enum rc
give_up(const struct desk *d, int64_t call, size_t *n)
{
	struct ring_row	 row;
	enum rc		 rc = ring_by_call(d->db, d->arena, call, &row);

	if (rc != RC_OK || row.c.state != ST_RINGING || ring_state(&row.r, d->now) != ST_MISSED)
		return rc;
	phone_open(d, &row);
	if ((rc = lose(d, &row)) != RC_OK)
		return rc;
	++*n;
	return pulse_beat(d->db, 0);
}

enum rc
worker_rings(const struct desk *d, size_t *n)
{
	struct ring_row	*rows;
	size_t		 i, found;
	enum rc		 rc = ring_list(d->db, d->arena, &rows, &found, AT_ONCE);

	*n = 0;
	for (i = 0; i < found && rc == RC_OK; i++) {
		if (ring_state(&rows[i].r, d->now) != ST_MISSED)
			continue;
		if ((rc = db_begin(d->db)) == RC_OK)
			rc = db_finish(d->db, give_up(d, rows[i].c.id, n));
	}
	return rc;
}

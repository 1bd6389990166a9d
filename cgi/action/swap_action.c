/* swap_action.c: a shift is offered, taken by a colleague, and granted. */
#include <string.h>

#include "action/roster_action.h"
#include "lib/when.h"

/* May this person stand in for the giver? */
static enum rc
is_peer(const struct desk *d, int64_t account, int64_t giver)
{
	struct duty_person	 one, other;
	enum rc			 rc;

	if ((rc = duty_person(d->db, d->arena, account, &one)) != RC_OK ||
	    (rc = duty_person(d->db, d->arena, giver, &other)) != RC_OK)
		return rc == RC_NOTFOUND ? RC_INPUT : rc;
	return account != giver && one.agency == other.agency &&
	    (duty_peers(other.role) & DUTY_ROLE(one.role)) != 0 ? RC_OK : RC_INPUT;
}

static enum rc
offer(const struct desk *d, int64_t duty, int64_t target, const char *note)
{
	struct duty	 row;
	struct swap	 w;
	enum rc		 rc = duty_get(d->db, d->arena, duty, &row);

	if (rc != RC_OK)
		return rc;
	if (row.account != d->who.id)
		return RC_NOTFOUND;
	if (row.start <= d->now)
		return RC_INPUT;
	if (target != 0 && (rc = is_peer(d, target, d->who.id)) != RC_OK)
		return rc;
	w = (struct swap){ .duty = duty, .agency = row.agency, .start = row.start,
		.giver = d->who.id, .target = target, .note = note, .at = d->now };
	if ((rc = swap_add(d->db, &w)) != RC_OK ||
	    (rc = roster_tell(d, ACT_SWAP, row.agency, duty, "offered")) != RC_OK)
		return rc;
	return roster_signal(d, "duty-swap", target == 0 ? row.agency : 0, target);
}

enum rc
swap_offer(const struct desk *d, int64_t duty, int64_t target, const char *note)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_DUTY))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, offer(d, duty, target, note));
}

/* The giver's row ends, the taker's begins; a taker who is on duty then cannot. */
static enum rc
hand_on(const struct desk *d, const struct swap *w)
{
	struct duty	 row;
	bool		 tight = false;
	enum rc		 rc = duty_get(d->db, d->arena, w->duty, &row);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_CONFLICT : rc;
	row.account = w->taker;
	if ((rc = duty_end(d->db, w->duty, d->now)) != RC_OK ||
	    (rc = roster_tell(d, ACT_DUTY, w->agency, w->duty, "off")) != RC_OK)
		return rc;
	rc = roster_put(d, &row, row.standby ? "standby" : "on", &tight);
	return rc == RC_CONFLICT ? RC_INPUT : rc;
}

static enum rc
grant(const struct desk *d, const struct swap *w)
{
	enum rc	 rc;

	if ((rc = swap_end(d->db, w->id, "granted", d->now, d->who.id)) != RC_OK ||
	    (rc = hand_on(d, w)) != RC_OK ||
	    (rc = roster_tell(d, ACT_SWAP, w->agency, w->duty, "granted")) != RC_OK ||
	    (rc = roster_signal(d, "duty-swap", 0, w->giver)) != RC_OK)
		return rc;
	return roster_signal(d, "duty-swap", 0, w->taker);
}

/* A taker who is on duty at that time is told now, not by the planner. */
static enum rc
is_free(const struct desk *d, const struct swap *w, int64_t account)
{
	struct duty	 row, own[ROSTER_SWAPS];
	size_t		 i, n;
	enum rc		 rc;

	if ((rc = duty_get(d->db, d->arena, w->duty, &row)) != RC_OK)
		return rc == RC_NOTFOUND ? RC_CONFLICT : rc;
	rc = duty_own(d->db, d->arena, account, row.start - DAY, row.until, own, &n,
	    COUNT(own));
	for (i = 0; i < n && rc == RC_OK; i++)
		if (duty_overlaps(&own[i], row.start, row.until))
			rc = RC_INPUT;
	return rc;
}

static enum rc
accept(const struct desk *d, struct swap *w)
{
	bool	 automatic;
	enum rc	 rc;

	if ((w->target != 0 && w->target != d->who.id) || roster_home(&d->who) != w->agency ||
	    is_peer(d, d->who.id, w->giver) != RC_OK)
		return RC_NOTFOUND;
	if (strcmp(w->state, "offered") != 0)
		return RC_CONFLICT;
	if ((rc = is_free(d, w, d->who.id)) != RC_OK ||
	    (rc = swap_take(d->db, w->id, d->who.id)) != RC_OK ||
	    (rc = roster_tell(d, ACT_SWAP, w->agency, w->duty, "accepted")) != RC_OK ||
	    (rc = duty_auto(d->db, w->agency, &automatic)) != RC_OK)
		return rc;
	w->taker = d->who.id;
	if (automatic)
		return grant(d, w);
	rc = roster_signal(d, "duty-swap", w->agency, 0);
	return rc == RC_OK ? roster_signal(d, "duty-swap", 0, w->giver) : rc;
}

static enum rc
give_up(const struct desk *d, const struct swap *w, const char *how)
{
	enum rc	 rc;

	if ((rc = swap_end(d->db, w->id, how, d->now, d->who.id)) != RC_OK ||
	    (rc = roster_tell(d, ACT_SWAP, w->agency, w->duty, how)) != RC_OK)
		return rc;
	return roster_signal(d, "duty-swap", 0, w->taker != 0 && d->who.id == w->giver ?
	    w->taker : w->giver);
}

static enum rc
step(const struct desk *d, int64_t id, enum swap_step s, struct swap *w)
{
	enum rc	 rc = swap_get(d->db, d->arena, id, w);

	if (rc != RC_OK || !roster_reaches(d, w->agency))
		return rc == RC_OK ? RC_NOTFOUND : rc;
	if ((s == SWAP_WITHDRAW && w->giver != d->who.id) ||
	    ((s == SWAP_GRANT || s == SWAP_REFUSE) && !roster_plans(d, w->agency)))
		return RC_NOTFOUND;
	if (w->start <= d->now && s != SWAP_WITHDRAW && s != SWAP_REFUSE)
		return RC_INPUT;
	if (s == SWAP_ACCEPT)
		return accept(d, w);
	if (s == SWAP_GRANT)
		return strcmp(w->state, "accepted") == 0 ? grant(d, w) : RC_CONFLICT;
	return give_up(d, w, s == SWAP_REFUSE ? "refused" : "withdrawn");
}

enum rc
swap_step(const struct desk *d, int64_t id, enum swap_step s, struct swap *now)
{
	enum rc	 rc, again;

	*now = (struct swap){ 0 };
	if (!role_may(d->who.role, MAY_DUTY))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	rc = db_finish(d->db, step(d, id, s, now));
	if (rc == RC_CONFLICT && (again = swap_get(d->db, d->arena, id, now)) != RC_OK)
		return again;
	return rc;
}

/* ticket_effect.c: what each act on a ticket does besides its state. */
#include "action/court_action.h"
#include "action/disaster_action.h"
#include "action/effect.h"
#include "action/interlock_action.h"
#include "action/words_action.h"
#include "store/assignment_store.h"
#include "store/list_store.h"
#include "store/reporter_store.h"
#include "store/ticket_store.h"

enum { MANY = 64, CHAIN = 8 };

static enum rc
route(struct work_on *w)
{
	const struct order	*o = w->o;
	int64_t			 proposed[MANY];
	size_t			 n;
	enum rc			 rc = court_route(w, o->agency);

	if (rc != RC_OK)
		return rc;	/* two agencies said it is not theirs: the supervisor decides */
	if (o->support != NULL)
		return part_route(w, o->agency, o->support, o->nsupport);
	n = part_proposed(w, o->agency, proposed, COUNT(proposed));
	return part_route(w, o->agency, proposed, n);
}

static enum rc
add_agency(struct work_on *w)
{
	struct assignment	 p;
	enum rc			 rc;

	rc = assignment_of(w->d->db, w->d->arena, w->t.id, w->o->agency, &p);
	if (rc == RC_OK || ref_agency(w->d->ref, w->o->agency) == NULL)
		return RC_INPUT;	/* it is there already, or there is no such agency */
	return rc == RC_NOTFOUND ? part_give(w, w->o->agency, false) : rc;
}

static enum rc
reclassify(struct work_on *w)
{
	const struct category	*c = ref_category(w->d->ref, w->o->category);
	struct assignment	*list;
	size_t			 i, n;
	enum rc			 rc;

	if (c == NULL || !c->current || c->id == w->t.category)
		return RC_INPUT;
	if (c->track != w->t.track && c->track != TRACK_EMERGENCY)
		return RC_INPUT;
	if ((rc = words_move(w->d, &w->t, w->c, c)) != RC_OK)
		return rc;
	if (c->track != w->t.track)
		return effect_convert(w, c);
	w->c = c;
	w->t.category = c->id;
	w->t.priority = c->priority;
	if (w->t.display > c->display)
		w->t.display = c->display;
	rc = assignment_list(w->d->db, w->d->arena, w->t.id, &list, &n, MANY);
	for (i = 0; i < n && rc == RC_OK; i++)
		if (list[i].open) {
			list[i].priority = c->priority;
			rc = assignment_save(w->d->db, &list[i]);
		}
	if (rc == RC_OK && c->track == TRACK_EMERGENCY)
		rc = interlock_ask(w, ref_card(w->d->ref, c->sop));
	return rc == RC_OK ? disaster_by_call(w, NULL) : rc;
}

/* The other ticket learns how many people stand behind it now. */
static enum rc
recount(struct work_on *w, struct ticket *t, const char *number, enum act act)
{
	struct work_on	 other = *w;
	enum rc		 rc;

	if ((rc = reporter_count(w->d->db, t->id, &t->reporters)) != RC_OK ||
	    (rc = ticket_save(w->d->db, t)) != RC_OK)
		return rc;
	other.t = *t;
	if ((rc = core_record(&other, &(struct record){ .life = track_life(t->track),
	    .object = t->id, .act = act, .before = t->state, .after = t->state,
	    .agency = w->d->who.agency, .data = number })) != RC_OK)
		return rc;
	return core_beat(&other);
}

static enum rc
merge(struct work_on *w)
{
	struct ticket	 target;
	enum rc		 rc;

	rc = ticket_by_number(w->d->db, w->d->arena, w->o->target, &target);
	if (rc == RC_NOTFOUND || (rc == RC_OK && (!target.open || target.id == w->t.id)))
		return RC_INPUT;
	if (rc != RC_OK ||
	    (rc = core_tell_reporters(w, "merged")) != RC_OK ||
	    (rc = reporter_move_all(w->d->db, w->t.id, target.id)) != RC_OK ||
	    (rc = disaster_follow(w, &target)) != RC_OK)
		return rc;
	w->t.merged = target.id;
	w->t.alarm = 0;
	w->t.published = false;
	if ((rc = recount(w, &target, w->t.number, ACT_ATTACH)) != RC_OK)
		return rc;
	return part_end_all(w, ACT_RELEASE, ST_NOT_NEEDED, ST_NOT_NEEDED);
}

/* Where its reporters are by now: what it went into may have gone on itself. */
static enum rc
holder_of(const struct work_on *w, struct ticket *t)
{
	int	 i;
	enum rc	 rc = ticket_by_id(w->d->db, w->d->arena, w->t.merged, t);

	for (i = 0; i < CHAIN && rc == RC_OK && t->merged != 0; i++)
		rc = ticket_by_id(w->d->db, w->d->arena, t->merged, t);
	return rc;
}

/* Its own reporters, and those it had from tickets that were merged into it: CHAIN deep. */
static enum rc
/* NOLINTNEXTLINE(misc-no-recursion) */
bring_back(const struct work_on *w, int64_t origin, int64_t from, int depth)
{
	int64_t	 ids[MANY];
	size_t	 i, n = 0;
	enum rc	 rc = reporter_move_back(w->d->db, origin, from, w->t.id);

	if (rc == RC_OK && depth < CHAIN)
		rc = list_merged(w->d->db, origin, ids, &n, COUNT(ids));
	for (i = 0; i < n && rc == RC_OK; i++)
		rc = bring_back(w, ids[i], from, depth + 1);
	return rc;
}

static enum rc
unmerge(struct work_on *w)
{
	struct ticket	 target;
	int64_t		 support[MANY];
	size_t		 n;
	enum rc		 rc;

	if ((rc = holder_of(w, &target)) != RC_OK ||
	    (rc = bring_back(w, w->t.id, target.id, 0)) != RC_OK ||
	    (rc = reporter_count(w->d->db, w->t.id, &w->t.reporters)) != RC_OK ||
	    (rc = recount(w, &target, w->t.number, ACT_UNMERGE)) != RC_OK)
		return rc;
	w->t.merged = 0;
	if (w->t.track != TRACK_EMERGENCY)
		return RC_OK;
	n = part_proposed(w, w->t.lead, support, COUNT(support));
	return part_route(w, w->t.lead, support, n);
}

/* New clocks: the lead agency gets a new part. */
static enum rc
start_again(struct work_on *w)
{
	w->t.rating = 0;
	return part_give(w, w->t.lead, true);
}

static enum rc
start(struct work_on *w)
{
	struct assignment	 p;
	enum rc			 rc = part_lead(w, &p);

	if (rc == RC_OK && p.accepted == 0)
		rc = part_move(w, &p, ACT_ACCEPT, ST_ACCEPTED, "", "");
	return rc;
}

static enum rc
validate(struct work_on *w)
{
	return part_end_all(w, ACT_FINISH, ST_DONE, ST_NOT_NEEDED);
}

static enum rc
release(struct work_on *w)
{
	w->t.alarm = 0;
	return part_end_all(w, ACT_RELEASE, ST_NOT_NEEDED, ST_NOT_NEEDED);
}

static enum rc
verify(struct work_on *w)
{
	w->t.published = w->o->publish && w->t.privacy != PRIVACY_CONFIDENTIAL &&
	    w->t.display != DISPLAY_CLOSED;
	w->t.alarm = 0;
	return words_learn(w->d, w->c, w->t.privacy, arena_printf(w->d->arena, "%s %s", w->t.title,
	    w->t.detail), 1);
}

static enum rc
wait_until(struct work_on *w)
{
	if (w->o->until <= w->d->now)
		return RC_INPUT;
	w->t.until = w->o->until;
	return RC_OK;
}

static enum rc
confirm(struct work_on *w)
{
	if (w->o->rating < 0 || w->o->rating > 5)
		return RC_INPUT;
	w->t.rating = w->o->rating;
	return release(w);
}

static enum rc (*const effects[ACT_COUNT])(struct work_on *) = {
	[ACT_ROUTE]       = route,
	[ACT_ASSIGN]      = route,
	[ACT_ADD_AGENCY]  = add_agency,
	[ACT_RECLASSIFY]  = reclassify,
	[ACT_MERGE]       = merge,
	[ACT_UNMERGE]     = unmerge,
	[ACT_DISASTER]    = disaster_accept,
	[ACT_NO_DISASTER] = disaster_decline,
	[ACT_REOPEN]      = start_again,
	[ACT_DISPUTE]     = start_again,
	[ACT_VERIFY]      = verify,
	[ACT_START]       = start,
	[ACT_SCHEDULE]    = wait_until,
	[ACT_HOLD]        = wait_until,
	[ACT_VALIDATE]    = validate,
	[ACT_RESOLVE]     = validate,
	[ACT_CONFIRM]     = confirm,
	[ACT_CLOSE]       = release,
	[ACT_CANCEL]      = release,
	[ACT_FALSE_ALARM] = release,
	[ACT_REFER]       = release,
	[ACT_DECLINE]     = release,
	[ACT_WITHDRAW]    = release,
	[ACT_ARCHIVE]     = release,
};

enum rc
effect_before(struct work_on *w)
{
	return effects[w->m->act] == NULL ? RC_OK : effects[w->m->act](w);
}

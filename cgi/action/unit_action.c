/* unit_action.c: units are kept: their data, readiness, crews, equipment. */
#include <string.h>

#include "action/rule.h"
#include "action/unit_action.h"
#include "store/event_store.h"
#include "store/trail_store.h"

/* In the record no name of a person: those are forgotten in time. */
static enum rc
tell(const struct desk *d, const struct unit *u, const char *what, const char *note)
{
	struct event	 e = {
		.at = d->now, .object = u->id, .act = ACT_UNIT, .who = d->who, .note = note,
		.behalf = u->agency != d->who.agency && d->who.id != 0 ? u->agency : 0,
		.data = arena_printf(d->arena, "{\"unit\":\"%s\"}", what),
	};
	enum rc		 rc = event_add(d->db, d->arena, &e);

	if (rc == RC_OK)
		rc = pulse_beat(d->db, 0);
	return rc == RC_OK ? pulse_beat(d->db, u->agency) : rc;
}

/* Every process reads the reference data anew with its next request. */
static enum rc
announce(const struct desk *d)
{
	int64_t	 version;

	return counter_next(d->db, "rules", &version);
}

static bool
reaches(const struct desk *d, int64_t agency)
{
	return !rule_is_agency_role(d->who.role) || d->who.agency == agency;
}

static enum rc
find(const struct desk *d, int64_t id, struct unit_row *r)
{
	enum rc	 rc = unit_get(d->db, d->arena, id, r);

	return rc == RC_OK && !reaches(d, r->u.agency) ? RC_NOTFOUND : rc;
}

/* --- its data -------------------------------------------------------------------------------- */

static bool
is_good(const struct desk *d, const struct unit *u)
{
	return *u->code != '\0' && *u->name != '\0' && u->crew >= 0 &&
	    ref_agency(d->ref, u->agency) != NULL &&
	    ((u->lat == 0 && u->lon == 0) || geo_is_on_earth((struct point){ u->lat, u->lon }));
}

static enum rc
keep(const struct desk *d, struct unit *u)
{
	struct unit_row	 old;
	bool		 is_new = u->id == 0;
	enum rc		 rc;

	if (!is_new && (rc = find(d, u->id, &old)) != RC_OK)
		return rc;
	if (!reaches(d, u->agency))
		return RC_NOTFOUND;
	if (!is_new && old.u.agency != u->agency)
		return RC_INPUT;	/* its past runs are of the other agency */
	if ((rc = is_new ? unit_add(d->db, u) : unit_save(d->db, u)) != RC_OK ||
	    (rc = tell(d, u, is_new ? "added" : "changed", u->code)) != RC_OK)
		return rc;
	return announce(d);
}

enum rc
unit_keep(const struct desk *d, struct unit *u)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	if (!is_good(d, u))
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, keep(d, u));
}

static enum rc
retire(const struct desk *d, int64_t id, bool retired)
{
	struct unit_row	 r;
	bool		 at_work;
	enum rc		 rc;

	if ((rc = find(d, id, &r)) != RC_OK || (r.valid_to != 0) == retired ||
	    (rc = unit_is_out(d->db, id, &at_work)) != RC_OK)
		return rc;
	if (at_work)
		return RC_CONFLICT;
	if ((rc = unit_set_end(d->db, id, retired ? d->now : 0)) != RC_OK ||
	    (rc = tell(d, &r.u, retired ? "retired" : "back", r.u.code)) != RC_OK)
		return rc;
	return announce(d);
}

enum rc
unit_retire(const struct desk *d, int64_t id, bool retired)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, retire(d, id, retired));
}

/* --- ready or not ------------------------------------------------------------------------ */

static bool
may_state(const struct desk *d, const struct unit *u)
{
	if (!rule_is_agency_role(d->who.role))
		return role_may(d->who.role, MAY_FOR_AGENCY);
	return d->who.role != ROLE_RESPONDER || d->who.unit == 0 || d->who.unit == u->id;
}

/* Said anew it is another row: what was said before stays as it was. */
static enum rc
state(const struct desk *d, const struct readiness *in)
{
	const struct outage	 o = { .unit = in->unit, .reason = in->reason, .note = in->note,
		.until = in->until, .account = d->who.id, .at = d->now };
	struct unit_row		 r;
	enum rc			 rc;

	if ((rc = find(d, in->unit, &r)) != RC_OK)
		return rc;
	if (!may_state(d, &r.u))
		return RC_FORBIDDEN;
	if (r.valid_to != 0)
		return RC_CONFLICT;
	rc = outage_end(d->db, in->unit, d->now);
	if (in->reason == UNREADY_NONE)
		return rc == RC_OK ? tell(d, &r.u, "ready", "") : rc;
	if ((rc != RC_OK && rc != RC_CONFLICT) || (rc = outage_add(d->db, &o)) != RC_OK)
		return rc;
	return tell(d, &r.u, arena_printf(d->arena, "out_%s", unready_code(in->reason)), in->note);
}

enum rc
unit_state(const struct desk *d, const struct readiness *in)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_UNITS))
		return RC_FORBIDDEN;
	if (in->reason >= UNREADY_COUNT || (in->until != 0 && in->until <= d->now))
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, state(d, in));
}

/* --- on board --------------------------------------------------------------------------------- */

static bool
is_among(const struct person_row *list, size_t n, int64_t id)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (list[i].id == id)
			return true;
	return false;
}

static enum rc
board(const struct desk *d, const struct crew_row *c)
{
	struct person_row	*people = arena_alloc(d->arena, UNIT_PEOPLE * sizeof(*people));
	struct crew_row		 on[UNIT_CREW];
	struct unit_row		 r;
	size_t			 i, n;
	enum rc			 rc;

	if ((rc = find(d, c->unit, &r)) != RC_OK ||
	    (rc = unit_people(d->db, d->arena, r.u.agency, people, &n, UNIT_PEOPLE)) != RC_OK)
		return rc;
	if (c->account != 0 && !is_among(people, n, c->account))
		return RC_INPUT;
	if ((rc = crew_list(d->db, d->arena, c->unit, on, &n, UNIT_CREW)) != RC_OK)
		return rc;
	if (n == UNIT_CREW)
		return RC_INPUT;
	for (i = 0; i < n; i++)
		if (on[i].account == c->account &&
		    (c->account != 0 || strcmp(on[i].name, c->name) == 0))
			return RC_CONFLICT;
	rc = crew_add(d->db, c);
	return rc == RC_OK ? tell(d, &r.u, "crew_on", "") : rc;
}

enum rc
unit_board(const struct desk *d, int64_t unit, int64_t account, const char *name)
{
	const struct crew_row	 c = { .unit = unit, .account = account, .name = name,
		.at = d->now };
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	if (account == 0 && *name == '\0')
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, board(d, &c));
}

/* --- equipment ------------------------------------------------------------------------------- */

static enum rc
equip(const struct desk *d, const struct kit *k)
{
	struct kit	 kit[UNIT_KIT];
	struct unit_row	 r;
	size_t		 n;
	enum rc		 rc;

	if ((rc = find(d, k->unit, &r)) != RC_OK ||
	    (rc = kit_list(d->db, d->arena, k->unit, kit, &n, UNIT_KIT)) != RC_OK)
		return rc;
	if (n == UNIT_KIT)
		return RC_INPUT;
	rc = kit_add(d->db, k);
	return rc == RC_OK ? tell(d, &r.u, "kit_on", k->name) : rc;
}

enum rc
unit_equip(const struct desk *d, const struct kit *in)
{
	struct kit	 k = *in;
	enum rc		 rc;

	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	if (*k.name == '\0' || k.number < 1)
		return RC_INPUT;
	k.at = d->now;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, equip(d, &k));
}

/* Somebody leaves, or a piece is gone: each is a row that ends. */
static enum rc
drop(const struct desk *d, int64_t unit, int64_t id, const char *what,
    enum rc (*end)(struct db *, int64_t, int64_t, int64_t))
{
	struct unit_row	 r;
	enum rc		 rc;

	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = find(d, unit, &r)) == RC_OK && (rc = end(d->db, unit, id, d->now)) == RC_OK)
		rc = tell(d, &r.u, what, "");
	return db_finish(d->db, rc);
}

enum rc
unit_leave(const struct desk *d, int64_t unit, int64_t id)
{
	return drop(d, unit, id, "crew_off", crew_end);
}

enum rc
unit_strip(const struct desk *d, int64_t unit, int64_t id)
{
	return drop(d, unit, id, "kit_off", kit_end);
}

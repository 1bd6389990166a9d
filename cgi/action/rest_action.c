/* rest_action.c: rest for those who take calls. */
#include <string.h>

#include "action/rest_action.h"
#include "action/text_core.h"
#include "lib/when.h"
#include "store/event_store.h"
#include "store/live_store.h"
#include "store/ref_store.h"
#include "store/rest_store.h"

enum { KINDS = 40, IN_A_ROW = 3, WORKING = 120, SHIFT = 12 * HOUR, AWAKE = HOUR,
    NIGHT_FROM = 22 * 60, NIGHT_UNTIL = 5 * 60 };

/* Deaths, children, violence: where a city says nothing else (the setting rest_kinds). */
#define USUAL_KINDS	"JNZ,BND-DIRI,KDRT,LAKA-AIR,KRM,RUSUH,BGN-RTH,MED-GD,MED-LHR,LAKA-JLN"

static size_t
read_kinds(const struct desk *d, const char *list, int64_t *ids)
{
	const struct category	*c;
	size_t			 n = 0, len;

	for (; *list != '\0' && n < KINDS; list += len + (list[len] == ',')) {
		len = strcspn(list, ",");
		c = ref_category_code(d->ref, arena_printf(d->arena, "%.*s", (int)len, list));
		if (c != NULL)
			ids[n++] = c->id;
	}
	return n;
}

static enum rc
read_rule(const struct desk *d, int64_t *ids, struct rest_rule *r)
{
	const char	*kinds;
	int64_t		 minutes = 0;
	enum rc		 rc;

	if ((rc = setting_get(d->db, d->arena, "rest_kinds", &kinds)) != RC_OK ||
	    (rc = text_setting(d, "rest_in_a_row", IN_A_ROW, 20, &r->in_a_row)) != RC_OK ||
	    (rc = text_setting(d, "rest_working", WORKING, 24 * 60, &minutes)) != RC_OK)
		return rc;
	r->working = minutes * MINUTE;
	r->nhard = read_kinds(d, *kinds == '\0' ? USUAL_KINDS : kinds, ids);
	r->hard = ids;
	return RC_OK;
}

static enum rc
is_night(const struct desk *d, bool *night)
{
	struct civil	 c = when_civil(d->now, d->ref->zone);
	int64_t		 from = 0, until = 0;
	enum rc		 rc;

	if ((rc = text_setting(d, "night_from", NIGHT_FROM, 24 * 60, &from)) == RC_OK)
		rc = text_setting(d, "night_until", NIGHT_UNTIL, 24 * 60, &until);
	*night = rc == RC_OK && rest_is_night(c.hour * 60 + c.minute, from, until);
	return rc;
}

/* One of those who take calls: what lies behind them since their last break. */
static enum rc
weigh(const struct desk *d, const struct rest_rule *rule, int64_t account, struct rest_row *row)
{
	struct rest_call	 calls[REST_CALLS];
	size_t			 n;
	enum rc			 rc;

	*row = (struct rest_row){ .account = account, .name = "" };
	if ((rc = relief_last(d->db, d->arena, account, &row->last)) != RC_OK ||
	    (rc = rest_calls(d->db, account, d->now - SHIFT, calls, &n, REST_CALLS)) != RC_OK)
		return rc;
	row->load = rest_weigh(rule, calls, n,
	    strcmp(row->last.state, "taken") == 0 ? row->last.ended : 0, d->now);
	row->hard = row->load.hard >= rule->in_a_row;
	row->working = row->load.working >= rule->working;
	if (row->last.at <= d->now - SHIFT)
		row->last = (struct relief){ .state = "" };
	return RC_OK;
}

static enum rc
see(const struct desk *d, const struct rest_rule *rule, struct rest_row *rows, size_t *n)
{
	int64_t	 ids[REST_ROWS];
	bool	 night;
	size_t	 i, found, awake;
	enum rc	 rc;

	if ((rc = is_night(d, &night)) != RC_OK ||
	    (rc = rest_takers(d->db, d->now - AWAKE, ids, &awake, REST_ROWS)) != RC_OK)
		return rc;
	night = night && awake == 1;
	found = awake;
	for (i = 0; i < found && rc == RC_OK; i++) {
		if ((rc = weigh(d, rule, ids[i], &rows[*n])) != RC_OK)
			return rc;
		rows[*n].alone = night;
		if (!rows[*n].hard && !rows[*n].working && !rows[*n].alone)
			continue;
		rc = rest_name(d->db, d->arena, ids[i], &rows[*n].name);
		++*n;
	}
	return rc;
}

enum rc
rest_see(const struct desk *d, struct rest_row *rows, size_t *n)
{
	int64_t			 ids[KINDS];
	struct rest_rule	 rule;
	enum rc			 rc;

	*n = 0;
	if (d->who.role != ROLE_SUPERVISOR)
		return RC_FORBIDDEN;
	if ((rc = read_rule(d, ids, &rule)) != RC_OK)
		return rc;
	return see(d, &rule, rows, n);
}

/* The record says that it was done, and not to whom: it is kept for ever. */
static enum rc
tell(const struct desk *d, const char *what)
{
	struct event	 e = {
		.at = d->now, .act = ACT_RELIEF, .who = { .role = ROLE_WORKER, .name = "" },
		.note = "", .data = what,
	};

	return event_add(d->db, d->arena, &e);
}

static enum rc
offer(const struct desk *d, int64_t account)
{
	const struct relief	 r = { .account = account, .giver = d->who.id, .at = d->now,
		.state = "offered" };
	struct relief		 last;
	const char		*name;
	enum rc			 rc;

	if ((rc = rest_name(d->db, d->arena, account, &name)) != RC_OK || *name == '\0')
		return rc == RC_OK ? RC_NOTFOUND : rc;
	if ((rc = relief_last(d->db, d->arena, account, &last)) != RC_OK)
		return rc;
	if (strcmp(last.state, "offered") == 0 && last.at > d->now - SHIFT)
		return RC_CONFLICT;
	if ((rc = relief_insert(d->db, &r)) != RC_OK || (rc = tell(d, "offered")) != RC_OK)
		return rc;
	return text_signal_to(d, "rest-offer", 0, account);
}

enum rc
rest_offer(const struct desk *d, int64_t account)
{
	enum rc	 rc;

	if (d->who.role != ROLE_SUPERVISOR)
		return RC_FORBIDDEN;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, offer(d, account)) : rc;
}

enum rc
rest_own(const struct desk *d, struct relief *r, const char **giver)
{
	enum rc	 rc;

	*giver = "";
	*r = (struct relief){ .state = "" };
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((rc = relief_last(d->db, d->arena, d->who.id, r)) != RC_OK || r->id == 0)
		return rc;
	if (r->at <= d->now - SHIFT)
		*r = (struct relief){ .state = "" };
	return rest_name(d->db, d->arena, r->giver, giver);
}

static enum rc
answer(const struct desk *d, bool take)
{
	const char	*state = take ? "taken" : "later";
	struct relief	 last;
	enum rc		 rc = relief_last(d->db, d->arena, d->who.id, &last);

	if (rc != RC_OK)
		return rc;
	if (strcmp(last.state, "offered") != 0)
		return RC_CONFLICT;
	if ((rc = relief_answer(d->db, last.id, state, d->now)) != RC_OK ||
	    (rc = tell(d, state)) != RC_OK)
		return rc;
	return text_signal_to(d, "rest-answer", 0, last.giver);
}

enum rc
rest_answer(const struct desk *d, bool take)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, answer(d, take)) : rc;
}

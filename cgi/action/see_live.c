/* see_live.c: what screens are told while they are open. */
#include <stdio.h>
#include <string.h>

#include "action/core.h"
#include "action/rule.h"
#include "action/see_live.h"
#include "domain/number.h"
#include "store/ref_store.h"

static const int64_t	 KEPT_MS = INT64_C(10) * 60 * 1000;

/* As see_work_version() has it; call takers see what is open in the city. */
int64_t
live_reach(const struct actor *who)
{
	if (rule_is_agency_role(who->role))
		return who->agency != 0 ? who->agency : -1;
	return role_may(who->role, MAY_WORK) || role_may(who->role, MAY_COMMAND) ||
	    role_may(who->role, MAY_TAKE) ? 0 : -1;
}

enum rc
see_pulses(const struct desk *d, struct pulses *p)
{
	return pulse_all(d->db, p->items, &p->n, LIVE_PULSES);
}

size_t
pulse_at(const struct pulses *p, int64_t reach)
{
	size_t	 i;

	for (i = 0; i < p->n && p->items[i].agency != reach; i++)
		;
	return i;
}

int64_t
pulse_of(const struct pulses *p, int64_t reach)
{
	size_t	 i = pulse_at(p, reach);

	return i < p->n ? p->items[i].value : 0;
}

enum rc
see_signals(const struct desk *d, int64_t id, struct signal **out, size_t *n)
{
	*out = arena_alloc(d->arena, LIVE_SIGNALS * sizeof(**out));
	return signal_after(d->db, d->arena, id, *out, n, LIVE_SIGNALS);
}

enum rc
see_last_signal(const struct desk *d, int64_t *id)
{
	return signal_last(d->db, id);
}

enum rc
see_signals_since(const struct desk *d, int64_t at, int64_t *id)
{
	return signal_before(d->db, at, id);
}

enum rc
see_demo(const struct desk *d, bool *demo)
{
	const char	*text;
	enum rc		 rc = setting_get(d->db, d->arena, "demo", &text);

	*demo = rc == RC_OK && *text != '\0' && strcmp(text, "0") != 0;
	return rc;
}

enum rc
see_open_ticket(const struct desk *d, const char *typed, struct open_ticket *out)
{
	const char	*number = number_read(d->arena, typed);
	struct ticket	 t = { .id = 0 };
	enum rc		 rc;

	if (number == NULL || strlen(number) >= OPEN_NUMBER)
		return RC_NOTFOUND;
	if ((rc = live_ticket(d->db, number, &t)) != RC_OK || (rc = core_reach(d, &t)) != RC_OK)
		return rc;
	out->id = t.id;
	snprintf(out->number, sizeof(out->number), "%s", number);
	return live_agencies(d->db, t.id, out->agencies, &out->nagencies, OPEN_AGENCIES);
}

/* Nothing is written where there is nothing to forget. */
enum rc
live_forget(const struct desk *d)
{
	int64_t	 at = d->now - KEPT_MS;
	bool	 old;
	enum rc	 rc;

	if ((rc = signal_is_old(d->db, at, &old)) != RC_OK || !old)
		return rc;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, signal_sweep(d->db, at));
}

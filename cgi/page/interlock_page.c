/* interlock_page.c: what must be safe before anybody works, on the page of a ticket. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/interlock_action.h"
#include "page/interlock_page.h"
#include "page/step.h"
#include "page/ticket_page.h"
#include "page/view.h"

static const struct {
	const char	*class, *icon, *word;
} looks[LOCK_STATE_COUNT] = {
	[LOCK_OPEN]      = { "rd", "triangle-alert", "L.sop.open" },
	[LOCK_CONFIRMED] = { "gr", "shield-check", "L.sop.confirmed" },
	[LOCK_WAIVED]    = { "", "circle-minus", "L.sop.waived" },
};

/* "Rina Putri, Operator OPD (PLN)" */
static const char *
who(const struct visit *v, const struct actor *a)
{
	const char	*agency = view_agency(v, a->agency);
	const char	*name = *a->name == '\0' ? view_role(v, a->role) :
	    arena_printf(v->req->arena, "%s, %s", a->name, view_role(v, a->role));

	return *agency == '\0' ? name :
	    arena_printf(v->req->arena, "%s (%s)", name, agency);
}

/* "12.1.confirmed": which, as it was seen, and what it becomes */
static const char *
value(const struct visit *v, const struct interlock *k, enum lock_state becomes)
{
	return arena_printf(v->req->arena, "%" PRId64 ".%" PRId64 ".%s", k->id, k->revision,
	    lock_code(becomes));
}

static void
view_lock(const struct visit *v, struct vars *item, const struct interlock *k, bool may)
{
	set_kept(item, "asked", k->asked);
	set_kept(item, "class", looks[k->state].class);
	set_kept(item, "icon", looks[k->state].icon);
	set_kept(item, "word", view_word(v, looks[k->state].word));
	set_kept(item, "from", *k->from == '\0' ? NULL : view_say(v, "L.sop.from", k->from));
	set_kept(item, "card", k->card);
	set_int(item, "version", k->version);
	set_kept(item, "about", view_say(v, "L.sop.about", k->asked));
	if (k->state != LOCK_OPEN)
		set_kept(item, "by", view_say(v, "L.sop.by", who(v, &k->who),
		    view_time(v, k->at)));
	else if (k->agency != 0)
		set_kept(item, "meant", view_say(v, "L.sop.meant", view_agency(v, k->agency)));
	if (!may)
		return;
	if (k->state == LOCK_OPEN) {
		set_kept(item, "yes", value(v, k, LOCK_CONFIRMED));
		set_kept(item, "no", value(v, k, LOCK_WAIVED));
	} else {
		set_kept(item, "back", value(v, k, LOCK_OPEN));
	}
}

void
view_locks(struct visit *v, const struct sheet_view *s)
{
	bool	 waits = false;
	size_t	 i;

	for (i = 0; i < s->nlocks; i++) {
		waits = waits || s->locks[i].state == LOCK_OPEN;
		view_lock(v, vars_item(v->vars, "locked"), &s->locks[i], s->may_lock);
	}
	set_flag(v->vars, "lock_waits", waits);
}

static bool
read_value(const char *text, struct lock_order *o)
{
	char	*end;

	if (text == NULL || *text < '0' || *text > '9')
		return false;
	o->id = strtoimax(text, &end, 10);
	if (*end != '.' || end[1] < '0' || end[1] > '9')
		return false;
	o->revision = strtoimax(end + 1, &end, 10);
	if (*end != '.')
		return false;
	o->state = lock_of(end + 1);
	return o->state < LOCK_STATE_COUNT;
}

/* The slower is told who it was, and sees how it stands. */
static enum rc
tell_slower(struct visit *v, const char *number, const struct interlock *now)
{
	v->req->status = 409;
	set_kept(v->vars, "lock_notice", now->who.id == 0 ? view_word(v, "L.sop.faster") :
	    view_say(v, "L.sop.faster_by", who(v, &now->who), view_time(v, now->at)));
	return ticket_again(v, number);
}

enum rc
lock_answer(struct visit *v)
{
	struct lock_order	 o = { .number = ticket_number(v) };
	struct interlock	 now;
	enum rc			 rc;

	if (o.number == NULL)
		return RC_NOTFOUND;
	if (!read_value(pairs_get(&v->req->sent, "prasyarat"), &o))
		return RC_INPUT;
	if ((rc = interlock_answer(&v->desk, &o, &now)) == RC_CONFLICT)
		return tell_slower(v, o.number, &now);
	if (rc != RC_OK)
		return rc;
	step_done(v, o.state == LOCK_CONFIRMED ? ACT_LOCK_CONFIRM : o.state == LOCK_WAIVED ?
	    ACT_LOCK_WAIVE : ACT_LOCK_REVOKE, o.number);
	http_redirect(v->req, "/tiket/%s#prasyarat", o.number);
	return RC_OK;
}

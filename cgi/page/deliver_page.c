/* deliver_page.c: /pengiriman: what waits, was sent, could not be; how channels fare. */
#include <inttypes.h>
#include <string.h>

#include "action/deliver_action.h"
#include "page/deliver_page.h"
#include "page/view.h"

/* --- channels ---------------------------------------------------------------------------- */

static const char *
count(const struct visit *v, int64_t n)
{
	return n >= NOTICE_COUNTED ? arena_printf(v->req->arena, "%s+",
	    view_number(v, NOTICE_COUNTED - 1)) : view_number(v, n);
}

static void
view_carrier(struct visit *v, const struct channel_view *c)
{
	static const char *const	 words[] = { [ILL_NOT] = "L.notify.well",
		[ILL_LATE] = "L.notify.late", [ILL_FAILS] = "L.notify.fails" };
	struct vars			*row = vars_item(v->vars, "channels");
	bool				 unused = c->ill == ILL_NOT && c->c.ok == 0 &&
					    c->c.failed == 0;

	set_kept(row, "code", channel_code(c->c.channel));
	set_kept(row, "word", view_code(v, "L.notify.channel", channel_code(c->c.channel)));
	set_kept(row, "said", unused ? view_word(v, "L.notify.unused") :
	    view_say(v, words[c->ill], view_number(v, c->c.fails),
	    c->urgent == 0 ? "" : view_age(v, c->urgent)));
	set_flag(row, "ill", c->ill != ILL_NOT);
	set_flag(row, "unused", unused);
	if (c->c.ok != 0)
		set_kept(row, "ok", view_age(v, c->c.ok));
	if (c->c.failed != 0)
		set_kept(row, "failed", view_age(v, c->c.failed));
	set_kept(row, "waiting", count(v, c->waiting));
	set_kept(row, "dead", count(v, c->dead));
	set_flag(row, "has_dead", c->dead > 0);
	if (c->oldest != 0)
		set_kept(row, "oldest", view_age(v, c->oldest));
}

void
view_carriers(struct visit *v)
{
	struct channel_view	 list[CHANNEL_COUNT];
	bool			 ill = false;
	size_t			 i, n;

	if (see_carriers(&v->desk, list, &n) != RC_OK)
		return;		/* the wall shows the rest */
	for (i = 0; i < n; i++) {
		view_carrier(v, &list[i]);
		ill = ill || list[i].ill != ILL_NOT;
	}
	set_flag(v->vars, "channels_ill", ill);
}

/* --- messages ------------------------------------------------------------------------------ */

static const char *const	states[] = { "dead", "waiting", "sent", "dropped" };

static const char *
state_asked(const struct visit *v)
{
	const char	*asked = pairs_get(&v->req->query, "keadaan");
	size_t		 i;

	for (i = 0; i < COUNT(states); i++)
		if (asked != NULL && strcmp(states[i], asked) == 0)
			return states[i];
	return states[0];
}

/* To whom, without an address: a person's name, an agency, or that it was who reported. */
static const char *
to(const struct visit *v, const struct delivery *d)
{
	if (d->account != 0)
		return *d->person != '\0' ? d->person : view_word(v, "L.notify.nobody");
	return d->reporter != 0 ? view_word(v, "L.notify.reporter") : view_agency(v, d->agency);
}

/* What a letter to a reporter or an agency is called; a kind of tomorrow is a letter, too. */
static const char *
letter(const struct visit *v, const char *kind)
{
	static const char *const	 known[] = { "receipt", "moved", "assigned", "alarm",
		"merged", "overdue", "data_in", "data_out" };
	size_t				 i;

	for (i = 0; i < COUNT(known); i++)
		if (strcmp(known[i], kind) == 0)
			return view_code(v, "L.notify.letter", kind);
	return view_word(v, "L.notify.letter.other");
}

/* rows.N.{id,kind,number,to,channel,urgent,why,tries,at,at_iso,when,again} */
static void
view_row(struct visit *v, const struct delivery *d)
{
	struct vars	*row = vars_item(v->vars, "rows");
	bool		 person = d->account != 0;

	set_int(row, "id", d->id);
	set_kept(row, "kind", person ? view_code(v, "L.notify.kind", d->kind) :
	    letter(v, d->kind));
	if (*d->number != '\0')
		set_kept(row, "number", d->number);
	set_kept(row, "to", to(v, d));
	set_kept(row, "channel", view_code(v, "L.notify.channel", channel_code(d->channel)));
	set_flag(row, "urgent", d->urgent);
	if (*d->why != '\0')
		set_kept(row, "why", view_code(v, "L.notify.why", d->why));
	set_int(row, "tries", d->tries);
	set_kept(row, "at", view_time(v, d->at));
	set_kept(row, "at_iso", view_iso(v, d->at));
	set_kept(row, "when", view_time(v, d->ended != 0 ? d->ended : d->due));
	set_flag(row, "again", strcmp(d->state, "dead") == 0 && strcmp(d->kind, "code") != 0);
}

/* state.N.{code,word,on}, pick.N.{code,word,on}: the filters, kept in the address */
static void
view_filters(struct visit *v, enum channel channel, const char *state)
{
	struct vars	*item;
	enum channel	 c;
	size_t		 i;

	for (i = 0; i < COUNT(states); i++) {
		item = vars_item(v->vars, "state");
		set_kept(item, "code", states[i]);
		set_kept(item, "word", view_code(v, "L.notify.state", states[i]));
		set_flag(item, "on", state == states[i]);
	}
	for (c = CHANNEL_NONE + 1; c < CHANNEL_COUNT; c++) {
		item = vars_item(v->vars, "pick");
		set_kept(item, "code", channel_code(c));
		set_kept(item, "word", view_code(v, "L.notify.channel", channel_code(c)));
		set_flag(item, "on", c == channel);
	}
}

enum rc
deliver_page(struct visit *v)
{
	struct delivery	*list = arena_alloc(v->req->arena, DELIVERIES * sizeof(*list));
	const char	*asked = pairs_get(&v->req->query, "kanal"), *state = state_asked(v);
	const char	*before = pairs_get(&v->req->query, "sebelum");
	enum channel	 channel = asked == NULL ? CHANNEL_NONE : channel_of(asked);
	int64_t		 from = before == NULL ? 0 : route_id(before);
	bool		 more;
	size_t		 i, n;
	enum rc		 rc = see_deliveries(&v->desk, channel, state, from, list, &n, &more);

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.notify.deliveries");
	page_here(v, "pengiriman");
	view_carriers(v);
	view_filters(v, channel, state);
	for (i = 0; i < n; i++)
		view_row(v, &list[i]);
	set_kept(v->vars, "time_word", view_code(v, "L.notify.time", state));
	set_flag(v->vars, "later", from != 0);
	set_flag(v->vars, "done", pairs_get(&v->req->query, "jadi") != NULL);
	if (more)
		set_kept(v->vars, "more", arena_printf(v->req->arena,
		    "?keadaan=%s&kanal=%s&sebelum=%" PRId64, state, channel_code(channel),
		    list[n - 1].id));
	return page_show(v, "deliver.cs");
}

enum rc
deliver_one(struct visit *v)
{
	enum rc	 rc = deliver_again(&v->desk, route_id(v->arg));

	if (rc == RC_OK)
		http_redirect(v->req, "/pengiriman?jadi=1");
	return rc;
}

enum rc
deliver_all(struct visit *v)
{
	enum rc	 rc = deliver_all_again(&v->desk, channel_of(v->arg));

	if (rc == RC_OK)
		http_redirect(v->req, "/pengiriman?jadi=1");
	return rc;
}

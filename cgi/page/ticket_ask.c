/* ticket_ask.c: the fields of the form of a move, after its row in the table of moves. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/number.h"
#include "lib/when.h"
#include "page/photo_page.h"
#include "page/ticket_ask.h"
#include "page/unit_page.h"
#include "page/view.h"

static const struct {
	unsigned	 need;
	struct field	 field;
} asked[] = {
	{ NEED_REASON, CODE(struct said, alasan, "L.need.reason", .required = true) },
	{ NEED_AGENCY, CODE(struct said, opd, "L.need.agency", .required = true) },
	{ NEED_UNIT, MANY(struct said, unit, "L.need.unit", .required = true,
	    .missing = "L.worklist.unit_missing", .hint = "L.units.near_hint") },
	{ NEED_CATEGORY, CODE(struct said, jenis, "L.need.category", .required = true) },
	{ NEED_TARGET, TEXT(struct said, tujuan, "L.need.target", .required = true,
	    .max = 30, .hint = "L.worklist.target_hint") },
	{ NEED_UNTIL, TEXT(struct said, sampai, "L.need.until", .required = true,
	    .max = 16) },
};

static const struct field publish = FLAG(struct said, terbit, "L.worklist.publish",
	.hint = "L.worklist.publish_hint");
static const struct field inside = AREA(struct said, catatan, "L.worklist.note_inside",
	.max = 2000);
static const struct field outside = AREA(struct said, catatan, "L.worklist.note_public",
	.max = 2000, .hint = "L.worklist.note_public_hint");

static const struct field proof = PHOTO_FIELD(struct said, "L.photo.proof", "L.photo.proof_hint");

/* Steps that say that something was done, and can show it. */
bool
ask_is_shown(const struct move *m)
{
	return m->act == ACT_SUBMIT || m->act == ACT_RESOLVE ||
	    (m->act == ACT_FINISH && m->life == LIFE_ASSIGNMENT);
}

/* An event the reporter is told of carries its note to the reporter. */
bool
ask_is_public(const struct move *m)
{
	return (m->flags & (NOTE_PUBLIC | TELL_REPORTER)) != 0;
}

/* What a reason is called, where it is an outcome. */
static const char *
reason_label(const struct move *m)
{
	return m->act == ACT_RESOLVE ? "L.worklist.result" :
	    m->act == ACT_CLOSE ? "L.worklist.told" : "L.need.reason";
}

const struct field *
ask_fields(struct arena *a, const struct move *m, size_t *n)
{
	struct field	*list = arena_alloc(a, (COUNT(asked) + 3) * sizeof(*list));
	size_t		 i;

	*n = 0;
	for (i = 0; i < COUNT(asked); i++)
		if ((m->flags & asked[i].need) != 0)
			list[(*n)++] = asked[i].field;
	if ((m->flags & NEED_REASON) != 0)
		list[0].label = reason_label(m);
	if (m->act == ACT_VERIFY)
		list[(*n)++] = publish;
	if (ask_is_shown(m))
		list[(*n)++] = proof;
	list[*n] = ask_is_public(m) ? outside : inside;
	list[(*n)++].required = (m->flags & NEED_NOTE) != 0;
	return list;
}

/* --- reading ----------------------------------------------------------------------------- */

static void
read_time(struct visit *v, struct form *f, const char *text, int64_t *at)
{
	if (*text == '\0')
		return;
	if (when_read(text, v->desk.ref->zone, at) != RC_OK)
		form_fault(f, "sampai", "L.worklist.until_bad");
	else if (*at <= v->desk.now)
		form_fault(f, "sampai", "L.worklist.until_past");
}

static void
read_target(struct visit *v, struct form *f, const char *typed, struct order *o)
{
	const char	*number = *typed == '\0' ? NULL : number_read(v->req->arena, typed);

	if (number != NULL && strcmp(number, o->number) != 0)
		o->target = number;
	else if (*typed != '\0')
		form_fault(f, "tujuan", number == NULL ? "L.worklist.target_bad" :
		    "L.worklist.target_same");
}

static void
read_reason(struct form *f, const char *code, struct order *o)
{
	if (*code == '\0' || workflow_is_reason(o->act, code))
		o->reason = code;
	else
		form_fault(f, "alasan", "L.form.choose");
}

void
ask_read(struct visit *v, struct form *f, const struct scene *sc, const struct said *said,
    struct order *o)
{
	const struct ref	*ref = v->desk.ref;
	const struct agency	*a;
	const struct category	*c;
	unsigned		 flags = sc->m->flags;

	o->note = said->catatan;
	o->publish = said->terbit;
	if ((flags & NEED_REASON) != 0)
		read_reason(f, said->alasan, o);
	if ((flags & NEED_AGENCY) != 0 && *said->opd != '\0') {
		if ((a = ref_agency_code(ref, said->opd)) == NULL)
			form_fault(f, "opd", "L.form.choose");
		else
			o->agency = a->id;
	}
	if ((flags & NEED_CATEGORY) != 0 && *said->jenis != '\0') {
		if ((c = ref_category_code(ref, said->jenis)) == NULL)
			form_fault(f, "jenis", "L.form.choose");
		else
			o->category = c->id;
	}
	if ((flags & NEED_TARGET) != 0)
		read_target(v, f, said->tujuan, o);
	if ((flags & NEED_UNTIL) != 0)
		read_time(v, f, said->sampai, &o->until);
}

void
ask_missing(struct form *f, unsigned missing)
{
	static const struct {
		unsigned	 need;
		const char	*field, *key;
	} gaps[] = {
		{ NEED_REASON, "alasan", "L.form.choose" },
		{ NEED_AGENCY, "opd", "L.worklist.agency_bad" },
		{ NEED_UNIT, "unit", "L.worklist.unit_bad" },
		{ NEED_CATEGORY, "jenis", "L.worklist.category_bad" },
		{ NEED_TARGET, "tujuan", "L.worklist.target_closed" },
		{ NEED_UNTIL, "sampai", "L.worklist.until_past" },
		{ NEED_NOTE, "catatan", "L.form.required" },
	};
	size_t	 i, j;

	for (i = 0; i < COUNT(gaps); i++)
		for (j = 0; (missing & gaps[i].need) != 0 && j < f->n; j++)
			if (strcmp(f->fields[j].name, gaps[i].field) == 0)
				form_fault(f, gaps[i].field, gaps[i].key);
}

/* --- choices ----------------------------------------------------------------------------- */

static bool
has_open_part(const struct sheet_view *s, int64_t agency)
{
	size_t	 i;

	for (i = 0; i < s->nparts; i++)
		if (s->parts[i].a.open && s->parts[i].a.agency == agency)
			return true;
	return false;
}

static bool
is_leading(const struct scene *sc)
{
	size_t	 i;

	for (i = 0; i < sc->s->nparts; i++)
		if (sc->s->parts[i].a.open && sc->s->parts[i].a.agency == sc->agency)
			return sc->s->parts[i].a.lead;
	return false;
}

/* Who leads is of the city's own: our clock binds nobody else. */
static bool
fits(const struct visit *v, const struct scene *sc, const struct agency *a)
{
	enum act	 act = sc->m->act;

	if (a->id == v->desk.ref->triage)
		return false;
	if (act == ACT_ROUTE || act == ACT_ASSIGN)
		return a->own;
	if (act == ACT_TRANSFER)
		return a->id != sc->agency && (a->own || !is_leading(sc));
	return !has_open_part(sc->s, a->id);
}

static void
choose_agency(struct visit *v, const struct form *f, const struct scene *sc)
{
	const struct ref	*ref = v->desk.ref;
	const struct category	*c = ref_category(ref, sc->s->t.category);
	int64_t			 lead = 0;
	struct vars		*item;
	size_t			 i;

	if (sc->m->act != ACT_ROUTE && sc->m->act != ACT_ASSIGN)
		c = NULL;
	if (c != NULL && ref_route(ref, c, sc->s->t.place.area, v->desk.now, &lead, 1) == 0)
		lead = 0;
	for (i = 0; i < ref->nagencies; i++) {
		if (!fits(v, sc, &ref->agencies[i]))
			continue;
		item = form_choice(f, v->vars, "opd", ref->agencies[i].code,
		    arena_printf(v->req->arena, "%s · %s", ref->agencies[i].brief,
		    ref->agencies[i].name));
		set_flag(item, "picked", v->req->method == GET &&
		    ref->agencies[i].id == lead);
	}
}

static bool
is_out(const struct sheet_view *s, int64_t unit)
{
	size_t	 i;

	for (i = 0; i < s->nrides; i++)
		if (s->rides[i].r.open && s->rides[i].r.unit == unit)
			return true;
	return false;
}

/* "2,3 km, kira-kira 7 mnt (perkiraan) · Pos Pasar Muara · 6 awak", or why it is not ready. */
static const char *
unit_sub(struct visit *v, const struct advice *a)
{
	const struct unit	*u = a->s->u;
	const char		*why = view_unready(v, a->s), *text;

	text = a->metres < 0 ? view_word(v, "L.units.far_unknown") : view_say(v, "L.units.near",
	    view_metres(v, a->metres), view_number(v, a->minutes));
	if (*why != '\0')
		text = arena_printf(v->req->arena, "%s · %s", why, text);
	if (a->s->expired > 0)
		text = arena_printf(v->req->arena, "%s · %s", text, view_say(v,
		    "L.units.expired", view_number(v, a->s->expired)));
	if (a->s->at_scene)
		return arena_printf(v->req->arena, "%s · %s", text,
		    view_word(v, "L.units.from_scene"));
	return arena_printf(v->req->arena, "%s · %s", text, u->crew > 0 ?
	    view_say(v, "L.worklist.unit_sub", u->base, view_number(v, u->crew)) : u->base);
}

/* Ready and nearest first; those not ready behind them, with why, for who knows better. */
static void
choose_unit(struct visit *v, const struct form *f, const struct scene *sc)
{
	struct stand		*stands;
	struct advice		*list;
	const struct unit	*u;
	struct vars		*item;
	size_t			 i, n;

	if (fleet_read(&v->desk, sc->agency, &stands, &n) != RC_OK)
		return;			/* then the form says that there is none */
	n = fleet_advise(&v->desk, stands, n, sc->agency, &sc->s->t.place, &list);
	for (i = 0; i < n; i++) {
		u = list[i].s->u;
		if (is_out(sc->s, u->id))
			continue;
		item = form_choice(f, v->vars, "unit",
		    arena_printf(v->req->arena, "%" PRId64, u->id),
		    arena_printf(v->req->arena, "%s · %s", u->code, u->name));
		set_kept(item, "sub", unit_sub(v, &list[i]));
	}
}

static void
choose_category(struct visit *v, const struct form *f, const struct scene *sc)
{
	const struct ref	*ref = v->desk.ref;
	const struct category	*c;
	size_t			 i;

	for (i = 0; i < ref->ncategories; i++) {
		c = &ref->categories[i];
		if (!c->current || c->id == sc->s->t.category ||
		    (c->track != sc->s->t.track && c->track != TRACK_EMERGENCY))
			continue;
		(void)form_choice(f, v->vars, "jenis", c->code, arena_printf(v->req->arena,
		    "%s · %s", c->code, view_category(v, c->id)));
	}
}

static void
choose_reason(struct visit *v, const struct form *f, const struct scene *sc)
{
	size_t			 i, n;
	const char *const	*codes = workflow_reasons(sc->m->act, &n);

	for (i = 0; i < n; i++)
		(void)form_choice(f, v->vars, "alasan", codes[i],
		    view_code(v, "L.reason", codes[i]));
}

void
ask_choices(struct visit *v, const struct form *f, const struct scene *sc)
{
	unsigned	 flags = sc->m->flags;

	if ((flags & NEED_REASON) != 0)
		choose_reason(v, f, sc);
	if ((flags & NEED_AGENCY) != 0)
		choose_agency(v, f, sc);
	if ((flags & NEED_UNIT) != 0)
		choose_unit(v, f, sc);
	if ((flags & NEED_CATEGORY) != 0)
		choose_category(v, f, sc);
}

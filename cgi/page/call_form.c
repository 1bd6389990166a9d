/* call_form.c: what the call desk's form says, and what is made of it. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "action/see_action.h"
#include "domain/talk.h"
#include "lib/when.h"
#include "page/call_form.h"
#include "page/call_silent.h"
#include "page/place_view.h"
#include "page/words_page.h"

#define TOLD(m, n)	MEMBER(struct call_form, told.m[n], const char *)
#define CARD(what, n)	\
	{ .name = what, .label = "L.intake.answer", .kind = KIND_CODE, .offset = TOLD(card, n) }
#define ANSWER(n)	\
	{ .name = "a" #n, .label = "L.intake.answer", .kind = KIND_CODE, .max = 1,	\
	  .offset = TOLD(answer, n - 1) },						\
	{ .name = "t" #n, .label = "L.intake.answer", .kind = KIND_TEXT, .max = 200,	\
	  .offset = TOLD(words, n - 1) }
#define FIVE(a, b, c, d, e)	ANSWER(a), ANSWER(b), ANSWER(c), ANSWER(d), ANSWER(e)

static const struct field	 fields[] = {
	CODE(struct call_form, channel, "L.channel.desk.channel"),
	PHONE(struct call_form, phone, "L.intake.phone"),
	TEXT(struct call_form, name, "L.intake.name", .max = 80),
	FLAG(struct call_form, secret, "L.intake.secret"),
	FLAG(struct call_form, back, "L.intake.back"),
	FLAG(struct call_form, skip, "L.calls.skip"),
	TEXT(struct call_form, silent, "L.calls.silent.title", .max = 120),
	FLAG(struct call_form, sure, "L.calls.silent.title"),
	TEXT(struct call_form, type, "L.intake.type", .max = 100),
	CODE(struct call_form, category, "L.intake.type_pick"),
	CODE(struct call_form, take, "L.intake.type_pick"),
	TEXT(struct call_form, said, "L.intake.type", .max = 100),
	TEXT(struct call_form, place, "L.intake.place", .max = 200),
	TEXT(struct call_form, village, "L.intake.village", .max = 100),
	CODE(struct call_form, area, "L.intake.village_pick"),
	TEXT(struct call_form, landmark, "L.intake.landmark", .max = 200),
	TEXT(struct call_form, coords, "L.intake.coords", .max = 400),
	AREA(struct call_form, detail, "L.intake.detail", .max = 2000),
	CODE(struct call_form, over, "L.place.over"),
	TEXT(struct call_form, over_by, "L.place.over_by", .max = 80),
	CODE(struct call_form, priority, "L.common.priority"),
	MANY(struct call_form, agency, "L.intake.send_to"),
	CODE(struct call_form, lead, "L.intake.lead"),
	CODE(struct call_form, shown, "L.intake.send_to"),
	TEXT(struct call_form, offered, "L.intake.send_to", .max = 400),
	CODE(struct call_form, rang, "L.intake.timer"),
	FLAG(struct call_form, late, "L.act.late"),
	{ .name = "do", .label = "L.common.actions", .kind = KIND_CODE,
	  .offset = MEMBER(struct call_form, what, const char *) },
	CODE(struct call_form, attach, "L.common.ticket"),
	CARD("card", 0), CARD("card2", 1), CARD("card3", 2), CARD("card4", 3),
	FIVE(1, 2, 3, 4, 5), FIVE(6, 7, 8, 9, 10), FIVE(11, 12, 13, 14, 15),
	FIVE(16, 17, 18, 19, 20), FIVE(21, 22, 23, 24, 25), FIVE(26, 27, 28, 29, 30),
	FIVE(31, 32, 33, 34, 35), FIVE(36, 37, 38, 39, 40),
};

/* Faults stay in the form; call_check() adds what only an incident needs. */
void
call_read(struct visit *v, const struct pairs *sent, struct form *form, struct call_form *in)
{
	enum rc	 rc = form_read(form, v->req->arena, fields, COUNT(fields), sent, in);

	(void)rc;
	if (*in->take != '\0')
		in->category = in->take;
}

bool
call_has_field(const char *name)
{
	size_t	 i;

	for (i = 0; i < COUNT(fields); i++)
		if (strcmp(fields[i].name, name) == 0)
			return true;
	return false;
}

/* --- understanding ------------------------------------------------------------ */

const struct category *
call_category(const struct visit *v, const char *code)
{
	return *code == '\0' ? NULL : ref_category_code(v->desk.ref, code);
}

static void
find_category(const struct visit *v, const struct call_form *in, struct call_sense *s)
{
	if ((s->category = call_category(v, in->category)) != NULL)
		return;
	s->nchoices = match_category(v->desk.ref, v->req->arena, in->type, s->choices,
	    COUNT(s->choices));
	if (s->nchoices == 1)
		s->category = s->choices[0];
	s->lost = s->nchoices == 0 && *in->type != '\0';
}

bool
call_coords(const char *typed, int64_t *lat, int64_t *lon)
{
	struct point	 p;

	if (!geo_read(typed, &p))
		return false;
	*lat = p.lat;
	*lon = p.lon;
	return true;
}

static void
find_place(const struct visit *v, const struct call_form *in, struct call_sense *s)
{
	struct arena	*a = v->req->arena;

	s->area = *in->area == '\0' ? NULL : ref_area(v->desk.ref, in->area);
	if (s->area == NULL || s->area->level != AREA_VILLAGE)
		s->area = NULL;
	if (s->area == NULL)
		s->nareas = match_village(v->desk.ref, a, in->village, s->areas,
		    COUNT(s->areas));
	if (s->nareas == 1)
		s->area = s->areas[0];
	s->place.text = *in->place != '\0' && *in->landmark != '\0' ?
	    arena_printf(a, "%s; %s", in->place, in->landmark) :
	    *in->place != '\0' ? in->place : in->landmark;
	if (!call_coords(in->coords, &s->place.lat, &s->place.lon))
		s->place.lat = s->place.lon = 0;
	place_understand(v, in, s);
	s->place.area = s->area == NULL ? "" : s->area->code;
}

static void
weigh(const struct visit *v, const struct call_form *in, struct call_sense *s)
{
	sop_hear(&v->desk, &in->told, s->category == NULL ? "" : s->category->sop,
	    v->lang == LANG_EN, &s->cards);
	sop_weigh(&s->cards, s->category == NULL ? P3 : s->category->priority, &s->weight);
	s->priority = priority_of(in->priority) < PRIORITY_COUNT ?
	    priority_of(in->priority) : s->weight.priority;
}

/* --- agencies -------------------------------------------------------------------- */

static bool
has(const int64_t *list, size_t n, int64_t id)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (list[i] == id)
			return true;
	return false;
}

static void
add(int64_t *list, size_t *n, int64_t id)
{
	if (id != 0 && *n < CALL_AGENCIES && !has(list, *n, id))
		list[(*n)++] = id;
}

static int64_t
agency_of(const struct visit *v, const char *code)
{
	const struct agency	*g = ref_agency_code(v->desk.ref, code);

	return g == NULL ? 0 : g->id;
}

/* What category, area and answers call for. */
static void
propose(const struct visit *v, struct call_sense *s)
{
	size_t	 i;

	if (s->category == NULL)
		return;
	s->nproposed = ref_route(v->desk.ref, s->category, s->place.area, v->desk.now, s->proposed,
	    CALL_AGENCIES);
	for (i = 0; i < s->weight.nadd; i++)
		add(s->proposed, &s->nproposed, agency_of(v, s->weight.add[i]));
}

/* Is the code in "DAMKAR,PLN"? */
static bool
was_offered(const char *list, const char *code)
{
	size_t		 len = strlen(code);
	const char	*p = list;

	while ((p = strstr(p, code)) != NULL) {
		if ((p == list || p[-1] == ',') && (p[len] == ',' || p[len] == '\0'))
			return true;
		p += len;
	}
	return false;
}

/* Only an agency of the city's own leads: the one marked, or the first there is. */
static void
put_lead_first(const struct visit *v, const struct call_form *in, struct call_sense *s)
{
	int64_t			 wanted = agency_of(v, in->lead);
	const struct agency	*g;
	size_t			 i, at = s->nagencies;

	for (i = s->nagencies; i-- > 0;) {
		g = ref_agency(v->desk.ref, s->agencies[i]);
		if (g != NULL && g->own && (at == s->nagencies || s->agencies[at] != wanted))
			at = i;
	}
	s->headless = at == s->nagencies;
	if (at == 0 || s->headless)
		return;
	wanted = s->agencies[at];
	memmove(&s->agencies[1], s->agencies, at * sizeof(*s->agencies));
	s->agencies[0] = wanted;
}

/*
 * What was ticked stays ticked, what was unticked stays unticked, and what is
 * newly called for (an answer, another category) is added.
 */
static void
choose(const struct visit *v, const struct call_form *in, struct call_sense *s)
{
	const struct agency	*g;
	bool			 seen;
	size_t			 i;

	if (place_hand_over(v, in, s))
		return;
	if (s->category == NULL || s->category->track != TRACK_EMERGENCY)
		return;		/* the triage desk will choose */
	seen = strcmp(in->shown, s->category->code) == 0;
	for (i = 0; seen && i < in->agency.n; i++)
		add(s->agencies, &s->nagencies, agency_of(v, in->agency.items[i]));
	for (i = 0; i < s->nproposed; i++) {
		g = ref_agency(v->desk.ref, s->proposed[i]);
		if (g != NULL && !(seen && was_offered(in->offered, g->code)))
			add(s->agencies, &s->nagencies, g->id);
	}
	put_lead_first(v, in, s);
}

/* --- all of it ---------------------------------------------------------------------- */

/* A call lasts some hours at most; anything else is no time of ours. */
int64_t
call_rang(const struct visit *v, const char *typed)
{
	int64_t	 at = strtoimax(typed, NULL, 10);

	return at > v->desk.now - 12 * (int64_t)HOUR && at <= v->desk.now ? at : v->desk.now;
}

void
call_understand(const struct visit *v, const struct call_form *in, struct call_sense *s)
{
	*s = (struct call_sense){ .rang = call_rang(v, in->rang), .raised = PRIORITY_COUNT };
	find_category(v, in, s);
	find_place(v, in, s);
	weigh(v, in, s);
	words_understand(v, in, s);
	propose(v, s);
	choose(v, in, s);
	if (see_nuisance(&v->desk, in->phone, &s->junk) != RC_OK)
		s->junk = (struct nuisance){ 0 };
}

void
call_check(struct form *form, const struct call_form *in, const struct call_sense *s)
{
	if (s->lost)
		form_fault(form, "type", "L.intake.type_lost");
	else if (s->category == NULL && s->nchoices > 0)
		form_fault(form, "type", "L.intake.type_many");
	if (*in->over != '\0' && *in->over_by == '\0')
		form_fault(form, "over_by", "L.place.over_by_missing");
	if (*in->village != '\0' && s->area == NULL)
		form_fault(form, "village", s->nareas > 1 ? "L.intake.village_many" :
		    "L.intake.village_lost");
	if (*in->coords != '\0' && s->place.lat == 0 && s->place.lon == 0)
		form_fault(form, "coords", "L.intake.coords_bad");
	if (*s->place.text == '\0' && s->area == NULL && *in->village == '\0' &&
	    *in->coords == '\0')
		form_fault(form, "place", "L.intake.place_missing");
	if (s->category != NULL && s->category->track == TRACK_EMERGENCY &&
	    s->nproposed > 0 && s->nagencies == 0)
		form_fault(form, "agency", "L.intake.agency_missing");
	else if (s->nagencies > 0 && s->headless)
		form_fault(form, "agency", "L.intake.agency_own");
	if (s->junk.asks && !in->back && !in->skip)
		form_fault(form, "back", "L.intake.back_first");
}

void
call_filing(const struct visit *v, const struct call_form *in, const struct call_sense *s,
    struct filing *f)
{
	*f = (struct filing){
		.token = page_token(v),
		.category = s->category != NULL ? s->category : call_category(v, "LAIN"),
		.place = s->place,
		.title = "",
		.detail = in->detail,
		.said = *in->said != '\0' ? in->said : in->type,
		.channel = talk_channel(in->channel),
		.privacy = in->secret ? PRIVACY_CONFIDENTIAL : PRIVACY_PUBLIC,
		.who = { .name = in->name, .phone = in->phone, .email = "", .nik = "" },
		.lang = "id",
		.priority = s->category == NULL && s->raised == PRIORITY_COUNT ?
		    PRIORITY_COUNT : s->priority,
		.agencies = s->nagencies == 0 ? NULL : s->agencies,
		.nagencies = s->nagencies,
		.rang = s->rang,
		.line = "",
		.over = *in->over == '\0' ? NULL : s->spot.neighbour_name,
		.over_by = in->over_by,
		.late = in->late,
		.recalled = !s->junk.asks ? RECALLED_NOT_ASKED :
		    in->back ? RECALLED_DONE : RECALLED_OVERRIDDEN,
		.silent = silent_steps(v, in),
		.happened = in->late ? s->rang : 0,
	};
	sop_note(&v->desk, &s->cards, f);
}

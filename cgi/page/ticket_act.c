/*
 * ticket_act.c: one form for every move.
 *
 * What a move asks for is in its row of the table of moves: a sentence, a
 * reason, an agency, units, a time, a category, another ticket.  So there is
 * one form with the fields of that row, and a new move needs nothing here.
 * A button without questions posts here, too.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "page/photo_page.h"
#include "page/step.h"
#include "page/ticket_act.h"
#include "page/ticket_ask.h"
#include "page/ticket_beside.h"
#include "page/ticket_page.h"
#include "page/ticket_view.h"
#include "page/view.h"

/* --- what it is about -------------------------------------------------------------------- */

struct target {
	const char	*objek;
	int64_t		 versi;
};

static const struct field target_fields[] = {
	CODE(struct target, objek, "L.worklist.view", .required = true),
	NUMBER(struct target, versi, "L.worklist.view"),
};

/* Out of the path and the query: ".../langkah/accept?objek=a17&versi=3". */
static bool
read_order(struct visit *v, struct order *o)
{
	struct target	 t;
	struct form	 form;

	*o = (struct order){ .note = "", .reason = "", .target = "" };
	o->number = ticket_number(v);
	o->act = act_of(strrchr(v->req->path, '/') + 1);
	if (o->number == NULL || o->act == ACT_NONE ||
	    form_read(&form, v->req->arena, target_fields, COUNT(target_fields),
	    &v->req->query, &t) != RC_OK)
		return false;
	o->version = t.versi;
	return step_read_object(t.objek, o);
}

static const struct move *
choice_of(const struct choices *may, enum act act)
{
	size_t	 i;

	for (i = 0; i < may->n; i++)
		if (may->moves[i]->act == act)
			return may->moves[i];
	return NULL;
}

static bool
set_part(struct scene *sc, const struct order *o)
{
	const struct part	*p;
	size_t			 i;

	for (i = 0; i < sc->s->nparts; i++) {
		p = &sc->s->parts[i];
		if (p->a.id != o->object)
			continue;
		sc->m = choice_of(&p->may, o->act);
		sc->version = p->a.version;
		sc->state = p->a.state;
		sc->agency = p->a.agency;
		return true;
	}
	return false;
}

static bool
set_ride(struct scene *sc, const struct order *o)
{
	const struct ride	*r;
	size_t			 i, j;

	for (i = 0; i < sc->s->nrides; i++) {
		r = &sc->s->rides[i];
		if (r->r.id != o->object)
			continue;
		sc->m = choice_of(&r->may, o->act);
		sc->version = r->r.version;
		sc->state = r->r.state;
		for (j = 0; j < sc->s->nparts; j++)
			if (sc->s->parts[j].a.id == r->r.assignment)
				sc->agency = sc->s->parts[j].a.agency;
		return true;
	}
	return false;
}

/* Reads the ticket as it is now, and what of it the order is about. */
static enum rc
set_scene(struct visit *v, const struct order *o, struct scene *sc)
{
	struct sheet_view	*s = arena_new(v->req->arena, struct sheet_view);
	enum rc			 rc = see_ticket(&v->desk, o->number, s);

	*sc = (struct scene){ .s = s, .version = s->t.version, .state = s->t.state };
	if (rc != RC_OK)
		return rc;
	if (o->life == LIFE_ASSIGNMENT)
		return set_part(sc, o) ? RC_OK : RC_NOTFOUND;
	if (o->life == LIFE_UNIT)
		return set_ride(sc, o) ? RC_OK : RC_NOTFOUND;
	if (o->object != s->t.id)
		return RC_NOTFOUND;
	sc->m = choice_of(&s->may, o->act);
	return RC_OK;
}

/* Any row of this act, for its questions, where the state has moved on. */
static const struct move *
row_of(const struct order *o, enum track track)
{
	size_t			 n;
	const struct move	*m = workflow_table(&n), *end = m + n;
	enum life		 life = step_is_ticket(o->life) ? track_life(track) : o->life;

	for (; m < end; m++)
		if (m->life == life && m->act == o->act)
			return m;
	return NULL;
}

/* --- showing ----------------------------------------------------------------------------- */

/* What was typed and cannot be sent any more. */
static void
view_lost_words(struct visit *v, const struct form *f)
{
	size_t	 i;

	set_flag(v->vars, "gone", true);
	for (i = 0; i < f->n; i++)
		if (f->fields[i].kind == KIND_AREA && f->typed[i].n > 0)
			set_kept(v->vars, "words", *f->typed[i].items[0] == '\0' ? NULL :
			    f->typed[i].items[0]);
}

/* Some acts want a word of explanation above their form. */
static void
view_help(struct visit *v, enum act act)
{
	const char	*key = arena_printf(v->req->arena, "L.worklist.help.%s", act_code(act));

	if (tmpl_has(v->tmpl, v->lang, key))
		set_kept(v->vars, "help", view_word(v, key));
}

/* phrase.N.{...}: see ticket_beside.h; where there is still something to be said */
static enum rc
show_page(struct visit *v, const struct scene *sc)
{
	enum rc	 rc = sc->m == NULL ? RC_OK : view_phrases(v, sc->s);

	return rc == RC_OK ? page_show(v, "ticket_act.cs") : rc;
}

/*
 * ask.{act.*,object,version,behalf,public,danger}, help, gone, words: the form
 * or, where the step is not possible any more, why and what was typed
 */
static enum rc
show_ask(struct visit *v, const struct form *f, const struct order *o, const struct scene *sc)
{
	struct vars	*ask = vars_child(v->vars, "ask");

	page_here(v, "tugas");
	page_title_text(v, view_say(v, "L.worklist.step_title",
	    view_code(v, "L.act", act_code(o->act)), o->number));
	view_ticket(v, sc->s);
	view_act(v, ask, o->act);
	set_kept(ask, "object", step_object(v->req->arena, o->life, o->object));
	view_state(v, ask, sc->state);
	set_flag(ask, "danger", o->act == ACT_CANCEL || o->act == ACT_FALSE_ALARM ||
	    o->act == ACT_DECLINE);
	if (sc->agency != 0 && sc->agency != v->desk.who.agency)
		set_kept(ask, "behalf", view_agency_name(v, sc->agency));
	page_form(v, f);
	if (sc->m != NULL && ask_is_shown(sc->m))
		view_photo_field(v, f);
	view_help(v, o->act);
	if (sc->m == NULL) {
		v->req->status = 409;
		view_lost_words(v, f);
	} else {
		if (step_version(sc->m, sc->version) != 0)
			set_int(ask, "version", sc->version);
		set_flag(ask, "public", ask_is_public(sc->m));
		ask_choices(v, f, sc);
	}
	return show_page(v, sc);
}

/* Nobody can be named for certain; the last to change it is the likeliest. */
static void
view_last(struct visit *v, const struct scene *sc)
{
	struct verdict	 last = { .state = sc->state };

	if (sc->s->nevents == 0)
		return;
	last.rival = sc->s->events[0];
	view_rival(v, &last);
}

enum rc
ticket_ask(struct visit *v)
{
	struct order		 o;
	struct scene		 sc;
	struct form		 f;
	const struct field	*fields;
	const struct move	*m;
	size_t			 n;
	enum rc			 rc;

	if (!read_order(v, &o))
		return RC_NOTFOUND;
	if ((rc = set_scene(v, &o, &sc)) != RC_OK)
		return rc;
	if ((m = sc.m) == NULL) {
		if ((m = row_of(&o, sc.s->t.track)) == NULL)
			return RC_NOTFOUND;
		view_last(v, &sc);
	}
	fields = ask_fields(v->req->arena, m, &n);
	form_blank(&f, v->req->arena, fields, n);
	return show_ask(v, &f, &o, &sc);
}

/* --- doing ------------------------------------------------------------------------------- */

/* One move; or one for each unit that is sent. */
static enum rc
run(struct visit *v, struct order *o, const struct said *said, const struct move *m,
    struct verdict *verdict)
{
	enum rc	 rc = RC_INPUT;
	size_t	 i;

	if ((m->flags & NEED_UNIT) == 0)
		return move(&v->desk, o, verdict);
	for (i = 0; i < said->unit.n; i++) {
		o->unit = strtoimax(said->unit.items[i], NULL, 10);
		if ((rc = move(&v->desk, o, verdict)) != RC_OK)
			return rc;
		o->note = "";
		o->version = 0;
	}
	return rc;
}

/* The form again, on the ticket as it is by now. */
static enum rc
again(struct visit *v, struct form *f, const struct order *o, const struct verdict *verdict,
    enum rc rc)
{
	struct scene	 sc;
	const char	*why = step_refusal(v, verdict->missing);
	enum rc		 seen;

	ask_missing(f, verdict->missing);
	if (why != NULL) {
		f->notice = why;
		rc = RC_INPUT;
	}
	if (rc == RC_CONFLICT)
		view_rival(v, verdict);
	if (!page_again(v, f, rc))
		return rc;
	if ((seen = set_scene(v, o, &sc)) != RC_OK)
		return seen;
	if (sc.m == NULL && rc != RC_CONFLICT)
		view_last(v, &sc);
	return show_ask(v, f, o, &sc);
}

/* The table has no such step from the state there is now: somebody was faster. */
static enum rc
too_late(struct visit *v, const struct order *o, const struct scene *sc)
{
	const struct move	*m = row_of(o, sc->s->t.track);
	const struct field	*fields;
	struct said		 said;
	struct form		 f;
	size_t			 n;
	enum rc			 rc;

	if (m == NULL || (m->roles & 1u << v->desk.who.role) == 0)
		return RC_FORBIDDEN;
	fields = ask_fields(v->req->arena, m, &n);
	rc = form_read(&f, v->req->arena, fields, n, &v->req->sent, &said);
	if (rc != RC_OK)
		memset(f.faults, 0, n * sizeof(*f.faults));
	view_last(v, sc);
	return show_ask(v, &f, o, sc);
}

enum rc
ticket_act(struct visit *v)
{
	struct order		 o;
	struct scene		 sc;
	struct said		 said = { 0 };
	struct verdict		 verdict = { 0 };
	struct photos		 photos = { 0 };
	struct form		 f;
	const struct field	*fields;
	size_t			 n;
	enum rc			 rc;

	if (!read_order(v, &o))
		return RC_NOTFOUND;
	if ((rc = set_scene(v, &o, &sc)) != RC_OK)
		return rc;
	if (sc.m == NULL)
		return too_late(v, &o, &sc);
	fields = ask_fields(v->req->arena, sc.m, &n);
	rc = form_read(&f, v->req->arena, fields, n, &v->req->sent, &said);
	ask_read(v, &f, &sc, &said, &o);
	if (rc == RC_OK && form_ok(&f) && ask_is_shown(sc.m))
		rc = photo_take(v, &f, &photos);
	o.photos = &photos;
	if (rc == RC_OK && form_ok(&f))
		rc = run(v, &o, &said, sc.m, &verdict);
	else
		rc = RC_INPUT;
	if (rc != RC_OK)
		return again(v, &f, &o, &verdict, rc);
	step_done(v, o.act, o.number);
	http_redirect(v->req, "/tiket/%s", o.number);
	return RC_OK;
}

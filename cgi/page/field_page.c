/* field_page.c: /lapangan: the page of a crew, on a cheap phone, with or without a signal. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "domain/geo.h"
#include "domain/number.h"
#include "lib/json.h"
#include "page/field_page.h"
#include "page/photo_page.h"
#include "page/step.h"
#include "page/view.h"

struct sent {
	const char	*langkah;	/* the button: step_value() */
	const char	*catatan, *alasan;
	const char	*jawab;		/* "json": a script asks */
	const char	*perangkat, *kirim;	/* pressed and sent, by the phone's clock */
	const char	*lintang, *bujur, *akurasi;
	struct many	 foto;		/* nothing: photos come as files */
};

static const struct field fields[] = {
	TEXT(struct sent, langkah, "L.field.step", .required = true, .max = 80),
	AREA(struct sent, catatan, "L.field.note", .max = 2000),
	CODE(struct sent, alasan, "L.need.reason"),
	CODE(struct sent, jawab, "L.field.step"),
	TEXT(struct sent, perangkat, "L.field.step", .max = 20),
	TEXT(struct sent, kirim, "L.field.step", .max = 20),
	TEXT(struct sent, lintang, "L.field.step", .max = 24),
	TEXT(struct sent, bujur, "L.field.step", .max = 24),
	TEXT(struct sent, akurasi, "L.field.step", .max = 24),
	PHOTO_FIELD(struct sent, "L.field.photo", "L.field.photo_hint"),
};

/* --- showing ------------------------------------------------------------------------------- */

static const char *
whose(const struct visit *v)
{
	const struct unit	*u = ref_unit(v->desk.ref, v->desk.who.unit);

	return v->desk.who.role == ROLE_RESPONDER && u != NULL ?
	    arena_printf(v->req->arena, "%s · %s", u->code, u->name) :
	    view_agency_name(v, v->desk.who.agency);
}

static enum rc
show(struct visit *v, const struct field_typed *typed)
{
	struct field_view	*f = arena_new(v->req->arena, struct field_view);
	const char		*wanted = pairs_get(&v->req->query, "tiket");
	enum rc			 rc;

	if (wanted != NULL)
		wanted = number_read(v->req->arena, wanted);
	if ((rc = see_field(&v->desk, wanted, f)) != RC_OK)
		return rc;
	v->req->path = "/lapangan";
	page_here(v, "lapangan");
	page_title(v, "L.field.title");
	set_kept(v->vars, "whose", whose(v));
	set_kept(v->vars, "clock", view_clock(v, v->desk.now));
	set_int(v->vars, "pulse", f->version);
	set_int(v->vars, "account", v->desk.who.id);
	view_field(v, f, typed);
	view_chain(v);
	return page_show(v, "field_work.cs");
}

enum rc
field_show(struct visit *v)
{
	static const struct field_typed	 none = { .step = "", .note = "" };
	int64_t				 version;
	enum rc				 rc;

	if (strcmp(v->req->path, "/lapangan/versi") == 0) {
		if ((rc = see_work_version(&v->desk, &version)) != RC_OK)
			return rc;
		if (http_unchanged(v->req, arena_printf(v->req->arena, "%s%" PRId64,
		    tmpl_lang(v->lang), version)))
			return RC_OK;
	}
	view_done(v);
	return show(v, &none);
}

/* --- what a phone says ----------------------------------------------------------------------- */

static int64_t
read_ms(const char *text)
{
	enum { DIGITS = 15 };
	size_t	 len = strlen(text);

	return len == 0 || len > DIGITS || strspn(text, "0123456789") != len ? 0 :
	    strtoimax(text, NULL, 10);
}

/* Degrees into micro-degrees; false where it is no number. */
static bool
read_degrees(const char *text, int64_t *micro)
{
	char	*end;
	double	 d = strtod(text, &end);

	if (*text == '\0' || *end != '\0' || !(fabs(d) <= 180))
		return false;
	*micro = llround(d * 1e6);
	return true;
}

static void
read_place(const struct sent *s, struct field_order *f)
{
	enum { FAR = 100000 };		/* metres; what is less sure says nothing */
	double	 accuracy = strtod(s->akurasi, NULL);

	f->located = read_degrees(s->lintang, &f->lat) && read_degrees(s->bujur, &f->lon) &&
	    geo_is_on_earth((struct point){ f->lat, f->lon }) && accuracy >= 0 &&
	    accuracy <= FAR;
	if (f->located)
		f->accuracy = llround(accuracy);
	else
		f->lat = f->lon = 0;
}

static bool
read_step(struct visit *v, const struct sent *s, struct field_order *f)
{
	*f = (struct field_order){ .token = page_token(v),
		.clock = { read_ms(s->perangkat), read_ms(s->kirim) } };
	if (!step_read_value(v->req->arena, s->langkah, &f->o))
		return false;
	f->o.note = s->catatan;
	f->o.reason = s->alasan;
	f->o.target = "";
	read_place(s, f);
	return true;
}

/* --- answering -------------------------------------------------------------------------------- */

/* {"outcome":"done","again":false,"text":"..."} */
static enum rc
say(struct visit *v, const char *outcome, bool again, const char *text)
{
	struct buf	*b = &v->req->body;

	v->req->type = "application/json; charset=utf-8";
	buf_text(b, "{\"outcome\":");
	json_put_text(b, outcome);
	buf_text(b, again ? ",\"again\":true,\"text\":" : ",\"again\":false,\"text\":");
	json_put_text(b, text);
	buf_text(b, "}");
	return RC_OK;
}

static enum rc
answer(struct visit *v, const struct sent *s, const struct field_order *f,
    const struct field_answer *a)
{
	static const struct field_typed	 none = { .step = "", .note = "" };
	const char			*text = field_told(v, f->o.number, a);

	if (strcmp(s->jawab, "json") == 0)
		return say(v, outcome_code(a->step.outcome), a->again, text);
	if (a->step.outcome == OUTCOME_DONE) {
		step_done(v, f->o.act, f->o.number);
		http_redirect(v->req, "/lapangan");
		return RC_OK;
	}
	v->req->status = 409;
	set_kept(v->vars, "late", text);
	return show(v, &none);
}

/* The page again, with every word where it was typed. */
static enum rc
again(struct visit *v, struct form *form, const struct sent *s, enum rc rc)
{
	const struct field_typed	 typed = { s->langkah, s->catatan };
	const char			*why;

	if (!page_again(v, form, rc))
		return rc;
	page_form(v, form);
	why = vars_text(v->vars, "form.errors.0.text");
	if (why == NULL)
		why = form->notice != NULL ? form->notice : view_word(v, "L.field.incomplete");
	if (strcmp(s->jawab, "json") == 0)
		return say(v, "input", false, why);
	set_kept(v->vars, "fault", why);
	return show(v, &typed);
}

static void
tell_missing(struct form *form, unsigned missing)
{
	if (missing & NEED_NOTE)
		form_fault(form, "catatan", "L.field.note_missing");
	if (missing & NEED_REASON)
		form_fault(form, "alasan", "L.form.choose");
}

static enum rc
take(struct visit *v, bool photo)
{
	struct sent		 s;
	struct form		 form;
	struct field_order	 f = { .token = "" };
	struct field_answer	 a = { 0 };
	struct photos		 photos = { 0 };
	enum rc			 rc;

	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &s);
	if (rc == RC_OK && (!read_step(v, &s, &f) || photo != (f.o.act == ACT_SHOT)))
		return RC_INPUT;
	if (rc == RC_OK && photo && v->req->files.n == 0)
		form_fault(&form, "foto", "L.field.photo_missing");
	if (rc == RC_OK && form_ok(&form) && photo)
		rc = photo_take(v, &form, &photos);
	f.o.photos = &photos;
	if (rc == RC_OK && form_ok(&form))
		rc = field_do(&v->desk, &f, &a);
	else if (rc == RC_OK)
		rc = RC_INPUT;
	if (rc == RC_OK)
		return answer(v, &s, &f, &a);
	tell_missing(&form, a.missing);
	return again(v, &form, &s, rc);
}

enum rc
field_send(struct visit *v)
{
	return take(v, false);
}

enum rc
field_photo(struct visit *v)
{
	return take(v, true);
}

/* track_page.c: a reporter follows a report with its code, and answers, disputes, confirms. */
#include <inttypes.h>

#include "domain/number.h"
#include "page/photo_page.h"
#include "page/public_view_track.h"
#include "page/track_page.h"
#include "page/view.h"

/* --- finding --------------------------------------------------------------------------- */

struct find {
	const char	*code;
};

static const struct field find_fields[] = {
	TEXT(struct find, code, "L.portal.find.code", .required = true, .max = 40,
	    .hint = "L.portal.find.code_hint", .missing = "L.portal.find.code_missing",
	    .fill = "off"),
};

struct asked {
	const char	*number;
};

static const struct field asked_fields[] = {
	TEXT(struct asked, number, "L.portal.receipt.number", .max = 40),
};

/* The number in the address a receipt's QR code leads to, or NULL. */
static const char *
number_of(const struct visit *v)
{
	struct asked	 in;
	struct form	 form;

	return form_read(&form, v->req->arena, asked_fields, COUNT(asked_fields),
	    &v->req->query, &in) == RC_OK ? number_read(v->req->arena, in.number) : NULL;
}

/* lede, number, status: where a receipt's QR code led here */
static enum rc
show_find(struct visit *v, const struct form *form)
{
	const char	*number = number_of(v);

	form_show(form, v->vars, v->tmpl, v->lang);
	if (number != NULL) {
		set_kept(v->vars, "number", number);
		set_kept(v->vars, "lede", view_say(v, "L.portal.find.lede_number", number));
		set_kept(v->vars, "status", view_say(v, "L.portal.find.only_number_this",
		    number));
	}
	v->req->referrer = "no-referrer";
	page_here(v, "lacak");
	page_title(v, "L.portal.find.title");
	return page_show(v, "track_find.cs");
}

enum rc
track_find(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, find_fields, COUNT(find_fields));
	return show_find(v, &form);
}

/* The form again with what is wrong; an unknown code is told like one refused. */
static enum rc
ask_again(struct visit *v, const char *key)
{
	struct find	 in;
	struct form	 form;
	enum rc		 rc;

	rc = form_read(&form, v->req->arena, find_fields, COUNT(find_fields),
	    &v->req->sent, &in);
	if (rc == RC_OK)
		form_fault(&form, "code", key);
	v->req->status = 422;
	return show_find(v, &form);
}

/* The twelve letters sent, or NULL and why not. */
static const char *
code_of(const struct visit *v, const char **why)
{
	struct find	 in;
	struct form	 form;
	const char	*code;

	*why = "L.portal.find.code_shape";
	if (form_read(&form, v->req->arena, find_fields, COUNT(find_fields),
	    &v->req->sent, &in) != RC_OK)
		return NULL;
	if ((code = code_read(v->req->arena, in.code)) == NULL &&
	    number_read(v->req->arena, in.code) != NULL)
		*why = "L.portal.find.code_number";
	return code;
}

/* --- what a reporter says -------------------------------------------------------------- */

struct follow {
	int64_t		 version, rating;
	const char	*answer, *reason, *comment;
	bool		 sure;
};

static const struct choice ratings[] = {
	{ 1, "L.portal.track.rate1" }, { 2, "L.portal.track.rate2" },
	{ 3, "L.portal.track.rate3" }, { 4, "L.portal.track.rate4" },
	{ 5, "L.portal.track.rate5" }, { 0, NULL },
};

static const struct field follow_fields[] = {
	NUMBER(struct follow, version, "L.portal.find.code"),
	AREA(struct follow, answer, "L.portal.track.answer", .max = 1500,
	    .hint = "L.portal.track.answer_hint"),
	PICK(struct follow, rating, "L.portal.track.rating", .choices = ratings),
	AREA(struct follow, comment, "L.portal.track.comment", .max = 1500),
	AREA(struct follow, reason, "L.portal.track.reason", .max = 1500),
	FLAG(struct follow, sure, "L.portal.track.withdraw_sure"),
};

/* The tracking page as it is now, with a form of it as it was sent. */
static enum rc
show_track(struct visit *v, const char *code, const struct form *form)
{
	struct track_view	 t;
	enum rc			 rc;

	if ((rc = track(&v->desk, code, v->req->remote, &t)) != RC_OK)
		return rc == RC_NOTFOUND ? ask_again(v, "L.portal.find.code_wrong") : rc;
	page_form(v, form);
	view_track(v, &t);
	if ((rc = view_own_photos(v, &t.t, t.reporter)) != RC_OK)
		return rc;
	set_kept(v->vars, "code", code_show(v->req->arena, code));
	v->req->referrer = "no-referrer";
	page_here(v, "lacak");
	page_title_text(v, view_say(v, "L.portal.track.title", t.t.number));
	return page_show(v, "track.cs");
}

enum rc
track_show(struct visit *v)
{
	const char	*why = "", *code = code_of(v, &why);
	struct form	 form;

	if (code == NULL)
		return ask_again(v, why);
	form_blank(&form, v->req->arena, follow_fields, COUNT(follow_fields));
	return show_track(v, code, &form);
}

/* What each act asks for, and what is said when it is done. */
struct way {
	enum act	 act;
	const char	*field;		/* that may not be left out, NULL none */
	const char	*missing, *thanks;
};

static const char *
words_of(const struct follow *in, enum act act)
{
	return act == ACT_ANSWER ? in->answer : act == ACT_DISPUTE ? in->reason :
	    act == ACT_CONFIRM ? in->comment : "";
}

static void
check(struct form *form, const struct follow *in, const struct way *way)
{
	if (way->act == ACT_WITHDRAW ? !in->sure :
	    way->field != NULL && *words_of(in, way->act) == '\0')
		form_fault(form, way->field, way->missing);
}

/* Somebody was faster, or it was said before: what was written is shown again. */
static void
view_changed(struct visit *v, const char *words)
{
	v->req->status = 409;
	set_flag(v->vars, "changed", true);
	set_kept(v->vars, "words", words);
}

static enum rc
tell(struct visit *v, const char *code, const struct way *way, const struct follow *in)
{
	struct verdict	 verdict;
	struct order	 order = {
		.number = "", .life = LIFE_COMPLAINT, .act = way->act,
		.version = in->version, .note = words_of(in, way->act), .reason = "",
		.target = "", .rating = way->act == ACT_CONFIRM ? in->rating : 0,
	};

	return track_move(&v->desk, code, v->req->remote, &order, &verdict);
}

static enum rc
follow(struct visit *v, const struct way *way)
{
	const char	*why = "", *code = code_of(v, &why);
	struct follow	 in;
	struct form	 form, fresh;
	enum rc		 rc;

	if (code == NULL)
		return ask_again(v, why);
	rc = form_read(&form, v->req->arena, follow_fields, COUNT(follow_fields),
	    &v->req->sent, &in);
	check(&form, &in, way);
	if (rc == RC_OK && form_ok(&form)) {
		rc = tell(v, code, way, &in);
		if (rc == RC_CONFLICT || rc == RC_FORBIDDEN || rc == RC_INPUT) {
			view_changed(v, words_of(&in, way->act));
			return show_track(v, code, &form);
		}
	}
	if (page_again(v, &form, rc))
		return show_track(v, code, &form);
	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? ask_again(v, "L.portal.find.code_wrong") : rc;
	set_kept(v->vars, "thanks", view_word(v, way->thanks));
	form_blank(&fresh, v->req->arena, follow_fields, COUNT(follow_fields));
	return show_track(v, code, &fresh);
}

enum rc
track_answer(struct visit *v)
{
	static const struct way	 way = { ACT_ANSWER, "answer",
		"L.portal.track.answer_missing", "L.portal.track.thanks_answer" };

	return follow(v, &way);
}

enum rc
track_dispute(struct visit *v)
{
	static const struct way	 way = { ACT_DISPUTE, "reason",
		"L.portal.track.reason_missing", "L.portal.track.thanks_dispute" };

	return follow(v, &way);
}

enum rc
track_confirm(struct visit *v)
{
	static const struct way	 way = { ACT_CONFIRM, NULL, NULL,
		"L.portal.track.thanks_confirm" };

	return follow(v, &way);
}

enum rc
track_withdraw(struct visit *v)
{
	static const struct way	 way = { ACT_WITHDRAW, "sure",
		"L.portal.track.withdraw_missing", "L.portal.track.thanks_withdraw" };

	return follow(v, &way);
}

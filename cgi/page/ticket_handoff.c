/* ticket_handoff.c: a ticket is handed to an outside body, and its answer is noted. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/beside_action.h"
#include "action/handoff_action.h"
#include "lib/when.h"
#include "page/step.h"
#include "page/ticket_beside.h"
#include "page/ticket_handoff.h"
#include "page/ticket_page.h"
#include "page/ticket_view.h"
#include "page/view.h"

struct given {
	const char	*kepada, *nama;
	int64_t		 cara;
	const char	*isi, *penerima, *nomor, *jam, *tanya;
};

static const struct choice ways[] = {
	{ WAY_PHONE, "L.handoff.way.phone" }, { WAY_RADIO, "L.handoff.way.radio" },
	{ WAY_MESSAGE, "L.handoff.way.message" }, { WAY_LETTER, "L.handoff.way.letter" },
	{ WAY_PERSON, "L.handoff.way.person" }, { 0, NULL }
};

static const struct field given_fields[] = {
	CODE(struct given, kepada, "L.handoff.to", .missing = "L.handoff.to_missing"),
	TEXT(struct given, nama, "L.handoff.name", .max = 80, .hint = "L.handoff.name_hint"),
	PICK(struct given, cara, "L.handoff.by", .required = true, .choices = ways),
	AREA(struct given, isi, "L.handoff.words", .required = true, .max = 1000,
	    .hint = "L.handoff.words_hint"),
	TEXT(struct given, penerima, "L.handoff.taker", .max = 80),
	TEXT(struct given, nomor, "L.handoff.reference", .max = 60),
	TEXT(struct given, jam, "L.handoff.at", .required = true, .max = 16),
	TEXT(struct given, tanya, "L.handoff.ask", .required = true, .max = 16,
	    .hint = "L.handoff.ask_hint"),
};

/* "2026-11-21T14:32", as a field of a moment wants it. */
static const char *
local(const struct visit *v, int64_t at)
{
	struct civil	 c = when_civil(at, v->desk.ref->zone);

	return arena_printf(v->req->arena, "%04d-%02d-%02dT%02d:%02d", c.year, c.month, c.day,
	    c.hour, c.minute);
}

/* The ticket at hand; RC_NOTFOUND where it is not in reach. */
static enum rc
read_ticket(struct visit *v, struct sheet_view *s, struct beside *b)
{
	const char	*number = ticket_number(v);
	enum rc		 rc;

	if (number == NULL)
		return RC_NOTFOUND;
	if ((rc = see_ticket(&v->desk, number, s)) != RC_OK)
		return rc;
	return see_beside(&v->desk, number, false, b);
}

/* Bodies that are not the city's. */
static void
choose_body(struct visit *v, const struct form *f)
{
	const struct ref	*ref = v->desk.ref;
	struct vars		*item;
	size_t			 i;

	for (i = 0; i < ref->nagencies; i++) {
		if (ref->agencies[i].own)
			continue;
		item = form_choice(f, v->vars, "kepada", ref->agencies[i].code,
		    arena_printf(v->req->arena, "%s · %s", ref->agencies[i].brief,
		    ref->agencies[i].name));
		set_kept(item, "sub", ref->agencies[i].phone);
	}
}

static enum rc
show_form(struct visit *v, const struct form *f, const struct sheet_view *s,
    const struct beside *b)
{
	page_here(v, "tugas");
	page_title_text(v, view_say(v, "L.handoff.title", s->t.number));
	view_ticket(v, s);
	page_form(v, f);
	choose_body(v, f);
	set_flag(v->vars, "may", b->may_hand);
	if (!b->may_hand)
		v->req->status = v->req->status == 0 ? 409 : v->req->status;
	return page_show(v, "ticket_handoff.cs");
}

enum rc
handoff_form(struct visit *v)
{
	struct sheet_view	 s;
	struct beside		 b;
	struct form		 f;
	struct given		 in = { .kepada = "", .nama = "", .cara = WAY_PHONE, .isi = "",
		.penerima = "", .nomor = "" };
	enum rc			 rc;

	if ((rc = read_ticket(v, &s, &b)) != RC_OK)
		return rc;
	if (!handoff_may(v->desk.who.role))
		return RC_FORBIDDEN;
	in.jam = local(v, v->desk.now);
	in.tanya = local(v, v->desk.now + (s.t.track == TRACK_EMERGENCY ? 30 * MINUTE : DAY));
	form_blank(&f, v->req->arena, given_fields, COUNT(given_fields));
	form_fill(&f, &in);
	return show_form(v, &f, &s, &b);
}

static int64_t
moment_of(struct visit *v, struct form *f, const char *field, const char *text)
{
	int64_t	 at = 0;

	if (*text != '\0' && when_read(text, v->desk.ref->zone, &at) != RC_OK)
		form_fault(f, field, "L.worklist.until_bad");
	return at;
}

static void
blame(struct form *f, enum handing_fault fault)
{
	static const struct {
		const char	*field, *key;
	} faults[] = {
		[HANDING_WHOM] = { "kepada", "L.handoff.to_missing" },
		[HANDING_WAY] = { "cara", "L.form.choose" },
		[HANDING_WORDS] = { "isi", "L.form.required" },
		[HANDING_AT] = { "jam", "L.handoff.at_bad" },
		[HANDING_ASK] = { "tanya", "L.worklist.until_past" },
	};

	if (fault != HANDING_OK)
		form_fault(f, faults[fault].field, faults[fault].key);
}

static enum rc
hand_it(struct visit *v, struct form *f, const struct given *in, const char *number)
{
	const struct agency	*a = *in->kepada == '\0' ? NULL :
	    ref_agency_code(v->desk.ref, in->kepada);
	struct handing		 h = { .number = number, .token = page_token(v),
		.agency = a == NULL ? 0 : a->id, .name = a == NULL ? in->nama : "",
		.way = (enum handoff_way)in->cara, .words = in->isi, .taker = in->penerima,
		.reference = in->nomor };
	enum handing_fault	 fault = HANDING_OK;
	enum rc			 rc;

	h.at = moment_of(v, f, "jam", in->jam);
	h.ask = moment_of(v, f, "tanya", in->tanya);
	if (!form_ok(f))
		return RC_INPUT;
	rc = hand_off(&v->desk, &h, &fault);
	blame(f, fault);
	return rc;
}

enum rc
handoff_send(struct visit *v)
{
	struct sheet_view	 s;
	struct beside		 b;
	struct form		 f;
	struct given		 in;
	enum rc			 rc, read;

	if ((rc = read_ticket(v, &s, &b)) != RC_OK)
		return rc;
	if (!handoff_may(v->desk.who.role))
		return RC_FORBIDDEN;
	read = form_read(&f, v->req->arena, given_fields, COUNT(given_fields), &v->req->sent, &in);
	rc = read == RC_OK ? hand_it(v, &f, &in, s.t.number) : read;
	if (page_again(v, &f, rc))
		return show_form(v, &f, &s, &b);
	if (rc != RC_OK)
		return rc;
	step_done(v, ACT_HANDOFF, s.t.number);
	http_redirect(v->req, "/tiket/%s", s.t.number);
	return RC_OK;
}

/* --- their answer --------------------------------------------------------------------------- */

struct answered {
	int64_t		 versi;
	const char	*isi, *nomor, *tanya;
	bool		 selesai;
};

static const struct field answered_fields[] = {
	NUMBER(struct answered, versi, "L.worklist.view"),
	AREA(struct answered, isi, "L.handoff.said", .required = true, .max = 1000),
	TEXT(struct answered, nomor, "L.handoff.reference", .max = 60),
	FLAG(struct answered, selesai, "L.handoff.closes", .hint = "L.handoff.closes_hint"),
	TEXT(struct answered, tanya, "L.handoff.ask_again", .max = 16,
	    .hint = "L.handoff.ask_again_hint"),
};

static const struct handoff *
find(const struct visit *v, const struct beside *b)
{
	int64_t	 id = strtoimax(v->arg, NULL, 10);
	size_t	 i;

	for (i = 0; i < b->nhandoffs; i++)
		if (b->handoffs[i].id == id)
			return &b->handoffs[i];
	return NULL;
}

/* to.{id,name,way,taker,reference,clock,version,closed} */
static enum rc
show_answer(struct visit *v, const struct form *f, const struct sheet_view *s,
    const struct beside *b, const struct handoff *h)
{
	struct vars	*to = vars_child(v->vars, "to");

	page_here(v, "tugas");
	page_title_text(v, view_say(v, "L.handoff.answer_title", handoff_name(v, h), s->t.number));
	view_ticket(v, s);
	page_form(v, f);
	set_int(to, "id", h->id);
	set_kept(to, "name", handoff_name(v, h));
	set_kept(to, "way", view_code(v, "L.handoff.way", handoff_way_code(h->way)));
	set_kept(to, "taker", *h->taker == '\0' ? NULL : h->taker);
	set_kept(to, "reference", *h->reference == '\0' ? NULL : h->reference);
	set_kept(to, "clock", view_time(v, h->at));
	set_int(to, "version", h->version);
	set_flag(v->vars, "may", b->may_hand && h->state != HANDOFF_CLOSED);
	if (v->req->status == 0 && (!b->may_hand || h->state == HANDOFF_CLOSED))
		v->req->status = 409;
	return page_show(v, "ticket_answer.cs");
}

enum rc
handoff_answer_form(struct visit *v)
{
	struct sheet_view	 s;
	struct beside		 b;
	struct form		 f;
	const struct handoff	*h;
	enum rc			 rc;

	if ((rc = read_ticket(v, &s, &b)) != RC_OK)
		return rc;
	if ((h = find(v, &b)) == NULL)
		return RC_NOTFOUND;
	if (!handoff_may(v->desk.who.role))
		return RC_FORBIDDEN;
	form_blank(&f, v->req->arena, answered_fields, COUNT(answered_fields));
	return show_answer(v, &f, &s, &b, h);
}

enum rc
handoff_answer_send(struct visit *v)
{
	struct sheet_view	 s;
	struct beside		 b;
	struct form		 f;
	struct answered		 in;
	const struct handoff	*h;
	struct handoff_word	 w;
	enum rc			 rc;

	if ((rc = read_ticket(v, &s, &b)) != RC_OK)
		return rc;
	if ((h = find(v, &b)) == NULL)
		return RC_NOTFOUND;
	if (!handoff_may(v->desk.who.role))
		return RC_FORBIDDEN;
	rc = form_read(&f, v->req->arena, answered_fields, COUNT(answered_fields), &v->req->sent,
	    &in);
	if (rc == RC_OK) {
		w = (struct handoff_word){ .number = s.t.number, .id = h->id,
		    .version = in.versi, .words = in.isi, .reference = in.nomor,
		    .closes = in.selesai, .ask = moment_of(v, &f, "tanya", in.tanya) };
		if (w.ask != 0 && w.ask <= v->desk.now)
			form_fault(&f, "tanya", "L.worklist.until_past");
		rc = form_ok(&f) ? handoff_say(&v->desk, &w) : RC_INPUT;
	}
	if (page_again(v, &f, rc))
		return show_answer(v, &f, &s, &b, h);
	if (rc != RC_OK)
		return rc;
	step_done(v, ACT_HANDOFF_SAID, s.t.number);
	http_redirect(v->req, "/tiket/%s", s.t.number);
	return RC_OK;
}

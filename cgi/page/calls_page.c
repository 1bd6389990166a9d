/* calls_page.c: the list of calls, and a file of it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/number.h"
#include "domain/talk.h"
#include "lib/text.h"
#include "lib/when.h"
#include "page/calls_page.h"
#include "page/view.h"

/* All of it is in the address, so that a finding can be shown to others; of a number, its hash. */
struct sift {
	const char	*dari, *sampai;		/* days */
	const char	*jenis, *petugas, *jalur, *saluran;
	const char	*nomor;			/* a number's keyed hash */
	const char	*tiket, *cari;
	bool		 tanpa_tiket;
	const char	*sebelum;		/* "RANG.ID": the last call of the page before */
};

static const struct field fields[] = {
	CODE(struct sift, dari, "L.calls.from"),
	CODE(struct sift, sampai, "L.calls.to"),
	CODE(struct sift, jenis, "L.calls.type"),
	CODE(struct sift, petugas, "L.calls.taker"),
	TEXT(struct sift, jalur, "L.calls.line", .max = 40),
	CODE(struct sift, saluran, "L.calls.channel"),
	CODE(struct sift, nomor, "L.calls.phone", .max = 64),
	TEXT(struct sift, tiket, "L.calls.ticket", .max = 30),
	TEXT(struct sift, cari, "L.calls.search", .max = 80),
	FLAG(struct sift, tanpa_tiket, "L.calls.no_ticket"),
	CODE(struct sift, sebelum, "L.calls.older"),
};

/* --- the filter ---------------------------------------------------------------------------- */

static void
read_mark(const struct sift *in, struct call_ask *k)
{
	char	*end;

	k->before = strtoimax(in->sebelum, &end, 10);
	if (*end == '.')
		k->before_id = strtoimax(end + 1, NULL, 10);
}

/* As the store has it: of a note's letters only a-z are made small. */
static const char *
lower(struct arena *a, const char *text)
{
	char	*out = arena_text(a, text), *p;

	for (p = out; *p != '\0'; p++)
		*p = (char)(*p >= 'A' && *p <= 'Z' ? *p - 'A' + 'a' : *p);
	return out;
}

static void
read_names(struct visit *v, struct form *form, const struct sift *in, struct call_filter *f)
{
	if (*in->jenis != '\0' && !workflow_is_reason(ACT_END, in->jenis))
		form_fault(form, "jenis", "L.form.choose");
	f->ask.type = in->jenis;
	f->ask.taker = strtoimax(in->petugas, NULL, 10);
	f->ask.line = in->jalur;
	f->ask.channel = in->saluran;
	f->ask.no_ticket = in->tanpa_tiket;
	f->ask.words = lower(v->req->arena, in->cari);
	f->phone = in->nomor;
	f->number = *in->tiket == '\0' ? "" : number_read(v->req->arena, in->tiket);
	if (f->number == NULL) {
		form_fault(form, "tiket", "L.calls.bad_ticket");
		f->number = "";
	}
}

/* RC_INPUT: faults say why. */
static enum rc
read_filter(struct visit *v, const struct pairs *from, struct form *form, struct sift *in,
    struct call_filter *f)
{
	enum rc	 rc = form_read(form, v->req->arena, fields, COUNT(fields), from, in);

	*f = (struct call_filter){ .ask = { .type = "", .line = "", .channel = "",
	    .words = "" }, .phone = "",
	    .number = "" };
	if (rc != RC_OK)
		return rc;
	page_days(v, form, in->dari, in->sampai, &f->ask.from, &f->ask.to);
	read_mark(in, &f->ask);
	read_names(v, form, in, f);
	return form_ok(form) ? RC_OK : RC_INPUT;
}

static const char *
add(struct visit *v, const char *query, const char *name, const char *value)
{
	return *value == '\0' ? query : arena_printf(v->req->arena, "%s%s%s=%s", query,
	    *query == '\0' ? "" : "&", name, text_url(v->req->arena, value));
}

static const char *
query_of(struct visit *v, const struct sift *in, const char *type, const struct call_mark *next)
{
	const char	*q = "";

	q = add(v, q, "dari", in->dari);
	q = add(v, q, "sampai", in->sampai);
	q = add(v, q, "jenis", type);
	q = add(v, q, "petugas", in->petugas);
	q = add(v, q, "jalur", in->jalur);
	q = add(v, q, "saluran", in->saluran);
	q = add(v, q, "nomor", in->nomor);
	q = add(v, q, "tiket", in->tiket);
	q = add(v, q, "cari", in->cari);
	q = add(v, q, "tanpa_tiket", in->tanpa_tiket ? "1" : "");
	return next == NULL ? q : add(v, q, "sebelum", arena_printf(v->req->arena,
	    "%" PRId64 ".%" PRId64, next->at, next->id));
}

/* --- what the template sees ------------------------------------------------------------------ */

static enum rc
view_choices(struct visit *v, struct form *form)
{
	struct call_taker	 takers[CALL_TAKERS];
	const char *const	*types;
	size_t			 i, n;
	enum rc			 rc = see_call_takers(&v->desk, takers, &n);

	for (i = 0; i < n && rc == RC_OK; i++)
		form_choice(form, v->vars, "petugas", arena_printf(v->req->arena, "%" PRId64,
		    takers[i].id), takers[i].name);
	for (i = 0; i < talk_nchannels; i++)
		form_choice(form, v->vars, "saluran", talk_channels[i],
		    view_code(v, "L.channel", talk_channels[i]));
	types = workflow_reasons(ACT_END, &n);
	for (i = 0; i < n; i++)
		form_choice(form, v->vars, "jenis", types[i], view_code(v, "L.reason", types[i]));
	return rc;
}

static void
view_list(struct visit *v, const struct sift *in, const struct call_page *list)
{
	size_t	 i;

	for (i = 0; i < list->n; i++)
		view_call_item(v, vars_item(v->vars, "rows"), &list->rows[i]);
	if (list->next.id != 0)
		set_kept(v->vars, "next", query_of(v, in, in->jenis, &list->next));
	if (list->looked_to != 0)
		set_kept(v->vars, "looked", view_say(v, "L.calls.looked",
		    view_date(v, list->looked_to)));
}

static void
view_queries(struct visit *v, const struct sift *in)
{
	const char	*here = query_of(v, in, in->jenis, NULL);

	set_kept(v->vars, "first", here);
	set_flag(v->vars, "later", *in->sebelum != '\0');
	set_flag(v->vars, "sifted", *here != '\0');
	set_flag(v->vars, "of_number", *in->nomor != '\0');
	set_flag(v->vars, "reach_day", v->desk.who.role == ROLE_CALL_TAKER);
	set_flag(v->vars, "nobody", !role_may(v->desk.who.role, MAY_TAKE));
	set_kept(v->vars, "most", view_number(v, CALLS_EXPORT_MAX));
}

static enum rc
show(struct visit *v, struct form *form, const struct sift *in, const struct call_filter *f,
    bool good)
{
	struct call_page	 list = { 0 };
	struct call_sums	 sums;
	enum rc			 rc = good ? see_call_list(&v->desk, f, &list) : RC_OK;

	if (rc == RC_NOTFOUND || rc == RC_INPUT) {	/* a ticket, a hash that is none */
		form_fault(form, rc == RC_INPUT ? "nomor" : "tiket", rc == RC_INPUT ?
		    "L.form.choose" : "L.calls.bad_ticket");
		v->req->status = 422;
		rc = RC_OK;
		good = false;
	}
	if (rc != RC_OK || (rc = see_call_sums(&v->desk, &sums)) != RC_OK)
		return rc;
	page_title(v, "L.calls.title");
	view_calls_menu(v, "daftar");
	page_form(v, form);
	if ((rc = view_choices(v, form)) != RC_OK)
		return rc;
	view_list(v, in, &list);
	view_call_sums(v, &sums);
	view_queries(v, in);
	set_flag(v->vars, "unfit", !good);
	return page_show(v, "calls.cs");
}

/* --- the handlers ------------------------------------------------------------------------ */

enum rc
calls_page(struct visit *v)
{
	struct call_filter	 f;
	struct sift		 in;
	struct form		 form;
	enum rc			 rc = read_filter(v, &v->req->query, &form, &in, &f);

	if (rc == RC_INPUT)
		v->req->status = 422;
	else if (rc != RC_OK)
		return rc;
	return show(v, &form, &in, &f, rc == RC_OK);
}

/* A ticket's number, a phone's, or words of a note: what was typed says which. */
enum rc
calls_find(struct visit *v)
{
	struct call_filter	 f;
	struct sift		 in;
	struct form		 form;
	const char		*number, *phone;
	enum rc			 rc = read_filter(v, &v->req->sent, &form, &in, &f);

	if (rc == RC_INPUT)
		v->req->status = 422;
	if (rc != RC_OK)
		return rc == RC_INPUT ? show(v, &form, &in, &f, false) : rc;
	number = number_read(v->req->arena, in.cari);
	phone = text_phone(v->req->arena, in.cari);
	if (number != NULL) {
		in.tiket = number;
		in.cari = in.nomor = "";
	} else if (phone != NULL && role_may(v->desk.who.role, MAY_TAKE)) {
		in.nomor = calls_phone_code(&v->desk, phone);
		in.cari = in.tiket = "";
	}
	http_redirect(v->req, "/panggilan/daftar?%s", query_of(v, &in, in.jenis, NULL));
	return RC_OK;
}

/* A name says when it was taken, and whether it is all that was asked for. */
static void
send_file(struct visit *v, const struct call_file *file)
{
	struct civil	 c = when_civil(v->desk.now, v->desk.ref->zone);

	v->req->type = "text/csv; charset=utf-8; header=present";
	http_header(v->req, "Content-Disposition", arena_printf(v->req->arena,
	    "attachment; filename=\"panggilan-%04d%02d%02d-%02d%02d%02d%s.csv\"", c.year, c.month,
	    c.day, c.hour, c.minute, c.second, file->more ? "-sebagian" : ""));
}

enum rc
calls_file(struct visit *v)
{
	struct call_file	 file = { .out = &v->req->body };
	struct call_filter	 f;
	struct sift		 in;
	struct form		 form;
	enum rc			 rc = read_filter(v, &v->req->sent, &form, &in, &f);

	if (rc == RC_OK) {
		f.ask.before = f.ask.before_id = 0;
		file.query = query_of(v, &in, in.jenis, NULL);
		rc = export_calls(&v->desk, &f, &file);
		if (rc != RC_OK)
			buf_clear(&v->req->body);
	}
	if (rc == RC_OK)
		send_file(v, &file);
	else if (page_again(v, &form, rc == RC_NOTFOUND ? RC_INPUT : rc))
		return show(v, &form, &in, &f, false);
	return rc;
}

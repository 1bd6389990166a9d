/* audit_page.c: the record of who did and who saw what, for auditors. */
#include <inttypes.h>
#include <string.h>

#include "domain/number.h"
#include "lib/text.h"
#include "lib/when.h"
#include "page/audit_page.h"
#include "page/audit_view.h"
#include "page/view.h"

/* All of it is in the address, so that a finding can be shown to others. */
struct sift {
	const char	*dari, *sampai;		/* days */
	const char	*tindakan;		/* an act */
	const char	*tiket, *pelaku, *opd;
	const char	*kelompok;		/* acts that belong together */
	int64_t		 sebelum;
};

static const struct field fields[] = {
	CODE(struct sift, dari, "L.audit.from"),
	CODE(struct sift, sampai, "L.audit.to"),
	CODE(struct sift, tindakan, "L.audit.act"),
	TEXT(struct sift, tiket, "L.audit.ticket", .max = 30),
	CODE(struct sift, pelaku, "L.audit.actor"),
	CODE(struct sift, opd, "L.audit.agency"),
	CODE(struct sift, kelompok, "L.audit.group"),
	NUMBER(struct sift, sebelum, "L.audit.older"),
};

/* --- the filter ---------------------------------------------------------------------------- */

static enum rc
read_names(struct visit *v, struct form *form, const struct sift *in, struct audit_filter *f)
{
	const struct agency	*agency;
	const char		*number;
	enum rc			 rc = RC_OK;

	if (*in->tiket != '\0') {
		number = number_read(v->req->arena, in->tiket);
		rc = number == NULL ? RC_NOTFOUND : audit_ticket(&v->desk, number, &f->ticket);
		if (rc == RC_NOTFOUND)
			form_fault(form, "tiket", "L.audit.no_ticket");
	}
	if ((rc == RC_OK || rc == RC_NOTFOUND) && *in->pelaku != '\0') {
		rc = audit_actor(&v->desk, in->pelaku, &f->actor);
		if (rc == RC_NOTFOUND)
			form_fault(form, "pelaku", "L.audit.no_account");
	}
	if (*in->opd != '\0') {
		if ((agency = ref_agency_code(v->desk.ref, in->opd)) == NULL)
			form_fault(form, "opd", "L.form.choose");
		else
			f->agency = agency->id;
	}
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

/* RC_INPUT: faults say why. */
static enum rc
read_filter(struct visit *v, const struct pairs *from, struct form *form, struct sift *in,
    struct audit_filter *f)
{
	enum rc	 rc = form_read(form, v->req->arena, fields, COUNT(fields), from, in);

	*f = (struct audit_filter){ .before = in->sebelum };
	if (rc != RC_OK)
		return rc;
	page_days(v, form, in->dari, in->sampai, &f->from, &f->to);
	f->act = act_of(in->tindakan);
	if (*in->tindakan != '\0' && f->act == ACT_NONE)
		form_fault(form, "tindakan", "L.form.choose");
	f->group = audit_group_of(in->kelompok);
	if ((rc = read_names(v, form, in, f)) != RC_OK)
		return rc;
	return form_ok(form) ? RC_OK : RC_INPUT;
}

static const char *
add(struct visit *v, const char *query, const char *name, const char *value)
{
	return *value == '\0' ? query : arena_printf(v->req->arena, "%s%s%s=%s", query,
	    *query == '\0' ? "" : "&", name, text_url(v->req->arena, value));
}

/* The same question, for another group of acts; 0 of before: from the newest. */
static const char *
query_of(struct visit *v, const struct sift *in, const char *act, const char *group,
    int64_t before)
{
	const char	*q = "";

	q = add(v, q, "dari", in->dari);
	q = add(v, q, "sampai", in->sampai);
	q = add(v, q, "tindakan", act);
	q = add(v, q, "tiket", in->tiket);
	q = add(v, q, "pelaku", in->pelaku);
	q = add(v, q, "opd", in->opd);
	q = add(v, q, "kelompok", group);
	return before == 0 ? q : add(v, q, "sebelum", arena_printf(v->req->arena, "%" PRId64,
	    before));
}

/* --- what the template sees ------------------------------------------------------------------ */

static void
view_choices(struct visit *v, struct form *form)
{
	const struct ref	*ref = v->desk.ref;
	enum act		 act;
	size_t			 i;

	for (act = ACT_NONE + 1; act < ACT_COUNT; act++)
		form_choice(form, v->vars, "tindakan", act_code(act),
		    view_code(v, "L.did", act_code(act)));
	for (i = 0; i < ref->nagencies; i++)
		form_choice(form, v->vars, "opd", ref->agencies[i].code, ref->agencies[i].brief);
}

/* chip.N.{query,word,here} */
static void
view_chips(struct visit *v, const struct sift *in, const struct audit_filter *f)
{
	static const char *const	 words[AUDIT_GROUP_COUNT] = {
		[AUDIT_ALL] = "L.audit.all", [AUDIT_IDENTITY] = "L.audit.identity",
		[AUDIT_PERSONAL] = "L.audit.personal", [AUDIT_SECURITY] = "L.audit.security",
		[AUDIT_EXPORT] = "L.audit.export_group",
	};
	enum audit_group		 g;
	struct vars			*chip;

	for (g = AUDIT_ALL; g < AUDIT_GROUP_COUNT; g++) {
		chip = vars_item(v->vars, "chip");
		set_kept(chip, "query", query_of(v, in, "", audit_group_code(g), 0));
		set_kept(chip, "word", view_word(v, words[g]));
		set_flag(chip, "here", g == f->group && f->act == ACT_NONE);
	}
}

static void
view_list(struct visit *v, const struct sift *in, const struct audit_view *list)
{
	size_t	 i;

	for (i = 0; i < list->n; i++)
		view_audit_row(v, vars_item(v->vars, "rows"), &list->rows[i]);
	if (list->next != 0)
		set_kept(v->vars, "next", query_of(v, in, in->tindakan, in->kelompok, list->next));
	if (list->looked_to != 0)
		set_kept(v->vars, "looked", view_say(v, "L.audit.looked",
		    view_date(v, list->looked_to)));
}

/* Where the filter is no good: no rows, but the form says why. */
static enum rc
read_list(struct visit *v, const struct sift *in, const struct audit_filter *f, bool good)
{
	struct audit_chain	 chain;
	struct audit_view	 list = { 0 };
	enum rc			 rc;

	if ((rc = see_audit_chain(&v->desk, &chain)) != RC_OK ||
	    (good && (rc = see_audit(&v->desk, f, &list)) != RC_OK))
		return rc;
	view_audit_chain(v, &chain);
	view_list(v, in, &list);
	return RC_OK;
}

/*
 * form.*, chain.*, chip.N.*, rows.N.*: view_audit_row(); next (a query), looked,
 * first (a query): where this is not the first page, sifted, unfit: no rows asked for
 */
static enum rc
show(struct visit *v, struct form *form, const struct sift *in, const struct audit_filter *f,
    bool good)
{
	enum rc	 rc;

	page_title(v, "L.audit.title");
	page_here(v, "audit");
	page_form(v, form);
	view_choices(v, form);
	view_chips(v, in, f);
	if ((rc = read_list(v, in, f, good)) != RC_OK)
		return rc;
	set_flag(v->vars, "unfit", !good);
	set_flag(v->vars, "later", in->sebelum != 0);
	set_kept(v->vars, "first", query_of(v, in, in->tindakan, in->kelompok, 0));
	set_flag(v->vars, "sifted", *query_of(v, in, in->tindakan, in->kelompok, 0) != '\0');
	set_kept(v->vars, "most", view_number(v, AUDIT_EXPORT_MAX));
	return page_show(v, "audit.cs");
}

/* --- the handlers ------------------------------------------------------------------------ */

enum rc
audit_page(struct visit *v)
{
	struct audit_filter	 f;
	struct sift		 in;
	struct form		 form;
	enum rc			 rc = read_filter(v, &v->req->query, &form, &in, &f);

	if (rc == RC_INPUT)
		v->req->status = 422;
	else if (rc != RC_OK)
		return rc;
	return show(v, &form, &in, &f, rc == RC_OK);
}

enum rc
audit_event_page(struct visit *v)
{
	struct audit_sheet	 s;
	char			*end;
	int64_t			 id = strtoimax(v->arg, &end, 10);
	enum rc			 rc;

	if (*end != '\0' || id <= 0)
		return RC_NOTFOUND;
	if ((rc = see_audit_event(&v->desk, id, &s)) != RC_OK)
		return rc;
	page_title_text(v, view_say(v, "L.audit.event_title", view_number(v, id)));
	page_here(v, "audit");
	view_audit_sheet(v, &s);
	return page_show(v, "audit_event.cs");
}

/* A name says when it was taken, and whether it is all that was asked for. */
static void
send_file(struct visit *v, const struct audit_file *file)
{
	struct civil	 c = when_civil(v->desk.now, v->desk.ref->zone);

	v->req->type = "text/csv; charset=utf-8; header=present";
	http_header(v->req, "Content-Disposition", arena_printf(v->req->arena,
	    "attachment; filename=\"audit-%04d%02d%02d-%02d%02d%02d%s.csv\"", c.year, c.month,
	    c.day, c.hour, c.minute, c.second, file->more ? "-sebagian" : ""));
}

/* Taking it is an act, and is written down: so it is a POST. */
enum rc
audit_export(struct visit *v)
{
	struct audit_file	 file = { .out = &v->req->body };
	struct audit_filter	 f;
	struct sift		 in;
	struct form		 form;
	enum rc			 rc = read_filter(v, &v->req->sent, &form, &in, &f);

	if (rc == RC_OK) {
		f.before = 0;
		file.query = query_of(v, &in, in.tindakan, in.kelompok, 0);
		rc = export_audit(&v->desk, &f, &file);
		if (rc != RC_OK)
			buf_clear(&v->req->body);
	}
	if (rc == RC_OK)
		send_file(v, &file);
	else if (page_again(v, &form, rc))
		return show(v, &form, &in, &f, false);
	return rc;
}

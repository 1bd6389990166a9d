/* duty_plan.c: who is put on duty, by one click, by a pattern; how many are needed. */
#include <inttypes.h>
#include <string.h>

#include "action/rule.h"
#include "lib/when.h"
#include "page/duty_page.h"
#include "page/view.h"

struct click {
	int64_t		 opd, orang, mulai, lepas;
	bool		 siaga;
	const char	*minggu;
};

static const struct field clicks[] = {
	NUMBER(struct click, opd, "L.need.agency", .max = 1000000000),
	NUMBER(struct click, orang, "L.duty.person", .max = 1000000000),
	NUMBER(struct click, mulai, "L.duty.shift", .max = INT64_C(9999999999999)),
	NUMBER(struct click, lepas, "L.duty.take_off", .max = INT64_C(9999999999)),
	FLAG(struct click, siaga, "L.duty.standby"),
	CODE(struct click, minggu, "L.duty.week"),
};

static enum rc
read_click(struct visit *v, struct click *c, int64_t *at)
{
	struct form	 form;
	enum rc		 rc = form_read(&form, v->req->arena, clicks, COUNT(clicks), &v->req->sent,
			    c);

	if (rc != RC_OK || !form_ok(&form))
		return rc == RC_OK ? RC_INPUT : rc;
	c->opd = duty_agency(v, &v->req->sent);
	*at = v->desk.now;
	if (*c->minggu != '\0' && (when_read(c->minggu, v->desk.ref->zone, at) != RC_OK))
		*at = v->desk.now;
	return RC_OK;
}

/* The same person once more is one click. */
static enum rc
again(struct visit *v, const struct click *c, const char *said)
{
	http_redirect(v->req, "/piket?opd=%" PRId64 "&minggu=%s"
	    "&orang=%" PRId64 "&siaga=%d&hasil=%s#jadwal", c->opd, c->minggu, c->orang, c->siaga,
	    said);
	return RC_OK;
}

enum rc
duty_assign(struct visit *v)
{
	struct click	 c;
	int64_t		 at;
	bool		 tight;
	enum rc		 rc = read_click(v, &c, &at);

	if (rc != RC_OK)
		return rc;
	rc = roster_assign(&v->desk, &(struct posting){ c.opd, c.mulai, c.orang, c.siaga }, &tight);
	if (rc == RC_INPUT)
		return again(v, &c, c.orang == 0 ? "pilih" : "lewat");
	if (rc == RC_CONFLICT)
		return again(v, &c, "bentrok");
	return rc == RC_OK ? again(v, &c, tight ? "ketat" : "isi") : rc;
}

enum rc
duty_remove(struct visit *v)
{
	struct click	 c;
	int64_t		 at;
	enum rc		 rc = read_click(v, &c, &at);

	if (rc != RC_OK)
		return rc;
	rc = roster_remove(&v->desk, c.lepas);
	return rc == RC_OK || rc == RC_CONFLICT ?
	    duty_back(v, c.opd, at, rc == RC_OK ? "lepas" : "tetap") : rc;
}

enum rc
duty_copy(struct visit *v)
{
	struct click	 c;
	int64_t		 at;
	size_t		 n;
	enum rc		 rc = read_click(v, &c, &at);

	if (rc == RC_OK)
		rc = roster_copy(&v->desk, c.opd, at, &n);
	return rc == RC_OK ? duty_back(v, c.opd, at, n > 0 ? "salin" : "tetap") : rc;
}

/* --- by a pattern ----------------------------------------------------------------------- */

struct pattern {
	int64_t		 hari;
	const char	*orang, *pola, *dari;
	bool		 siaga;
};

static const struct field patterns[] = {
	CODE(struct pattern, orang, "L.duty.person", .required = true),
	TEXT(struct pattern, pola, "L.duty.pattern", .required = true, .max = 62,
	    .hint = "L.duty.pattern_hint"),
	CODE(struct pattern, dari, "L.duty.from", .required = true),
	NUMBER(struct pattern, hari, "L.duty.days", .required = true, .min = 1,
	    .max = PATTERN_DAYS, .hint = "L.duty.days_hint"),
	FLAG(struct pattern, siaga, "L.duty.standby"),
};

static enum rc
show_plan(struct visit *v, const struct roster *r, const char *title, const char *file)
{
	page_here(v, "piket");
	page_title(v, title);
	set_int(v->vars, "opd", r->agency);
	set_kept(v->vars, "agency_name", duty_name(v, r->agency));
	return page_show(v, file);
}

/* RC_NOTFOUND: one does not plan there. */
static enum rc
see_plan(struct visit *v, const struct pairs *p, struct roster *r)
{
	enum rc	 rc = see_roster(&v->desk, duty_agency(v, p), v->desk.now, r);

	return rc == RC_OK && !r->plans ? RC_NOTFOUND : rc;
}

/* Names are not words of a catalogue: so the choices are added when the form is there. */
static enum rc
show_pattern(struct visit *v, struct form *form, const struct roster *r)
{
	size_t	 i;

	page_form(v, form);
	for (i = 0; i < r->npeople; i++)
		form_choice(form, v->vars, "orang", arena_printf(v->req->arena, "%" PRId64,
		    r->people[i].id), r->people[i].name);
	return show_plan(v, r, "L.duty.by_pattern", "duty_pattern.cs");
}

enum rc
duty_pattern_form(struct visit *v)
{
	struct pattern	 p = { .hari = 28, .orang = "", .pola = "", .dari = when_day(v->req->arena,
		v->desk.now, v->desk.ref->zone) };
	struct roster	 r;
	struct form	 form;
	enum rc		 rc = see_plan(v, &v->req->query, &r);

	if (rc != RC_OK)
		return rc;
	form_blank(&form, v->req->arena, patterns, COUNT(patterns));
	form_fill(&form, &p);
	return show_pattern(v, &form, &r);
}

enum rc
duty_pattern_send(struct visit *v)
{
	struct repeating rep;
	struct pattern	 p;
	struct roster	 r;
	struct form	 form;
	size_t		 days[PATTERN_DAYS], n = 0;
	int64_t		 at = 0;
	enum rc		 rc = see_plan(v, &v->req->sent, &r);

	if (rc != RC_OK)
		return rc;
	rc = form_read(&form, v->req->arena, patterns, COUNT(patterns), &v->req->sent, &p);
	if (*p.pola != '\0' && duty_pattern(p.pola, r.shifts, days) == 0)
		form_fault(&form, "pola", "L.duty.pattern_bad");
	if (*p.dari != '\0' && when_read(p.dari, v->desk.ref->zone, &at) != RC_OK)
		form_fault(&form, "dari", "L.duty.from_bad");
	rep = (struct repeating){ { r.agency, at, route_id(p.orang), p.siaga }, p.pola, p.hari };
	if (form_ok(&form))
		rc = roster_fill(&v->desk, &rep, &n);
	if (rc == RC_INPUT && form_ok(&form))
		form_fault(&form, "orang", "L.form.choose");
	if (page_again(v, &form, rc))
		return show_pattern(v, &form, &r);
	return rc == RC_OK ? duty_back(v, r.agency, at, n > 0 ? "pola" : "tetap") : rc;
}

/* --- how many --------------------------------------------------------------------------- */

struct rules {
	int64_t	 s0, s1, s2, s3, s4, s5;
	bool	 otomatis;
};

#define WANT(name)	NUMBER(struct rules, name, "L.duty.want", .max = 99)

static const struct field rules[] = {
	WANT(s0), WANT(s1), WANT(s2), WANT(s3), WANT(s4), WANT(s5),
	FLAG(struct rules, otomatis, "L.duty.automatic", .hint = "L.duty.automatic_hint"),
};

/* want.N.{name,time,value} */
static enum rc
show_rules(struct visit *v, struct form *form, const struct roster *r, const int64_t *want)
{
	struct vars	*item;
	size_t		 i;

	page_form(v, form);
	for (i = 0; i < r->shifts; i++) {
		item = vars_item(v->vars, "want");
		set_kept(item, "name", arena_printf(v->req->arena, "s%zu", i));
		set_kept(item, "time", arena_printf(v->req->arena, "%s–%s",
		    view_clock(v, r->slots[0][i].start), view_clock(v, r->slots[0][i].until)));
		set_int(item, "value", want[i]);
	}
	return show_plan(v, r, "L.duty.rules", "duty_rules.cs");
}

enum rc
duty_rules_form(struct visit *v)
{
	int64_t		 want[SHIFTS_MAX] = { 0 };
	struct rules	 in = { 0 };
	struct roster	 r;
	struct form	 form;
	size_t		 i;
	enum rc		 rc = see_plan(v, &v->req->query, &r);

	if (rc != RC_OK)
		return rc;
	for (i = 0; i < r.shifts; i++)
		want[i] = r.slots[0][i].want;
	in.otomatis = r.automatic;
	form_blank(&form, v->req->arena, rules, COUNT(rules));
	form_fill(&form, &in);
	return show_rules(v, &form, &r, want);
}

enum rc
duty_rules_send(struct visit *v)
{
	int64_t		 want[SHIFTS_MAX];
	struct rules	 in;
	struct roster	 r;
	struct form	 form;
	enum rc		 rc = see_plan(v, &v->req->sent, &r);

	if (rc != RC_OK)
		return rc;
	rc = form_read(&form, v->req->arena, rules, COUNT(rules), &v->req->sent, &in);
	memcpy(want, (int64_t[]){ in.s0, in.s1, in.s2, in.s3, in.s4, in.s5 }, sizeof(want));
	if (form_ok(&form))
		rc = roster_rules(&v->desk, r.agency, want, in.otomatis);
	if (page_again(v, &form, rc))
		return show_rules(v, &form, &r, want);
	return rc == RC_OK ? duty_back(v, r.agency, v->desk.now, "aturan") : rc;
}

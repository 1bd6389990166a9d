/* unit_page.c: the board of units, and the list for those who keep them. */
#include <inttypes.h>
#include <string.h>

#include "action/rule.h"
#include "page/unit_page.h"
#include "page/view.h"

struct ask {
	int64_t		 opd;		/* an agency's id */
	const char	*tampil;	/* which group */
};

static const struct field fields[] = {
	NUMBER(struct ask, opd, "L.need.agency"),
	CODE(struct ask, tampil, "L.worklist.view"),
};

static const char *const groups[STAND_GROUPS] = {
	[STAND_WORK] = "bertugas", [STAND_READY] = "siap", [STAND_OUT] = "tidak",
};

/* --- the filter, all of it in the address ----------------------------------------------------- */

struct sift {
	int64_t			 agency;
	enum stand_group	 group;		/* STAND_GROUPS: all */
};

static struct sift
read_sift(struct visit *v)
{
	struct sift	 f = { 0, STAND_GROUPS };
	struct form	 form;
	struct ask	 ask;
	enum stand_group g;

	if (form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->query, &ask) != RC_OK)
		return f;
	for (g = 0; g < STAND_GROUPS; g++)
		if (strcmp(ask.tampil, groups[g]) == 0)
			f.group = g;
	if (!rule_is_agency_role(v->desk.who.role) && ref_agency(v->desk.ref, ask.opd) != NULL)
		f.agency = ask.opd;
	return f;
}

static const char *
query_of(struct visit *v, const struct sift *f, enum stand_group g)
{
	struct arena	*a = v->req->arena;
	const char	*q = f->agency == 0 ? "" : arena_printf(a, "&opd=%" PRId64, f->agency);

	if (g < STAND_GROUPS)
		q = arena_printf(a, "%s&tampil=%s", q, groups[g]);
	return *q == '\0' ? "" : arena_printf(a, "?%s", q + 1);
}

/* chip.N.{query,word,count,here}, agency.N.{id,name,picked} */
static void
view_sift(struct visit *v, const struct sift *f, const struct fleet *fleet)
{
	static const char *const words[STAND_GROUPS + 1] = {
		[STAND_WORK] = "L.units.at_work", [STAND_READY] = "L.units.ready",
		[STAND_OUT] = "L.units.out", [STAND_GROUPS] = "L.common.all"
	};
	const struct ref	*r = v->desk.ref;
	struct vars		*o;
	size_t			 i;

	for (i = 0; i <= STAND_GROUPS; i++) {
		enum stand_group g = i == 0 ? STAND_GROUPS : (enum stand_group)(i - 1);

		o = vars_item(v->vars, "chip");
		set_kept(o, "query", query_of(v, f, g));
		set_kept(o, "word", view_word(v, words[g]));
		set_kept(o, "count", view_number(v, (int64_t)(g == STAND_GROUPS ? fleet->n :
		    fleet->counts[g])));
		set_flag(o, "here", f->group == g);
	}
	for (i = 0; !rule_is_agency_role(v->desk.who.role) && i < r->nagencies; i++) {
		o = vars_item(v->vars, "agency");
		set_int(o, "id", r->agencies[i].id);
		set_kept(o, "name", r->agencies[i].brief);
		set_flag(o, "picked", f->agency == r->agencies[i].id);
	}
	if (f->group < STAND_GROUPS)
		set_kept(v->vars, "show", groups[f->group]);
}

/* --- the board ------------------------------------------------------------------------------- */

enum rc
units_board(struct visit *v)
{
	struct sift	 f = read_sift(v);
	struct fleet	 fleet;
	const char	*agency;
	size_t		 i;
	enum rc		 rc = see_fleet(&v->desk, f.agency, &fleet);

	if (rc != RC_OK)
		return rc;
	agency = view_agency(v, f.agency != 0 ? f.agency : v->desk.who.agency);
	page_here(v, "unit");
	set_kept(v->vars, "heading", *agency == '\0' ? view_word(v, "L.units.title_city") :
	    view_say(v, "L.units.title_agency", agency));
	page_title_text(v, vars_text(v->vars, "heading"));
	view_sift(v, &f, &fleet);
	for (i = 0; i < fleet.n; i++)
		if (f.group == STAND_GROUPS || stand_group(&fleet.stands[i]) == f.group)
			view_stand(v, vars_item(v->vars, "unit"), &fleet.stands[i]);
	set_int(v->vars, "pulse", fleet.version);
	set_flag(v->vars, "cut", fleet.more);
	set_kept(v->vars, "query", query_of(v, &f, f.group));
	set_flag(v->vars, "keeps", role_may(v->desk.who.role, MAY_CREW));
	set_kept(v->vars, "clock", view_moment(v, v->desk.now));
	set_int(v->vars, "refresh", 15);
	return page_show(v, "units.cs");
}

enum rc
units_version(struct visit *v)
{
	int64_t	 version;
	enum rc	 rc = see_fleet_version(&v->desk, &version);

	if (rc != RC_OK)
		return rc;
	v->req->type = "text/plain; charset=utf-8";
	if (!http_unchanged(v->req, arena_printf(v->req->arena, "%" PRId64, version)))
		buf_printf(&v->req->body, "%" PRId64 "\n", version);
	return RC_OK;
}

/* --- all of them, kept or not ---------------------------------------------------------------- */

enum rc
units_list(struct visit *v)
{
	struct unit_row	*list = arena_alloc(v->req->arena, (UNIT_PAGE + 1) * sizeof(*list));
	const char	*after = pairs_get(&v->req->query, "setelah");
	struct vars	*row;
	bool		 more;
	size_t		 i, n;
	enum rc		 rc;

	rc = see_units(&v->desk, after == NULL ? 0 : route_id(after), list, &n, &more);
	if (rc != RC_OK)
		return rc;
	page_title(v, "L.units.list");
	page_here(v, "unit");
	for (i = 0; i < n; i++) {
		row = vars_item(v->vars, "unit");
		set_int(row, "id", list[i].u.id);
		set_kept(row, "code", list[i].u.code);
		set_kept(row, "name", list[i].u.name);
		set_kept(row, "kind", list[i].u.kind);
		set_kept(row, "plate", list[i].u.plate);
		set_kept(row, "agency", view_agency(v, list[i].u.agency));
		set_kept(row, "base", list[i].u.base);
		set_flag(row, "placed", list[i].u.lat != 0 || list[i].u.lon != 0);
		if (list[i].valid_to != 0)
			set_kept(row, "retired", view_date(v, list[i].valid_to));
	}
	if (more)
		set_kept(v->vars, "more", arena_printf(v->req->arena, "?setelah=%" PRId64,
		    list[n - 1].u.id));
	set_flag(v->vars, "later", after != NULL);
	return page_show(v, "units_list.cs");
}

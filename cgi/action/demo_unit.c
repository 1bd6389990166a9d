/* demo_unit.c: crews, equipment and volunteers of the demo, and one call-out that goes on. */
#include <string.h>

#include "action/callout_core.h"
#include "action/demo_core.h"
#include "action/init_cell.h"
#include "action/unit_action.h"

enum { VOLUNTEERS = 10, CALLED = 8 };

static const struct unit *
unit_of(const struct demo *p, const char *code)
{
	size_t	 i;

	for (i = 0; i < p->d.ref->nunits; i++)
		if (strcmp(p->d.ref->units[i].code, code) == 0)
			return &p->d.ref->units[i];
	return NULL;
}

/* --- equipment, crews, what is out of service ------------------------------------------------ */

static void
load_kit(struct demo *p, struct desk *d)
{
	const struct unit	*u;
	struct table		 t;
	struct kit		 k;
	int64_t			 days;

	check(p, table_read(&t, p->keep, p->plan->files, "equipment-bahari.tsv"), "equipment");
	for (t.row = 0; p->rc == RC_OK && t.row < t.sheet.n; t.row++) {
		days = cell_number(&t, "hari");
		if ((u = unit_of(p, cell(&t, "unit"))) == NULL)
			table_fault(&t, "unit", "no unit %s", cell(&t, "unit"));
		k = (struct kit){ .unit = u == NULL ? 0 : u->id, .name = cell_needed(&t, "nama"),
		    .number = cell_count(&t, "jumlah"), .due = days == 0 ? 0 :
		    when_midnight(d->now, d->ref->zone) + days * DAY };
		check(p, t.rc == RC_OK ? unit_equip(d, &k) : t.rc, "equipment");
	}
}

/* Who has an account rides along with somebody who has none: by one name, so like no reporter's. */
static void
board(struct demo *p, struct desk *d)
{
	static const char *const	 names[] = { "Yusrizal", "Amrizal", "Safrudin", "Darmawan",
		"Irwandi", "Syamsul", "Khairul", "Afrizal" };
	size_t				 i;

	for (i = 0; i < p->npeople && p->rc == RC_OK; i++) {
		if (p->people[i].unit == 0)
			continue;
		check(p, unit_board(d, p->people[i].unit, p->people[i].id, ""), "crew");
		check(p, unit_board(d, p->people[i].unit, 0, names[i % COUNT(names)]), "crew");
	}
}

/* One that is not at work. */
static const struct unit *
idle_unit(struct demo *p, const char *agency)
{
	const struct agency	*a = ref_agency_code(p->d.ref, agency);
	bool			 out;
	size_t			 i;

	for (i = p->d.ref->nunits; a != NULL && i-- > 0;)
		if (p->d.ref->units[i].agency == a->id &&
		    unit_is_out(p->d.db, p->d.ref->units[i].id, &out) == RC_OK && !out)
			return &p->d.ref->units[i];
	return NULL;
}

static void
take_out(struct demo *p, struct desk *d)
{
	static const struct { const char *agency; enum unready why; int64_t hours; } out[] = {
		{ "DAMKAR", UNREADY_BROKEN, 30 }, { "DINKES", UNREADY_SERVICE, 5 },
		{ "SATPOLPP", UNREADY_NO_CREW, 0 },
	};
	const struct unit	*u;
	size_t			 i;

	for (i = 0; i < COUNT(out) && p->rc == RC_OK; i++)
		if ((u = idle_unit(p, out[i].agency)) != NULL)
			check(p, unit_state(d, &(struct readiness){ .unit = u->id,
			    .reason = out[i].why, .note = "", .until = out[i].hours == 0 ? 0 :
			    d->now + out[i].hours * HOUR }), "readiness");
}

/* --- volunteers ------------------------------------------------------------------------------ */

/* Most can be called; one is due soon, one was never vetted. */
static int64_t
add_volunteer(struct demo *p, struct desk *d, size_t n)
{
	static const char *const skills[] = { "first_aid", "boat", "kitchen", "rescue",
		"psychosocial" };
	struct identity		 who = caller(p, true);
	struct skill		 has[2] = { { .code = "first_aid" },
				     { .code = skills[1 + n % (COUNT(skills) - 1)] } };
	struct volunteer_order	 o = { .v = { .name = who.name, .phone = who.phone,
		.email = who.email, .area = p->villages[(n * 7) % p->nvillages]->code },
		.skills = has, .nskills = COUNT(has), .agreed = true };

	check(p, volunteer_keep(d, &o), "volunteer");
	if (p->rc == RC_OK && n + 1 < VOLUNTEERS)
		check(p, volunteer_vetted(d, o.v.id, d->now + (n == 4 ? 12 : 300) * DAY,
		    "KTP, sertifikat"), "vetting");
	return o.v.id;
}

/* The newest emergency with a unit at work, the gravest first. */
static const char *
scene(struct demo *p, struct desk *d)
{
	struct work_run	*runs = arena_alloc(p->keep, RUNS_MAX * sizeof(*runs));
	const char	*number = NULL;
	size_t		 i, n;

	check(p, run_open_list(d->db, p->keep, 0, runs, &n, RUNS_MAX), "runs");
	for (i = 0; i < n && p->rc == RC_OK; i++)
		if (runs[i].w.ticket_open && runs[i].w.priority <= P2)
			number = runs[i].w.number;
	return number;
}

static enum rc
answer(struct desk *d, const struct callee *list, size_t n)
{
	static const enum callee_step	 said[] = { STEP_YES, STEP_YES, STEP_NO, STEP_YES };
	size_t				 i;
	enum rc				 rc = RC_OK;

	for (i = 0; i < n && i < COUNT(said) && rc == RC_OK; i++)
		rc = callout_said(d, list[i].id, said[i], d->now + (10 + 10 * (int64_t)i) * MINUTE);
	return rc == RC_OK && n > 0 ? callout_said(d, list[0].id, STEP_ARRIVED, 0) : rc;
}

static void
call_them(struct demo *p, struct desk *d, const int64_t *ids)
{
	struct callout_order	 o = { .number = scene(p, d), .token = "demo-callout",
		.skill = "first_aid", .words = "", .radius = 50000, .volunteers = ids,
		.n = CALLED };
	struct desk		 visitor = *d;
	struct callout_view	 v;
	struct callee		 list[CALLEES_MAX];
	size_t			 n;

	if (o.number == NULL || p->rc != RC_OK)
		return;			/* a quiet city */
	check(p, call_out(d, &o, &n), "call-out");
	check(p, see_callout(d, o.number, "", 0, &v), "call-out");
	visitor.who = (struct actor){ .role = ROLE_VISITOR, .name = "" };
	if (p->rc == RC_OK)
		p->rc = db_begin(d->db);
	if (p->rc == RC_OK && (p->rc = callee_list(d->db, v.sheets[0].c.id, list, &n,
	    CALLEES_MAX)) == RC_OK)
		p->rc = answer(&visitor, list, n);
	check(p, db_finish(d->db, p->rc), "answers");
}

void
demo_units(struct demo *p)
{
	struct desk	 d = demo_as(p, somebody(p, ROLE_SUPERVISOR, 0));
	int64_t		 ids[VOLUNTEERS];
	size_t		 i;

	d.now = p->plan->until;
	load_kit(p, &d);
	board(p, &d);
	take_out(p, &d);
	for (i = 0; i < VOLUNTEERS && p->rc == RC_OK; i++)
		ids[i] = add_volunteer(p, &d, i);
	if (p->rc == RC_OK && p->plan->days > 0)
		call_them(p, &d, ids);
}

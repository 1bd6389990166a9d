/*
 * test_lives.c: every row of the table of moves, for every role, on real tickets.
 *
 * For each state of each life a ticket is brought there by real moves; then
 * every act is tried by every role.  What the table allows must work and
 * leave an event; everything else must be refused and leave nothing.
 */
#include <stdio.h>
#include <string.h>

#include "action/file_action.h"
#include "action/move_action.h"
#include "action/rule.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/ticket_store.h"

static struct desk	 d;
static struct arena	 scratch;	/* of one try */
static struct actor	 actors[ROLE_COUNT][2];
static int		 tokens;

/* Of Damkar where it leads, of Dinkes where it helps. */
static const char *const	 logins[ROLE_COUNT][2] = {
	[ROLE_CALL_TAKER] = { "petugas", "petugas" },
	[ROLE_DISPATCHER] = { "pengarah", "pengarah" },
	[ROLE_SUPERVISOR] = { "penyelia", "penyelia" },
	[ROLE_OPD_OPERATOR] = { "damkar", "dinkes" },
	[ROLE_RESPONDER] = { "damkar.a1", "dinkes.m1" },
	[ROLE_OPD_HEAD] = { "damkar.kepala", "dinkes" },
	[ROLE_VERIFIER] = { "verifikator", "verifikator" },
	[ROLE_EXECUTIVE] = { "walikota", "walikota" },
	[ROLE_AUDITOR] = { "auditor", "auditor" },
	[ROLE_ADMIN] = { "admin", "admin" },
	[ROLE_WORKER] = { "worker", "worker" },
	[ROLE_REPORTER] = { "reporter", "reporter" },
};

struct stage {			/* a ticket brought to where it is wanted */
	char		 number[32];
	int64_t		 part, run;	/* the part and the run a move is about */
};

static struct desk
as(enum role role, bool lead)
{
	struct desk	 self = d;

	self.who = actors[role][lead ? 0 : 1];
	return self;
}

static void
hire(void)
{
	enum role	 r;
	size_t		 i;

	for (r = ROLE_VISITOR; r < ROLE_COUNT; r++)
		for (i = 0; i < 2; i++) {
			actors[r][i] = (struct actor){ .name = "" };
			if (logins[r][i] != NULL)
				actors[r][i] = city_as(&d, logins[r][i]).who;
			actors[r][i].role = r;
			actors[r][i].unit = 0;	/* as one whose reach is the agency's */
		}
}

static int64_t
agency(const char *code)
{
	return ref_agency_code(d.ref, code)->id;
}

static struct ticket
file(const char *category, bool keep)
{
	struct desk	 taker = as(ROLE_CALL_TAKER, true);
	struct filing	 f = {
		.token = arena_printf(d.arena, "t-%d", ++tokens),
		.category = ref_category_code(d.ref, category),
		.place = { .text = "Jl. Veteran 3" }, .detail = "Mohon segera dibantu",
		.channel = "call", .privacy = PRIVACY_PUBLIC, .priority = PRIORITY_COUNT,
		.rang = d.now, .keep = keep,
	};
	struct receipt	 r;

	assert_int_equal(file_call(&taker, &f, &r), RC_OK);
	return r.ticket;
}

/* A unit of the part's agency that is not at work on this ticket. */
static int64_t
idle_unit(const struct stage *at, int64_t ticket)
{
	struct assignment	 p;
	struct run		*runs;
	size_t			 i, j, n;

	if (at->part == 0 || assignment_by_id(d.db, d.arena, at->part, &p) != RC_OK)
		return 0;
	assert_int_equal(run_list(d.db, d.arena, ticket, &runs, &n, 8), RC_OK);
	for (i = 0; i < d.ref->nunits; i++) {
		for (j = 0; j < n && runs[j].unit != d.ref->units[i].id; j++)
			;
		if (d.ref->units[i].agency == p.agency && j == n)
			return d.ref->units[i].id;
	}
	return 0;
}

/* An order with everything any act may ask for. */
static struct order
order(const struct stage *at, enum life life, enum act act, struct verdict *v)
{
	struct ticket		 t;
	struct order		 o = { .number = at->number, .life = life, .act = act,
	    .note = "Alasan yang dapat dibaca", .until = d.now + DAY, .rating = 4,
	    .publish = true };
	size_t			 n;
	const char *const	*reasons = workflow_reasons(act, &n);

	memset(v, 0, sizeof(*v));
	assert_int_equal(ticket_by_number(d.db, d.arena, at->number, &t), RC_OK);
	o.object = life == LIFE_UNIT ? at->run : life == LIFE_ASSIGNMENT ? at->part : t.id;
	o.reason = n > 0 ? reasons[0] : "";
	o.unit = life == LIFE_ASSIGNMENT ? idle_unit(at, t.id) : 0;
	o.agency = act == ACT_ADD_AGENCY ? agency("BKSDA") : act == ACT_TRANSFER ?
	    agency("BPBD") : act == ACT_ROUTE && t.state != ST_NEW ?
	    agency("BPBD") : t.track == TRACK_EMERGENCY ? agency("DAMKAR") : agency("PUPR");
	o.category = ref_category_code(d.ref, t.track == TRACK_EMERGENCY ? "KBR-KND" : "DRN")->id;
	if (act == ACT_MERGE)
		o.target = file(t.track == TRACK_EMERGENCY ? "PHN" : "PJU", false).number;
	return o;
}

static enum state
state_now(const struct stage *at, enum life life)
{
	struct assignment	 p;
	struct ticket		 t;
	struct run		 r;

	if (life == LIFE_ASSIGNMENT) {
		assert_int_equal(assignment_by_id(d.db, d.arena, at->part, &p), RC_OK);
		return p.state;
	}
	if (life == LIFE_UNIT) {
		assert_int_equal(run_by_id(d.db, at->run, &r), RC_OK);
		return r.state;
	}
	assert_int_equal(ticket_by_number(d.db, d.arena, at->number, &t), RC_OK);
	return t.state;
}

/* Those who would, before those who could. */
static enum role
usual(unsigned roles)
{
	static const enum role	 order_of[] = { ROLE_OPD_OPERATOR, ROLE_REPORTER, ROLE_VERIFIER,
		ROLE_DISPATCHER, ROLE_SUPERVISOR, ROLE_WORKER, ROLE_CALL_TAKER };
	size_t			 i;

	for (i = 0; i < COUNT(order_of); i++)
		if (roles & 1u << order_of[i])
			return order_of[i];
	return ROLE_NONE;
}

static bool
is_lead(const struct stage *at)
{
	struct assignment	 p;

	return at->part == 0 ||
	    (assignment_by_id(d.db, d.arena, at->part, &p) == RC_OK && p.lead);
}

/* The person who would: of the complaint's leading agency where it is a complaint. */
static struct desk
person(enum life life, enum role role, bool lead)
{
	struct desk	 self = as(role, life == LIFE_ASSIGNMENT ? lead : true);

	if (life == LIFE_COMPLAINT && rule_is_agency_role(role))
		self.who.agency = agency("PUPR");
	return self;
}

static enum rc
make_move(struct stage *at, const struct move *m, enum role role, struct verdict *v)
{
	struct desk	 self = person(m->life, role, is_lead(at));
	struct order	 o = order(at, m->life, m->act, v);

	/* An acknowledgement is what brings an emergency into handling. */
	if (m->act == ACT_HANDLE) {
		o.life = LIFE_ASSIGNMENT;
		o.act = ACT_ACCEPT;
		o.object = 0;
		self = as(ROLE_OPD_OPERATOR, true);
	}
	/* The leading part ends with its ticket. */
	if (m->flags & SUPPORT_ONLY && is_lead(at)) {
		o = order(at, LIFE_EMERGENCY,
		    m->act == ACT_FINISH ? ACT_RESOLVE : ACT_CANCEL, v);
		self = as(m->act == ACT_FINISH ? ROLE_OPD_OPERATOR : ROLE_SUPERVISOR, true);
	}
	return move(&self, &o, v);
}

/* The shortest way through the table, as moves. */
static size_t
way(enum life life, enum state from, enum state to, const struct move **out, size_t max)
{
	const struct move	*came[ST_COUNT] = { NULL }, *m;
	enum state		 queue[ST_COUNT], s;
	size_t			 head = 0, tail = 0, i, n, len = 0;

	m = workflow_table(&n);
	queue[tail++] = from;
	while (head < tail)
		for (s = queue[head++], i = 0; i < n; i++)
			if (m[i].life == life && m[i].from == s && m[i].to != from &&
			    came[m[i].to] == NULL && usual(m[i].roles) != ROLE_NONE) {
				came[m[i].to] = &m[i];
				queue[tail++] = m[i].to;
			}
	for (s = to; s != from && len < max; s = came[s]->from) {
		assert_non_null(came[s]);
		out[len++] = came[s];
	}
	return len;
}

static void
first_run(struct stage *at)
{
	struct desk	 self = as(ROLE_OPD_OPERATOR, true);
	struct verdict	 v;
	struct order	 o = order(at, LIFE_ASSIGNMENT, ACT_SEND_UNIT, &v);
	struct run	*runs;
	struct ticket	 t;
	size_t		 n;

	assert_int_equal(move(&self, &o, &v), RC_OK);
	assert_int_equal(ticket_by_number(d.db, d.arena, at->number, &t), RC_OK);
	assert_int_equal(run_list(d.db, d.arena, t.id, &runs, &n, 4), RC_OK);
	at->run = runs[0].id;
}

static struct stage
begin(enum life life, bool lead)
{
	struct ticket		 t = file(life == LIFE_COMPLAINT ? "JLN" : "KBR-BGN",
	    life == LIFE_EMERGENCY);
	struct stage		 at = { .part = 0 };
	struct assignment	 p;

	snprintf(at.number, sizeof(at.number), "%s", t.number);
	if (life == LIFE_ASSIGNMENT || life == LIFE_UNIT) {
		assert_int_equal(assignment_of(d.db, d.arena, t.id,
		    agency(lead ? "DAMKAR" : "DINKES"), &p), RC_OK);
		at.part = p.id;
	}
	if (life == LIFE_UNIT)
		first_run(&at);
	return at;
}

static enum state
first_of(enum life life)
{
	return life == LIFE_EMERGENCY ? ST_NEW : life == LIFE_COMPLAINT ? ST_RECEIVED :
	    life == LIFE_UNIT ? ST_ALERTED : ST_SENT;
}

static struct stage
bring(enum life life, enum state to, bool lead)
{
	const struct move	*moves[16];
	struct stage		 at = begin(life, lead);
	struct verdict		 v;
	size_t			 n = way(life, first_of(life), to, moves, COUNT(moves));

	while (n-- > 0)
		if (make_move(&at, moves[n], usual(moves[n]->roles), &v) != RC_OK)
			fail_msg("%s: %s --%s--> %s", life_code(life), state_code(moves[n]->from),
			    act_code(moves[n]->act), state_code(moves[n]->to));
	CHECK_INT(state_now(&at, life), to);
	return at;
}

/* Whether a rule beyond the table refuses this person. */
static bool
is_ruled_out(const struct stage *at, const struct move *m, enum role role, bool lead)
{
	struct desk	 self = person(m->life, role, lead);
	struct ticket	 t;

	assert_int_equal(ticket_by_number(d.db, d.arena, at->number, &t), RC_OK);
	if (m->act == ACT_HANDLE)
		return true;
	return rule_refuses(&self, &t, m, (struct facts){ .lead = lead }) != 0;
}

static void
is_refused(const struct stage *at, enum life life, enum state from, enum act act,
    enum role role, bool lead)
{
	struct verdict	 v;
	struct order	 o = order(at, life, act, &v);
	struct desk	 self = person(life, role, lead);
	int64_t		 events = city_count(&d, "SELECT MAX(id) FROM event");

	if (move(&self, &o, &v) == RC_OK)
		fail_msg("%s: %s may %s from %s", life_code(life), role_code(role),
		    act_code(act), state_code(from));
	CHECK_INT(state_now(at, life), from);
	CHECK_INT(city_count(&d, "SELECT MAX(id) FROM event"), events);
}

static void
is_allowed(const struct move *m, enum role role, bool lead)
{
	struct stage	 at = bring(m->life, m->from, lead);
	struct verdict	 v;
	struct order	 o = order(&at, m->life, m->act, &v);
	struct desk	 self = person(m->life, role, lead);
	int64_t		 events;
	enum rc		 rc;

	if (is_ruled_out(&at, m, role, lead)) {
		is_refused(&at, m->life, m->from, m->act, role, lead);
		return;
	}
	events = city_count(&d, "SELECT MAX(id) FROM event");
	if ((rc = move(&self, &o, &v)) != RC_OK)
		fail_msg("%s: %s may not %s from %s: rc %d, missing %x", life_code(m->life),
		    role_code(role), act_code(m->act), state_code(m->from), rc, v.missing);
	CHECK_INT(state_now(&at, m->life), m->to);
	CHECK(city_count(&d, "SELECT MAX(id) FROM event") > events);
}

static void
try_state(enum life life, enum state from, bool lead)
{
	struct stage		 at = bring(life, from, lead);
	const struct move	*m;
	enum role		 r;
	enum act		 a;

	for (r = ROLE_VISITOR; r < ROLE_COUNT; r++)
		for (a = ACT_CREATE; a < ACT_COUNT; a++) {
			if ((m = workflow_find(life, from, a, r)) != NULL)
				is_allowed(m, r, lead);
			else
				is_refused(&at, life, from, a, r, lead);
			arena_reset(&scratch);
		}
}

static void
try_life(enum life life, bool lead)
{
	enum state	 s;
	int		 states = 0;

	d = city_open();
	hire();
	d.arena = &scratch;
	for (s = ST_RESOLVED; s < ST_COUNT; s++)
		if (workflow_has(life, s)) {
			try_state(life, s, lead);
			states++;
		}
	print_message("%s: %d states\n", life_code(life), states);
	city_close(&d);
}

static void emergencies(void **s) { (void)s; try_life(LIFE_EMERGENCY, true); }
static void complaints(void **s) { (void)s; try_life(LIFE_COMPLAINT, true); }
static void leading_parts(void **s) { (void)s; try_life(LIFE_ASSIGNMENT, true); }
static void helping_parts(void **s) { (void)s; try_life(LIFE_ASSIGNMENT, false); }
static void units(void **s) { (void)s; try_life(LIFE_UNIT, true); }

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(emergencies),
		cmocka_unit_test(complaints),
		cmocka_unit_test(leading_parts),
		cmocka_unit_test(helping_parts),
		cmocka_unit_test(units),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

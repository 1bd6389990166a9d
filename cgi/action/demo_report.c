/* demo_report.c: the complaints of the demo, from the report to its end. */
#include "action/citizen_action.h"
#include "action/demo_core.h"
#include "store/assignment_store.h"
#include "store/ticket_store.h"

enum { MANY = 64 };

static void	works(struct demo *, const struct todo *);
static void	triage(struct demo *, const struct todo *);

static void
then(struct demo *p, const struct todo *t, int64_t wait,
    void (*run)(struct demo *, const struct todo *))
{
	later(p, wait, (struct todo){ .run = run, .story = t->story });
}

static enum state
state_of_story(struct demo *p, const struct story *s, struct ticket *t)
{
	return ticket_by_number(p->d.db, p->d.arena, s->number, t) == RC_OK ? t->state : ST_NONE;
}

/* By the tracking code, as on /lacak. */
static bool
go_reporter(struct demo *p, const struct story *s, struct order o)
{
	struct desk	 d = demo_as(p, reporter());
	struct verdict	 v;
	enum rc		 rc;

	o.number = s->number;
	o.life = LIFE_COMPLAINT;
	rc = track_move(&d, s->code, "192.0.2.1", &o, &v);
	if (rc != RC_OK && rc != RC_BUSY && rc != RC_FAIL) {
		p->tally->refused++;
		return false;
	}
	check(p, rc, act_code(o.act));
	return rc == RC_OK;
}

/* --- the end ---------------------------------------------------------------------------- */

static void
confirm(struct demo *p, const struct todo *t)
{
	struct ticket	 ticket;

	if (state_of_story(p, t->story, &ticket) == ST_RESOLVED)
		go_reporter(p, t->story, (struct order){ .act = ACT_CONFIRM,
		    .rating = percent(p, 70) ? 4 + chance(p, 2) : 1 + chance(p, 4) });
}

static void
restart(struct demo *p, const struct todo *t)
{
	struct ticket	 ticket;

	if (state_of_story(p, t->story, &ticket) == ST_DISPUTED &&
	    go(p, t->story, somebody(p, ROLE_OPD_OPERATOR, ticket.lead),
	    (struct order){ .act = ACT_START, .note = phrase(p, SAY_BEGIN) }))
		then(p, t, office(p, 500), works);
}

static void
dispute(struct demo *p, const struct todo *t)
{
	struct ticket	 ticket;

	if (state_of_story(p, t->story, &ticket) == ST_RESOLVED && p->d.now < ticket.due &&
	    go_reporter(p, t->story, (struct order){ .act = ACT_DISPUTE,
	    .note = phrase(p, SAY_DISPUTE) }))
		then(p, t, office(p, 200), restart);
}

/* Who says nothing has it closed by the worker when the window is over. */
static void
validate(struct demo *p, const struct todo *t)
{
	struct actor	 who = somebody(p, ROLE_VERIFIER, 0);
	int64_t		 kind = chance(p, 100);

	if (t->story->tries++ == 0 && percent(p, 12)) {
		if (go(p, t->story, who, (struct order){ .act = ACT_RETURN,
		    .note = phrase(p, SAY_RETURN) }))
			then(p, t, office(p, 400), works);
		return;
	}
	if (!go(p, t->story, who, (struct order){ .act = ACT_VALIDATE }))
		return;
	if (kind < 42)
		then(p, t, awake(p, around(p, 9 * HOUR)), confirm);
	else if (kind < 50)
		then(p, t, awake(p, around(p, 12 * HOUR)), dispute);
}

/* --- the work ----------------------------------------------------------------------------- */

static void
help_ends(struct demo *p, const struct todo *t)
{
	go_part(p, t->story, t->agency, (struct order){ .act = ACT_FINISH,
	    .note = phrase(p, SAY_HELPED) });
}

static void
helps(struct demo *p, const struct todo *t)
{
	if (go_part(p, t->story, t->agency, (struct order){ .act = ACT_ACCEPT }))
		later(p, office(p, 240), (struct todo){ .run = help_ends, .story = t->story,
		    .agency = t->agency });
}

static bool
has_help(struct demo *p, const struct ticket *t)
{
	struct assignment	*list;
	size_t			 i, n;

	if (assignment_list(p->d.db, p->d.arena, t->id, &list, &n, MANY) != RC_OK)
		return true;
	for (i = 0; i < n; i++)
		if (list[i].open && !list[i].lead && list[i].accepted != 0)
			return true;
	return false;
}

/* Put off, told about, or done and shown. */
static void
works(struct demo *p, const struct todo *t)
{
	struct story	*s = t->story;
	struct ticket	 ticket;
	enum state	 state = state_of_story(p, s, &ticket);
	struct actor	 who = somebody(p, ROLE_OPD_OPERATOR, ticket.lead);
	int64_t		 kind = s->tries > 0 ? 99 : chance(p, 100);

	if (state == ST_SCHEDULED || state == ST_ON_HOLD || has_help(p, &ticket)) {
		then(p, t, office(p, 300), works);
	} else if (state != ST_IN_PROGRESS) {
		return;
	} else if (kind < 22) {
		s->tries = 1;
		if (go(p, s, who, (struct order){ .act = kind < 12 ? ACT_SCHEDULE : ACT_HOLD,
		    .note = phrase(p, kind < 12 ? SAY_PLAN : SAY_WAIT),
		    .until = p->d.now + (1 + chance(p, 5)) * DAY }))
			then(p, t, office(p, 700), works);
	} else if (go(p, s, who, (struct order){ .act = ACT_SUBMIT, .note = phrase(p, SAY_PROOF) })) {
		then(p, t, office(p, 160), validate);
	}
}

static void
tell(struct demo *p, const struct todo *t)
{
	struct ticket	 ticket;
	struct desk	 d;

	if (state_of_story(p, t->story, &ticket) != ST_IN_PROGRESS)
		return;
	d = demo_as(p, somebody(p, ROLE_OPD_OPERATOR, ticket.lead));
	check(p, note(&d, t->story->number, phrase(p, SAY_BEGIN), true), "a note");
}

static void
start(struct demo *p, const struct todo *t)
{
	struct ticket	 ticket;

	if (state_of_story(p, t->story, &ticket) != ST_ASSIGNED ||
	    !go(p, t->story, somebody(p, ROLE_OPD_OPERATOR, ticket.lead),
	    (struct order){ .act = ACT_START, .note = phrase(p, SAY_BEGIN) }))
		return;
	if (percent(p, 30))
		then(p, t, office(p, 300), tell);
	then(p, t, office(p, t->story->c->finish == 0 ? 900 : t->story->c->finish * 45 / 100),
	    works);
}

/* "Not ours": the desk finds another. */
static void
assign_again(struct demo *p, const struct todo *t)
{
	const struct category	*c = t->story->c;
	struct ticket		 ticket;
	int64_t			 to = c->lead;
	size_t			 i;

	if (state_of_story(p, t->story, &ticket) != ST_ASSIGNED)
		return;
	for (i = 0; i < c->nsupport; i++)
		if (ref_agency(p->d.ref, c->support[i])->own)
			to = c->support[i];
	if (go(p, t->story, somebody(p, ROLE_DISPATCHER, 0), (struct order){ .act = ACT_ASSIGN,
	    .agency = to, .note = phrase(p, SAY_ELSEWHERE) }))
		then(p, t, office(p, 300), start);
}

static void
reject(struct demo *p, const struct todo *t)
{
	if (go_part(p, t->story, t->story->c->lead, (struct order){ .act = ACT_REJECT,
	    .reason = "not_ours", .note = phrase(p, SAY_NOT_OURS) }))
		then(p, t, awake(p, around(p, 2 * HOUR)), assign_again);
}

/* --- the triage desk ------------------------------------------------------------------------ */

static void
send(struct demo *p, const struct todo *t)
{
	const struct category	*c = t->story->c;
	size_t			 i;

	if (!go(p, t->story, somebody(p, ROLE_DISPATCHER, 0), (struct order){ .act = ACT_VERIFY,
	    .agency = c->lead, .publish = percent(p, 88) }))
		return;
	if (percent(p, 5) && c->lead != p->d.ref->triage)
		then(p, t, office(p, 200), reject);
	else if (percent(p, 96))
		then(p, t, office(p, c->office ? 420 : 60), start);
	for (i = 0; i < c->nsupport; i++)
		if (percent(p, 12))
			later(p, office(p, 500), (struct todo){ .run = helps,
			    .story = t->story, .agency = c->support[i] });
}

static void
answer(struct demo *p, const struct todo *t)
{
	struct ticket	 ticket;

	if (state_of_story(p, t->story, &ticket) == ST_NEEDS_INFO &&
	    go_reporter(p, t->story, (struct order){ .act = ACT_ANSWER,
	    .note = phrase(p, SAY_ANSWER) }))
		then(p, t, awake(p, around(p, HOUR)), triage);
}

static void
ask(struct demo *p, const struct todo *t)
{
	if (go(p, t->story, somebody(p, ROLE_DISPATCHER, 0), (struct order){ .act = ACT_ASK,
	    .note = phrase(p, SAY_ASK) }) && percent(p, 72))
		then(p, t, awake(p, around(p, 8 * HOUR)), answer);
}

/* An open one of the same kind, not this one. */
static struct story *
alike(struct demo *p, const struct story *s)
{
	struct ticket	 t;
	size_t		 i;

	for (i = 0; i < RECENT; i++)
		if (p->recent[i] != NULL && p->recent[i] != s && p->recent[i]->c == s->c &&
		    state_of_story(p, p->recent[i], &t) != ST_NONE && t.open)
			return p->recent[i];
	return NULL;
}

static void
triage(struct demo *p, const struct todo *t)
{
	static const char *const	 reasons[] = { "no_place", "no_facts", "private_dispute",
		"not_city", "abusive" };
	struct actor			 desk = somebody(p, ROLE_DISPATCHER, 0);
	struct story			*other = NULL;
	int64_t				 kind = t->story->tries > 0 ? 99 : chance(p, 100);

	t->story->tries = 0;
	if (kind < 8)
		ask(p, t);
	else if (kind < 11)
		go(p, t->story, desk, (struct order){ .act = ACT_DECLINE,
		    .reason = reasons[chance(p, COUNT(reasons))], .note = phrase(p, SAY_REFER) });
	else if (kind < 14)
		go(p, t->story, desk, (struct order){ .act = ACT_REFER,
		    .note = phrase(p, SAY_REFER) });
	else if (kind < 20 && (other = alike(p, t->story)) != NULL)
		go(p, t->story, desk, (struct order){ .act = ACT_MERGE, .target = other->number });
	else if (kind < 97)
		send(p, t);
	else
		then(p, t, awake(p, DAY), triage);
}

void
follow_complaint(struct demo *p, struct story *s)
{
	p->recent[p->nrecent++ % RECENT] = s;
	later(p, awake(p, around(p, s->c->priority <= P3 ? 12 * MINUTE : 80 * MINUTE)),
	    (struct todo){ .run = triage, .story = s });
}

void
a_report(struct demo *p, const struct todo *t)
{
	static const char *const	 channels[] = { "web", "web", "web", "web", "web", "web",
		"web", "whatsapp", "walk_in", "paper" };
	struct words			*w = what_happens(p, TRACK_COMPLAINT);
	int64_t				 kind = chance(p, 100);
	bool				 mail = percent(p, 35);
	struct filing			 f = {
		.token = secret_token(p->keep), .category = w->c, .title = w->title,
		.detail = w->detail, .channel = channels[chance(p, COUNT(channels))],
		.privacy = kind < 70 ? PRIVACY_PUBLIC : kind < 88 ? PRIVACY_ANONYMOUS :
		    PRIVACY_CONFIDENTIAL,
		.lang = percent(p, 97) ? "id" : "en", .priority = PRIORITY_COUNT, .mail = mail,
	};
	struct desk			 d = demo_as(p, (struct actor){ .role = ROLE_VISITOR,
		.name = "" });
	struct receipt			 r;
	enum rc				 rc;

	(void)t;
	f.place = somewhere(p);
	f.who = caller(p, mail);
	rc = file_report(&d, &f, &r);
	check(p, rc, "a report");
	if (rc != RC_OK)
		return;
	p->tally->reports++;
	follow_complaint(p, new_story(p, w, &f.place, &r));
}

/* demo_call.c: the calls of the demo: pranks, questions, incidents and their witnesses. */
#include <string.h>

#include "action/callback_action.h"
#include "action/demo_core.h"

enum { PRANKSTERS = 40, RECALLED = 20 };

static struct desk
call_taker(struct demo *p)
{
	return demo_as(p, somebody(p, ROLE_CALL_TAKER, 0));
}

/* A call is entered when it ends; so it rang that long before. */
static struct filing
filing_of(struct demo *p, int64_t talked)
{
	return (struct filing){
		.token = secret_token(p->keep), .channel = "call", .privacy = PRIVACY_PUBLIC,
		.who = caller(p, false), .lang = "id", .priority = PRIORITY_COUNT,
		.rang = p->d.now - talked, .place = { .text = "", .area = "" },
		.title = "", .detail = "",
		.line = arena_printf(p->keep, "meja %d", (int)chance(p, 5) + 1),
	};
}

/* Children have telephones, too; some ring every afternoon. */
static void
prank(struct demo *p)
{
	int64_t		 talked = (6 + chance(p, 30)) * SECOND;
	struct desk	 d = call_taker(p);
	struct filing	 f = filing_of(p, talked);

	if (percent(p, 70))
		f.who.phone = arena_printf(p->keep, "0800112%04d",
		    (int)(chance(p, PRANKSTERS) * chance(p, PRANKSTERS) / PRANKSTERS));
	f.title = phrase(p, SAY_PRANK);
	check(p, file_disposition(&d, &f, "prank"), "a prank");
}

/* Who hung up was called back; but for those of the last minutes, who still wait. */
static void
called_back(struct demo *p, const struct desk *d, const struct filing *f)
{
	enum rc	 rc;

	if (p->d.now > p->plan->until - RECALLED * MINUTE)
		return;
	if ((rc = db_begin(d->db)) == RC_OK)
		rc = db_finish(d->db, recall_answered(d, f->who.phone));
	check(p, rc, "a call back");
}

static void
no_incident(struct demo *p, const char *type)
{
	int64_t		 talked = (8 + chance(p, 60)) * SECOND;
	struct desk	 d = call_taker(p);
	struct filing	 f = filing_of(p, talked);

	if (strcmp(type, "information") == 0)
		f.title = phrase(p, SAY_INFO);
	else if (strcmp(type, "ghost") == 0)
		f.title = phrase(p, SAY_SILENT);
	check(p, file_disposition(&d, &f, type), type);
	if (strcmp(type, "dropped") == 0)
		called_back(p, &d, &f);
}

static void
junk(struct demo *p, bool afternoon)
{
	int64_t	 kind = chance(p, 100);

	p->tally->junk++;
	if (kind < (afternoon ? 70 : 45))
		prank(p);
	else if (kind < 82)
		no_incident(p, "ghost");
	else if (kind < 92)
		no_incident(p, "wrong_number");
	else
		no_incident(p, kind < 98 ? "dropped" : "test");
}

/* Somebody else saw it, too. */
static void
witness(struct demo *p, const struct todo *t)
{
	int64_t		 talked = (20 + chance(p, 25)) * SECOND;
	struct desk	 d = call_taker(p);
	struct filing	 f = filing_of(p, talked);
	struct receipt	 r;
	enum rc		 rc;

	f.place = t->story->place;
	f.category = t->story->c;
	f.detail = phrase(p, SAY_WITNESS);
	p->tally->calls++;
	rc = file_attach(&d, &f, t->story->number, &r);
	if (rc == RC_CONFLICT) {	/* it is over: so the caller only asks */
		no_incident(p, "information");
		return;
	}
	check(p, rc, "a witness");
	p->tally->attached++;
}

static void
witnesses(struct demo *p, struct story *s)
{
	bool	 is_seen = s->c->radius >= 100 && !s->c->sensitive;
	int64_t	 n = is_seen && percent(p, 35) ? 1 + chance(p, 3) : 0;

	for (; n > 0; n--)
		later(p, MINUTE + chance(p, 8 * MINUTE), (struct todo){ .run = witness, .story = s });
}

/* fresh: nobody has seen it yet. */
static void
file_incident(struct demo *p, const struct words *w, bool report, bool fresh)
{
	int64_t		 talked = (30 + around(p, 25)) * SECOND;
	struct desk	 d = call_taker(p);
	struct filing	 f = filing_of(p, talked);
	struct receipt	 r;
	struct story	*s;
	enum rc		 rc;

	f.category = w->c;
	f.title = w->title;
	f.detail = w->detail;
	f.place = somewhere(p);
	rc = file_call(&d, &f, &r);
	check(p, rc, "an incident");
	if (rc != RC_OK)
		return;
	s = new_story(p, w, &f.place, &r);
	if (report) {
		p->tally->reports++;
		follow_complaint(p, s);
		return;
	}
	p->tally->incidents++;
	if (fresh)
		return;
	follow_emergency(p, s, r.ticket.id);
	witnesses(p, s);
}

void
an_incident(struct demo *p, const struct todo *t)
{
	p->tally->calls++;
	file_incident(p, t->n > 0 ? &p->texts[t->n - 1] : what_happens(p, TRACK_EMERGENCY), false,
	    t->agency != 0);
}

void
a_call(struct demo *p, const struct todo *t)
{
	struct civil	 c = when_civil(p->d.now, p->d.ref->zone);
	bool		 afternoon = c.hour >= 13 && c.hour <= 17;
	int64_t		 kind;

	(void)t;
	p->tally->calls++;
	if (percent(p, afternoon ? 75 : c.hour < 6 ? 60 : 66)) {
		junk(p, afternoon);
		return;
	}
	kind = chance(p, 100);
	if (kind < 27)
		no_incident(p, "information");
	else if (kind < 35)
		file_incident(p, what_happens(p, TRACK_COMPLAINT), true, false);
	else
		file_incident(p, what_happens(p, TRACK_EMERGENCY), false, false);
}

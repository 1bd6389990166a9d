/* fill_action.c: a store full of tickets, for measuring. */
#include "action/fill_action.h"
#include "action/fill_more.h"
#include "action/init_action.h"
#include "action/words_action.h"
#include "domain/number.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/call_store.h"
#include "store/event_store.h"
#include "store/init_store.h"
#include "store/reporter_store.h"
#include "store/ticket_store.h"

enum {
	YEARS = 3, MANY = 3,		/* agencies of a ticket */
	IN_A_TRANSACTION = 1000, IN_A_CHECKPOINT = 20000,
	OPEN_PER_MILLE = 3, OPEN_LEAST = 3000,
	LETTERS = 31, LEARNT_OF = 5, CALLED_FROM = 3,
};

struct fill {
	struct desk	 d;
	struct arena	 one;		/* of one ticket */
	int64_t		 n, open;	/* how many, how many of them open */
	int64_t		 start, end;
	struct dice	 dice;
	int64_t		 numbers[TRACK_COUNT][YEARS + 2];	/* by year, from the first */
	int		 first_year;
};

static int64_t
chance(struct fill *f, int64_t below)
{
	return dice_roll(&f->dice, below);
}

/* Four letters that count: unique among any 900,000 in a row. */
static const char *
voice(struct fill *f, int64_t i)
{
	static const char	 signs[] = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
	char			 text[5] = { 0 };
	int			 k;

	for (k = 3; k >= 0; k--, i /= LETTERS)
		text[k] = signs[i % LETTERS];
	return voice_show(&f->one, text);
}

static const char *
number(struct fill *f, const struct ticket *t)
{
	int	 year = when_civil(t->recorded, f->d.ref->zone).year;

	return number_make(&f->one, t->track, year, ++f->numbers[t->track][year - f->first_year]);
}

/* --- one ticket ----------------------------------------------------------------------- */

static enum state
state_for(struct fill *f, enum track track, bool open)
{
	static const enum state	 busy[] = { ST_RECEIVED, ST_ASSIGNED, ST_IN_PROGRESS,
		ST_IN_PROGRESS, ST_AWAITING_VALIDATION, ST_ASSIGNED };

	if (track == TRACK_EMERGENCY)
		return !open ? ST_CLOSED : chance(f, 3) == 0 ? ST_ROUTED : ST_HANDLING;
	return open ? busy[chance(f, COUNT(busy))] : ST_CLOSED;
}

static struct ticket
ticket_for(struct fill *f, int64_t i)
{
	const struct ref	*r = f->d.ref;
	const struct category	*c = &r->categories[chance(f, (int64_t)r->ncategories)];
	const struct area	*v = &r->areas[chance(f, (int64_t)r->nareas)];
	bool			 open = i >= f->n - f->open;
	struct ticket		 t = {
		.track = c->track, .open = open, .category = c->id, .priority = c->priority,
		.lead = c->lead, .title = c->name,
		.detail = fill_account(&f->one, &f->dice, c), .display = c->display,
		.channel = c->track == TRACK_EMERGENCY ? "call" : "web",
		.privacy = PRIVACY_PUBLIC, .reporters = 1,
	};

	if (chance(f, 2) == 0)
		t.title = text_cut(&f->one, t.detail, 80);
	t.recorded = f->start + (f->end - f->start) / f->n * i;
	t.state = state_for(f, c->track, open);
	t.since = open ? t.recorded + MINUTE : t.recorded + (1 + chance(f, 70)) * HOUR;
	t.happened = t.recorded;
	t.due = open ? t.recorded + (c->finish == 0 ? 60 : c->finish) * MINUTE : 0;
	t.published = c->track == TRACK_COMPLAINT ?
	    c->display == DISPLAY_FULL && t.state != ST_RECEIVED && chance(f, 8) != 0 :
	    c->display != DISPLAY_CLOSED;
	if (c->track == TRACK_EMERGENCY && t.display == DISPLAY_FULL)
		t.display = DISPLAY_PRESENT;
	while (v->level != AREA_VILLAGE)
		v = &r->areas[chance(f, (int64_t)r->nareas)];
	t.place = (struct place){ fill_street(&f->one, &f->dice), v->code,
	    v->lat + chance(f, 8000) - 4000, v->lon + chance(f, 8000) - 4000 };
	t.rating = !open && chance(f, 3) == 0 ? 1 + chance(f, 5) : 0;
	t.voice = voice(f, i);
	t.number = number(f, &t);
	return t;
}

static enum rc
happen(struct fill *f, const struct ticket *t, struct event e)
{
	e.ticket = t->id;
	e.note = e.note == NULL ? "" : e.note;
	e.data = "";
	return event_add(f->d.db, &f->one, &e);
}

/* Who called, and often calls again: looked up by the number's hash. */
static void
number_of(struct fill *f, const struct ticket *t, unsigned char hash[HASH_SIZE])
{
	secret_lookup(f->d.secret, "phone", fill_phone(&f->one, t->id / CALLED_FROM % FILL_CALLERS),
	    hash);
}

static struct bytes
called(const struct ticket *t, const unsigned char *hash)
{
	return t->track == TRACK_EMERGENCY ? (struct bytes){ hash, HASH_SIZE } : (struct bytes){ 0 };
}

static enum rc
put_reporter(struct fill *f, const struct ticket *t)
{
	unsigned char	 code[HASH_SIZE] = { 0 };
	struct reporter	 r = { .id = t->id, .ticket = t->id, .origin = t->id,
		.channel = t->channel, .privacy = t->privacy, .lang = "id", .words = "",
		.at = t->recorded };
	unsigned char	 phone[HASH_SIZE];
	int		 i;

	number_of(f, t, phone);
	for (i = 0; i < 8; i++)		/* nobody's: a hash is not a small number */
		code[i] = (unsigned char)(t->id >> (56 - 8 * i));
	return reporter_insert(f->d.db, &r, (struct bytes){ 0 }, called(t, phone),
	    (struct bytes){ code, HASH_SIZE });
}

static enum rc
put_call(struct fill *f, const struct ticket *t)
{
	struct call	 c = { .state = ST_CLOSED, .type = "emergency", .line = "", .note = "",
		.taker = 1, .ticket = t->id, .rang = t->recorded - MINUTE,
		.answered = t->recorded - 55 * SECOND, .closed = t->recorded };
	unsigned char	 phone[HASH_SIZE];

	if (t->track != TRACK_EMERGENCY)
		return RC_OK;
	number_of(f, t, phone);
	return call_insert(f->d.db, &c, arena_printf(&f->one, "fill-%lld", (long long)t->id),
	    (struct bytes){ 0 }, called(t, phone));
}

static enum state
part_state(const struct ticket *t, bool lead)
{
	if (!t->open)
		return lead ? ST_DONE : ST_NOT_NEEDED;
	if (t->state == ST_HANDLING || t->state == ST_IN_PROGRESS ||
	    t->state == ST_AWAITING_VALIDATION)
		return lead ? ST_ACCEPTED : ST_SENT;
	return ST_SENT;
}

static enum rc
put_part(struct fill *f, const struct ticket *t, const struct category *c, int64_t agency,
    bool lead)
{
	struct assignment	 p = { .ticket = t->id, .agency = agency, .lead = lead,
		.state = part_state(t, lead), .open = t->open, .priority = t->priority,
		.sent = t->recorded, .units = "", .ack_due = t->recorded + c->ack * MINUTE,
		.finish_due = t->recorded + c->finish * MINUTE, .ended = t->open ? 0 : t->since };
	enum rc			 rc;

	p.due = p.state == ST_SENT ? p.ack_due : p.finish_due;
	if (p.state == ST_ACCEPTED || p.state == ST_DONE)
		p.accepted = t->recorded + 40 * SECOND;
	if ((rc = assignment_insert(f->d.db, &p)) != RC_OK)
		return rc;
	rc = happen(f, t, (struct event){ .at = p.sent, .life = LIFE_ASSIGNMENT, .object = p.id,
	    .act = ACT_ROUTE, .after = ST_SENT, .who = { .role = ROLE_WORKER } });
	if (rc != RC_OK || p.state == ST_SENT)
		return rc;
	return happen(f, t, (struct event){ .at = p.sent + 40 * SECOND, .life = LIFE_ASSIGNMENT,
	    .object = p.id, .act = lead ? ACT_ACCEPT : ACT_RELEASE, .before = ST_SENT,
	    .after = p.state, .who = { .id = 2, .role = ROLE_OPD_OPERATOR, .agency = agency } });
}

static enum rc
put_parts(struct fill *f, const struct ticket *t)
{
	const struct category	*c = ref_category(f->d.ref, t->category);
	int64_t			 ids[MANY];
	size_t			 i, n = ref_route(f->d.ref, c, t->place.area, f->d.now, ids, MANY);
	enum rc			 rc = RC_OK;

	if (t->state == ST_RECEIVED)
		return RC_OK;
	for (i = 0; i < n && rc == RC_OK; i++)
		rc = put_part(f, t, c, ids[i], i == 0);
	return rc;
}

/* What the ticket itself went through. */
static enum rc
put_life(struct fill *f, const struct ticket *t)
{
	enum life		 life = track_life(t->track);
	const struct event	 all[] = {
		{ .at = t->recorded, .life = life, .object = t->id, .act = ACT_CREATE,
		  .after = t->track == TRACK_EMERGENCY ? ST_NEW : ST_RECEIVED, .public = true,
		  .who = { .role = ROLE_VISITOR } },
		{ .at = t->recorded + MINUTE, .life = life, .object = t->id,
		  .act = t->track == TRACK_EMERGENCY ? ACT_ROUTE : ACT_ASSIGN, .public = true,
		  .before = t->track == TRACK_EMERGENCY ? ST_NEW : ST_VERIFIED,
		  .after = t->track == TRACK_EMERGENCY ? ST_ROUTED : ST_ASSIGNED,
		  .who = { .id = 5, .role = ROLE_DISPATCHER } },
		{ .at = t->since - MINUTE, .life = life, .object = t->id, .act = ACT_NOTE,
		  .before = t->state, .after = t->state, .public = true,
		  .note = "Petugas kami di lokasi dan sedang bekerja.",
		  .who = { .id = 8, .role = ROLE_OPD_OPERATOR, .agency = t->lead } },
		{ .at = t->since, .life = life, .object = t->id, .act = ACT_CLOSE,
		  .before = ST_RESOLVED, .after = ST_CLOSED, .public = true,
		  .who = { .role = ROLE_WORKER } },
	};
	size_t			 i, n = !t->open ? COUNT(all) : t->state == ST_RECEIVED ? 1 : 2;
	enum rc			 rc = RC_OK;

	for (i = 0; i < n && rc == RC_OK; i++)
		rc = happen(f, t, all[i]);
	return rc;
}

/* The words of some: a count of each word and type is as large for all. */
static enum rc
learn(struct fill *f, const struct ticket *t)
{
	struct desk	 d = f->d;

	d.arena = &f->one;
	return words_learn(&d, ref_category(d.ref, t->category), t->privacy, t->detail, 1);
}

static enum rc
put_ticket(struct fill *f, int64_t i)
{
	struct ticket	 t = ticket_for(f, i);
	enum rc		 rc;

	if ((rc = ticket_insert(f->d.db, &t, arena_printf(&f->one, "fill-%lld",
	    (long long)i))) != RC_OK ||
	    (rc = put_call(f, &t)) != RC_OK ||
	    (rc = put_reporter(f, &t)) != RC_OK ||
	    (rc = put_parts(f, &t)) != RC_OK ||
	    (rc = put_life(f, &t)) != RC_OK || i % LEARNT_OF != 0)
		return rc;
	return learn(f, &t);
}

/* --- all of them ------------------------------------------------------------------------ */

static enum rc
put_some(struct fill *f, int64_t from, int64_t to)
{
	enum rc	 rc;

	if ((rc = db_begin(f->d.db)) != RC_OK)
		return rc;
	for (; from < to && rc == RC_OK; from++) {
		rc = put_ticket(f, from);
		arena_reset(&f->one);
	}
	return db_finish(f->d.db, rc);
}

/* The next real ticket goes on counting. */
static enum rc
put_counters(struct fill *f)
{
	enum track	 t;
	int		 y;
	enum rc		 rc;

	if ((rc = db_begin(f->d.db)) != RC_OK)
		return rc;
	for (t = TRACK_EMERGENCY; t < TRACK_COUNT; t++)
		for (y = 0; y < YEARS + 2 && rc == RC_OK; y++)
			if (f->numbers[t][y] > 0)
				rc = counter_put(f->d.db, arena_printf(&f->one, "%c%02d",
				    t == TRACK_EMERGENCY ? 'E' : 'C', (f->first_year + y) % 100),
				    f->numbers[t][y]);
	return db_finish(f->d.db, rc);
}

static enum rc
put_all(struct fill *f, void (*progress)(int percent))
{
	int64_t	 i, to;
	enum rc	 rc = RC_OK;

	for (i = 0; i < f->n && rc == RC_OK; i = to) {
		to = i + IN_A_TRANSACTION < f->n ? i + IN_A_TRANSACTION : f->n;
		rc = put_some(f, i, to);
		if (rc == RC_OK && (to % IN_A_CHECKPOINT == 0 || to == f->n))
			rc = db_checkpoint(f->d.db);
		progress((int)(to * 100 / f->n));
	}
	return rc == RC_OK ? put_counters(f) : rc;
}

static enum rc
may_fill(const struct desk *d)
{
	struct account	*people;
	struct ticket	 t;
	size_t		 n;
	enum rc		 rc;

	if ((rc = demo_people(d->db, d->arena, &people, &n)) != RC_OK)
		return rc;
	rc = ticket_by_id(d->db, d->arena, 1, &t);
	return rc == RC_NOTFOUND ? RC_OK : rc == RC_OK ? RC_CONFLICT : rc;
}

enum rc
fill_store(const struct desk *d, int64_t n, void (*progress)(int percent))
{
	struct fill	 f = { .d = *d, .n = n, .end = d->now, .dice = { 112 },
			       .start = d->now - YEARS * 365 * (int64_t)DAY };
	enum rc		 rc;

	if ((rc = may_fill(d)) != RC_OK || n <= 0)
		return rc;
	f.open = n * OPEN_PER_MILLE / 1000;
	if (f.open < OPEN_LEAST)
		f.open = OPEN_LEAST < n / 2 ? OPEN_LEAST : n / 2;
	f.first_year = when_civil(f.start, d->ref->zone).year;
	if ((rc = db_script(d->db, "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000")) != RC_OK)
		return rc;
	if ((rc = put_all(&f, progress)) == RC_OK)
		rc = fill_desk(d, &f.dice, n, f.start);
	arena_reset(&f.one);
	if (db_script(d->db, "PRAGMA synchronous = FULL; PRAGMA cache_size = -2000") != RC_OK ||
	    db_checkpoint(d->db) != RC_OK)
		return RC_FAIL;
	return rc;
}

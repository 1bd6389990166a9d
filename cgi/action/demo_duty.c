/* demo_duty.c: rosters of the demo around now, a swap that waits, a note of the shift before. */
#include <string.h>

#include "action/demo_core.h"
#include "action/roster_action.h"

enum { SHIFTS_AHEAD = 21 };

/* Who has which turn of three, the shift of now being the first. */
static const struct {
	const char	*code;		/* "": the desk */
	const char	*login;
	int		 turn;
	bool		 standby;
} turns[] = {
	{ "DAMKAR", "damkar", 0, false }, { "DAMKAR", "damkar.a1", 0, false },
	{ "DAMKAR", "damkar.r1", 0, false }, { "DAMKAR", "damkar2", 1, false },
	{ "DAMKAR", "damkar.kepala", 1, true }, { "DAMKAR", "damkar.kepala", 2, false },
	{ "DAMKAR", "damkar2", 2, true },
	{ "DINKES", "dinkes", 0, false }, { "DINKES", "dinkes.m1", 1, false },
	{ "DINKES", "dinkes", 2, true },
	{ "", "petugas", 0, false }, { "", "petugas2", 0, false }, { "", "pengarah", 0, false },
	{ "", "penyelia", 0, false }, { "", "petugas3", 1, false }, { "", "pengarah2", 1, false },
	{ "", "petugas4", 2, false }, { "", "penyelia", 2, true },
};

static int64_t
id_of(const struct demo *p, const char *login)
{
	size_t	 i;

	for (i = 0; i < p->npeople; i++)
		if (strcmp(p->people[i].login, login) == 0)
			return p->people[i].id;
	return 0;
}

static int64_t
agency_of(const struct demo *p, const char *code)
{
	const struct agency	*a = *code == '\0' ? NULL : ref_agency_code(p->d.ref, code);

	return a == NULL ? 0 : a->id;
}

static void
plan_shift(struct demo *p, const struct desk *d, int64_t start, int turn)
{
	struct posting	 post;
	bool		 tight = false;
	size_t		 i;

	for (i = 0; i < COUNT(turns) && p->rc == RC_OK; i++) {
		if (turns[i].turn != turn)
			continue;
		post = (struct posting){ agency_of(p, turns[i].code), start,
			id_of(p, turns[i].login), turns[i].standby };
		check(p, roster_assign(d, &post, &tight), "roster");
	}
}

static void
set_rules(struct demo *p, const struct desk *d, int64_t agency, int64_t now_needs)
{
	int64_t		 want[SHIFTS_MAX] = { 1, 1, 1, 1, 1, 1 }, day[SHIFTS_MAX + 1];
	const char	*starts = "";
	int64_t		 start;
	size_t		 i, n;

	check(p, roster_starts(d, &starts), "shifts");
	start = shift_start(starts, d->now, d->ref->zone);
	n = shift_day(starts, when_midnight(start, d->ref->zone), day);
	for (i = 0; i < n; i++)
		if (day[i] == start)
			want[i] = now_needs;
	check(p, roster_rules(d, agency, want, false), "strength");
}

/* Of the shift before, signed as it ended. */
static enum rc
leave_note(struct demo *p, const struct desk *d, int64_t agency, int64_t start)
{
	struct handover	 h = { .agency = agency, .start = start - 8 * HOUR, .until = start,
		.account = id_of(p, "damkar2"), .saved = start - 5 * MINUTE,
		.facts = "0 1 2 3 0 0 1 1 0",
		.words = "Hidran depan Pasar Lama mati, PDAM sudah diberi tahu.\n"
		    "Mobil A4 masih di bengkel, kira-kira siap besok pagi.\n"
		    "Latihan di Pelabuhan pukul 10.00: hubungi petugas jaga dermaga dahulu." };
	enum rc		 rc = db_begin(d->db);

	if (rc == RC_OK && (rc = handover_add(d->db, &h)) == RC_OK &&
	    (rc = handover_own(d->db, d->arena, agency, h.start, h.account, &h)) == RC_OK) {
		h.facts = "0 1 2 3 0 0 1 1 0";
		h.signed_at = h.saved;
		if ((rc = handover_sign(d->db, &h)) == RC_OK)
			rc = roster_tell(d, ACT_RELAY, agency, h.id, "handed_over");
	}
	return db_finish(d->db, rc);
}

/* The next of damkar's that is to come. */
static void
offer_one(struct demo *p)
{
	struct desk	 d = demo_as(p, (struct actor){ id_of(p, "damkar"), ROLE_OPD_OPERATOR,
		agency_of(p, "DAMKAR"), 0, "" });
	struct duty	 own[4];
	size_t		 i, n;

	d.now = p->plan->until;
	check(p, see_own_shifts(&d, own, &n, COUNT(own)), "shifts");
	for (i = 0; p->rc == RC_OK && i < n; i++)
		if (own[i].start > d.now) {
			check(p, swap_offer(&d, own[i].id, id_of(p, "damkar2"),
			    "Ada acara keluarga"), "swap");
			return;
		}
}

static void
see_some(struct demo *p, const struct desk *d)
{
	static const char *const logins[] = { "damkar", "damkar.a1", "dinkes", "petugas",
		"pengarah", "penyelia" };
	size_t			 i;

	check(p, db_begin(d->db), "presence");
	for (i = 0; i < COUNT(logins) && p->rc == RC_OK; i++)
		check(p, seen_put(d->db, id_of(p, logins[i]), d->now), "presence");
	check(p, db_finish(d->db, p->rc), "presence");
}

void
demo_duty(struct demo *p)
{
	struct desk	 d = demo_as(p, somebody(p, ROLE_SUPERVISOR, 0));
	const char	*starts = "";
	int64_t		 start, first;
	int		 k;

	d.now = p->plan->until;
	check(p, roster_starts(&d, &starts), "shifts");
	first = start = shift_start(starts, d.now, d.ref->zone);
	for (k = 0; k < SHIFTS_AHEAD && p->rc == RC_OK; k++) {
		plan_shift(p, &d, start, k % 3);
		start = shift_end(starts, start, d.ref->zone);
	}
	set_rules(p, &d, agency_of(p, "DAMKAR"), 2);
	set_rules(p, &d, 0, 3);
	check(p, leave_note(p, &d, agency_of(p, "DAMKAR"), first), "note");
	offer_one(p);
	see_some(p, &d);
}

/* demo_core.h: the stage of the demo: chance, words, people, and what is to come.  For demo_*.c. */
#ifndef ACTION_DEMO_CORE_H
#define ACTION_DEMO_CORE_H

#include "action/demo_action.h"
#include "action/file_action.h"
#include "action/move_action.h"
#include "domain/account.h"
#include "lib/when.h"

struct story;
struct demo;

/* Something that will happen, if nothing comes between. */
struct todo {
	int64_t		 at, order;
	void		(*run)(struct demo *, const struct todo *);
	struct story	*story;
	int64_t		 agency, n;	/* what run() makes of them; agency may be a unit */
};

struct story {				/* of one ticket */
	const char		*number, *code;
	const struct category	*c;
	struct place		 place;
	bool			 over;
	int			 tries;
};

struct words {				/* what is reported */
	const struct category	*c;
	int64_t			 weight;
	const char		*title, *detail;
};

enum phrase {
	SAY_STREET = 0, SAY_LANDMARK, SAY_NAME, SAY_FAMILY, SAY_BEGIN, SAY_NEWS, SAY_INSIDE,
	SAY_DONE, SAY_PROOF, SAY_HELPED, SAY_ASK, SAY_ANSWER, SAY_NOT_OURS, SAY_DISPUTE,
	SAY_WAIT, SAY_PLAN, SAY_REFER, SAY_RETURN, SAY_CANCEL, SAY_AGAIN, SAY_PRANK, SAY_SILENT,
	SAY_INFO, SAY_FULL, SAY_ELSEWHERE, SAY_WITNESS, SAY_COUNT
};

enum { RECENT = 512 };

struct demo {
	struct desk		 d;		/* now: the play's; memory: of one act */
	const struct demo_plan	*plan;
	struct demo_tally	*tally;
	struct arena		*keep;		/* lives as long as the play */
	uint64_t		 chance;
	struct words		*texts;
	size_t			 ntexts;
	const char		**said[SAY_COUNT];
	size_t			 nsaid[SAY_COUNT];
	struct account		*people;
	size_t			 npeople;
	const struct area	**villages;
	size_t			 nvillages;
	int64_t			*busy;		/* until when each unit is away */
	struct todo		*heap;
	size_t			 n, size;
	int64_t			 order;
	struct story		*recent[RECENT];	/* complaints, for duplicates */
	size_t			 nrecent;
	enum rc			 rc;
	const char		*why;
};

/* --- demo_load.c --- */
enum rc		 demo_load(struct demo *, const char *files) MUST_USE;

/* --- demo_core.c --- */
int64_t		 chance(struct demo *, int64_t below);
bool		 percent(struct demo *, int64_t);
/* Mostly near the median, sometimes a third of it, seldom three times as much. */
int64_t		 around(struct demo *, int64_t median);
const char	*phrase(struct demo *, enum phrase);

void		 later(struct demo *, int64_t wait, struct todo);	/* ms from now */
bool		 next_todo(struct demo *, struct todo *);
int64_t		 office(struct demo *, int64_t minutes);	/* ms until that many office minutes are over */
int64_t		 awake(struct demo *, int64_t wait);	/* ms, and on to the morning where it is night */

struct actor	 somebody(struct demo *, enum role, int64_t agency);	/* else a dispatcher */
struct actor	 reporter(void);
struct desk	 demo_as(struct demo *, struct actor);
/* A move by somebody; false where it was refused, which is counted, or the play is broken. */
bool		 go(struct demo *, struct story *, struct actor, struct order);
/* The same for a part of the ticket; false, uncounted, where it is beyond that. */
bool		 go_part(struct demo *, struct story *, int64_t agency, struct order);
void		 check(struct demo *, enum rc, const char *what);

struct words	*what_happens(struct demo *, enum track);
struct place	 somewhere(struct demo *);
struct identity	 caller(struct demo *, bool mail);
struct story	*new_story(struct demo *, const struct words *, const struct place *,
		     const struct receipt *);

/* --- who calls, who reports: demo_call.c, demo_report.c --- */
void		 a_call(struct demo *, const struct todo *);	/* junk, a question or an incident */
void		 an_incident(struct demo *, const struct todo *);	/* n: 1 + of which text, or 0;
			 * agency: 1 where nobody sees it yet */
void		 a_report(struct demo *, const struct todo *);
/* What a complaint goes through from now on. */
void		 follow_complaint(struct demo *, struct story *);

/* --- demo_crew.c: a step of a unit, from the phone of its crew; work for each at the end --- */
bool		 go_phone(struct demo *, struct story *, struct actor, int64_t run, enum act);
void		 demo_crews(struct demo *);

/* --- crews, equipment, volunteers, at the end of the play: demo_unit.c --- */
void		 demo_units(struct demo *);
/* --- rosters around now: demo_duty.c --- */
void		 demo_duty(struct demo *);

/* --- a disaster that held the clocks; ladders and days off at the end: demo_clock.c --- */
void		 demo_flood(struct demo *);
void		 demo_clocks(struct demo *);

/* --- what the agencies do in an emergency: demo_field.c --- */
void		 follow_emergency(struct demo *, struct story *, int64_t ticket);

#endif

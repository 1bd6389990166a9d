/*
 * volunteer.h: people who offered to help, and who of them is really coming.
 *
 * Called is only who agreed to it, whom somebody vetted, and whose papers are
 * good today.
 */
#ifndef DOMAIN_VOLUNTEER_H
#define DOMAIN_VOLUNTEER_H

#include "domain/geo.h"

/* The words agreed to are L.volunteer.consent_N; a new version is agreed to anew. */
enum { CONSENT_VERSION = 1, SKILL_CODE = 20 };

struct volunteer {
	int64_t		 id, agency;	/* 0: the city keeps it */
	const char	*name, *phone, *email;	/* opened, masked or "" */
	const char	*area;		/* a village's code */
	struct point	 at;		/* its centre */
	int64_t		 consented, consent, withdrawn;
	int64_t		 vetted, vetted_by, vetted_to;	/* good before */
	const char	*vetted_note;
	int64_t		 added, version;
	bool		 erased;
};

struct skill {
	const char	*code, *name, *name_en;
	int64_t		 until;		/* of a certificate, good before; 0: there is none */
};

enum unfit { FIT = 0, UNFIT_GONE, UNFIT_CONSENT, UNFIT_UNVETTED, UNFIT_EXPIRED, UNFIT_PAPER,
    UNFIT_COUNT };

const char	*unfit_code(enum unfit);
/* May this one be called for a skill whose certificate ends then (0: none)? */
enum unfit	 volunteer_unfit(const struct volunteer *, int64_t until, int64_t now);

/* --- called out ----------------------------------------------------------------------------- */

enum answer_to { SAID_NOTHING = 0, SAID_YES, SAID_NO };

struct callee {
	int64_t		 id, callout, volunteer, metres;
	bool		 by_mail;	/* else by SMS */
	enum answer_to	 answer;
	int64_t		 eta, said, arrived, left, stood, at;
};

enum callee_step { STEP_NONE = 0, STEP_YES, STEP_NO, STEP_ARRIVED, STEP_LEFT, STEP_COUNT };

const char	*callee_step_code(enum callee_step);
enum callee_step callee_step_of(const char *code);	/* STEP_NONE where unknown */
/* Over is who was stood down: then only that somebody went home is still said. */
bool		 callee_may(const struct callee *, enum callee_step);
void		 callee_take(struct callee *, enum callee_step, int64_t eta, int64_t now);

struct turnout {
	size_t		 asked, yes, no, silent, arrived, here, left;
};
/* Each asked one is yes, no or silent; arrived are those who said they were there. */
struct turnout	 callee_count(const struct callee *, size_t n);

#endif

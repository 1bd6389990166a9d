/*
 * nuisance.h: a number that calls for nothing, again and again.
 *
 * It is demoted, never blocked: its score asks for a call back before agencies
 * are sent out, and the call taker may say no to that.  It fades by itself, and
 * one real incident wipes it.
 *
 * A prank counts 100, a silent call 50 (pockets call, and so do people who must
 * not be heard).  Half-life 30 days: our decision, for there is no norm; a
 * child's game of the holidays is forgotten with them.  Setting nuisance_days.
 */
#ifndef DOMAIN_NUISANCE_H
#define DOMAIN_NUISANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	NUISANCE_DAYS = 30,		/* half-life */
	NUISANCE_FORGOTTEN = 3,		/* half-lives, then a call does not count any more */
	NUISANCE_ASKS = 150,		/* two pranks within 2 weeks: 100 + 72 */
};

struct past_call {
	const char	*type;		/* one of workflow_reasons(ACT_END), "" open */
	int64_t		 rang;		/* ms */
};

/* calls: newest first.  x100. */
int64_t	 nuisance_score(const struct past_call *, size_t n, int64_t now, int64_t days);
bool	 nuisance_asks(int64_t score);
/* For words: how many pranks and silent calls it stands for, at least one. */
int64_t	 nuisance_calls(const struct past_call *, size_t n, int64_t now, int64_t days);

#endif

/* words_action.h: what callers' words mean: categories, red flags, what is taken most. */
#ifndef ACTION_WORDS_ACTION_H
#define ACTION_WORDS_ACTION_H

#include "action/desk.h"
#include "domain/propose.h"
#include "domain/red_flag.h"
#include "domain/ticket.h"

enum { USUAL_MAX = 8 };

/* The categories typed words may mean, the likeliest first.  RC_FORBIDDEN: not at the desk. */
enum rc	 words_propose(const struct desk *, const char *typed, const struct category **out,
	     size_t *n, size_t max) MUST_USE;

/* The red flags there are; and those a text raises, the most urgent first. */
enum rc	 words_flags(const struct desk *, struct red_flag **, size_t *n) MUST_USE;

/* The categories taken most in thirty days; filled up in the order of the list. */
enum rc	 words_usual(const struct desk *, const struct category **out, size_t *n,
	     size_t max) MUST_USE;

/*
 * Inside the transaction in which a person of ours gave words a category (by
 * is 1) or took it away (-1).  Of a sensitive or a confidential ticket only the
 * words every city has in its lists are counted, so that no name is.
 */
enum rc	 words_learn(const struct desk *, const struct category *, enum privacy,
	     const char *text, int by) MUST_USE;
/* One more incident taken at the call desk: its words, and the day's count. */
enum rc	 words_taken(const struct desk *, const struct category *, enum privacy,
	     const char *text) MUST_USE;
/* The desk gave a ticket another category. */
enum rc	 words_move(const struct desk *, const struct ticket *, const struct category *from,
	     const struct category *to) MUST_USE;

/* Learns anew from all tickets there are; how many.  For whoever runs the system. */
enum rc	 words_relearn(const struct desk *, int64_t *tickets) MUST_USE;
/* Red flags out of a file in place of those there are.  RC_INPUT: *why says where. */
enum rc	 words_flags_import(const struct desk *, const char *folder, const char *name,
	     const char **why, size_t *n) MUST_USE;

#endif

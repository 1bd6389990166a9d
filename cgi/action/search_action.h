/* search_action.h: tickets by their words; and the index of them, built. */
#ifndef ACTION_SEARCH_ACTION_H
#define ACTION_SEARCH_ACTION_H

#include "action/desk.h"
#include "domain/search.h"
#include "domain/ticket.h"

/* Who writes what a ticket says writes its words, too; FTS5 keeps tables of its own. */
#define SEARCH_ADD_GRANTS \
	{ "ticket_ft", DB_READ | DB_INSERT, NULL }, \
	{ "ticket_ft_data", DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL }, \
	{ "ticket_ft_idx", DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL }, \
	{ "ticket_ft_config", DB_READ, NULL }, \
	{ "search_word", DB_READ | DB_INSERT, NULL }, \
	{ "search_left", DB_READ, NULL }
/* Who also changes what one says drops the words that none says any more. */
#define SEARCH_GRANTS SEARCH_ADD_GRANTS, { "search_word", DB_DELETE, NULL }

enum {
	FOUND_PAGE = 25,	/* rows of a page */
	FOUND_WINDOW = 200,	/* the newest that fit are ranked among themselves */
};

struct search_filter {
	const char	*typed;
	int		 open;		/* 1 open, 0 ended, -1 both */
	int		 priority;	/* -1: any */
	int64_t		 agency;	/* has a part; for those who see all; 0: any */
	int64_t		 days;		/* recorded in that many; 0: any */
	/* where to go on: below a ticket, in that window behind this rank */
	int64_t		 below, score, id;
};

struct found_row {
	struct ticket	 t;		/* as this person may see it */
	int64_t		 score;
	bool		 by_number;
};

struct findings {
	struct sought	 sought;
	struct found_row	*rows;
	size_t		 n;
	bool		 exact;		/* one row: its whole number was typed */
	bool		 narrow;	/* a word begins so many others that some were left out */
	bool		 building;	/* older tickets are not in yet */
	/* the next page, where there is one; below 0: there is none */
	int64_t		 below, score, id;
	bool		 older;		/* the next page is of older ones, not of less alike */
	int64_t		 until;		/* how far back was looked, where that was not all; 0: all */
};

/*
 * What is out of reach, or what fits only where this person does not see, is
 * not found.  However much fits, only so much is looked at: then the rest is
 * the next page's.
 */
enum rc	 see_search(const struct desk *, const struct search_filter *, struct findings *) MUST_USE;

/*
 * Older tickets into the index, some at a time; each time *left is the last
 * ticket that is not in.  anew: forgets the index first.
 */
enum rc	 search_build(const struct desk *, bool anew, void (*progress)(int64_t left)) MUST_USE;
/* The worker does the same, a little each second; done: there is nothing left. */
enum rc	 worker_search(const struct desk *, bool *done) MUST_USE;

#endif

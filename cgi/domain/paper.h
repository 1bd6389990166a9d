/* paper.h: numbered sheets for the hours without the system, and what became of each. */
#ifndef DOMAIN_PAPER_H
#define DOMAIN_PAPER_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"

enum sheet_state {
	SHEET_OPEN = 0,
	SHEET_USED,		/* entered */
	SHEET_SPOILED,		/* torn, or written on by mistake */
	SHEET_UNUSED,		/* blank, and not to be used any more */
	SHEET_LOST,
	SHEET_DOUBLED,		/* the same call is on another sheet */
	SHEET_STATE_COUNT
};

struct sheet_row {
	int64_t			 no, pack;
	enum sheet_state	 state;
	const char		*ticket;	/* its number, "" none */
	const char		*who;		/* said so last, "" nobody */
	int64_t			 at;
	bool			 gap;		/* open, and a later one of its pack is entered */
};

struct paper_pack {
	int64_t		 id;
	const char	*card;		/* "" a general sheet */
	int64_t		 first, sheets;
	const char	*who;
	int64_t		 at;
};

const char	*sheet_code(enum sheet_state);
enum sheet_state sheet_of(const char *);		/* SHEET_STATE_COUNT where unknown */
/* Everything that is not entered can be explained, and explained otherwise. */
bool		 sheet_explains(enum sheet_state);

/* "LBR-000123-K"; the last character checks the others. */
const char	*sheet_number(struct arena *, int64_t no);
/* What a person typed or a reader read ("lbr 123 k"); 0 where it cannot be one. */
int64_t		 sheet_typed(struct arena *, const char *typed);

#endif

/*
 * pattern.h: the words of a message as data: placeholders, and how long it becomes.
 *
 * A placeholder is one of a fixed list in braces ("{nomor}"); what is put in
 * is never looked at again.  None of them is a person's name, number or words.
 */
#ifndef DOMAIN_PATTERN_H
#define DOMAIN_PATTERN_H

#include <stddef.h>

#include "domain/notice.h"
#include "lib/buf.h"

enum blank { BLANK_NUMBER = 0, BLANK_KIND, BLANK_VILLAGE, BLANK_PRIORITY, BLANK_AGENCY,
    BLANK_DUE, BLANK_LINK, BLANK_CITY, BLANK_CODE, BLANK_COUNT };

enum { PATTERN_MAX = 1000 };	/* characters */

const char	*blank_name(enum blank);	/* "nomor" */
/* May these words have it?  A code only where one is sent, a ticket only where it is about one. */
bool		 blank_fits(enum blank, enum notice);

enum pattern_fault { PATTERN_GOOD = 0, PATTERN_UNKNOWN, PATTERN_NO_CODE, PATTERN_NO_LINK,
    PATTERN_ONE_LINE, PATTERN_NO_BODY, PATTERN_FAULTS };

enum pattern_fault pattern_check(const char *words, enum notice, enum channel);
/* values by enum blank; NULL and "" leave nothing. */
void		 pattern_fill(struct buf *, const char *words,
		     const char *const values[BLANK_COUNT]);

/*
 * As a telephone network cuts it (3GPP TS 23.038, 23.040): 160 characters of
 * its own alphabet in one message, 153 in each of several; else 70 and 67.
 */
struct sms_length {
	size_t	 units, parts, room;	/* room: of one part */
	bool	 wide;			/* some character is not of the alphabet */
};

struct sms_length sms_length(const char *utf8);

#endif

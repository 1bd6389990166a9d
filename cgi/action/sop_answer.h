/*
 * sop_answer.h: the cards of one call: which are open, and what was answered.
 *
 * The type's own card is open; an answer may open another, and one of its
 * answers the next.  What was said to a card that nothing opens any more does
 * not count.  Each is the version the call began with.
 */
#ifndef ACTION_SOP_ANSWER_H
#define ACTION_SOP_ANSWER_H

#include "action/file_action.h"
#include "domain/sop.h"

enum { SOP_FIELDS = SOP_CARDS * SOP_QUESTIONS };

/* As a form has it: of the card "k", counted from 0, the answers begin at k * SOP_QUESTIONS. */
struct sop_told {
	const char	*card[SOP_CARDS];	/* "SOP-01.2", "" none */
	const char	*answer[SOP_FIELDS];	/* "1" to "4" */
	const char	*words[SOP_FIELDS];
};

/* code: the card of the call's type; "" or unknown: no card at all. */
void	 sop_hear(const struct desk *, const struct sop_told *, const char *code, bool english,
	     struct sop_set *);
/* Cards and answers as the record keeps them: in Indonesian; and the disaster they propose. */
void	 sop_note(const struct desk *, const struct sop_set *, struct filing *);

#endif

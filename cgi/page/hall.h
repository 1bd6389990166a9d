/* hall.h: a screen in the hall.  For live_page.c and presence.c. */
#ifndef PAGE_HALL_H
#define PAGE_HALL_H

#include "page/live_page.h"

enum { TOKEN = 64, OPEN_EACH = 8, SHOWN_NAME = 80 };

struct screen {
	struct line	*line;
	struct actor	 who;		/* without the name */
	int64_t		 reach;		/* whose pulse; -1 nobody's */
	int64_t		 pulse;		/* the last said */
	int64_t		 said;		/* when */
	int64_t		 until;		/* then who it is is asked anew */
	int64_t		 seen;		/* the session was looked at in this version of the store */
	size_t		 place;
	bool		 lists;		/* shows a list, on which it is marked what others have open */
	struct shown	*open[OPEN_EACH];	/* tickets its browser has open */
	size_t		 nopen;
	char		 name[SHOWN_NAME];	/* for colleagues */
	char		 token[TOKEN];	/* of the session */
};

/* "daftar,DRT-26-000001-K": a list, and a ticket.  What is out of reach is passed over. */
void	 presence_enter(struct hall *, struct screen *, const char *name, const char *open);
void	 presence_leave(struct hall *, struct screen *);
/* Once a second at most, to those whom it concerns. */
void	 presence_say(struct hall *);

#endif

/* disaster.h: a disaster that is proposed; a supervisor says whether it is one. */
#ifndef DOMAIN_DISASTER_H
#define DOMAIN_DISASTER_H

#include "domain/priority.h"

struct disaster {
	int64_t		 ticket;
	const char	*state;		/* "proposed", "accepted", "declined" */
	const char	*because;	/* "" its priority */
	enum priority	 usual;		/* its ticket's, otherwise */
	int64_t		 proposed, alarm, alarms;
};

/* One that waits, for a list. */
struct disaster_row {
	const char	*number, *title, *place, *area, *because;
	int64_t		 id, version;	/* of its ticket */
	int64_t		 proposed;
};

#endif

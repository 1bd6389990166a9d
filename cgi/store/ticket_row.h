/* ticket_row.h: the columns of a ticket, for the stores that select it. */
#ifndef STORE_TICKET_ROW_H
#define STORE_TICKET_ROW_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

#define TICKET_COLUMNS \
	" t.id, t.number, t.voice, t.track, t.state, t.open, t.since, t.category," \
	" t.priority, t.lead, t.title, t.detail, t.place, t.area, t.lat, t.lon," \
	" t.channel, t.privacy, t.display, t.published, t.reporters, t.bounces," \
	" t.happened_at, t.recorded_at, t.due_at, t.until, t.alarm_at, t.merged," \
	" t.parent, t.rating, t.version "

/* Reads TICKET_COLUMNS; the texts are copied to the arena. */
void	 ticket_read(struct stmt *, struct arena *, struct ticket *);

#endif

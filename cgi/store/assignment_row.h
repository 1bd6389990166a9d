/* assignment_row.h: the columns of an assignment, for the stores that select it. */
#ifndef STORE_ASSIGNMENT_ROW_H
#define STORE_ASSIGNMENT_ROW_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

#define ASSIGNMENT_COLUMNS \
	" a.id, a.ticket, a.agency, a.lead, a.state, a.open, a.priority, a.due_at, a.ack_due," \
	" a.arrive_due, a.finish_due, a.sent_at, a.seen_at, a.accepted_at, a.unit_at," \
	" a.arrived_at, a.ended_at, a.alarm_at, a.alarms, a.steps, a.quiet_from, a.quiet_due," \
	" a.units, a.version "

/* Reads ASSIGNMENT_COLUMNS; the texts are copied to the arena. */
void	 assignment_read(struct stmt *, struct arena *, struct assignment *);

#endif

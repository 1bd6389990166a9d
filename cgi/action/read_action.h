/* read_action.h: who read what is sensitive: put down by the reader, recorded by the worker. */
#ifndef ACTION_READ_ACTION_H
#define ACTION_READ_ACTION_H

#include "action/desk.h"
#include "domain/ticket.h"

enum { READ_ONCE_IN = 10 * 60 * 1000 };	/* ms: one event by a reader of a ticket */

/* A line in the spool where the ticket is of a sensitive kind; the store is not written. */
void	 read_mark(const struct desk *, const struct ticket *);

/*
 * Makes events of the lines, at most one by a reader of a ticket in ten
 * minutes; *n counts them.  Killed in between, it does what is left the next
 * time, and nothing twice.
 */
enum rc	 read_record(const struct desk *, size_t *n) MUST_USE;

#endif

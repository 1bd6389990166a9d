/*
 * spool.h: lines put down by many and taken up by one, without the store.
 *
 * For what a GET has to leave behind: it must not wait for the store's one
 * writer.  A line is one write; who takes the file renames it first, so no
 * line is taken while it is written, and what a killed taker left behind is
 * taken again.  So lines may come twice, and are to be understood that way.
 */
#ifndef LIB_SPOOL_H
#define LIB_SPOOL_H

#include <stdbool.h>

#include "lib/rc.h"

struct spool;

/* Short, without a line's end.  False: it could not be kept; the log says why. */
bool		 spool_put(const char *path, const char *line);

/* RC_NOTFOUND: there is nothing.  One taker at a time. */
enum rc		 spool_take(const char *path, struct spool **) MUST_USE;
const char	*spool_line(struct spool *);	/* the next whole line, or NULL */
void		 spool_done(struct spool *);	/* all of it is dealt with: gone */
void		 spool_keep(struct spool *);	/* not now: the next taker gets it again */

#endif

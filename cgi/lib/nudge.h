/*
 * nudge.h: "look, something changed", from one process to another.
 *
 * A datagram to a socket beside the store.  Nobody waits for it, and nobody
 * may rely on it: it says nothing but that it is worth looking now rather than
 * a moment later.
 */
#ifndef LIB_NUDGE_H
#define LIB_NUDGE_H

struct nudge;

/* Whom: the path of who listens, there or not.  NULL where a socket's name is too short for it. */
struct nudge	*nudge_open(const char *path);
void		 nudge_give(const struct nudge *);	/* never waits, never fails; NULL is nobody */
void		 nudge_close(struct nudge *);

/* Listen there, whoever did before; a descriptor to wait on, -1 where it cannot be. */
int		 nudge_listen(const char *path);
void		 nudge_take(int fd);		/* all that have come */

#endif

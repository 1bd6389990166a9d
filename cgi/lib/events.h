/*
 * events.h: lines that stay open, and what is said on them: the only door to
 * libmicrohttpd.
 *
 * Server-sent events to browsers behind nginx, thousands of lines in one
 * thread and one loop.  Nothing here waits for a browser: what it has not
 * taken yet lies with its line, and when there is no more room the line is
 * lost; the browser knocks again and says where it was.
 */
#ifndef LIB_EVENTS_H
#define LIB_EVENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/rc.h"

struct events;
struct line;

struct knock {				/* a browser asks for a line; "" where absent */
	const char	*path;
	const char	*cookies;
	const char	*last;		/* Last-Event-ID, or the parameter of that name */
	const char	*open;		/* the parameter buka: what the browser shows */
};

struct host {
	/* 200 and the line is open; else it is refused with that status. */
	int	 (*knock)(void *me, struct line *, const struct knock *);
	/* The browser went, or was lost: after this the line is no more.  Only of those open. */
	void	 (*gone)(void *me, struct line *);
};

/* socket: one that listens.  most: lines at once.  Dies where it cannot. */
struct events	*events_open(int socket, unsigned most, const struct host *, void *me);
void		 events_watch(struct events *, int fd);	/* what can be read there ends a wait */
/* At most so long; a signal ends it, too.  Only in here is anything sent or asked. */
void		 events_wait(struct events *, int milliseconds);
void		 events_close(struct events *);		/* what was said is sent, where it is taken */

/*
 * One event.  kind: small letters; id: negative for none; data: without a
 * control character, else the program dies of it.
 */
void	 line_say(struct line *, const char *kind, int64_t id, const char *data);
void	 line_retry(struct line *, int milliseconds);	/* how soon to knock again */
void	 line_end(struct line *);		/* after what was said; gone() follows */
void	 line_keep(struct line *, void *mine);
void	*line_kept(const struct line *);

#endif

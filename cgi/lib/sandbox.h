/* sandbox.h: once all is open, a program gives up what it does not need. */
#ifndef LIB_SANDBOX_H
#define LIB_SANDBOX_H

#include <stdbool.h>

/* What stays; all else of the file system is as if it were not there. */
struct sandbox {
	const char *const	*read;		/* folders and files, up to NULL */
	const char *const	*write;		/* folders to read, write and make files in */
	const char *const	*run;		/* programs, and what loads them */
	bool			 network;	/* TCP: the one that sends letters */
	bool			 kills;		/* signals to processes outside of it */
};

enum { SANDBOX_PATHS = 16 };	/* of each kind, at most */

/*
 * For the rest of this process and its children.  Where the kernel knows no
 * Landlock that is logged, and SIAGA_SANDBOX=require dies of it; off is for
 * coverage, which writes where it was built.  A path that is not there is
 * passed over; one that cannot be given is the death of the program.
 */
void	 sandbox_enter(const struct sandbox *);

/* Nothing run from here has more rights than we; the least any program does. */
void	 sandbox_no_more(void);

#endif

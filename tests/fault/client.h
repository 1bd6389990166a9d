/* client.h: asks a FastCGI program one thing, as nginx would. */
#ifndef TESTS_FAULT_CLIENT_H
#define TESTS_FAULT_CLIENT_H

#include <stdbool.h>

#include "lib/arena.h"
#include "lib/buf.h"

struct reply {
	int		 status;	/* 0: none came */
	bool		 whole;		/* to its end */
	struct buf	 text;		/* headers and body; the caller's to free */
};

/* A socket that is listened at; a program gets it as its standard input. */
int	 client_listen(const char *path);
/* Never waits for a program that has died.  type: of the body; NULL: a GET. */
void	 client_ask(const char *socket, const char *path, const char *type, struct bytes body,
	     struct reply *);

#endif

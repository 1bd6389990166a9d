/* main.c: each program that answers requests.  The Makefile says which: APP. */
#include "prog/apps.h"

#ifndef APP			/* for who only reads this file: analyzers */
#define APP	portal_app
#endif

int
main(void)
{
	return app_run(&APP);
}

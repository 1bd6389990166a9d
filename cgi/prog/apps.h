/* apps.h: every program by its tables: its routes, and what it may do in the store. */
#ifndef PROG_APPS_H
#define PROG_APPS_H

#include "lib/grant.h"
#include "page/app.h"

/* Each in the file of its name; prog/main.c runs one of them. */
extern const struct app		 portal_app, intake_app, worklist_app, command_app, admin_app,
				 api_app;
extern const struct grant	 worker_grants[], live_grants[];

/* All that answer requests, up to NULL. */
extern const struct app *const	 apps[];

#endif

/* apps.c: the programs that answer requests, for whoever asks all of them. */
#include <stddef.h>

#include "prog/apps.h"

const struct app *const	 apps[] = {
	&portal_app, &intake_app, &worklist_app, &command_app, &admin_app, &api_app,
	NULL
};

/* desk.h: where an action runs: the store, the memory, the keys, who asks, and when. */
#ifndef ACTION_DESK_H
#define ACTION_DESK_H

#include "domain/ref.h"
#include "domain/role.h"
#include "lib/arena.h"
#include "lib/db.h"
#include "lib/secret.h"

struct desk {
	struct db		*db;
	struct arena		*arena;
	const struct secret	*secret;
	const struct ref	*ref;	/* agencies, categories, areas, settings; see ref_action.h */
	struct actor		 who;
	int64_t			 now;	/* ms UTC */
	const char		*spool;	/* where readings are put down; NULL: nowhere */
};

#endif

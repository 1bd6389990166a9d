/* search_action.c: the index of tickets' words, built. */
#include "action/search_action.h"
#include "store/search_store.h"

/* As many as fit into a turn that nobody at the desk notices. */
enum { AT_ONCE = 100, IN_A_CHECKPOINT = 100, IN_A_TICK = 5 };

static enum rc
turn(const struct desk *d, bool anew, int64_t *left)
{
	enum rc	 rc = db_begin(d->db);

	if (rc != RC_OK)
		return rc;
	rc = anew ? search_forget(d->db) : search_fill(d->db, AT_ONCE, left);
	return db_finish(d->db, rc);
}

enum rc
search_build(const struct desk *d, bool anew, void (*progress)(int64_t left))
{
	int64_t	 left = 0, turns = 0;
	enum rc	 rc = anew ? turn(d, true, &left) : RC_OK;

	if (rc != RC_OK || (rc = search_left(d->db, &left)) != RC_OK)
		return rc;
	while (left > 0 && rc == RC_OK) {
		rc = turn(d, false, &left);
		if (rc == RC_OK && ++turns % IN_A_CHECKPOINT == 0) {
			rc = db_checkpoint(d->db);
			progress(left);
		}
	}
	return rc == RC_OK ? db_checkpoint(d->db) : rc;
}

enum rc
worker_search(const struct desk *d, bool *done)
{
	int64_t	 left;
	int	 i;
	enum rc	 rc = search_left(d->db, &left);

	for (i = 0; i < IN_A_TICK && rc == RC_OK && left > 0; i++)
		rc = turn(d, false, &left);
	*done = rc == RC_OK && left == 0;
	return rc;
}

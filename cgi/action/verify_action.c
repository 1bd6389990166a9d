/* verify_action.c: is the record what it was? */
#include "action/verify_action.h"
#include "store/event_store.h"

enum { LINKS = 1000 };		/* at a time: what is read is given back */

enum rc
verify_chain(const struct desk *d, struct chain *chain)
{
	unsigned char	 head[HASH_SIZE] = { 0 };
	struct arena	 some = { 0 };
	enum rc		 rc;

	chain->last = 0;
	do {
		rc = event_check(d->db, &some, &chain->last, head, LINKS);
		arena_reset(&some);
	} while (rc == RC_OK);
	chain->head = secret_hex(d->arena, (struct bytes){ head, sizeof(head) });
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

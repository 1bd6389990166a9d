/*
 * vault.h: files that are sealed, in the folder photos of the store's.
 *
 * Each lot of files has a key of its own, a secret_token() that the store
 * keeps sealed: so a change of the city's key never touches a file.
 */
#ifndef LIB_VAULT_H
#define LIB_VAULT_H

#include "lib/arena.h"

/* On the disk, and that for certain.  The name is bound to the seal; RC_FAIL: it is not kept. */
enum rc	 vault_put(const char *key, const char *name, struct bytes) MUST_USE;
/* RC_NOTFOUND: no such file.  RC_FAIL: it is not what was put. */
enum rc	 vault_get(struct arena *, const char *key, const char *name,
	     struct bytes *) MUST_USE;
void	 vault_drop(const char *name);		/* where it is */

#endif

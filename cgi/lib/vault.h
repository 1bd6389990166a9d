/*
 * vault.h: files that are sealed, in the folder photos of the store's.
 *
 * Each lot of files has a key of its own, a secret_token() that the store
 * keeps sealed: so a change of the city's key never touches a file.
 */
#ifndef LIB_VAULT_H
#define LIB_VAULT_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"

/*
 * On the disk, and that for certain.  The name is bound to the seal.  RC_BUSY:
 * the disk is full; RC_FAIL: it fails; then it is not kept.
 */
enum rc	 vault_put(const char *key, const char *name, struct bytes) MUST_USE;
/* RC_NOTFOUND: no such file.  RC_FAIL: it is not what was put. */
enum rc	 vault_get(struct arena *, const char *key, const char *name,
	     struct bytes *) MUST_USE;
bool	 vault_drop(const char *name);		/* true: it is not there (any more) */
/* What was dropped is gone for certain, power cut or not. */
bool	 vault_settle(void) MUST_USE;

/*
 * Over all files, some at a time, in no order.  False at the end: then the
 * next call begins anew.  The name is good until then.
 */
struct vault_walk { void *folder; };
bool	 vault_next(struct vault_walk *, const char **name, int64_t *written_ms);
void	 vault_rest(struct vault_walk *);	/* before its end */

#endif

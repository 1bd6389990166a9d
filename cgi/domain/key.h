/*
 * key.h: keys, as a browser names them and as people do.
 *
 * A code is KeyboardEvent.code with its modifiers before it, always in this
 * order: "Ctrl+Alt+Shift+KeyN", "F2", "Alt+Slash".  It is the place on the
 * keyboard that counts, whatever letter stands there.
 */
#ifndef DOMAIN_KEY_H
#define DOMAIN_KEY_H

#include <stdbool.h>

#include "lib/arena.h"

/* "alt n", "Alt+N", "Alt+KeyN" are "Alt+KeyN"; NULL where it names no key. */
const char	*key_read(struct arena *, const char *typed);
/* "Alt N", "Ctrl Enter", "F2" */
const char	*key_show(struct arena *, const char *code);
/* It would be typed into a field: a letter, a digit, a space, alone or with Shift. */
bool		 key_types(const char *code);
/* The browser, the page or somebody who writes needs it: Tab, Escape, Ctrl+W, Ctrl+C ... */
bool		 key_is_taken(const char *code);

#endif

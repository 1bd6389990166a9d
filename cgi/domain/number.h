/*
 * number.h: the numbers people say aloud.
 *
 * A ticket number is public and grants nothing: "DRT-26-004312-K".  The last
 * character checks the others: a sum of the digits, each with a weight of its
 * own, modulo the prime 31.  Different weights below a prime catch every one
 * wrong digit and every two swapped, wherever they stand; its 31 letters
 * leave out those that are mistaken for others (0 O 1 I L).
 * A tracking code is a key: twelve letters, "K7QM-3XTD-9HWA".
 */
#ifndef DOMAIN_NUMBER_H
#define DOMAIN_NUMBER_H

#include "domain/ref.h"
#include "lib/arena.h"

char	*number_make(struct arena *, enum track, int year, int64_t sequence);
/* What a person typed, made proper ("drt 26 4312 k" too); NULL where it cannot be one. */
char	*number_read(struct arena *, const char *typed);
char	*code_show(struct arena *, const char *letters);	/* "K7QM3XTD9HWA" to "K7QM-3XTD-9HWA" */
char	*code_read(struct arena *, const char *typed);	/* twelve letters, or NULL */
char	*voice_show(struct arena *, const char *letters);	/* "K72A" to "K7-2A" */

#endif

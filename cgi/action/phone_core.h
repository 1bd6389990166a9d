/* phone_core.h: the seals of telephone calls.  For actions only. */
#ifndef ACTION_PHONE_CORE_H
#define ACTION_PHONE_CORE_H

#include "action/phone_action.h"
#include "store/phone_store.h"
#include "store/seat_store.h"

/* No text, no seal; contexts are what a call's number and a recording's link are bound to. */
struct bytes	 phone_seal(const struct desk *, const char *context, const char *text);
const char	*phone_of_call(const struct desk *, const char *token);
const char	*phone_of_ring(const struct desk *, int64_t id);
/* Fills in what is sealed; "" where it does not open. */
void		 phone_open(const struct desk *, struct ring_row *);
/* The keyed hash a number is found by; none of no number. */
struct bytes	 phone_hash(const struct desk *, const char *number, unsigned char hash[HASH_SIZE]);

#endif

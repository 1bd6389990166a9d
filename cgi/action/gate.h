/* gate.h: failed tries are counted, by account, by device, by address. */
#ifndef ACTION_GATE_H
#define ACTION_GATE_H

#include "action/desk.h"
#include "domain/throttle.h"

/* A key under which failed tries are counted, and what it is allowed. */
struct gate {
	unsigned char		 key[HASH_SIZE];
	const struct budget	*budget;
};

enum { GATE_KEYS = 2 };

/* Tries by one account, from one place.  Begins as { .n = 0 }. */
struct tries {
	struct gate	 gates[GATE_KEYS];
	size_t		 n;
};

/* Many people may sit behind one address; a secret is of one account. */
extern const struct budget gate_of_account, gate_of_address;

void	 gate_by(struct tries *, const struct desk *, const struct budget *, const char *what,
	     const char *text);
/* One subscriber has a whole /64 of the newer addresses: count by that. */
const char *gate_network(struct arena *, const char *remote);
/* ms until the next try; 0 go ahead.  left: free tries of the first key. */
enum rc	 gate_ask(const struct desk *, const struct tries *, int64_t *wait, int64_t *left) MUST_USE;
/* Counts a failed try in a transaction of its own; what it was stays RC_INPUT. */
enum rc	 gate_miss(const struct desk *, const struct tries *) MUST_USE;
/* It went well: the first key's tries are forgotten.  Inside a transaction. */
enum rc	 gate_open(const struct desk *, const struct tries *) MUST_USE;

#endif

/* gate.c: failed tries are counted, by account, by device, by address. */
#include <arpa/inet.h>

#include "action/gate.h"
#include "store/throttle_store.h"

static const int64_t	 DAY_MS = INT64_C(24) * 3600 * 1000;

const struct budget gate_of_account = { 5, 2000, 15 * 60 * 1000, 3600 * 1000 };
const struct budget gate_of_address = { 30, 2000, 15 * 60 * 1000, 3600 * 1000 };

void
gate_by(struct tries *t, const struct desk *d, const struct budget *budget, const char *what,
    const char *text)
{
	struct gate	*g = &t->gates[t->n++];

	g->budget = budget;
	secret_lookup(d->secret, what, text, g->key);
}

const char *
gate_network(struct arena *a, const char *remote)
{
	unsigned char	 six[16];

	if (inet_pton(AF_INET6, remote, six) != 1)
		return remote;
	return secret_hex(a, (struct bytes){ six, sizeof(six) / 2 });
}

enum rc
gate_ask(const struct desk *d, const struct tries *t, int64_t *wait, int64_t *left)
{
	struct throttle	 now;
	int64_t		 ms;
	size_t		 i;
	enum rc		 rc = RC_OK;

	*wait = 0;
	for (i = 0; rc == RC_OK && i < t->n; i++) {
		rc = throttle_read(d->db, t->gates[i].key, &now);
		ms = throttle_wait(&now, t->gates[i].budget, d->now);
		*wait = ms > *wait ? ms : *wait;
		if (i == 0)
			*left = t->gates[i].budget->free - now.fails;
	}
	return rc;
}

static enum rc
count_miss(const struct desk *d, const struct tries *t)
{
	struct throttle	 now;
	size_t		 i;
	enum rc		 rc = throttle_sweep(d->db, d->now - DAY_MS);

	for (i = 0; rc == RC_OK && i < t->n; i++) {
		if ((rc = throttle_read(d->db, t->gates[i].key, &now)) != RC_OK)
			break;
		throttle_miss(&now, t->gates[i].budget, d->now);
		rc = throttle_save(d->db, t->gates[i].key, &now);
	}
	return rc;
}

enum rc
gate_miss(const struct desk *d, const struct tries *t)
{
	enum rc	 rc = db_begin(d->db);

	if (rc == RC_OK)
		rc = db_finish(d->db, count_miss(d, t));
	return rc == RC_OK ? RC_INPUT : rc;
}

enum rc
gate_open(const struct desk *d, const struct tries *t)
{
	return throttle_remove(d->db, t->gates[0].key);
}

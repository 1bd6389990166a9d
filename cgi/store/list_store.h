/* list_store.h: tickets near a place, for the triage desk, for the public, counted. */
#ifndef STORE_LIST_STORE_H
#define STORE_LIST_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

struct ticket_list {
	struct ticket	*items;
	size_t		 n, max;
};

/* Where an open ticket is, for ranking those near; the last three are the action's. */
struct spot_row {
	int64_t		 id, category, recorded, lat, lon;
	const char	*area;
	int64_t		 metres;
	bool		 alike;
	double		 cost;
};
struct spot_list {
	struct spot_row	*items;
	size_t		 n, max;
};
/* Each adds the newest there are since a moment, at most max. */
enum rc	 near_spots(struct db *, struct arena *, int64_t cell, int64_t since, int64_t max,
	     struct spot_list *) MUST_USE;
enum rc	 near_area_spots(struct db *, struct arena *, const char *area, int64_t since,
	     int64_t max, struct spot_list *) MUST_USE;

/* Tickets of a state, the nearest limit first. */
enum rc	 list_state(struct db *, struct arena *, enum state, struct ticket_list *) MUST_USE;
enum rc	 list_state_count(struct db *, enum state, int64_t *) MUST_USE;	/* at most 999 */
/* Those an agency sent back: the triage desk leads and somebody rejected them. */
enum rc	 list_sent_back(struct db *, struct arena *, int64_t desk, struct ticket_list *) MUST_USE;

/* The tickets that went into one, and are still in it. */
enum rc	 list_merged(struct db *, int64_t into, int64_t *ids, size_t *n, size_t max) MUST_USE;

/* Public ones before a moment, newest first; area "" and category 0 are all. */
enum rc	 list_public(struct db *, struct arena *, const char *area, int64_t category,
	     int64_t before_at, int64_t before_id, struct ticket_list *) MUST_USE;

enum rc	 count_since(struct db *, int64_t since, int64_t *all, int64_t *open) MUST_USE;
enum rc	 count_open(struct db *, enum track, enum priority, int64_t *) MUST_USE;
/* Of the hours from a moment: calls[24], and how many were no incident. */
enum rc	 count_calls(struct db *, int64_t from, int64_t calls[24], int64_t *junk) MUST_USE;

extern const struct query *const list_queries[];
extern const size_t list_nqueries;

#endif

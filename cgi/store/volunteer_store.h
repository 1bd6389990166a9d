/* volunteer_store.h: how volunteers and their skills are kept; who they are is sealed. */
#ifndef STORE_VOLUNTEER_STORE_H
#define STORE_VOLUNTEER_STORE_H

#include "domain/volunteer.h"
#include "lib/arena.h"
#include "lib/db.h"

struct volunteer_row {
	struct volunteer	 v;		/* without name, phone, email */
	struct bytes		 sealed;	/* "volunteer:<id>"; no data: erased */
	int64_t			 until;		/* of the skill asked for */
};

enum rc	 volunteer_get(struct db *, struct arena *, int64_t id, struct volunteer_row *) MUST_USE;
/* Kept by an agency (0: the city), or by all: -1; behind an id. */
enum rc	 volunteer_rows(struct db *, struct arena *, int64_t agency, int64_t after,
	     struct volunteer_row *, size_t *n, size_t max) MUST_USE;
/* Whose vetting ends before: the earliest first. */
enum rc	 volunteer_due(struct db *, struct arena *, int64_t before, struct volunteer_row *,
	     size_t *n, size_t max) MUST_USE;
/* Those with a skill, with its certificate's end. */
enum rc	 volunteer_able(struct db *, struct arena *, const char *skill,
	     struct volunteer_row *, size_t *n, size_t max) MUST_USE;
/* Fills in the id.  RC_CONFLICT: the number is listed. */
enum rc	 volunteer_insert(struct db *, struct volunteer *, struct bytes phone) MUST_USE;
enum rc	 volunteer_seal(struct db *, int64_t id, struct bytes sealed) MUST_USE;
enum rc	 volunteer_save(struct db *, const struct volunteer *, struct bytes phone) MUST_USE;
enum rc	 volunteer_vet(struct db *, const struct volunteer *) MUST_USE;
enum rc	 volunteer_erase(struct db *, int64_t id, int64_t now) MUST_USE;
/* How often this account looked at a number since; at most max. */
enum rc	 volunteer_openings(struct db *, int64_t account, int64_t since, int64_t max,
	     int64_t *n) MUST_USE;

/* "": nobody who is known. */
enum rc	 volunteer_vetter(struct db *, struct arena *, int64_t account, const char **name) MUST_USE;

enum rc	 skill_list(struct db *, struct arena *, struct skill *, size_t *n, size_t max) MUST_USE;
enum rc	 skills_of(struct db *, struct arena *, int64_t volunteer, struct skill *, size_t *n,
	     size_t max) MUST_USE;
enum rc	 skill_put(struct db *, int64_t volunteer, const char *code, int64_t until) MUST_USE;
enum rc	 skill_lose(struct db *, int64_t volunteer, const char *code) MUST_USE;
enum rc	 skill_drop(struct db *, int64_t volunteer) MUST_USE;	/* all of them */

extern const struct query *const volunteer_queries[];
extern const size_t volunteer_nqueries;

#endif

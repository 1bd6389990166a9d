/*
 * volunteer_action.h: volunteers: kept, vetted, looked at, erased.
 *
 * An agency's head keeps the agency's own, a supervisor and an admin all.
 * Who they are is sealed; a number is masked for everybody until it is
 * opened, which is an event with a reason.  An admin sees no names.
 */
#ifndef ACTION_VOLUNTEER_ACTION_H
#define ACTION_VOLUNTEER_ACTION_H

#include "action/desk.h"
#include "store/volunteer_store.h"

enum { VOLUNTEER_PAGE = 50, SKILLS_MAX = 40, VOLUNTEER_OPENINGS = 30 };

struct volunteer_sheet {
	struct volunteer	 v;		/* name as this reader may see it, phone masked */
	struct skill		 skills[SKILLS_MAX];
	size_t			 nskills;
	const char		*vetter;	/* a name, "" */
	enum unfit		 unfit;		/* to be called at all, whatever the skill */
	bool			 veiled;	/* names are not for this reader */
	bool			 opens;		/* the number may be opened */
};

struct volunteer_list {
	struct volunteer_sheet	*rows;
	size_t			 n;
	bool			 more;
	struct volunteer_sheet	*due;		/* vetting ends within 30 days, or has ended */
	size_t			 ndue;
};

enum rc	 see_volunteers(const struct desk *, int64_t after, struct volunteer_list *) MUST_USE;
enum rc	 see_volunteer(const struct desk *, int64_t id, struct volunteer_sheet *) MUST_USE;
enum rc	 see_skills(const struct desk *, struct skill *, size_t *n) MUST_USE;

/*
 * id 0 adds one, who has agreed to the words of CONSENT_VERSION now.  On a
 * change a number or an address left empty stays as it is.  RC_CONFLICT: the number is
 * listed, or it was changed meanwhile.  RC_INPUT: no name, no number, no such village.
 */
struct volunteer_order {
	struct volunteer	 v;
	const struct skill	*skills;	/* of a new one; later by volunteer_skill() */
	size_t			 nskills;
	bool			 agreed;	/* to the newest words */
};
enum rc	 volunteer_keep(const struct desk *, struct volunteer_order *) MUST_USE;
/* Has it, with a certificate good before until (0: none); -1 has it no more. */
enum rc	 volunteer_skill(const struct desk *, int64_t id, const char *code,
	     int64_t until) MUST_USE;
/* RC_INPUT: the end is past, or there is no note. */
enum rc	 volunteer_vetted(const struct desk *, int64_t id, int64_t until,
	     const char *note) MUST_USE;
/* Consent is withdrawn: what is known of them goes, now. */
enum rc	 volunteer_withdraw(const struct desk *, int64_t id) MUST_USE;

/* The number and the address, with a reason.  RC_INPUT: no reason; RC_CONFLICT: too many today. */
enum rc	 volunteer_open(const struct desk *, int64_t id, const char *reason,
	     struct volunteer *) MUST_USE;

/* --- for callout_action.c, inside a transaction ---------------------------------------------- */

enum rc	 volunteer_unseal(const struct desk *, const struct volunteer_row *,
	     struct volunteer *) MUST_USE;
/* As volunteer_open(), on a ticket. */
enum rc	 volunteer_look(const struct desk *, const struct volunteer_row *, int64_t ticket,
	     const char *reason, struct volunteer *) MUST_USE;
const char *volunteer_mask(struct arena *, const char *name);	/* "S.... R...." */

#endif

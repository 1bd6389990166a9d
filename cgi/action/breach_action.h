/* breach_action.h: failures to protect personal data: written down, told, closed. */
#ifndef ACTION_BREACH_ACTION_H
#define ACTION_BREACH_ACTION_H

#include "action/desk.h"
#include "domain/subject.h"

enum breach_fault { BREACH_FINE = 0, BREACH_EMPTY, BREACH_FUTURE, BREACH_BEFORE,
    BREACH_FAULTS };

/* What is known of it, and what was done.  RC_FORBIDDEN without MAY_PRIVACY_DESK. */
struct breach_order {
	const char		*token;		/* of a new one */
	const char		*number;	/* of one there is */
	int64_t			 version;
	int64_t			 happened, found;	/* ms; only of a new one */
	int64_t			 people;
	const char		*data, *cause, *measures;
	const char		*told;		/* whom and how */
	int64_t			 told_at;
	const char		*learnt;
	enum breach_fault	 fault;		/* out */
};

/* Each is an event; its data says the number and the step.  RC_CONFLICT: somebody was faster. */
enum rc	 breach_open(const struct desk *, struct breach_order *, struct breach *) MUST_USE;
enum rc	 breach_change(const struct desk *, struct breach_order *) MUST_USE;
enum rc	 breach_notify(const struct desk *, struct breach_order *) MUST_USE;
enum rc	 breach_close(const struct desk *, struct breach_order *) MUST_USE;

enum { BREACHES_SHOWN = 50 };
struct breaches_view {
	struct breach	 open[BREACHES_SHOWN], closed[BREACHES_SHOWN];
	size_t		 nopen, nclosed;
};
enum rc	 see_breaches(const struct desk *, struct breaches_view *) MUST_USE;
enum rc	 see_breach(const struct desk *, const char *number, struct breach *) MUST_USE;

#endif

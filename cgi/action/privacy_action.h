/* privacy_action.h: what people ask about their own data, and what the desk does about it. */
#ifndef ACTION_PRIVACY_ACTION_H
#define ACTION_PRIVACY_ACTION_H

#include "action/desk.h"
#include "domain/subject.h"
#include "domain/ticket.h"

/* Why a request or a decision was refused: RC_INPUT. */
enum subject_fault {
	SUBJECT_FINE = 0,
	SUBJECT_NO_TICKET,	/* no such number */
	SUBJECT_NOBODY,		/* nobody with this phone reported it */
	SUBJECT_WHICH,		/* several did: the phone must say who */
	SUBJECT_AGAIN,		/* the same is asked already and not yet answered */
	SUBJECT_NO_WORDS,
	SUBJECT_NOT_PROVED,	/* the desk must see who asks */
	SUBJECT_NO_REASON,
	SUBJECT_NO_CHANGE,	/* a correction that corrects nothing */
	SUBJECT_BOTH,		/* one that writes and empties the same */
	SUBJECT_BAD_NIK,
	SUBJECT_NO_IDENTITY,	/* nothing is kept of this person */
	SUBJECT_OPEN_TICKET,	/* what is being worked on is not erased */
	SUBJECT_HELD,		/* nor what a case needs */
	SUBJECT_FAULTS
};

/* --- by the person, with the tracking code --- */

struct subject_ask {
	const char		*token;
	enum subject_kind	 kind;
	const char		*words;		/* what is wrong, or why; "" only for access */

	/* of the desk's, for who came in person, wrote or called */
	const char		*about;		/* a ticket's number */
	const char		*phone;		/* "" unknown */
	const char		*channel;
	bool			 proved;	/* the desk saw who it is */

	enum subject_fault	 fault;		/* out */
};

enum { SUBJECTS_SHOWN = 50 };

struct own_data {
	struct ticket	 t;
	struct subject	 list[SUBJECTS_SHOWN];	/* newest first */
	size_t		 n;
};

/* Codes and throttling as in track(): RC_NOTFOUND. */
enum rc	 see_own_data(const struct desk *, const char *code, const char *remote,
	     struct own_data *) MUST_USE;
enum rc	 subject_ask(const struct desk *, const char *code, const char *remote,
	     struct subject_ask *, struct subject *) MUST_USE;
/* The answer as JSON, see privacy_letter.c.  RC_NOTFOUND: none, or kept no longer. */
enum rc	 see_own_letter(const struct desk *, const char *code, const char *remote,
	     const char *number, const char **letter) MUST_USE;

/* --- by the desk: RC_FORBIDDEN without MAY_PRIVACY_DESK --- */

enum rc	 subject_enter(const struct desk *, struct subject_ask *, struct subject *) MUST_USE;

/* What the desk looks through: open ones, first what is due first; ended ones, newest first. */
enum subject_list {
	SUBJECTS_OPEN = 0, SUBJECTS_LATE, SUBJECTS_RECEIVED, SUBJECTS_IN_WORK,
	SUBJECTS_ENDED, SUBJECTS_DONE, SUBJECTS_REFUSED, SUBJECT_LISTS
};
struct subjects_filter {
	enum subject_list	 list;
	int64_t			 at, id;	/* of the last row of the page before; 0: the first page */
};
struct subjects_view {
	struct subject	 rows[SUBJECTS_SHOWN + 1];
	size_t		 n;
	bool		 more;
};
enum rc	 see_subjects(const struct desk *, const struct subjects_filter *,
	     struct subjects_view *) MUST_USE;

/* How much waits at the desk, and how much of it too long; of breaches, to be told. */
struct privacy_load {
	int64_t	 requests, requests_late, breaches, breaches_late;
};
enum rc	 see_privacy_load(const struct desk *, struct privacy_load *) MUST_USE;

struct subject_view {
	struct subject	 s;
	struct ticket	 t;
	const char	*words;		/* what was asked; NULL no longer kept */
	bool		 has_identity;	/* something is kept of the person */
	bool		 is_busy;	/* the ticket is still worked on */
	bool		 is_held;
};
enum rc	 see_subject(const struct desk *, const char *number, struct subject_view *) MUST_USE;

/* What is corrected: a new value, or none any more; "" and false: unchanged. */
struct fix {
	const char	*name, *phone, *email, *nik;
	bool		 no_name, no_phone, no_email, no_nik;
};

struct subject_decision {
	const char		*number;
	int64_t			 version;
	const char		*reply;			/* read by the person */
	const char		*reason;		/* of a refusal */
	struct fix		 fix;			/* of a correction */
	enum subject_fault	 fault;			/* out */
};

/* Each is an event.  RC_CONFLICT: somebody was faster, or it is at another step. */
enum rc	 subject_start(const struct desk *, struct subject_decision *) MUST_USE;
enum rc	 subject_refuse(const struct desk *, struct subject_decision *) MUST_USE;
/*
 * Access: the letter is written.  Correction: sealed anew, found by the new
 * number.  Erasure: identity, number, own words, answers and photos are gone;
 * after the letter that says so, no more letters.  Events stay, they name nobody.
 */
enum rc	 subject_grant(const struct desk *, struct subject_decision *) MUST_USE;
/* The letter for somebody at the desk: opens the identity, which is an event. */
enum rc	 subject_print(const struct desk *, const char *number, const char **letter) MUST_USE;

#endif

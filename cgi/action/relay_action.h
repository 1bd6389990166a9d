/* relay_action.h: what a shift leaves to the next one, and who read it. */
#ifndef ACTION_RELAY_ACTION_H
#define ACTION_RELAY_ACTION_H

#include "action/desk.h"
#include "domain/priority.h"
#include "store/duty_store.h"

enum { RELAY_NOTES = 12, RELAY_READERS = 30, RELAY_WORDS = 4000 };

/* What is open as the shift ends. */
struct relay_facts {
	int64_t	 open[PRIORITY_COUNT];	/* tasks, by priority */
	int64_t	 late;			/* over their limit */
	int64_t	 out;			/* units that are not ready */
	int64_t	 lacks;			/* warnings that people lack */
};

struct relay {
	struct handover		 own;		/* as far as it is written; id 0: not begun */
	struct relay_facts	 facts;
	struct handover		*notes;		/* signed, the newest first */
	size_t			 nnotes;
};

/* RC_FORBIDDEN: is on no roster. */
enum rc	 see_relay(const struct desk *, struct relay *) MUST_USE;
/* Kept while it is written.  RC_CONFLICT: it is handed over already. */
enum rc	 relay_draft(const struct desk *, const char *words) MUST_USE;
/* Handed over; the numbers are those of now.  RC_CONFLICT: it was already. */
enum rc	 relay_sign(const struct desk *, const char *words) MUST_USE;
/* RC_NOTFOUND: another's.  RC_CONFLICT: one's own, or read already. */
enum rc	 relay_read(const struct desk *, int64_t id) MUST_USE;

struct relay_sheet {
	struct handover		 note;
	struct relay_facts	 facts;
	struct note_reader		 readers[RELAY_READERS];
	size_t			 nreaders;
	bool			 reads;		/* may say that it is read, and has not */
};
enum rc	 see_note(const struct desk *, int64_t id, struct relay_sheet *) MUST_USE;
/* Notes to the shift of whoever looks, that nobody there has read; not one's own. */
enum rc	 see_unread(const struct desk *, struct handover *, size_t *n, size_t max) MUST_USE;

#endif

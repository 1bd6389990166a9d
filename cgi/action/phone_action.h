/*
 * phone_action.h: telephone calls: what the exchange tells of them, who sits at
 * which telephone, and what the desk sees of all that.
 */
#ifndef ACTION_PHONE_ACTION_H
#define ACTION_PHONE_ACTION_H

#include "action/file_action.h"
#include "action/gateway_action.h"
#include "domain/ring.h"

enum { PHONES_MAX = 12 };		/* shown at once */

/* --- the exchange ----------------------------------------------------------------------- */

/*
 * One word of the exchange about one call, once.  Whatever order the words come
 * in, the call is the same after the last of them.  A call that the desk has
 * closed is closed.  RC_CONFLICT: its id was of another message.
 */
enum rc	 phone_tell(const struct desk *, const struct parcel *, const struct ring_said *,
	     const char **answer) MUST_USE;

/* Calls that rang and of which nothing more is heard are lost; *n counts.  The worker's. */
enum rc	 worker_rings(const struct desk *, size_t *n) MUST_USE;

/*
 * The exchange told of a call when it rang; the form says what it was, and who
 * called.  Inside the form's transaction.
 */
enum rc	 phone_end(const struct desk *, const struct filing *, const char *type,
	     struct call *) MUST_USE;

/* --- the desk ----------------------------------------------------------------------------- */

enum phone_mode { PHONE_NONE = 0, PHONE_ON, PHONE_MANUAL };	/* none: no exchange is known */

struct phone_call {
	int64_t		 id, rang, answered, ended;
	const char	*line;
	const char	*number;	/* of one's own whole, else its end; "" unknown */
	const char	*token;		/* of one's own: its form's */
};

struct phone_desk {
	enum phone_mode		 mode;
	int64_t			 heard;		/* of the exchange, last; 0 never */
	const char		*extension, *line;	/* where who asks sits; "" nowhere */
	struct phone_call	*ringing, *answered;	/* the oldest first; one's own */
	size_t			 nringing, nanswered;
};

enum rc	 see_phone(const struct desk *, struct phone_desk *) MUST_USE;
/* One's own, answered and not yet closed.  RC_NOTFOUND. */
enum rc	 see_answered(const struct desk *, int64_t call, struct phone_call *) MUST_USE;
/* For a shift.  "": nowhere.  RC_INPUT: that is no telephone's name. */
enum rc	 phone_sit(const struct desk *, const char *extension, const char *line) MUST_USE;

/* --- a call looked at afterwards ------------------------------------------------------------ */

/* Typed by the taker; told by the exchange; read in from its file. */
enum phone_source { PHONE_TYPED = 0, PHONE_HEARD, PHONE_READ };

/* For whoever may look through calls. */
enum rc	 see_phone_source(const struct desk *, int64_t call, enum phone_source *, bool *recorded)
	     MUST_USE;
/*
 * Where the recording lies, for who leads the desk and says why: an event.
 * RC_INPUT: no reason.  RC_NOTFOUND: no recording.
 */
enum rc	 phone_recording(const struct desk *, int64_t call, const char *reason, const char **link)
	     MUST_USE;

/* --- the wall ----------------------------------------------------------------------------- */

/* Of today's calls whose times are the exchange's: answered in 15 s, agencies told in 60 s. */
struct phone_clock {
	int64_t	 calls, in_time;	/* calls: those that do not ring any more */
	int64_t	 told, told_in_time;	/* told: emergencies with an agency */
};
enum rc	 see_phone_clock(const struct desk *, struct phone_clock *) MUST_USE;

#endif

/*
 * worker_action.h: what the system does by itself, on a clock that is passed in.
 *
 * Everything is derived from what is in the store and due: a worker that was
 * away does on its return what it would have done, and nothing is pending
 * that a reopening would have to cancel.
 */
#ifndef ACTION_WORKER_ACTION_H
#define ACTION_WORKER_ACTION_H

#include "action/desk.h"
#include "lib/hook.h"
#include "lib/mail.h"
#include "lib/tmpl.h"

/*
 * Alarms that are due ring: an event, a pulse that screens see, at first a
 * letter.  Again after priority_alarm(); when a step of the agency's ladder
 * has its turn its people are told; after the last ever more seldom.
 * *n counts them; at most 100 at once.
 */
enum rc	 worker_alarms(const struct desk *, size_t *n) MUST_USE;

/*
 * Complaints nobody disputed are closed, questions nobody answered archived,
 * work begins again that was put off until now.  *n counts; at most 100 each.
 */
enum rc	 worker_closings(const struct desk *, size_t *n) MUST_USE;

/*
 * Where the calendar changed (a holiday, a suspension), the limits of open
 * complaints are read anew, a few at a time; each that moved says so.
 */
enum rc	 worker_clocks(const struct desk *, size_t *n) MUST_USE;

/* Leading agencies that were silent too long, and reporters whose limit passed, are told: once. */
enum rc	 worker_silences(const struct desk *, size_t *n) MUST_USE;
enum rc	 worker_overdue(const struct desk *, size_t *n) MUST_USE;

/* Sessions and failed tries that are over are forgotten. */
enum rc	 worker_sweep(const struct desk *) MUST_USE;

/* Where letters are made and handed over. */
struct post_office {
	struct tmpl	*tmpl;
	const char		*server;	/* "smtp://host:port" */
	const char		*from;
	const char		*url;		/* our public address, without a slash behind it */
	enum rc			(*send)(struct arena *, const struct letter *);	/* mail_send */
	enum rc			(*hook)(struct arena *, const struct hook *);	/* hook_post */
	enum rc			(*push)(struct arena *, const struct hook_push *); /* hook_push */
};

/*
 * Takes a few letters that are due and sends them, the urgent first.  What
 * fails for now is tried again after notice_wait(), then given up; what can
 * never be sent is given up at once.  A server that does not answer rests, and
 * what waits for it with it.  *n counts those sent.
 */
enum rc	 worker_letters(const struct desk *, const struct post_office *, size_t *n) MUST_USE;

/* The same with what goes by SMS, by WhatsApp, to browsers; each rests by itself. */
enum rc	 worker_notices(const struct desk *, const struct post_office *, size_t *n) MUST_USE;

/* A channel that fails, or leaves what is urgent lying, is an event, and so is its recovery. */
enum rc	 worker_carriers(const struct desk *, size_t *n) MUST_USE;

/*
 * Once a day the head of the chain of events goes to the setting audit_mail:
 * what has left the house cannot be rewritten in it.  Tried again every ten minutes.
 */
enum rc	 worker_head(const struct desk *, const struct post_office *) MUST_USE;

/*
 * What the privacy desk must answer or tell within 3 x 24 hours, with a day
 * left and again when that is over: an event each.  *n counts them.
 */
enum rc	 worker_privacy(const struct desk *, size_t *n) MUST_USE;
/* And a letter about all of them to the setting privacy_mail; tried again every ten minutes. */
enum rc	 worker_privacy_mail(const struct desk *, const struct post_office *) MUST_USE;

/* The setting mail_from; "" where no letters are sent. */
enum rc	 worker_sender(const struct desk *, const char **from) MUST_USE;

#endif

/*
 * text_gateway.h: written emergencies by gateways of messages: WhatsApp, SMS, others.
 *
 * Who writes again goes on in the same conversation while it is open.  What a
 * taker answers goes out signed as what comes in is, under one name with every
 * try; after some hours in vain it is dead, and the desk sees that.
 */
#ifndef ACTION_TEXT_GATEWAY_H
#define ACTION_TEXT_GATEWAY_H

#include "action/gateway_action.h"
#include "action/text_action.h"
#include "domain/notice.h"
#include "lib/hook.h"

enum { SENDER_MAX = 64, SENDER_NAME = 80 };

struct text_told {
	const char	*channel;	/* "whatsapp", "sms", "other" */
	const char	*from;		/* a number, or the gateway's name of somebody */
	const char	*name, *words;
	struct place	 place;		/* text "" where not said */
};

/* RC_INPUT: nothing in it. */
enum rc	 text_told(const struct desk *, const struct parcel *, const struct text_told *,
	     const char **answer) MUST_USE;

/* An admin says where a gateway takes answers.  RC_NOTFOUND: no such gateway. */
/* Who takes our SMS, our WhatsApp.  RC_INPUT: not a gateway of messages with an address. */
enum rc	 text_carry(const struct desk *, const char *code, enum channel) MUST_USE;
enum rc	 text_hook(const struct desk *, const char *code, const char *url) MUST_USE;

/* The worker: some that are due.  send is hook_post. */
enum rc	 worker_replies(const struct desk *, enum rc (*send)(struct arena *,
	     const struct hook *), size_t *n) MUST_USE;

#endif

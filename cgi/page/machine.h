/*
 * machine.h: the door for machines: no session, no cookie; JSON in, JSON out.
 *
 * A message comes with
 *
 *	Authorization: Bearer CODE		which gateway (siaga gateway add CODE)
 *	X-Siaga-Time: 1764000000		seconds; at most five minutes off
 *	X-Siaga-Signature: hex			HMAC-SHA256(secret, time "." body)
 *
 * and its body is an object with an "id" of the sender's own.  A refusal is
 * {"error": code, "message": words}.
 *
 * A new route under /api/ is a line in prog/api.c (POST, path, which right of a
 * gateway, handler) and, where its action reads more tables, some grants.  When
 * the handler runs, all of the above is done: v->message says who speaks,
 * v->json is the body.  It reads what it wants with machine_text(), calls an
 * action that asks message_first() and message_done() inside its transaction
 * (see action/gateway_action.h), and ends with machine_say(v, rc, answer).
 * Which kind of gateway has a right stands in domain/gateway.c.
 */
#ifndef PAGE_MACHINE_H
#define PAGE_MACHINE_H

#include "action/gateway_action.h"
#include "lib/json.h"
#include "page/app.h"

/* Of app.c: the way a request to a program of machines goes, and how it is refused. */
enum rc	 machine_answer(const struct app *, struct visit *) MUST_USE;
void	 machine_error(struct visit *, enum rc);

/* For handlers: a member as text, cleaned; "" where absent; RC_INPUT, with the fault said,
 * where it is no text of at most max characters. */
enum rc	 machine_text(struct visit *, const char *name, size_t max, const char **) MUST_USE;
/* The code of a fault, for the sender's programmer; words to it are L.machine.CODE.  RC_INPUT. */
enum rc	 machine_fault(struct visit *, const char *code);
/* The answer, a JSON text; or rc as it is. */
enum rc	 machine_say(struct visit *, enum rc, const char *answer) MUST_USE;

/* POST /api/detak: a gateway says that it is there. */
enum rc	 machine_beat(struct visit *);

#endif

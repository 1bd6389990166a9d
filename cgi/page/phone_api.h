/* phone_api.h: POST /api/calls: what a telephone exchange tells of its calls. */
#ifndef PAGE_PHONE_API_H
#define PAGE_PHONE_API_H

#include "domain/ring.h"
#include "page/machine.h"

enum rc	 phone_api_calls(struct visit *);

/*
 * One event out of a JSON object: "event", "call", and where known "number",
 * "line", "extension", "recording", "time" (seconds).  What is odd in the caller's
 * number, the line or the link is left out: no call is lost for it.  NULL where
 * it is good, else the code of what is wrong.
 */
const char *phone_api_read(struct arena *, const struct json *, int64_t now, struct ring_said *);

#endif

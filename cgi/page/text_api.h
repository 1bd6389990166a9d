/* text_api.h: POST /api/messages: what gateways hand in that people wrote. */
#ifndef PAGE_TEXT_API_H
#define PAGE_TEXT_API_H

#include "action/text_gateway.h"
#include "page/machine.h"

enum rc	 text_api_messages(struct visit *) MUST_USE;

/* For the handler, and for whoever fuzzes it: the member at fault, or NULL. */
const char *text_api_read(struct arena *, const struct json *, struct text_told *);

#endif

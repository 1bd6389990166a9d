/* base64.h: bytes as letters, with padding: for data: addresses (RFC 4648, 4). */
#ifndef LIB_BASE64_H
#define LIB_BASE64_H

#include "lib/arena.h"

char	*base64_text(struct arena *, struct bytes);

#endif

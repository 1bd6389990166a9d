/* json.h: the only door to cJSON: reading, and one string writer. */
#ifndef LIB_JSON_H
#define LIB_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/buf.h"

struct json;			/* one value; lives until json_free of its root */

struct json	*json_read(const char *text);			/* NULL where malformed */
void		 json_free(struct json *);
const struct json *json_get(const struct json *, const char *name);	/* or NULL */
const struct json *json_at(const struct json *, size_t);		/* or NULL */
size_t		 json_count(const struct json *);		/* of an array; else 0 */
const struct json *json_first(const struct json *);	/* of an array; else NULL */
const struct json *json_next(const struct json *);	/* its neighbour, or NULL */
const char	*json_text(const struct json *);		/* "" where not a string */
int64_t		 json_int(const struct json *);			/* 0 where not a number */
double		 json_number(const struct json *);		/* NAN where not a number */
bool		 json_true(const struct json *);
bool		 json_is_text(const struct json *);
bool		 json_is_object(const struct json *);
char		*json_print(struct arena *, const struct json *);	/* compact */

void		 json_put_text(struct buf *, const char *);	/* "quoted and escaped" */

#endif

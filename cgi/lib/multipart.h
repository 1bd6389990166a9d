/*
 * multipart.h: a form with files, as a browser sends it (RFC 7578).
 *
 * Nothing is copied but texts: a file is a piece of the body.  Its name and
 * the type that came with it are not kept, for nobody is to believe them.
 */
#ifndef LIB_MULTIPART_H
#define LIB_MULTIPART_H

#include "lib/pairs.h"

enum { MAX_FILES = 20, MAX_FIELDS = 60, MAX_FIELD = 64 * 1024, MAX_BOUNDARY = 70 };

struct upload {
	const char	*name;		/* of the field */
	struct bytes	 data;
};

struct uploads {
	struct upload	*items;
	size_t		 n;
};

/* Out of a Content-Type; NULL where it is not multipart/form-data with a good boundary. */
const char	*multipart_boundary(struct arena *, const char *type);
/*
 * RC_OK; RC_INPUT malformed, or a text that pairs_read() would refuse;
 * RC_FORBIDDEN too many parts, or too much text.  A file field left empty is
 * no file.
 */
enum rc		 multipart_read(struct arena *, struct bytes body, const char *boundary,
		     struct pairs *, struct uploads *) MUST_USE;

#endif

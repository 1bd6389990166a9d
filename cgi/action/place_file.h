/* place_file.h: one record of a file of places, whatever its form.  For place_import.c. */
#ifndef ACTION_PLACE_FILE_H
#define ACTION_PLACE_FILE_H

#include "action/place_action.h"
#include "lib/json.h"
#include "lib/rows.h"
#include "lib/sheet.h"

struct feature {
	struct arena		*arena;
	struct sheet		 sheet;		/* of a CSV: its head, and this row */
	struct json		*root;		/* of a GeoJSON: the object; to be freed */
	const struct json	*geometry;
};

/* false: *why. */
bool	 feature_read(struct arena *, const struct rows *, const char *head, struct feature *,
	     const char **why);
void	 feature_end(struct feature *);
/* What stands under the first of these names that is there, "" where none is. */
const char *feature_text(const struct feature *, const char *const names[]);
/* A point of it: itself, the middle of a line, the middle of an area's box.  false: none. */
bool	 feature_point(const struct feature *, struct point *);
bool	 feature_is_line(const struct feature *);
/* A polygon's rings, and the same with fewer points; false: it is none, or too long. */
bool	 feature_shape(const struct feature *, const char **shape, const char **outline,
	     struct box *);

#endif

/* duty_store.c: who is on duty. */
#include "store/duty_store.h"

static const struct query of_agency = {
	"an agency's people of a role",
	"SELECT id FROM account WHERE role = ?1 AND agency = ?2 AND disabled_at = 0"
	" ORDER BY id LIMIT ?3"
};

static const struct query of_city = {
	"the city's people of a role",
	"SELECT id FROM account WHERE role = ?1 AND agency IS NULL AND disabled_at = 0"
	" ORDER BY id LIMIT ?2"
};

enum rc
duty_role(struct db *db, enum role role, int64_t agency, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, agency != 0 ? &of_agency : &of_city);

	*n = 0;
	put_text(s, role_code(role));
	if (agency != 0)
		put_int(s, agency);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

const struct query *const duty_queries[] = { &of_agency, &of_city };
const size_t duty_nqueries = COUNT(duty_queries);

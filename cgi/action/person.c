/* person.c: a reporter's identity, as far as this reader may see it. */
#include <string.h>

#include "action/person.h"
#include "action/rule.h"
#include "lib/json.h"

static const struct identity nobody = { "", "", "", "" };

/* Confidential: only those who handle it.  Anonymous: nobody, ever. */
static bool
may_see(const struct desk *d, const struct ticket *t, const struct reporter *r)
{
	if (r->privacy == PRIVACY_ANONYMOUS || r->privacy == PRIVACY_NONE)
		return false;
	if (role_may(d->who.role, MAY_TAKE))
		return true;
	return rule_is_agency_role(d->who.role) &&
	    (r->privacy == PRIVACY_PUBLIC || d->who.agency == t->lead);
}

const char *
person_mask(struct arena *a, const char *phone)
{
	size_t	 n = strlen(phone);

	if (n < 8)
		return n == 0 ? "" : "\u2022\u2022\u2022\u2022";
	return arena_printf(a, "%.4s \u2022\u2022\u2022\u2022 %s", phone, phone + n - 4);
}

enum rc
person_open(const struct desk *d, const struct ticket *t, const struct reporter *r,
    struct bytes sealed, struct identity *who)
{
	struct json	*j;
	const char	*text;
	enum rc		 rc;

	*who = nobody;
	if (sealed.data == NULL || !may_see(d, t, r))
		return RC_OK;
	rc = secret_unseal(d->secret, d->arena,
	    arena_printf(d->arena, "reporter:%lld", (long long)r->id), sealed, &text);
	if (rc != RC_OK || (j = json_read(text)) == NULL)
		return rc == RC_OK ? RC_FAIL : rc;
	who->name = arena_text(d->arena, json_text(json_get(j, "name")));
	who->phone = person_mask(d->arena, json_text(json_get(j, "phone")));
	json_free(j);
	return RC_OK;
}

/* person.c: a reporter's identity, as far as this reader may see it. */
#include <string.h>

#include "action/person.h"
#include "action/rule.h"
#include "lib/json.h"

#define DOTS	"\u2022\u2022\u2022\u2022"

static const struct identity nobody = { "", "", "", "" };

/* --- who looks at what ------------------------------------------------------------------- */

/* The last part an agency had tells; one it gave back is none. */
static enum stake
stake_of(const struct desk *d, const struct ticket *t, const struct assignment *parts, size_t n)
{
	const struct assignment	*last = NULL;
	size_t			 i;

	for (i = 0; i < n; i++)
		if (parts[i].agency == d->who.agency &&
		    (last == NULL || parts[i].id > last->id))
			last = &parts[i];
	if (last == NULL || last->state == ST_REJECTED || last->state == ST_TRANSFERRED)
		return STAKE_NONE;
	if (d->who.agency == t->lead)
		return STAKE_LEADS;
	return last->state == ST_NOT_NEEDED ? STAKE_NONE : STAKE_SUPPORTS;
}

struct glance
person_glance(const struct desk *d, const struct ticket *t, const struct assignment *parts,
    size_t n)
{
	const struct category	*c = ref_category(d->ref, t->category);

	return (struct glance){
		.reader = { d->who.role, rule_is_agency_role(d->who.role) ?
		    stake_of(d, t, parts, n) : STAKE_NONE },
		.kind = mask_kind(c == NULL || c->sensitive, t),
	};
}

/* --- masks ------------------------------------------------------------------------------- */

const char *
person_mask(struct arena *a, const char *phone)
{
	size_t	 n = strlen(phone);

	if (n < 8)
		return n == 0 ? "" : DOTS;
	return arena_printf(a, "%.4s " DOTS " %s", phone, phone + n - 4);
}

/* How many bytes the first letter has. */
static int
letter(const char *text)
{
	int	 n = 1;

	while (((unsigned char)text[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* "Siti Rahma" is "S.... R....". */
static const char *
mask_name(struct arena *a, const char *name)
{
	const char	*out = "";

	for (name += strspn(name, " "); *name != '\0'; name += strspn(name, " ")) {
		out = arena_printf(a, "%s%s%.*s" DOTS, out, *out == '\0' ? "" : " ",
		    letter(name), name);
		name += strcspn(name, " ");
	}
	return out;
}

static const char *
mask_email(struct arena *a, const char *email)
{
	const char	*at = strrchr(email, '@');

	if (at == NULL || at == email)
		return *email == '\0' ? "" : DOTS;
	return arena_printf(a, "%.*s" DOTS "%s", letter(email), email, at);
}

/* --- seeing ------------------------------------------------------------------------------ */

enum rc
person_unseal(const struct desk *d, int64_t reporter, struct bytes sealed, struct identity *who)
{
	struct json	*j;
	const char	*text;
	enum rc		 rc;

	*who = nobody;
	rc = secret_unseal(d->secret, d->arena, arena_printf(d->arena, "reporter:%lld",
	    (long long)reporter), sealed, &text);
	if (rc != RC_OK || (j = json_read(text)) == NULL)
		return rc == RC_OK ? RC_FAIL : rc;
	who->name = arena_text(d->arena, json_text(json_get(j, "name")));
	who->phone = arena_text(d->arena, json_text(json_get(j, "phone")));
	who->email = arena_text(d->arena, json_text(json_get(j, "email")));
	who->nik = arena_text(d->arena, json_text(json_get(j, "nik")));
	json_free(j);
	return RC_OK;
}

static void
look(struct arena *a, struct glance g, enum privacy privacy, enum thing thing,
    const char **text, const char *(*mask)(struct arena *, const char *))
{
	enum sight	 s = mask_sight(g.reader, g.kind, privacy, thing);

	*text = s == SIGHT_SHOWN ? *text : s == SIGHT_MASKED ? mask(a, *text) : "";
}

static const char *
mask_all(struct arena *a, const char *text)
{
	(void)a;
	return *text == '\0' ? "" : DOTS;
}

/* Is anything of a person seen at all?  What is not is not even opened. */
static bool
sees_some(struct glance g, enum privacy privacy)
{
	enum thing	 t;

	for (t = THING_NAME; t <= THING_NIK; t++)
		if (mask_sight(g.reader, g.kind, privacy, t) != SIGHT_HIDDEN)
			return true;
	return false;
}

enum rc
person_look(const struct desk *d, struct glance g, struct bytes sealed, struct person *p)
{
	enum privacy	 privacy = p->r.privacy;
	enum rc		 rc;

	p->who = nobody;
	p->opens = sealed.data != NULL && mask_opens(g.reader, g.kind, privacy);
	if (mask_sight(g.reader, g.kind, privacy, THING_WORDS) != SIGHT_SHOWN)
		p->r.words = "";
	if (sealed.data == NULL)
		return RC_OK;
	p->withheld = !sees_some(g, privacy);
	if (p->withheld)
		return RC_OK;
	if ((rc = person_unseal(d, p->r.id, sealed, &p->who)) != RC_OK)
		return rc;
	look(d->arena, g, privacy, THING_NAME, &p->who.name, mask_name);
	look(d->arena, g, privacy, THING_PHONE, &p->who.phone, person_mask);
	look(d->arena, g, privacy, THING_EMAIL, &p->who.email, mask_email);
	look(d->arena, g, privacy, THING_NIK, &p->who.nik, mask_all);
	return RC_OK;
}

void
person_veil(const struct desk *d, struct glance g, struct ticket *t)
{
	const struct category	*c = ref_category(d->ref, t->category);

	if (mask_sight(g.reader, g.kind, t->privacy, THING_DETAIL) != SIGHT_SHOWN) {
		t->title = c == NULL ? "" : c->name;
		t->detail = "";
	}
	if (mask_sight(g.reader, g.kind, t->privacy, THING_PLACE) != SIGHT_SHOWN) {
		t->place.text = "";
		t->place.lat = t->place.lon = 0;
	}
}

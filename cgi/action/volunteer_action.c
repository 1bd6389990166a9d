/* volunteer_action.c: volunteers: kept, vetted, looked at, erased. */
#include <string.h>

#include "action/person.h"
#include "action/rule.h"
#include "action/volunteer_action.h"
#include "lib/json.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/event_store.h"

#define DOTS	"\u2022\u2022\u2022\u2022"

enum { DUE_MAX = 100 };
static const int64_t	soon = 30 * DAY;

/* Never a name: the record stays, and the person may go. */
static enum rc
tell(const struct desk *d, int64_t id, enum act act, int64_t ticket, const char *note,
    const char *what)
{
	struct event	 e = { .at = d->now, .ticket = ticket, .object = id, .act = act,
		.who = d->who, .note = note,
		.data = arena_printf(d->arena, "{\"volunteer\":\"%s\"}", what) };

	return event_add(d->db, d->arena, &e);
}

static bool
reaches(const struct desk *d, int64_t agency)
{
	return !rule_is_agency_role(d->who.role) || d->who.agency == agency;
}

static enum rc
find(const struct desk *d, int64_t id, struct volunteer_row *r)
{
	enum rc	 rc = volunteer_get(d->db, d->arena, id, r);

	return rc == RC_OK && (r->v.erased || !reaches(d, r->v.agency)) ? RC_NOTFOUND : rc;
}

/* --- seals and masks ------------------------------------------------------------------------- */

static const char *
context(const struct desk *d, int64_t id)
{
	return arena_printf(d->arena, "volunteer:%lld", (long long)id);
}

static void
put_pair(struct buf *b, const char *name, const char *value)
{
	buf_text(b, b->len == 0 ? "{" : ",");
	json_put_text(b, name);
	buf_text(b, ":");
	json_put_text(b, value);
}

static enum rc
seal(const struct desk *d, const struct volunteer *v)
{
	struct buf	 b = { 0 };
	enum rc		 rc;

	put_pair(&b, "name", v->name);
	put_pair(&b, "phone", v->phone);
	put_pair(&b, "email", v->email);
	buf_text(&b, "}");
	rc = volunteer_seal(d->db, v->id, secret_seal(d->secret, d->arena, context(d, v->id),
	    b.data));
	buf_free(&b);
	return rc;
}

enum rc
volunteer_unseal(const struct desk *d, const struct volunteer_row *r, struct volunteer *out)
{
	struct json	*j;
	const char	*text;
	enum rc		 rc;

	*out = r->v;
	if (r->sealed.data == NULL)
		return RC_OK;
	rc = secret_unseal(d->secret, d->arena, context(d, r->v.id), r->sealed, &text);
	if (rc != RC_OK || (j = json_read(text)) == NULL)
		return RC_FAIL;
	out->name = arena_text(d->arena, json_text(json_get(j, "name")));
	out->phone = arena_text(d->arena, json_text(json_get(j, "phone")));
	out->email = arena_text(d->arena, json_text(json_get(j, "email")));
	json_free(j);
	return RC_OK;
}

const char *
volunteer_mask(struct arena *a, const char *name)
{
	const char	*out = "", *next;

	for (; (next = name + strcspn(name, " ")) != name; name = next + strspn(next, " "))
		out = arena_printf(a, "%s%s%s" DOTS, out, *out == '\0' ? "" : " ",
		    text_cut(a, arena_printf(a, "%.*s", (int)(next - name), name), 2));
	return out;
}

static struct bytes
phone_key(const struct desk *d, const char *phone)
{
	unsigned char	*key = arena_alloc(d->arena, HASH_SIZE);

	secret_lookup(d->secret, "volunteer", phone, key);
	return (struct bytes){ key, HASH_SIZE };
}

/* --- reading --------------------------------------------------------------------------------- */

static enum rc
fill(const struct desk *d, const struct volunteer_row *r, struct volunteer_sheet *s)
{
	enum rc	 rc;

	*s = (struct volunteer_sheet){ .vetter = "" };
	if ((rc = volunteer_unseal(d, r, &s->v)) != RC_OK ||
	    (rc = skills_of(d->db, d->arena, r->v.id, s->skills, &s->nskills,
	    SKILLS_MAX)) != RC_OK)
		return rc;
	s->veiled = d->who.role == ROLE_ADMIN;
	s->opens = !s->veiled;
	if (s->veiled)
		s->v.name = volunteer_mask(d->arena, s->v.name);
	s->v.phone = person_mask(d->arena, s->v.phone);
	s->v.email = *s->v.email == '\0' ? "" : DOTS;
	s->unfit = volunteer_unfit(&s->v, 0, d->now);
	return RC_OK;
}

static enum rc
fill_all(const struct desk *d, const struct volunteer_row *rows, size_t n,
    struct volunteer_sheet **out, size_t *kept)
{
	size_t	 i;
	enum rc	 rc = RC_OK;

	*out = arena_alloc(d->arena, (n + 1) * sizeof(**out));
	for (*kept = i = 0; i < n && rc == RC_OK; i++)
		if (reaches(d, rows[i].v.agency))
			rc = fill(d, &rows[i], &(*out)[(*kept)++]);
	return rc;
}

enum rc
see_volunteers(const struct desk *d, int64_t after, struct volunteer_list *l)
{
	struct volunteer_row	*rows = arena_alloc(d->arena, (DUE_MAX + 1) * sizeof(*rows));
	size_t			 n;
	enum rc			 rc;

	*l = (struct volunteer_list){ 0 };
	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	rc = volunteer_rows(d->db, d->arena, rule_is_agency_role(d->who.role) ? d->who.agency :
	    -1, after, rows, &n, VOLUNTEER_PAGE + 1);
	if ((l->more = rc == RC_OK && n > VOLUNTEER_PAGE))
		n = VOLUNTEER_PAGE;
	if (rc == RC_OK)
		rc = fill_all(d, rows, n, &l->rows, &l->n);
	if (rc == RC_OK)
		rc = volunteer_due(d->db, d->arena, d->now + soon, rows, &n, DUE_MAX);
	return rc == RC_OK ? fill_all(d, rows, n, &l->due, &l->ndue) : rc;
}

enum rc
see_volunteer(const struct desk *d, int64_t id, struct volunteer_sheet *s)
{
	struct volunteer_row	 r;
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	if ((rc = find(d, id, &r)) != RC_OK || (rc = fill(d, &r, s)) != RC_OK)
		return rc;
	return volunteer_vetter(d->db, d->arena, r.v.vetted_by, &s->vetter);
}

enum rc
see_skills(const struct desk *d, struct skill *list, size_t *n)
{
	return skill_list(d->db, d->arena, list, n, SKILLS_MAX);
}

/* --- kept ------------------------------------------------------------------------------------ */

static enum rc
put_skills(const struct desk *d, const struct volunteer_order *o)
{
	size_t	 i;
	enum rc	 rc = RC_OK;

	for (i = 0; i < o->nskills && rc == RC_OK; i++)
		rc = skill_put(d->db, o->v.id, o->skills[i].code, o->skills[i].until);
	return rc;
}

/* A number left empty is the old one: nobody typed it who did not see it. */
static enum rc
change(const struct desk *d, struct volunteer_order *o)
{
	struct volunteer_row	 r;
	struct volunteer	 old;
	enum rc			 rc;

	if ((rc = find(d, o->v.id, &r)) != RC_OK || (rc = volunteer_unseal(d, &r, &old)) != RC_OK)
		return rc;
	if (*o->v.phone == '\0')
		o->v.phone = old.phone;
	if (*o->v.email == '\0')
		o->v.email = old.email;
	if (d->who.role == ROLE_ADMIN)
		o->v.name = old.name;	/* who sees no name changes none */
	o->v.consented = o->agreed ? d->now : old.consented;
	o->v.consent = o->agreed ? CONSENT_VERSION : old.consent;
	return volunteer_save(d->db, &o->v, phone_key(d, o->v.phone));
}

static enum rc
keep(const struct desk *d, struct volunteer_order *o)
{
	bool	 is_new = o->v.id == 0;
	enum rc	 rc;

	if (is_new) {
		o->v.consented = o->v.added = d->now;
		o->v.consent = CONSENT_VERSION;
		rc = volunteer_insert(d->db, &o->v, phone_key(d, o->v.phone));
	} else {
		rc = change(d, o);
	}
	if (rc != RC_OK || (rc = seal(d, &o->v)) != RC_OK || (rc = put_skills(d, o)) != RC_OK)
		return rc;
	return tell(d, o->v.id, ACT_VOLUNTEER, 0, "", is_new ? "added" : "changed");
}

static bool
is_good(const struct desk *d, const struct volunteer_order *o)
{
	bool	 is_new = o->v.id == 0;

	if (is_new && (*o->v.name == '\0' || *o->v.phone == '\0' || !o->agreed))
		return false;
	if (!is_new && *o->v.name == '\0' && d->who.role != ROLE_ADMIN)
		return false;
	return ref_area(d->ref, o->v.area) != NULL &&
	    (o->v.agency == 0 || ref_agency(d->ref, o->v.agency) != NULL);
}

enum rc
volunteer_keep(const struct desk *d, struct volunteer_order *o)
{
	const struct area	*a = ref_area(d->ref, o->v.area);
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	if (!reaches(d, o->v.agency))
		return RC_NOTFOUND;
	if (!is_good(d, o))
		return RC_INPUT;
	o->v.at = (struct point){ a->lat, a->lon };
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, keep(d, o));
}

static enum rc
vetted(const struct desk *d, int64_t id, int64_t until, const char *note)
{
	struct volunteer_row	 r;
	enum rc			 rc = find(d, id, &r);

	if (rc != RC_OK)
		return rc;
	r.v.vetted = d->now;
	r.v.vetted_by = d->who.id;
	r.v.vetted_to = until;
	r.v.vetted_note = note;
	rc = volunteer_vet(d->db, &r.v);
	return rc == RC_OK ? tell(d, id, ACT_VOLUNTEER, 0, "", "vetted") : rc;
}

enum rc
volunteer_vetted(const struct desk *d, int64_t id, int64_t until, const char *note)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	if (until <= d->now || *note == '\0')
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, vetted(d, id, until, note));
}

enum rc
volunteer_withdraw(const struct desk *d, int64_t id)
{
	struct volunteer_row	 r;
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = find(d, id, &r)) == RC_OK && (rc = volunteer_erase(d->db, id, d->now)) == RC_OK)
		rc = tell(d, id, ACT_VOLUNTEER, 0, "", "withdrawn");
	return db_finish(d->db, rc);
}

static enum rc
set_skill(const struct desk *d, int64_t id, const char *code, int64_t until)
{
	struct skill		 list[SKILLS_MAX];
	struct volunteer_row	 r;
	size_t			 i, n;
	enum rc			 rc = find(d, id, &r);

	if (rc != RC_OK || (rc = skill_list(d->db, d->arena, list, &n, SKILLS_MAX)) != RC_OK)
		return rc;
	for (i = 0; i < n && strcmp(list[i].code, code) != 0; i++)
		;
	if (i == n)
		return RC_INPUT;
	rc = until < 0 ? skill_lose(d->db, id, code) : skill_put(d->db, id, code, until);
	return rc == RC_OK ? tell(d, id, ACT_VOLUNTEER, 0, "", until < 0 ? "skill_off" :
	    "skill_on") : rc;
}

enum rc
volunteer_skill(const struct desk *d, int64_t id, const char *code, int64_t until)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, set_skill(d, id, code, until));
}

/* --- looked at ------------------------------------------------------------------------------- */

enum rc
volunteer_look(const struct desk *d, const struct volunteer_row *r, int64_t ticket,
    const char *reason, struct volunteer *out)
{
	int64_t	 n;
	enum rc	 rc;

	if (*reason == '\0')
		return RC_INPUT;
	rc = volunteer_openings(d->db, d->who.id, d->now - DAY, VOLUNTEER_OPENINGS, &n);
	if (rc == RC_OK && n >= VOLUNTEER_OPENINGS)
		return RC_CONFLICT;
	if (rc != RC_OK || (rc = volunteer_unseal(d, r, out)) != RC_OK)
		return rc;
	return tell(d, r->v.id, ACT_OPEN_VOLUNTEER, ticket, reason, "opened");
}

/* First the record, then the number. */
enum rc
volunteer_open(const struct desk *d, int64_t id, const char *reason, struct volunteer *out)
{
	struct volunteer_row	 r;
	enum rc			 rc;

	*out = (struct volunteer){ .name = "", .phone = "", .email = "" };
	if (!role_may(d->who.role, MAY_CREW) || d->who.role == ROLE_ADMIN)
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = find(d, id, &r)) == RC_OK)
		rc = volunteer_look(d, &r, 0, reason, out);
	if ((rc = db_finish(d->db, rc)) != RC_OK)
		*out = (struct volunteer){ .name = "", .phone = "", .email = "" };
	return rc;
}

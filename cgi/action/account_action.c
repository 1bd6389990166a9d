/*
 * account_action.c: who gets an account, and what is changed of it.
 *
 * Each change is an event whose data says what: {"what":"create"},
 * {"what":"change","role":["opd_operator","responder"],"agency":[3,4],
 * "unit":[0,7],"name":1,"email":1}, {"what":"disable"}, {"what":"enable"},
 * {"what":"reset"}, and {"what":"password"} where somebody changed the own one.
 * Names, addresses and passwords are not in it.
 */
#include <inttypes.h>
#include <string.h>

#include "action/account_action.h"
#include "action/invite_action.h"
#include "domain/password.h"
#include "lib/buf.h"
#include "lib/text.h"
#include "store/account_store.h"
#include "store/event_store.h"
#include "store/session_store.h"

enum { NAME_LONGEST = 80 };

static enum rc
refuse(struct account_order *o, enum account_fault fault)
{
	o->fault = fault;
	return fault == ACCOUNT_SELF || fault == ACCOUNT_LAST_ADMIN ? RC_FORBIDDEN : RC_INPUT;
}

static enum rc
tell(const struct desk *d, int64_t account, const char *data)
{
	struct event	 e = {
		.at = d->now, .act = ACT_ACCOUNT, .object = account, .who = d->who,
		.data = data,
	};

	return event_add(d->db, d->arena, &e);
}

/* --- rules ----------------------------------------------------------------------------- */

static bool
has_units(const struct ref *ref, int64_t agency)
{
	size_t	 i;

	for (i = 0; i < ref->nunits; i++)
		if (ref->units[i].agency == agency)
			return true;
	return false;
}

static enum account_fault
check_unit(const struct ref *ref, const struct account_order *o)
{
	const struct unit	*u = o->unit == 0 ? NULL : ref_unit(ref, o->unit);

	if (o->unit == 0)
		return o->role == ROLE_RESPONDER && has_units(ref, o->agency) ?
		    ACCOUNT_NO_UNIT : ACCOUNT_FINE;
	return u == NULL || u->agency != o->agency || o->role != ROLE_RESPONDER ?
	    ACCOUNT_UNIT : ACCOUNT_FINE;
}

/* What a new account and a changed one have in common. */
static enum account_fault
check(const struct desk *d, const struct account_order *o)
{
	if (*o->name == '\0' || text_length(o->name) > NAME_LONGEST)
		return ACCOUNT_NAME;
	if (!account_is_role(o->role))
		return ACCOUNT_ROLE;
	if (role_has_agency(o->role) && ref_agency(d->ref, o->agency) == NULL)
		return ACCOUNT_NO_AGENCY;
	if (!role_has_agency(o->role) && o->agency != 0)
		return ACCOUNT_AN_AGENCY;
	if (!account_may_give(&d->who, o->role, o->agency))
		return ACCOUNT_ROLE;
	if (*o->email != '\0' && !text_is_mail(o->email))
		return ACCOUNT_EMAIL;
	return check_unit(d->ref, o);
}

/* Would nobody be left who can undo it?  Asked inside the transaction. */
static enum rc
keep_an_admin(const struct desk *d, const struct account *a, struct account_order *o)
{
	int64_t	 n;
	enum rc	 rc;

	if (a->role != ROLE_ADMIN || a->disabled != 0)
		return RC_OK;
	if ((rc = account_count_admins(d->db, &n)) != RC_OK)
		return rc;
	return n <= 1 ? refuse(o, ACCOUNT_LAST_ADMIN) : RC_OK;
}

/* An account in reach, in the version this person saw. */
static enum rc
fetch(const struct desk *d, const struct account_order *o, struct account *a)
{
	enum rc	 rc = account_by_id(d->db, d->arena, o->id, a);

	if (rc != RC_OK)
		return rc;
	if (!account_may(&d->who, a))
		return RC_NOTFOUND;
	return o->version != 0 && o->version != a->version ? RC_CONFLICT : RC_OK;
}

/* --- a new one ---------------------------------------------------------------------------- */

/* "K7QM-3XTD-9HWA": 59 random bits that can be read out over the telephone. */
static const char *
random_password(struct arena *a)
{
	const char	*p = secret_letters(a, 12);

	return arena_printf(a, "%.4s-%.4s-%.4s", p, p + 4, p + 8);
}

static enum rc
insert(const struct desk *d, struct account_order *o, struct account *new, const char *hash,
    const char **code)
{
	struct account	 other;
	const char	*unused;
	enum rc		 rc = account_by_login(d->db, d->arena, o->login, &other, &unused);

	if (rc != RC_NOTFOUND)
		return rc == RC_OK ? refuse(o, ACCOUNT_TAKEN) : rc;
	if ((rc = account_insert(d->db, new, hash)) != RC_OK)
		return rc;
	o->id = new->id;
	if (o->invite && (rc = invite_make(d, new->id, code)) != RC_OK)
		return rc;
	return tell(d, new->id, "{\"what\":\"create\"}");
}

enum rc
account_create(const struct desk *d, struct account_order *o, const char **password)
{
	bool		 given = o->password != NULL && *o->password != '\0';
	const char	*hash = "";
	struct account	 new;
	enum rc		 rc;

	*password = "";
	o->email = o->email == NULL ? "" : o->email;
	if (!account_is_login(o->login))
		return refuse(o, ACCOUNT_LOGIN);
	if ((o->fault = check(d, o)) != ACCOUNT_FINE)
		return RC_INPUT;
	if (given && password_flaw(o->password, o->login, o->name) != FLAW_NONE)
		return refuse(o, ACCOUNT_PASSWORD);
	if (!given)
		*password = random_password(d->arena);
	if (!o->invite)
		hash = secret_password(d->arena, given ? o->password : *password);
	new = (struct account){
		.login = o->login, .name = o->name, .role = o->role, .agency = o->agency,
		.unit = o->unit, .email = o->email, .renew = !given && !o->invite, .created = d->now,
	};
	if ((rc = db_begin(d->db)) == RC_OK)
		rc = db_finish(d->db, insert(d, o, &new, hash, password));
	if (rc != RC_OK)
		*password = "";
	return rc;
}

/* --- changes ------------------------------------------------------------------------------- */

static const char *
what_changed(struct arena *a, const struct account *was, const struct account *is)
{
	struct buf	 b = { 0 };
	const char	*text;

	if (was->role != is->role)
		buf_printf(&b, ",\"role\":[\"%s\",\"%s\"]", role_code(was->role), role_code(is->role));
	if (was->agency != is->agency)
		buf_printf(&b, ",\"agency\":[%" PRId64 ",%" PRId64 "]", was->agency, is->agency);
	if (was->unit != is->unit)
		buf_printf(&b, ",\"unit\":[%" PRId64 ",%" PRId64 "]", was->unit, is->unit);
	if (strcmp(was->name, is->name) != 0)
		buf_text(&b, ",\"name\":1");
	if (strcmp(was->email, is->email) != 0)
		buf_text(&b, ",\"email\":1");
	text = b.len == 0 ? NULL : arena_printf(a, "{\"what\":\"change\"%s}", b.data);
	buf_free(&b);
	return text;
}

/* A right that was taken is gone at once, and a right that is new asks for the password. */
static enum rc
save(const struct desk *d, struct account_order *o, const struct account *was, struct account *is)
{
	const char	*data = what_changed(d->arena, was, is);
	bool		 other_rights = was->role != is->role || was->agency != is->agency;
	enum rc		 rc;

	if (data == NULL)
		return RC_OK;
	if (other_rights && was->id == d->who.id)
		return refuse(o, ACCOUNT_SELF);
	if (was->role != is->role && (rc = keep_an_admin(d, was, o)) != RC_OK)
		return rc;
	if ((rc = account_save(d->db, is)) != RC_OK)
		return rc;
	if (other_rights && (rc = session_remove_of(d->db, is->id)) != RC_OK)
		return rc;
	return tell(d, is->id, data);
}

static enum rc
change(const struct desk *d, struct account_order *o)
{
	struct account	 was, is;
	enum rc		 rc;

	if ((rc = fetch(d, o, &was)) != RC_OK)
		return rc;
	is = was;
	is.name = o->name;
	is.role = o->role;
	is.agency = o->agency;
	is.unit = o->unit;
	is.email = o->email;
	return save(d, o, &was, &is);
}

enum rc
account_change(const struct desk *d, struct account_order *o)
{
	enum rc	 rc;

	o->email = o->email == NULL ? "" : o->email;
	if ((o->fault = check(d, o)) != ACCOUNT_FINE)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, change(d, o));
}

static enum rc
set_disabled(const struct desk *d, struct account_order *o, bool disabled)
{
	struct account	 a;
	enum rc		 rc;

	if ((rc = fetch(d, o, &a)) != RC_OK)
		return rc;
	if (a.id == d->who.id)
		return refuse(o, ACCOUNT_SELF);
	if (disabled == (a.disabled != 0))
		return RC_OK;
	if (disabled && ((rc = keep_an_admin(d, &a, o)) != RC_OK ||
	    (rc = session_remove_of(d->db, a.id)) != RC_OK))
		return rc;
	a.disabled = disabled ? d->now : 0;
	if ((rc = account_save(d->db, &a)) != RC_OK)
		return rc;
	return tell(d, a.id, disabled ? "{\"what\":\"disable\"}" : "{\"what\":\"enable\"}");
}

enum rc
account_disable(const struct desk *d, struct account_order *o)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, set_disabled(d, o, true)) : rc;
}

enum rc
account_enable(const struct desk *d, struct account_order *o)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, set_disabled(d, o, false)) : rc;
}

static enum rc
reset(const struct desk *d, struct account_order *o, const char *hash, const char **code)
{
	struct account	 a;
	enum rc		 rc;

	if ((rc = fetch(d, o, &a)) != RC_OK)
		return rc;
	if (a.id == d->who.id)
		return refuse(o, ACCOUNT_SELF);
	if ((rc = account_save_password(d->db, a.id, hash, !o->invite)) != RC_OK ||
	    (rc = session_remove_of(d->db, a.id)) != RC_OK)
		return rc;
	rc = o->invite ? invite_make(d, a.id, code) : invite_end(d, a.id);
	if (rc != RC_OK)
		return rc;
	return tell(d, a.id, "{\"what\":\"reset\"}");
}

/* Asked before as well, so that no hash is made for what is out of reach. */
enum rc
account_reset(const struct desk *d, struct account_order *o, const char **password)
{
	struct account	 a;
	const char	*hash = "";
	enum rc		 rc;

	*password = "";
	if ((rc = fetch(d, o, &a)) != RC_OK)
		return rc;
	if (!o->invite) {
		*password = random_password(d->arena);
		hash = secret_password(d->arena, *password);
	}
	if ((rc = db_begin(d->db)) == RC_OK)
		rc = db_finish(d->db, reset(d, o, hash, password));
	if (rc != RC_OK)
		*password = "";
	return rc;
}

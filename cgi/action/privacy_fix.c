/* privacy_fix.c: an identity is opened, corrected, sealed anew. */
#include <string.h>

#include "action/privacy_core.h"
#include "lib/buf.h"
#include "lib/json.h"

static const struct identity nobody = { "", "", "", "" };

static const char *
seal_context(const struct desk *d, int64_t reporter)
{
	return arena_printf(d->arena, "reporter:%lld", (long long)reporter);
}

enum rc
kept_open(const struct desk *d, const struct kept *k, struct identity *who)
{
	const char	*text;
	struct json	*j;
	enum rc		 rc;

	*who = nobody;
	if (k->sealed.len == 0)
		return RC_OK;
	rc = secret_unseal(d->secret, d->arena, seal_context(d, k->r.id), k->sealed, &text);
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
put_pair(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "%s\"%s\":", b->len == 0 ? "{" : ",", name);
	json_put_text(b, value);
}

/* Nothing where nothing is left: an empty seal would say that there is somebody. */
static struct bytes
seal(const struct desk *d, int64_t reporter, const struct identity *who)
{
	struct buf	 b = { 0 };
	struct bytes	 sealed;

	if (*who->name == '\0' && *who->phone == '\0' && *who->email == '\0' && *who->nik == '\0')
		return (struct bytes){ 0 };
	put_pair(&b, "name", who->name);
	put_pair(&b, "phone", who->phone);
	put_pair(&b, "email", who->email);
	put_pair(&b, "nik", who->nik);
	buf_text(&b, "}");
	sealed = secret_seal(d->secret, d->arena, seal_context(d, reporter), b.data);
	buf_free(&b);
	return sealed;
}

static void
list(struct buf *b, const char *name)
{
	buf_printf(b, "%s\"%s\"", b->len == 0 ? "" : ",", name);
}

/* Corrected: names of what has another value now, and of what has none. */
static void
change(const struct fix *f, struct identity *who, struct buf *changed, struct buf *emptied)
{
	const struct {
		const char	*name, **held, *new;
		bool		 empty;
	} all[] = {
		{ "name", &who->name, f->name, f->no_name },
		{ "phone", &who->phone, f->phone, f->no_phone },
		{ "email", &who->email, f->email, f->no_email },
		{ "nik", &who->nik, f->nik, f->no_nik },
	};
	size_t	 i;

	for (i = 0; i < COUNT(all); i++) {
		if (all[i].empty && **all[i].held != '\0') {
			*all[i].held = "";
			list(emptied, all[i].name);
		} else if (!all[i].empty && *all[i].new != '\0' &&
		    strcmp(*all[i].held, all[i].new) != 0) {
			*all[i].held = all[i].new;
			list(changed, all[i].name);
		}
	}
}

/* Found by the new number, or by none; letters go where there is an address. */
static enum rc
keep(const struct desk *d, const struct kept *k, const struct identity *who, bool mail)
{
	unsigned char	 hash[HASH_SIZE];
	struct bytes	 phone = { 0 };

	if (*who->phone != '\0') {
		secret_lookup(d->secret, "phone", who->phone, hash);
		phone = (struct bytes){ hash, HASH_SIZE };
	}
	return kept_fix(d->db, k->r.id, seal(d, k->r.id, who), phone, mail);
}

enum rc
kept_correct(const struct desk *d, const struct fix *f, struct kept *k, const char **more)
{
	struct buf	 changed = { 0 }, emptied = { 0 };
	struct identity	 who;
	bool		 had_mail;
	enum rc		 rc;

	if ((rc = kept_open(d, k, &who)) != RC_OK)
		return rc;
	had_mail = *who.email != '\0';
	change(f, &who, &changed, &emptied);
	if (changed.len != 0 || emptied.len != 0)
		*more = arena_printf(d->arena, ",\"changed\":[%s],\"emptied\":[%s]",
		    changed.len == 0 ? "" : changed.data, emptied.len == 0 ? "" : emptied.data);
	buf_free(&changed);
	buf_free(&emptied);
	if (**more == '\0')
		return RC_INPUT;
	/* Who gives an address wants letters, as on the form of a report. */
	k->r.mail = *who.email != '\0' && (k->r.mail || !had_mail);
	return keep(d, k, &who, k->r.mail);
}

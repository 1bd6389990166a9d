/* worker_head.c: once a day the chain's head leaves the house, so that nobody rewrites it. */
#include <inttypes.h>

#include "action/worker_action.h"
#include "lib/log.h"
#include "lib/when.h"
#include "store/audit_store.h"
#include "store/ref_store.h"

enum { AGAIN = 10 * MINUTE };		/* after a server that did not take it */

static bool
is_due(const struct desk *d, const struct chain_check *c)
{
	int	 zone = d->ref->zone;

	return c->at != 0 && c->upto != 0 &&
	    when_midnight(c->mailed, zone) < when_midnight(d->now, zone);
}

static void
write_letter(const struct desk *d, const struct post_office *office, const struct chain_check *c,
    struct letter *out)
{
	const char	*day = when_day(d->arena, d->now, d->ref->zone);
	const char	*upto = arena_printf(d->arena, "%" PRId64, c->upto);
	const char	*head = secret_hex(d->arena, (struct bytes){ c->head, HASH_SIZE });

	out->subject = tmpl_say(office->tmpl, LANG_ID, d->arena, c->fault == CHAIN_GOOD ?
	    "L.mail.head_subject" : "L.mail.head_broken", d->ref->city, day);
	out->text = tmpl_say(office->tmpl, LANG_ID, d->arena, "L.mail.head_text", upto, head);
	out->text = arena_printf(d->arena, "%s\n\n%s\n\nsiaga verify --head %s --count %s\n",
	    out->subject, out->text, head, upto);
	out->message_id = arena_printf(d->arena, "siaga-%s-head-%s", d->ref->city_code, day);
}

static enum rc
note(const struct desk *d)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, chain_mailed(d->db, d->now)) : rc;
}

/* Sent before it is noted: a worker that dies between sends it twice, with the same id. */
enum rc
worker_head(const struct desk *d, const struct post_office *office)
{
	static int64_t		 again;
	struct letter		 letter = { .server = office->server, .from = office->from,
					    .at = d->now };
	struct chain_check	 c;
	enum rc			 rc;

	if (d->now < again)
		return RC_OK;
	if ((rc = setting_get(d->db, d->arena, "audit_mail", &letter.to)) != RC_OK ||
	    *letter.to == '\0' ||
	    (rc = chain_check_read(d->db, WALK_NEW, &c)) != RC_OK || !is_due(d, &c))
		return rc;
	write_letter(d, office, &c, &letter);
	if (office->send(d->arena, &letter) == RC_OK)
		return note(d);
	log_warn("the head of the chain could not be mailed");
	again = d->now + AGAIN;
	return RC_OK;
}

/* notice_tell.c: a person is told: a message in the outbox for each of their channels. */
#include "action/notice_action.h"
#include "lib/text.h"
#include "store/notice_store.h"
#include "store/way_store.h"

/* Of SMS and WhatsApp a city has a gateway, or it has not. */
static enum rc
is_carried(const struct desk *d, enum channel channel, bool *is)
{
	struct carrier	 c;
	enum rc		 rc = carrier_of(d->db, channel, &c);

	*is = channel == CHANNEL_MAIL || channel == CHANNEL_PUSH || c.gateway != 0;
	return rc;
}

static enum rc
put(const struct desk *d, const struct telling *t, int64_t account, enum channel channel)
{
	return notice_add(d->db, &(struct notice_new){ .kind = t->kind, .channel = channel,
	    .account = account, .ticket = t->ticket, .agency = t->agency, .event = t->event,
	    .urgent = t->urgent, .now = d->now });
}

/* Who has no channel of their own is told at the account's address. */
static enum rc
tell_by_account(const struct desk *d, const struct telling *t, int64_t account)
{
	const char	*address;
	enum rc		 rc = way_mail(d->db, d->arena, account, &address);

	return rc != RC_OK || !text_is_mail(address) ? rc : put(d, t, account, CHANNEL_MAIL);
}

static enum rc
tell(const struct desk *d, const struct telling *t, int64_t account)
{
	struct way	 ways[CHANNEL_COUNT];
	size_t		 i, n, own = 0;
	bool		 is;
	enum rc		 rc = way_list(d->db, d->arena, account, ways, &n);

	for (i = 0; i < n && rc == RC_OK; i++) {
		if (ways[i].verified == 0)
			continue;
		own++;
		if (!notice_wants(ways[i].kinds, t->kind))
			continue;
		rc = is_carried(d, ways[i].channel, &is);
		if (rc == RC_OK && is)
			rc = put(d, t, account, ways[i].channel);
	}
	return rc == RC_OK && own == 0 ? tell_by_account(d, t, account) : rc;
}

enum rc
notice_tell(const struct desk *d, const struct telling *t, const int64_t *accounts, size_t n)
{
	enum rc	 rc = RC_OK;
	size_t	 i;

	for (i = 0; i < n && rc == RC_OK; i++)
		rc = tell(d, t, accounts[i]);
	return rc;
}

/* worker_mail.c: letters that are due are written and handed over. */
#include "action/letter_action.h"
#include "lib/log.h"
#include "lib/when.h"

enum { AT_ONCE = 10, HELD = 10 * MINUTE };

/* After the first try, the second, ...; then it is given up. */
static const int64_t	waits[] = {
	1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 180 * MINUTE, 360 * MINUTE, 720 * MINUTE
};

static enum rc
take(const struct desk *d, const char *lease, struct post *posts, size_t *n)
{
	enum rc	 rc;

	if ((rc = db_begin(d->db)) != RC_OK ||
	    (rc = db_finish(d->db, outbox_take(d->db, lease, d->now, d->now + HELD,
	    AT_ONCE))) != RC_OK)
		return rc;
	return outbox_taken(d->db, d->arena, lease, posts, n, AT_ONCE);
}

static enum rc
write_off(const struct desk *d, const struct post *p, const char *lease, enum rc outcome)
{
	int64_t	 wait = p->tries >= 1 && p->tries <= (int64_t)COUNT(waits) ?
	    waits[p->tries - 1] : 0;

	if (outcome == RC_OK)
		return outbox_end(d->db, p->id, lease, true, d->now);
	if (outcome == RC_BUSY && wait != 0)
		return outbox_again(d->db, p->id, lease, d->now + wait, true);
	log_warn("letter %lld (%s) is given up after %lld tries", (long long)p->id,
	    p->kind, (long long)p->tries);
	return outbox_end(d->db, p->id, lease, false, d->now);
}

/* RC_CONFLICT: the lease was over, and another worker has it: its business now. */
static enum rc
note_outcome(const struct desk *d, const struct post *p, const char *lease, enum rc outcome)
{
	enum rc	 rc;

	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	rc = db_finish(d->db, write_off(d, p, lease, outcome));
	return rc == RC_CONFLICT ? RC_OK : rc;
}

static enum rc
put_back(const struct desk *d, const struct post *p, const char *lease)
{
	enum rc	 rc;

	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	rc = db_finish(d->db, outbox_again(d->db, p->id, lease, d->now + waits[0], false));
	return rc == RC_CONFLICT ? RC_OK : rc;
}

static enum rc
send(const struct desk *d, const struct post_office *office, const struct post *p)
{
	struct letter	 letter;
	enum rc		 rc = letter_write(d, office, p, &letter);

	if (rc == RC_OK)
		return office->send(d->arena, &letter);
	/* Nobody to send it to, or no words for it: never; a busy store: again. */
	return rc == RC_BUSY ? RC_BUSY : RC_INPUT;
}

/* A server that does not answer now is not asked for each of the others, too. */
enum rc
worker_letters(const struct desk *d, const struct post_office *office, size_t *sent)
{
	const char	*lease = secret_token(d->arena);
	struct post	 posts[AT_ONCE];
	bool		 is_down = false;
	size_t		 i, n;
	enum rc		 rc, outcome;

	*sent = 0;
	if ((rc = take(d, lease, posts, &n)) != RC_OK)
		return rc;
	for (i = 0; i < n && rc == RC_OK; i++) {
		if (is_down) {
			rc = put_back(d, &posts[i], lease);
			continue;
		}
		outcome = send(d, office, &posts[i]);
		is_down = outcome == RC_BUSY;
		*sent += outcome == RC_OK;
		rc = note_outcome(d, &posts[i], lease, outcome);
	}
	return rc;
}

/*
 * privacy_letter.c: everything kept of one person on one ticket, as it is when asked.
 *
 * {"at":ms, "name","phone","email","nik", "channel","privacy","mail":0|1,"words",
 *  "reported":ms, "number","category":id,"place","area","detail",
 *  "called":ms, "answers":[{"asked","said"}], "agencies":[id],
 *  "messages":[{"at","side","said"}], "letters":[{"kind","at"}],
 *  "events":[{"at","act","role","agency","note"}],
 *  "opened":[{"at","role","agency","reason","note"}],
 *  "photos":[{"at","type","width","height","taken","located","public"}],
 *  "requests":[{"number","kind","state","at"}]}
 * It is sealed with the request.  Internal notes are not in it: they are about
 * the work, and may name others (article 33 b).
 */
#include <string.h>

#include "action/privacy_core.h"
#include "action/unsent_action.h"
#include "lib/buf.h"
#include "lib/json.h"
#include "store/assignment_store.h"
#include "store/call_store.h"
#include "store/event_store.h"
#include "store/identity_store.h"
#include "store/talk_store.h"
#include "store/ticket_store.h"

enum { MANY = 200 };

static void
text(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, ",\"%s\":", name);
	json_put_text(b, value);
}

static void
number(struct buf *b, const char *name, int64_t value)
{
	buf_printf(b, ",\"%s\":%lld", name, (long long)value);
}

static void
identity(struct buf *b, const struct kept *k, const struct identity *who)
{
	text(b, "name", who->name);
	text(b, "phone", who->phone);
	text(b, "email", who->email);
	text(b, "nik", who->nik);
	text(b, "channel", k->r.channel);
	text(b, "privacy", privacy_code(k->r.privacy));
	number(b, "mail", k->r.mail);
	text(b, "words", k->r.words);
	number(b, "reported", k->r.at);
}

/* Its words are of who reported it first, where they reported it. */
static enum rc
detail(const struct desk *d, struct buf *b, const struct kept *k)
{
	struct ticket	 origin;
	enum rc		 rc;

	if (!k->first)
		return RC_OK;
	rc = ticket_by_id(d->db, d->arena, k->r.origin, &origin);
	if (rc == RC_OK && strcmp(origin.detail, k->r.words) != 0)
		text(b, "detail", origin.detail);
	return rc;
}

static void
ticket(struct buf *b, const struct ticket *t)
{
	text(b, "number", t->number);
	number(b, "category", t->category);
	text(b, "place", t->place.text);
	text(b, "area", t->place.area);
}

static enum rc
call(const struct desk *d, struct buf *b, int64_t id)
{
	int64_t	 rang;
	enum rc	 rc;

	if (id == 0)
		return RC_OK;
	if ((rc = kept_call(d->db, id, &rang)) == RC_OK)
		number(b, "called", rang);
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

/* What was said to the call taker is the first reporter's. */
static enum rc
answers(const struct desk *d, struct buf *b, const struct kept *k)
{
	struct answer	*list;
	size_t		 i, n;
	enum rc		 rc;

	if (!k->first)
		return RC_OK;
	rc = answer_list(d->db, d->arena, k->r.origin, &list, &n, MANY);
	buf_text(b, ",\"answers\":[");
	for (i = 0; i < n; i++) {
		buf_printf(b, "%s{\"at\":%lld", i == 0 ? "" : ",", (long long)list[i].at);
		text(b, "asked", list[i].asked);
		text(b, "said", list[i].said);
		buf_text(b, "}");
	}
	buf_text(b, "]");
	return rc;
}

/* What passed in writing, both sides: it was said to them. */
static enum rc
messages(const struct desk *d, struct buf *b, int64_t reporter)
{
	struct message	*list;
	size_t		 i, n;
	enum rc		 rc = message_of_reporter(d->db, d->arena, reporter, &list, &n, MANY);

	buf_text(b, ",\"messages\":[");
	for (i = 0; i < n; i++) {
		buf_printf(b, "%s{\"at\":%lld", i == 0 ? "" : ",", (long long)list[i].at);
		text(b, "side", side_code(list[i].side));
		text(b, "said", list[i].words);
		buf_text(b, "}");
	}
	buf_text(b, "]");
	return rc;
}

static enum rc
agencies(const struct desk *d, struct buf *b, int64_t id)
{
	struct assignment	*list;
	size_t			 i, n;
	enum rc			 rc = assignment_list(d->db, d->arena, id, &list, &n, MANY);

	buf_text(b, ",\"agencies\":[");
	for (i = 0; i < n; i++)
		buf_printf(b, "%s%lld", i == 0 ? "" : ",", (long long)list[i].agency);
	buf_text(b, "]");
	return rc;
}

static enum rc
letters(const struct desk *d, struct buf *b, int64_t reporter)
{
	struct kept_letter	 list[MANY];
	size_t			 i, n;
	enum rc			 rc;

	rc = kept_letters(d->db, d->arena, reporter, list, &n, MANY);
	buf_text(b, ",\"letters\":[");
	for (i = 0; i < n; i++) {
		buf_printf(b, "%s{\"at\":%lld", i == 0 ? "" : ",", (long long)list[i].at);
		text(b, "kind", list[i].kind);
		buf_text(b, "}");
	}
	buf_text(b, "]");
	return rc;
}

static enum rc
photos(const struct desk *d, struct buf *b, int64_t reporter)
{
	struct kept_photo	 list[MANY];
	size_t			 i, n;
	enum rc			 rc;

	rc = kept_photos(d->db, d->arena, reporter, list, &n, MANY);
	buf_text(b, ",\"photos\":[");
	for (i = 0; i < n; i++) {
		buf_printf(b, "%s{\"at\":%lld", i == 0 ? "" : ",", (long long)list[i].at);
		text(b, "type", list[i].type);
		number(b, "width", list[i].width);
		number(b, "height", list[i].height);
		number(b, "taken", list[i].taken);
		number(b, "located", list[i].located);
		number(b, "public", list[i].public);
		buf_text(b, "}");
	}
	buf_text(b, "]");
	return rc;
}

static enum rc
requests(const struct desk *d, struct buf *b, int64_t reporter)
{
	struct subject	 list[SUBJECTS_SHOWN];
	size_t		 i, n;
	enum rc		 rc = subject_of(d->db, d->arena, reporter, list, &n, COUNT(list));

	buf_text(b, ",\"requests\":[");
	for (i = n; i-- > 0; ) {
		buf_printf(b, "%s{\"at\":%lld", i + 1 == n ? "" : ",",
		    (long long)list[i].received);
		text(b, "number", list[i].number);
		text(b, "kind", subject_kind_code(list[i].kind));
		text(b, "state", subject_state_code(list[i].state));
		buf_text(b, "}");
	}
	buf_text(b, "]");
	return rc;
}

static void
put_event(struct buf *b, const struct event *e, bool first, const char *note)
{
	buf_printf(b, "%s{\"at\":%lld", first ? "" : ",", (long long)e->at);
	text(b, "act", act_code(e->act));
	text(b, "role", role_code(e->who.role));
	number(b, "agency", e->behalf != 0 ? e->behalf : e->who.agency);
	text(b, "note", note);
	if (e->act == ACT_OPEN_IDENTITY)
		text(b, "reason", e->data);
	buf_text(b, "}");
}

/* Who opened the identity, wherever the report was then. */
static enum rc
openings(const struct desk *d, struct buf *b, int64_t reporter)
{
	struct event	*list;
	size_t		 i, n;
	enum rc		 rc = opening_list(d->db, d->arena, reporter, &list, &n, MANY);

	buf_text(b, ",\"opened\":[");
	for (i = n; i-- > 0; )
		put_event(b, &list[i], i + 1 == n, list[i].note);
	buf_text(b, "]");
	return rc;
}

/* What the public reads, and this person's own words: another reporter's are not theirs. */
static const char *
note_of(const struct event *e, int64_t reporter)
{
	if (e->who.role == ROLE_REPORTER)
		return e->reporter == 0 || e->reporter == reporter ? e->note : "";
	return e->public ? e->note : "";
}

static enum rc
events(const struct desk *d, struct buf *b, const struct ticket *t, int64_t reporter)
{
	struct event	*list;
	size_t		 i, n;
	bool		 first = true;
	enum rc		 rc = event_list(d->db, d->arena, t->id, false, &list, &n, MANY);

	if (rc == RC_OK)
		rc = unsent_hide(d, t->id, list, &n);
	buf_text(b, ",\"events\":[");
	for (i = n; i-- > 0; )
		if (list[i].public || list[i].who.role == ROLE_REPORTER ||
		    list[i].act == ACT_SUBJECT) {
			put_event(b, &list[i], first, note_of(&list[i], reporter));
			first = false;
		}
	buf_text(b, "]");
	return rc;
}

static enum rc
write(const struct desk *d, struct buf *b, const struct kept *k, const struct ticket *t)
{
	struct identity	 who;
	enum rc		 rc;

	if ((rc = kept_open(d, k, &who)) != RC_OK)
		return rc;
	buf_printf(b, "{\"at\":%lld", (long long)d->now);
	identity(b, k, &who);
	ticket(b, t);
	if ((rc = detail(d, b, k)) != RC_OK || (rc = call(d, b, k->r.call)) != RC_OK ||
	    (rc = answers(d, b, k)) != RC_OK ||
	    (rc = messages(d, b, k->r.id)) != RC_OK ||
	    (rc = agencies(d, b, t->id)) != RC_OK || (rc = letters(d, b, k->r.id)) != RC_OK ||
	    (rc = events(d, b, t, k->r.id)) != RC_OK || (rc = openings(d, b, k->r.id)) != RC_OK ||
	    (rc = photos(d, b, k->r.id)) != RC_OK || (rc = requests(d, b, k->r.id)) != RC_OK)
		return rc;
	buf_text(b, "}");
	return RC_OK;
}

enum rc
letter_of_person(const struct desk *d, const struct kept *k, const struct ticket *t,
    const char **letter)
{
	struct buf	 b = { 0 };
	enum rc		 rc = write(d, &b, k, t);

	*letter = arena_text(d->arena, b.data == NULL ? "" : b.data);
	buf_free(&b);
	return rc;
}

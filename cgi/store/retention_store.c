/*
 * retention_store.c: what has been kept long enough, and its removal.
 *
 * Each search walks an index of what is still there to be removed, oldest
 * first, so it costs what is left and not what was.  A ticket that is open, or
 * held for a case, keeps what belongs to it.
 */
#include "store/photo_store.h"
#include "store/retention_store.h"
#include "store/search_store.h"

#define ENDED	" AND t.open = 0 AND t.since <= ?1" FREE
#define FREE	" AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.ticket = t.id)"
/* CROSS JOIN: the walk is of what is kept, never of all tickets. */
#define PEOPLE(track) \
	"SELECT r.id FROM reporter r CROSS JOIN ticket t ON t.id = r.ticket" \
	" WHERE (r.sealed IS NOT NULL OR r.phone IS NOT NULL OR r.words <> '')" \
	" AND r.at <= ?1 AND t.track = " track ENDED " ORDER BY r.at LIMIT ?2"
#define ANSWERS(sensitive) \
	"SELECT a.id FROM answer a CROSS JOIN ticket t ON t.id = a.ticket" \
	" CROSS JOIN category c ON c.id = t.category WHERE a.said <> '' AND a.at <= ?1" \
	" AND c.sensitive = " sensitive ENDED " ORDER BY a.at LIMIT ?2"
#define PHOTOS(sensitive) \
	"SELECT a.id FROM attachment a CROSS JOIN ticket t ON t.id = a.ticket" \
	" CROSS JOIN category c ON c.id = t.category WHERE a.gone = '' AND a.at <= ?1" \
	" AND c.sensitive = " sensitive ENDED " ORDER BY a.at LIMIT ?2"
#define JUNK	"('prank', 'ghost', 'wrong_number', 'test', 'dropped')"
#define NUMBERS	"SELECT c.id FROM call c WHERE (c.sealed IS NOT NULL OR c.phone IS NOT NULL)" \
	" AND c.closed_at > 0 AND c.closed_at <= ?1"
/* A call's own time, and its ticket's. */
#define TICKET_TOO	" AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = c.ticket" \
	" AND (t.open = 1 OR t.since > ?1" \
	" OR EXISTS (SELECT 1 FROM hold h WHERE h.ticket = t.id)))"
#define TALK_TICKET_TOO	" AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = k.ticket" \
	" AND (t.open = 1 OR t.since > ?1" \
	" OR EXISTS (SELECT 1 FROM hold h WHERE h.ticket = t.id)))"
#define OLDEST	" ORDER BY c.closed_at LIMIT ?2"
#define NO_IDENTITY	"UPDATE reporter SET sealed = NULL, phone = NULL, words = '', mail = 0" \
	" WHERE id = ?1"
#define NO_NUMBER	"UPDATE call SET sealed = NULL, phone = NULL WHERE id = ?1"
/* A call whose number was withheld, and which was recorded. */
#define LINKS	"SELECT c.id FROM ring r CROSS JOIN call c ON c.id = r.call" \
	" WHERE r.sealed IS NOT NULL AND r.rang_at <= ?1 AND c.sealed IS NULL" \
	" AND c.phone IS NULL AND c.closed_at > 0 AND c.closed_at <= ?1"
#define FIRST_RANG	" ORDER BY r.rang_at LIMIT ?2"
#define NO_ANSWER	"UPDATE answer SET said = '' WHERE id = ?1"

static const struct query find[DATA_CLASSES] = {
	[DATA_EMERGENCY_IDENTITY] = { "old callers", PEOPLE("1") },
	[DATA_COMPLAINT_IDENTITY] = { "old complainants", PEOPLE("2") },
	[DATA_TICKET_DETAIL] = { "old details",
	    "SELECT t.id FROM ticket t WHERE t.detail <> ''" ENDED " ORDER BY t.since LIMIT ?2" },
	[DATA_JUNK_NUMBER] = { "old numbers of junk calls",
	    NUMBERS " AND c.type IN " JUNK OLDEST },
	[DATA_CALL_NUMBER] = { "old numbers of calls",
	    NUMBERS " AND c.type NOT IN " JUNK TICKET_TOO OLDEST },
	[DATA_CALL_NOTE] = { "old notes of calls",
	    "SELECT c.id FROM call c WHERE c.note <> '' AND c.closed_at > 0"
	    " AND c.closed_at <= ?1" TICKET_TOO OLDEST },
	[DATA_ANSWER_SENSITIVE] = { "old sensitive answers", ANSWERS("1") },
	[DATA_ANSWER] = { "old answers", ANSWERS("0") },
	[DATA_PHOTO_SENSITIVE] = { "old sensitive photos", PHOTOS("1") },
	[DATA_PHOTO] = { "old photos", PHOTOS("0") },
	[DATA_SAID] = { "old words of reporters",
	    "SELECT w.event FROM said w CROSS JOIN ticket t ON t.id = w.ticket"
	    " WHERE w.words IS NOT NULL AND w.at <= ?1" ENDED " ORDER BY w.at LIMIT ?2" },
	[DATA_TALK] = { "old senders of written reports",
	    "SELECT k.id FROM talk k WHERE (k.sealed IS NOT NULL OR k.sender IS NOT NULL"
	    " OR k.words <> '' OR k.place <> '' OR k.lat <> 0) AND k.at <= ?1"
	    " AND k.ended_at > 0 AND k.ended_at <= ?1" TALK_TICKET_TOO
	    " ORDER BY k.at LIMIT ?2" },
	[DATA_MESSAGE] = { "old messages",
	    "SELECT m.id FROM message m CROSS JOIN talk k ON k.id = m.talk"
	    " WHERE m.words <> '' AND m.at <= ?1 AND k.ended_at > 0 AND k.ended_at <= ?1"
	    TALK_TICKET_TOO " ORDER BY m.at LIMIT ?2" },
	[DATA_RELIEF] = { "old breaks",
	    "SELECT id FROM relief WHERE at <= ?1 ORDER BY at LIMIT ?2" },
	[DATA_FIELD_PLACE] = { "old places of crews",
	    "SELECT f.id FROM field_step f CROSS JOIN ticket t ON t.id = f.ticket"
	    " WHERE f.located = 1 AND f.recorded_at <= ?1" ENDED
	    " ORDER BY f.recorded_at LIMIT ?2" },
	[DATA_VOLUNTEER] = { "old volunteers",
	    "SELECT id FROM volunteer WHERE sealed IS NOT NULL AND MAX(vetted_to, at) <= ?1"
	    " ORDER BY MAX(vetted_to, at) LIMIT ?2" },
	[DATA_CALLEE] = { "who came long ago",
	    "SELECT c.id FROM callee c CROSS JOIN callout o ON o.id = c.callout"
	    " WHERE c.volunteer <> 0 AND c.at <= ?1 AND o.ended_at > 0 AND o.ended_at <= ?1"
	    " ORDER BY c.at LIMIT ?2" },
	[DATA_CREW] = { "old crews",
	    "SELECT id FROM crew WHERE valid_to <> 0 AND (name <> '' OR account <> 0)"
	    " AND valid_to <= ?1 ORDER BY valid_to LIMIT ?2" },
	[DATA_DUTY] = { "old rosters",
	    "SELECT id FROM duty WHERE account <> 0 AND until <= ?1 ORDER BY until LIMIT ?2" },
	[DATA_SWAP] = { "old swaps", "SELECT id FROM swap WHERE at <= ?1 ORDER BY at LIMIT ?2" },
	[DATA_HANDOVER] = { "old notes of shifts",
	    "SELECT id FROM handover WHERE words <> '' AND saved_at <= ?1"
	    " ORDER BY saved_at LIMIT ?2" },
	[DATA_HANDOFF] = { "who took hand-offs long ago",
	    "SELECT h.id FROM handoff h CROSS JOIN ticket t ON t.id = h.ticket"
	    " WHERE h.taker <> '' AND h.at <= ?1" ENDED " ORDER BY h.at LIMIT ?2" },
	[DATA_PLACE] = { "old addresses",
	    "SELECT id FROM place WHERE kind = 'address' AND used_at > 0 AND used_at <= ?1"
	    " ORDER BY used_at LIMIT ?2" },
	[DATA_CHANNEL] = { "addresses nobody confirmed",
	    "SELECT id FROM way WHERE verified_at = 0 AND added_at <= ?1"
	    " ORDER BY added_at LIMIT ?2" },
	[DATA_OUTBOX] = { "old letters",
	    "SELECT id FROM outbox WHERE state <> 'waiting' AND ended_at <= ?1"
	    " ORDER BY ended_at LIMIT ?2" },
	[DATA_SUBJECT_ANSWER] = { "old answers to requests",
	    "SELECT id FROM subject WHERE open = 0 AND answer IS NOT NULL AND ended_at <= ?1"
	    " ORDER BY ended_at LIMIT ?2" },
	[DATA_SUBJECT_WORDS] = { "old words of requests",
	    "SELECT id FROM subject WHERE open = 0 AND words IS NOT NULL AND ended_at <= ?1"
	    " ORDER BY ended_at LIMIT ?2" },
};

/* Where a recording lies belongs to who called. */
static const struct query find_links[DATA_CLASSES] = {
	[DATA_JUNK_NUMBER] = { "old recordings of junk calls",
	    LINKS " AND c.type IN " JUNK FIRST_RANG },
	[DATA_CALL_NUMBER] = { "old recordings of calls",
	    LINKS " AND c.type NOT IN " JUNK TICKET_TOO FIRST_RANG },
};

static const struct query clear_link = {
	"forget where a recording lies", "UPDATE ring SET sealed = NULL WHERE call = ?1"
};

static const struct query clear[DATA_CLASSES] = {
	[DATA_EMERGENCY_IDENTITY] = { "forget a caller", NO_IDENTITY },
	[DATA_COMPLAINT_IDENTITY] = { "forget a complainant", NO_IDENTITY },
	[DATA_TICKET_DETAIL] = { "forget details",	/* the title was made of them */
	    "UPDATE ticket SET detail = '', version = version + 1,"
	    " title = (SELECT c.name FROM category c WHERE c.id = ticket.category)"
	    " WHERE id = ?1" },
	[DATA_JUNK_NUMBER] = { "forget a junk call's number", NO_NUMBER },
	[DATA_CALL_NUMBER] = { "forget a call's number", NO_NUMBER },
	[DATA_CALL_NOTE] = { "forget a call's note", "UPDATE call SET note = '' WHERE id = ?1" },
	[DATA_ANSWER_SENSITIVE] = { "forget a sensitive answer", NO_ANSWER },
	[DATA_ANSWER] = { "forget an answer", NO_ANSWER },
	[DATA_PHOTO_SENSITIVE] = { "forget a sensitive photo", PHOTO_FORGOTTEN("retention") },
	[DATA_PHOTO] = { "forget a photo", PHOTO_FORGOTTEN("retention") },
	[DATA_SAID] = { "forget a reporter's words",
	    "UPDATE said SET salt = NULL, words = NULL WHERE event = ?1" },
	[DATA_TALK] = { "forget a sender",
	    "UPDATE talk SET sealed = NULL, sender = NULL, words = '', place = '', lat = 0,"
	    " lon = 0 WHERE id = ?1" },
	[DATA_MESSAGE] = { "forget a message", "UPDATE message SET words = '' WHERE id = ?1" },
	[DATA_RELIEF] = { "forget a break", "DELETE FROM relief WHERE id = ?1" },
	[DATA_FIELD_PLACE] = { "forget where a crew was",
	    "UPDATE field_step SET located = 0, lat = 0, lon = 0, accuracy = 0 WHERE id = ?1" },
	[DATA_VOLUNTEER] = { "forget a volunteer",
	    "UPDATE volunteer SET sealed = NULL, phone = NULL, vetted_note = '' WHERE id = ?1" },
	[DATA_CALLEE] = { "forget who came",
	    "UPDATE callee SET volunteer = 0, code = NULL WHERE id = ?1" },
	[DATA_CREW] = { "forget a crew", "UPDATE crew SET name = '', account = 0 WHERE id = ?1" },
	[DATA_DUTY] = { "forget who was on duty", "UPDATE duty SET account = 0 WHERE id = ?1" },
	[DATA_SWAP] = { "forget a swap", "DELETE FROM swap WHERE id = ?1" },
	[DATA_HANDOVER] = { "forget a shift's note",
	    "UPDATE handover SET words = '' WHERE id = ?1" },
	[DATA_HANDOFF] = { "forget who took a hand-off",
	    "UPDATE handoff SET taker = '' WHERE id = ?1" },
	[DATA_PLACE] = { "forget an address",
	    "DELETE FROM place WHERE id = ?1 AND kind = 'address'" },
	[DATA_CHANNEL] = { "forget an address nobody confirmed",
	    "DELETE FROM way WHERE id = ?1 AND verified_at = 0" },
	[DATA_OUTBOX] = { "forget a letter",
	    "DELETE FROM outbox WHERE id = ?1 AND state <> 'waiting'" },
	[DATA_SUBJECT_ANSWER] = { "forget an answer to a request",
	    "UPDATE subject SET answer = NULL WHERE id = ?1" },
	[DATA_SUBJECT_WORDS] = { "forget a request's words",
	    "UPDATE subject SET words = NULL WHERE id = ?1" },
};

static const struct query list_all = {
	"how long all is kept",
	"SELECT class, days, reason, source FROM retention WHERE days >= 0"
	" AND class >= '' ORDER BY place LIMIT ?1"
};

static const struct query days_of = {
	"how long a class is kept", "SELECT days FROM retention WHERE class = ?1"
};

static const struct query put = {
	"how long a class will be kept",
	"INSERT INTO retention (class, days, place, reason, source) VALUES (?1, ?2, ?3, ?4, ?5)"
	" ON CONFLICT (class) DO UPDATE SET days = excluded.days, place = excluded.place,"
	" reason = excluded.reason, source = excluded.source"
};

enum rc
retention_list(struct db *db, struct arena *a, struct retention *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &list_all);

	*n = 0;
	put_int(s, (int64_t)max);
	for (; *n < max && db_next(s); ++*n) {
		list[*n].class = arena_text(a, get_text(s));
		list[*n].days = get_int(s);
		list[*n].reason = arena_text(a, get_text(s));
		list[*n].source = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
retention_days(struct db *db, const char *class, int64_t *days)
{
	struct stmt	*s = db_start(db, &days_of);

	put_text(s, class);
	if (db_next(s))
		*days = get_int(s);
	return db_end_one(s);
}

enum rc
retention_put(struct db *db, const struct retention *r, int64_t place)
{
	struct stmt	*s = db_start(db, &put);

	put_text(s, r->class);
	put_int(s, r->days);
	put_int(s, place);
	put_text(s, r->reason);
	put_text(s, r->source);
	return db_end(s);
}

static enum rc
find_more(struct db *db, const struct query *q, int64_t before, int64_t *ids, size_t *n,
    size_t max)
{
	struct stmt	*s;

	if (q->sql == NULL || *n == max)
		return RC_OK;
	s = db_start(db, q);
	put_int(s, before);
	put_int(s, (int64_t)(max - *n));
	while (*n < max && db_next(s))
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
retention_find(struct db *db, enum data_class c, int64_t before, int64_t *ids, size_t *n,
    size_t max)
{
	enum rc	 rc;

	*n = 0;
	rc = find_more(db, &find[c], before, ids, n, max);
	return rc == RC_OK ? find_more(db, &find_links[c], before, ids, n, max) : rc;
}

static enum rc
by_id(struct db *db, const struct query *q, int64_t id)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, id);
	return db_end(s);
}

static enum rc
clear_one(struct db *db, enum data_class c, int64_t id)
{
	enum rc	 rc = by_id(db, &clear[c], id);

	return rc == RC_OK && find_links[c].sql != NULL ? by_id(db, &clear_link, id) : rc;
}

/* What is forgotten is found no more. */
enum rc
retention_clear(struct db *db, enum data_class c, int64_t id)
{
	struct said_doc	 old;
	enum rc		 rc;

	if (c != DATA_TICKET_DETAIL)
		return clear_one(db, c, id);
	rc = search_before(db, id, &old);
	return search_after(db, &old, rc == RC_OK ? clear_one(db, c, id) : rc);
}

#define BOTH(c)	&find[c], &clear[c]

const struct query *const retention_queries[] = {
	&list_all, &days_of, &put, BOTH(DATA_EMERGENCY_IDENTITY), BOTH(DATA_COMPLAINT_IDENTITY),
	BOTH(DATA_TICKET_DETAIL), BOTH(DATA_JUNK_NUMBER), BOTH(DATA_CALL_NUMBER),
	BOTH(DATA_CALL_NOTE), BOTH(DATA_ANSWER_SENSITIVE), BOTH(DATA_ANSWER), BOTH(DATA_SAID),
	BOTH(DATA_PHOTO_SENSITIVE), BOTH(DATA_PHOTO), BOTH(DATA_CHANNEL), BOTH(DATA_OUTBOX),
	BOTH(DATA_SUBJECT_ANSWER), BOTH(DATA_SUBJECT_WORDS), BOTH(DATA_TALK), BOTH(DATA_MESSAGE),
	BOTH(DATA_RELIEF), BOTH(DATA_HANDOFF), BOTH(DATA_FIELD_PLACE), BOTH(DATA_PLACE),
	&find_links[DATA_JUNK_NUMBER],
	&find_links[DATA_CALL_NUMBER], &clear_link
};
const size_t retention_nqueries = COUNT(retention_queries);

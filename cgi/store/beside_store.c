/* beside_store.c: what stands beside a ticket: its children, and what was written about it. */
#include "store/beside_store.h"
#include "store/ticket_row.h"

static const struct query children = {
	"tickets under a major incident",
	"SELECT" TICKET_COLUMNS "FROM ticket t WHERE t.parent = ?1 AND t.parent <> 0"
	" ORDER BY t.id LIMIT ?2"
};

static const struct query any_child = {
	"a ticket under a major incident",
	"SELECT 1 FROM ticket WHERE parent = ?1 AND parent <> 0 LIMIT 1"
};

static const struct query messages = {
	"messages about a ticket",
	"SELECT m.id, m.talk, m.side, m.account, m.words, m.at, m.state"
	" FROM talk k CROSS JOIN message m ON m.talk = k.id"
	" WHERE k.ticket = ?1 AND k.ticket <> 0 ORDER BY m.id DESC LIMIT ?2"
};

enum rc
list_children(struct db *db, struct arena *a, int64_t parent, struct ticket_list *l)
{
	struct stmt	*s = db_start(db, &children);

	put_int(s, parent);
	put_int(s, (int64_t)l->max);
	while (l->n < l->max && db_next(s))
		ticket_read(s, a, &l->items[l->n++]);
	return db_end(s);
}

enum rc
has_children(struct db *db, int64_t parent, bool *has)
{
	struct stmt	*s = db_start(db, &any_child);

	put_int(s, parent);
	*has = db_next(s);
	return db_end(s);
}

static void
turn(struct message *list, size_t n)
{
	struct message	 m;
	size_t		 i;

	for (i = 0; i < n / 2; i++) {
		m = list[i];
		list[i] = list[n - 1 - i];
		list[n - 1 - i] = m;
	}
}

enum rc
message_of_ticket(struct db *db, struct arena *a, int64_t ticket, struct message **list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &messages);
	struct message	*m;

	*list = arena_alloc(a, max * sizeof(**list));
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s);) {
		m = &(*list)[(*n)++];
		m->id = get_int(s);
		m->talk = get_int(s);
		m->side = side_of(get_text(s));
		m->account = get_int(s);
		m->words = arena_text(a, get_text(s));
		m->at = get_int(s);
		m->state = arena_text(a, get_text(s));
	}
	turn(*list, *n);
	return db_end(s);
}

const struct query *const beside_queries[] = { &children, &any_child, &messages };
const size_t beside_nqueries = COUNT(beside_queries);

/* file_core.c: how a ticket comes into being. */
#include <string.h>

#include "action/disaster_action.h"
#include "action/calls_core.h"
#include "action/clock_core.h"
#include "action/file_core.h"
#include "action/interlock_action.h"
#include "action/part.h"
#include "action/phone_action.h"
#include "action/text_core.h"
#include "domain/number.h"
#include "lib/json.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/call_store.h"
#include "store/draft_store.h"
#include "store/reporter_store.h"
#include "store/ticket_store.h"
#include "store/trail_store.h"

enum { MANY = 64, VOICE_LETTERS = 4, CODE_LETTERS = 12, VOICE_TRIES = 50, TITLE_MAX = 80 };

static enum rc
number_of(const struct work_on *w, const char **number)
{
	struct civil	 c = when_civil(w->d->now, w->d->ref->zone);
	const char	*series;
	int64_t		 n;
	enum rc		 rc;

	series = arena_printf(w->d->arena, "%c%02d",
	    w->t.track == TRACK_EMERGENCY ? 'E' : 'C', c.year % 100);
	if ((rc = counter_next(w->d->db, series, &n)) == RC_OK)
		*number = number_make(w->d->arena, w->t.track, c.year, n);
	return rc;
}

/* Short, so it is unique among open tickets only. */
static enum rc
voice_of(const struct work_on *w, const char **voice)
{
	bool	 is_free = false;
	enum rc	 rc = RC_OK;
	int	 i;

	for (i = 0; i < VOICE_TRIES && rc == RC_OK && !is_free; i++) {
		*voice = voice_show(w->d->arena,
		    secret_letters(w->d->arena, VOICE_LETTERS));
		rc = voice_is_free(w->d->db, *voice, &is_free);
	}
	return rc == RC_OK && !is_free ? RC_BUSY : rc;
}

/* The first line of what was said; the category where nothing was. */
static const char *
title_of(const struct work_on *w, const struct filing *f)
{
	const char	*text = f->title != NULL && f->title[0] != '\0' ? f->title : f->detail;
	size_t		 len = text == NULL ? 0 : strcspn(text, "\n");

	if (len == 0)
		return w->c->name;
	return text_cut(w->d->arena, arena_printf(w->d->arena, "%.*s", (int)len, text),
	    TITLE_MAX);
}

static enum display
display_of(const struct category *c, const struct filing *f)
{
	if (f->privacy == PRIVACY_CONFIDENTIAL || c->sensitive)
		return DISPLAY_CLOSED;
	/* Of an emergency the public sees that it is, never its words. */
	return c->track == TRACK_EMERGENCY && c->display == DISPLAY_FULL ?
	    DISPLAY_PRESENT : c->display;
}

void
file_fill(struct work_on *w, const struct filing *f)
{
	const struct desk	*d = w->d;
	const struct category	*c = f->category;
	int64_t			 lead[1];

	w->c = c;
	w->t = (struct ticket){
		.track = c->track,
		.state = c->track == TRACK_EMERGENCY ? ST_NEW : ST_RECEIVED,
		.open = true,
		.since = d->now,
		.category = c->id,
		.priority = f->priority < c->priority ? f->priority : c->priority,
		.detail = f->detail == NULL ? "" : f->detail,
		.place = f->place,
		.channel = f->channel,
		.privacy = f->privacy,
		.display = display_of(c, f),
		.reporters = 1,
		.happened = f->happened != 0 ? f->happened : d->now,
		.recorded = d->now,
	};
	if (f->rang != 0 && f->priority < PRIORITY_COUNT)
		w->t.priority = f->priority;	/* the call taker's word counts, down too */
	w->t.title = title_of(w, f);
	w->t.published = c->track == TRACK_EMERGENCY && w->t.display == DISPLAY_PRESENT;
	w->t.lead = ref_route(d->ref, c, f->place.area, d->now, lead, 1) == 1 ? lead[0] :
	    d->ref->triage;
	clocks_enter(w, w->t.state);
	/* What nobody could classify waits at the desk, and is not forgotten there. */
	if (w->t.lead == d->ref->triage && !c->office)
		w->t.alarm = d->now + DESK_ALARM;
}

enum rc
file_locks(const struct work_on *w, const struct filing *f)
{
	size_t	 i;
	enum rc	 rc = RC_OK;

	if (w->t.track != TRACK_EMERGENCY)
		return RC_OK;
	if (f->ncards == 0)
		return interlock_ask(w, ref_card(w->d->ref, w->c->sop));
	for (i = 0; i < f->ncards && rc == RC_OK; i++)
		rc = interlock_ask(w, f->cards[i]);
	return rc;
}

enum rc
file_ticket(struct work_on *w, const struct filing *f)
{
	enum rc	 rc;

	if (f->place.text[0] == '\0' && f->place.area[0] == '\0' &&
	    f->place.lat == 0 && f->place.lon == 0)
		return RC_INPUT;
	file_fill(w, f);
	if ((rc = number_of(w, &w->t.number)) != RC_OK ||
	    (rc = voice_of(w, &w->t.voice)) != RC_OK ||
	    (rc = ticket_insert(w->d->db, &w->t, f->token)) != RC_OK ||
	    (rc = file_locks(w, f)) != RC_OK)
		return rc;
	if ((rc = core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_CREATE, .after = w->t.state,
	    .agency = w->d->who.agency, .public = true, .data = f->channel })) != RC_OK)
		return rc;
	return disaster_by_call(w, f->disaster);
}

static bool
is_known(const struct identity *who)
{
	return who->name[0] != '\0' || who->phone[0] != '\0' || who->email[0] != '\0' ||
	    who->nik[0] != '\0';
}

static void
put_pair(struct buf *b, const char *name, const char *value)
{
	buf_text(b, b->len == 0 ? "{" : ",");
	json_put_text(b, name);
	buf_text(b, ":");
	json_put_text(b, value);
}

static struct bytes
seal(const struct work_on *w, int64_t reporter, const struct identity *who)
{
	struct buf	 b = { 0 };
	struct bytes	 sealed;

	if (!is_known(who))
		return (struct bytes){ 0 };
	put_pair(&b, "name", who->name);
	put_pair(&b, "phone", who->phone);
	put_pair(&b, "email", who->email);
	put_pair(&b, "nik", who->nik);
	buf_text(&b, "}");
	sealed = secret_seal(w->d->secret, w->d->arena,
	    arena_printf(w->d->arena, "reporter:%lld", (long long)reporter), b.data);
	buf_free(&b);
	return sealed;
}

enum rc
file_reporter(struct work_on *w, const struct filing *f, int64_t call, struct receipt *out)
{
	unsigned char	 phone[HASH_SIZE], code[HASH_SIZE];
	const char	*letters = secret_letters(w->d->arena, CODE_LETTERS);
	struct bytes	 number = { phone, HASH_SIZE };
	struct identity	 who = f->who;
	struct reporter	 r = {
		.ticket = w->t.id, .origin = w->t.id, .call = call, .channel = f->channel,
		.privacy = f->privacy, .mail = f->mail, .lang = f->lang,
		.words = f->detail == NULL ? "" : f->detail, .at = w->d->now,
	};
	enum rc		 rc;

	/* Anonymous on the web is nobody at all: there is nothing to seal or to find. */
	if (f->privacy == PRIVACY_ANONYMOUS && call == 0) {
		who = (struct identity){ "", "", "", "" };
		r.mail = false;
	}
	r.mail = r.mail && who.email[0] != '\0';
	if ((rc = reporter_next_id(w->d->db, &r.id)) != RC_OK)
		return rc;
	secret_lookup(w->d->secret, "phone", who.phone, phone);
	secret_lookup(w->d->secret, "code", letters, code);
	out->reporter = r.id;
	out->code = f->code != NULL ? "" : code_show(w->d->arena, letters);
	if (who.phone[0] == '\0')
		number = (struct bytes){ NULL, 0 };
	rc = reporter_insert(w->d->db, &r, seal(w, r.id, &who), number,
	    (struct bytes){ f->code != NULL ? f->code : code, HASH_SIZE });
	return rc == RC_OK ? text_filed(w, f, r.id) : rc;
}

enum rc
file_reporter_again(struct work_on *w, const struct filing *f, int64_t reporter,
    struct receipt *out)
{
	unsigned char	 phone[HASH_SIZE], code[HASH_SIZE];
	const char	*letters = secret_letters(w->d->arena, CODE_LETTERS);
	struct bytes	 number = { phone, f->who.phone[0] == '\0' ? 0 : HASH_SIZE };
	struct reporter	 r = { .id = reporter, .privacy = f->privacy, .words = f->detail };
	enum rc		 rc;

	secret_lookup(w->d->secret, "phone", f->who.phone, phone);
	secret_lookup(w->d->secret, "code", letters, code);
	if (number.len == 0)
		number.data = NULL;
	out->reporter = reporter;
	out->code = f->code != NULL ? "" : code_show(w->d->arena, letters);
	rc = reporter_fill(w->d->db, &r, seal(w, reporter, &f->who), number,
	    (struct bytes){ f->code != NULL ? f->code : code, HASH_SIZE });
	return rc == RC_OK ? text_filed(w, f, reporter) : rc;
}

/* --- the call -------------------------------------------------------------------- */

static enum rc
end_again(const struct desk *d, const struct filing *f, const char *type, struct call *c)
{
	struct draft_row	 draft;
	enum rc			 rc = draft_by_token(d->db, d->arena, f->token, &draft);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_CONFLICT : rc;
	if ((rc = retype_finish(d, c, type)) != RC_OK)
		return rc;
	c->was = c->state;
	c->state = ST_CLOSED;
	c->type = type;
	c->closed = d->now;
	if ((rc = call_save(d->db, c)) != RC_OK || f->left)
		return rc;
	return draft_end(d->db, f->token);
}

/* Who hung up is called back; who was spoken to need not be. */
static enum rc
queue(const struct desk *d, const struct filing *f, const struct call *c, struct bytes phone)
{
	static const char *const	 unspoken[] = { "dropped", "ghost", "test" };
	size_t				 i;

	if (phone.data == NULL)
		return RC_OK;
	if (f->recall)
		return recall_queue(d, c, phone, arena_printf(d->arena, "%s. %s",
		    f->said == NULL ? "" : f->said, f->detail == NULL ? "" : f->detail));
	for (i = 0; i < COUNT(unspoken); i++)
		if (strcmp(c->type, unspoken[i]) == 0)
			return RC_OK;
	return recall_spoken(d, phone);
}

/* Its number is sealed as a reporter's is, found by its hash. */
static enum rc
put_call(const struct desk *d, const struct filing *f, struct call *c)
{
	struct bytes	 phone = calls_phone(d, f->who.phone), sealed = { 0 };
	enum rc		 rc;

	if (phone.data != NULL)
		sealed = secret_seal(d->secret, d->arena,
		    arena_printf(d->arena, "call:%s", f->token), f->who.phone);
	rc = call_insert(d->db, c, f->token, sealed, phone);
	return rc == RC_OK ? queue(d, f, c, phone) : rc;
}

enum rc
file_call_record(const struct desk *d, const struct filing *f, const char *type,
    struct call *c)
{
	enum rc	 rc = call_by_token(d->db, d->arena, f->token, c);

	if (rc == RC_OK)
		return c->state == ST_ANSWERED ? phone_end(d, f, type, c) : end_again(d, f, type, c);
	if (rc != RC_NOTFOUND)
		return rc;
	*c = (struct call){ .was = ST_ANSWERED,
	    .state = f->recall ? ST_CALLBACK_QUEUE : ST_CLOSED, .type = type,
	    .line = f->line, .taker = f->taker != 0 ? f->taker : d->who.id,
	    .note = f->title == NULL ? "" : f->title, .rang = f->rang, .answered = f->rang,
	    .closed = f->recall ? 0 : d->now };
	if ((rc = put_call(d, f, c)) != RC_OK || (rc = text_called(d, f, c)) != RC_OK || f->left)
		return rc;
	return draft_end(d->db, f->token);
}

/* What the same card was told before is not told twice. */
static bool
is_told(const struct answer *w, const struct answer *list, size_t n)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (list[i].question == w->question && strcmp(list[i].card, w->card) == 0 &&
		    strcmp(list[i].said, w->said) == 0)
			return true;
	return false;
}

enum rc
file_answers(const struct desk *d, const struct filing *f, int64_t ticket)
{
	struct answer	 w, *told;
	size_t		 i, n;
	enum rc		 rc;

	if (f->nanswers == 0)
		return RC_OK;
	rc = answer_list(d->db, d->arena, ticket, &told, &n, MANY);
	for (i = 0; i < f->nanswers && rc == RC_OK; i++) {
		w = f->answers[i];
		w.at = d->now;
		if (!is_told(&w, told, n))
			rc = answer_add(d->db, ticket, &w);
	}
	return rc;
}

/* --- to whom ---------------------------------------------------------------------- */

enum rc
file_route(struct work_on *w, const struct filing *f, size_t *told)
{
	int64_t			 ids[MANY];
	const int64_t		*list = f->agencies;
	size_t			 n = f->nagencies;
	enum state		 from = w->t.state;
	enum rc			 rc;

	*told = 0;
	if (w->t.track != TRACK_EMERGENCY || f->keep)
		return RC_OK;
	if (list == NULL || n == 0) {
		list = ids;
		n = ref_route(w->d->ref, w->c, w->t.place.area, w->d->now, ids, COUNT(ids));
	}
	if (n == 0)
		return RC_OK;		/* the triage desk has it; its alarm is set */
	if ((rc = part_route(w, list[0], list + 1, n - 1)) != RC_OK)
		return rc;
	core_enter(w, ST_ROUTED);
	*told = n;
	if ((rc = ticket_save(w->d->db, &w->t)) != RC_OK)
		return rc;
	return core_record(w, &(struct record){ .life = LIFE_EMERGENCY, .object = w->t.id,
	    .act = ACT_ROUTE, .before = from, .after = ST_ROUTED,
	    .agency = w->d->who.agency, .public = true });
}

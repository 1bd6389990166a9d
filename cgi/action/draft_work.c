/* draft_work.c: a call that was not taken to its end becomes what is known of it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/draft_core.h"
#include "action/file_core.h"
#include "action/text_core.h"
#include "action/sop_answer.h"
#include "domain/geo.h"
#include "domain/match.h"
#include "lib/log.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/call_store.h"
#include "store/ref_store.h"
#include "store/ticket_store.h"

enum { AT_ONCE = 20, WORDS = 200, NAME = 80, DETAIL = 2000, PATIENCE_MAX = 24 * 60 };

static const struct order no_order = { .note = "", .reason = "", .target = "" };

/* --- what is known ------------------------------------------------------------------- */

/* As a form would have read it; what no form would have taken is not there. */
static const char *
said(const struct desk *d, const struct draft *draft, const char *name, size_t max)
{
	const char	*typed = pairs_get(&draft->said, name), *text;

	text = typed == NULL ? NULL : text_clean(d->arena, typed);
	return text == NULL ? "" : text_cut(d->arena, text, max);
}

static const struct category *
category_of(const struct desk *d, const struct draft *draft)
{
	const struct category	*found[MATCH_MAX], *c;
	size_t			 n;

	if ((c = ref_category_code(d->ref, said(d, draft, "category", NAME))) != NULL)
		return c;
	n = match_category(d->ref, d->arena, said(d, draft, "type", WORDS), found, COUNT(found));
	return n == 1 ? found[0] : ref_category_code(d->ref, said(d, draft, "shown", NAME));
}

static const char *
join(struct arena *a, const char *one, const char *other)
{
	return *one == '\0' || *other == '\0' ? (*one == '\0' ? other : one) :
	    arena_printf(a, "%s; %s", one, other);
}

/* A village or a point that nobody understands stands in the text. */
static struct place
place_of(const struct desk *d, const struct draft *draft)
{
	const struct area	*found[MATCH_MAX];
	const char		*village = said(d, draft, "village", WORDS);
	const char		*coords = said(d, draft, "coords", WORDS);
	struct point		 at;
	struct place		 p = { .text = join(d->arena, said(d, draft, "place", WORDS),
				    said(d, draft, "landmark", WORDS)), .area = "" };

	if (match_village(d->ref, d->arena, village, found, COUNT(found)) == 1)
		p.area = found[0]->code;
	else
		p.text = join(d->arena, p.text, village);
	if (geo_read(coords, &at)) {
		p.lat = at.lat;
		p.lon = at.lon;
	} else {
		p.text = join(d->arena, p.text, coords);
	}
	return p;
}

/* What was asked by the card of the category, and by those that its answers opened. */
static void
put_answers(const struct desk *d, const struct draft *draft, struct filing *f)
{
	struct sop_told		 told;
	struct sop_set		 cards;
	struct sop_weight	 weight;
	size_t			 i;

	for (i = 0; i < SOP_CARDS; i++)
		told.card[i] = said(d, draft, i == 0 ? "card" :
		    arena_printf(d->arena, "card%zu", i + 1), NAME);
	for (i = 0; i < SOP_FIELDS; i++) {
		told.answer[i] = said(d, draft, arena_printf(d->arena, "a%zu", i + 1), 1);
		told.words[i] = said(d, draft, arena_printf(d->arena, "t%zu", i + 1), WORDS);
	}
	sop_hear(d, &told, f->category->sop, false, &cards);
	sop_note(d, &cards, f);
	sop_weigh(&cards, f->category->priority, &weight);
	if (f->priority == PRIORITY_COUNT)
		f->priority = weight.priority;
}

/* A number that is none yet is still worth reading. */
static struct identity
caller_of(const struct desk *d, const struct draft *draft)
{
	const char	*typed = said(d, draft, "phone", NAME);
	struct identity	 who = { said(d, draft, "name", NAME), text_phone(d->arena, typed),
				 "", "" };

	if (who.phone == NULL) {
		who.phone = "";
		who.name = join(d->arena, who.name, typed);
	}
	return who;
}

bool
draft_filing(const struct desk *d, const struct draft *draft, struct filing *f)
{
	const char	*type = said(d, draft, "type", WORDS);
	bool		 known;

	*f = (struct filing){
		.token = draft->token, .category = category_of(d, draft),
		.place = place_of(d, draft), .title = "",
		.detail = said(d, draft, "detail", DETAIL),
		.channel = talk_channel(said(d, draft, "channel", NAME)),
		.privacy = *said(d, draft, "secret", 1) == '\0' ? PRIVACY_PUBLIC :
		    PRIVACY_CONFIDENTIAL,
		.who = caller_of(d, draft), .lang = "id", .line = "",
		.priority = priority_of(said(d, draft, "priority", 2)),
		.rang = draft->rang, .happened = draft->rang, .keep = true, .left = true,
	};
	known = f->category != NULL || *type != '\0' || *f->place.text != '\0' ||
	    *f->place.area != '\0' || f->place.lat != 0 || f->place.lon != 0 ||
	    *f->detail != '\0';
	if (f->category == NULL) {
		f->category = ref_category_code(d->ref, "LAIN");
		f->title = type;
		if (*f->detail == '\0')
			f->detail = type;	/* forgotten when its time has come */
	} else {
		put_answers(d, draft, f);
	}
	if (*f->place.text == '\0' && *f->place.area == '\0' && f->place.lat == 0 &&
	    f->place.lon == 0)
		f->place.text = "?";
	return known;
}

/* --- what it becomes ------------------------------------------------------------------ */

static enum rc
tell(struct work_on *w, const struct call *c, enum act act, enum state to)
{
	return core_record(w, &(struct record){ .life = LIFE_CALL, .object = c->id, .act = act,
	    .before = c->was, .after = to, .agency = w->d->who.agency, .data = c->type });
}

/* Sent to nobody: who knows so little asks first.  But it rings until somebody does. */
static enum rc
become_ticket(struct work_on *w, const struct filing *f, struct receipt *out)
{
	struct call	 c;
	enum rc		 rc;

	if ((rc = file_ticket(w, f)) != RC_OK ||
	    (rc = core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_DRAFT, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .data = "" })) != RC_OK ||
	    (rc = file_call_record(w->d, f, w->t.track == TRACK_EMERGENCY ? "emergency" :
	    "complaint", &c)) != RC_OK ||
	    (rc = call_set_ticket(w->d->db, c.id, w->t.id)) != RC_OK ||
	    (rc = tell(w, &c, ACT_END, ST_CLOSED)) != RC_OK ||
	    (rc = file_reporter(w, f, c.id, out)) != RC_OK ||
	    (rc = file_answers(w->d, f, w->t.id)) != RC_OK)
		return rc;
	if (w->t.track == TRACK_EMERGENCY || w->t.alarm != 0)
		w->t.alarm = w->d->now;
	if ((rc = ticket_save(w->d->db, &w->t)) != RC_OK)
		return rc;
	out->ticket = w->t;
	return core_beat(w);
}

/* Whoever has a number is called back. */
static enum rc
become_call(struct work_on *w, struct filing *f)
{
	struct call	 c;
	enum rc		 rc;

	f->recall = f->who.phone[0] != '\0';
	f->title = f->who.name;
	if ((rc = file_call_record(w->d, f, "dropped", &c)) != RC_OK ||
	    (rc = tell(w, &c, c.state == ST_CLOSED ? ACT_END : ACT_QUEUE, c.state)) != RC_OK)
		return rc;
	return core_beat(w);
}

enum rc
draft_become(const struct desk *d, const struct draft_row *row, struct receipt *out)
{
	struct work_on	 w = { .d = d, .o = &no_order };
	struct draft	 draft;
	struct filing	 f;
	bool		 known;
	enum rc		 rc;

	if (draft_open(d, row, &draft) != RC_OK) {
		log_warn("draft %" PRId64 " does not open", row->id);
		return draft_end(d->db, row->token);
	}
	known = draft_filing(d, &draft, &f);
	f.taker = row->account;
	if ((rc = text_filing(d, &f)) != RC_OK)
		return rc;
	if ((rc = known ? become_ticket(&w, &f, out) : become_call(&w, &f)) != RC_OK)
		return rc;
	return draft_empty(d->db, row->id, d->now);
}

/* --- the worker ------------------------------------------------------------------------- */

/* Minutes until a draft that nobody saves is one that was left. */
static enum rc
patience(const struct desk *d, int64_t *ms)
{
	const char	*text;
	enum rc		 rc = setting_get(d->db, d->arena, "draft_minutes", &text);
	int64_t		 n = strtoimax(text, NULL, 10);

	*ms = (n > 0 && n <= PATIENCE_MAX ? n : DRAFT_MINUTES) * MINUTE;
	return rc;
}

/* It may have been saved, or sent, since it was found. */
static enum rc
take(const struct desk *d, int64_t id, int64_t before, size_t *n)
{
	struct draft_row	 row;
	struct receipt		 r = { .code = "" };
	enum rc			 rc = draft_by_id(d->db, d->arena, id, &row);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	if (row.sealed.data == NULL || row.saved > before)
		return RC_OK;
	if ((rc = draft_become(d, &row, &r)) == RC_OK)
		++*n;
	return rc;
}

static enum rc
sweep(const struct desk *d)
{
	bool	 some;
	enum rc	 rc = draft_is_over(d->db, d->now - DAY, &some);

	if (rc != RC_OK || !some || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, draft_sweep(d->db, d->now - DAY));
}

enum rc
worker_drafts(const struct desk *d, size_t *n)
{
	int64_t	 ids[AT_ONCE], wait;
	size_t	 i, found = 0;
	enum rc	 rc;

	*n = 0;
	if ((rc = patience(d, &wait)) == RC_OK)
		rc = draft_left(d->db, d->now - wait, ids, &found, COUNT(ids));
	for (i = 0; i < found && rc == RC_OK; i++) {
		if ((rc = db_begin(d->db)) != RC_OK)
			return rc;
		rc = db_finish(d->db, take(d, ids[i], d->now - wait, n));
		if (rc == RC_OK || rc == RC_BUSY || rc == RC_FAIL)
			continue;
		log_warn("draft %" PRId64 ": rc %d", ids[i], (int)rc);
		rc = RC_OK;		/* one must not keep the others */
	}
	return rc == RC_OK ? sweep(d) : rc;
}

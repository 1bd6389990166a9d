/* callout_answer.c: what a volunteer says by the link, and the messages that bring it. */
#include <string.h>

#include "action/callout_core.h"
#include "action/callout_letter.h"
#include "action/gate.h"
#include "domain/number.h"
#include "lib/json.h"
#include "lib/when.h"
#include "store/throttle_store.h"
#include "store/ticket_store.h"

/* --- by the link ----------------------------------------------------------------------------- */

/* As of tracking codes: 20 misses cost nothing, and are no use to a guesser; counted apart. */
static const struct budget	tries = {
	.free = 20, .first = 30 * SECOND, .longest = 10 * MINUTE, .forget = 10 * MINUTE
};

static enum rc
missed(const struct desk *d, const unsigned char key[HASH_SIZE])
{
	struct throttle	 t;
	enum rc		 rc = db_begin(d->db);

	if (rc != RC_OK)
		return rc;
	if ((rc = throttle_read(d->db, key, &t)) == RC_OK) {
		throttle_miss(&t, &tries, d->now);
		rc = throttle_save(d->db, key, &t);
	}
	rc = db_finish(d->db, rc);
	return rc == RC_OK ? RC_NOTFOUND : rc;
}

/*
 * A wrong code, one of another shape, an address that has missed too often:
 * one answer.  Looking changes nothing, so only an answer counts as a try.
 */
static enum rc
find(const struct desk *d, const char *typed, const char *remote, bool counts, struct callee *c)
{
	const char	*code = code_read(d->arena, typed);
	unsigned char	 key[HASH_SIZE];
	struct throttle	 t;
	enum rc		 rc;

	secret_lookup(d->secret, "callout tries", gate_network(d->arena, remote), key);
	if ((rc = throttle_read(d->db, key, &t)) != RC_OK)
		return rc;
	if (throttle_wait(&t, &tries, d->now) > 0)
		return RC_NOTFOUND;
	rc = code == NULL ? RC_NOTFOUND : callee_by_code(d->db, callout_key(d, code), c);
	return rc == RC_NOTFOUND && counts ? missed(d, key) : rc;
}

static enum rc
skill_of(const struct desk *d, const char *code, struct skill *out)
{
	struct skill	 list[SKILLS_MAX];
	size_t		 i, n;
	enum rc		 rc = skill_list(d->db, d->arena, list, &n, SKILLS_MAX);

	*out = (struct skill){ .code = code, .name = code, .name_en = code };
	for (i = 0; i < n && rc == RC_OK; i++)
		if (strcmp(list[i].code, code) == 0)
			*out = list[i];
	return rc;
}

enum rc
see_asked(const struct desk *d, const char *code, const char *remote, struct asked_view *v)
{
	struct ticket		 t;
	const struct category	*c;
	enum callee_step	 s;
	enum rc			 rc;

	*v = (struct asked_view){ .area = "" };
	if ((rc = find(d, code, remote, false, &v->c)) != RC_OK ||
	    (rc = callout_get(d->db, d->arena, v->c.callout, &v->callout)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, v->callout.ticket, &t)) != RC_OK ||
	    (rc = skill_of(d, v->callout.skill, &v->skill)) != RC_OK)
		return rc;
	c = ref_category(d->ref, t.category);
	v->category = c == NULL || c->sensitive || t.privacy == PRIVACY_CONFIDENTIAL ? NULL : c;
	v->area = t.place.area;
	for (s = STEP_NONE + 1; s < STEP_COUNT; s++)
		v->may[s] = callee_may(&v->c, s);
	return RC_OK;
}

/* In the record by the row's number alone: whose it is may be forgotten. */
enum rc
callout_said(const struct desk *d, int64_t callee, enum callee_step step, int64_t eta)
{
	struct work_on	 w = { .d = d };
	struct callout	 o;
	struct callee	 now;
	enum rc		 rc;

	if ((rc = callee_get(d->db, callee, &now)) != RC_OK ||
	    (rc = callout_get(d->db, d->arena, now.callout, &o)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, o.ticket, &w.t)) != RC_OK)
		return rc;
	if (!callee_may(&now, step))
		return RC_CONFLICT;
	callee_take(&now, step, eta, d->now);
	if ((rc = callee_save(d->db, &now)) != RC_OK ||
	    (rc = core_record(&w, &(struct record){ .object = now.id, .act = ACT_CALLEE,
	    .data = arena_printf(d->arena, "callee_%s", callee_step_code(step)) })) != RC_OK)
		return rc;
	return core_beat(&w);
}

enum rc
callee_say(const struct desk *d, const char *code, const char *remote, enum callee_step step,
    int64_t eta)
{
	struct callee	 c;
	enum rc		 rc = find(d, code, remote, true, &c);

	if (rc != RC_OK)
		return rc;
	if (step <= STEP_NONE || step >= STEP_COUNT ||
	    (step == STEP_YES && (eta < d->now || eta > d->now + DAY)))
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, callout_said(d, c.id, step, eta));
}

/* --- messages -------------------------------------------------------------------------------- */

bool
callout_is(const struct post *p)
{
	return strcmp(p->kind, LETTER_ASK) == 0 || strcmp(p->kind, LETTER_OFF) == 0;
}

/* {"callee":17,"code":"..."} */
static enum rc
open_seal(const struct desk *d, const struct post *p, int64_t *callee, const char **code)
{
	struct json	*j;
	const char	*text;

	if (secret_unseal(d->secret, d->arena, arena_printf(d->arena, "letter:0:%lld",
	    (long long)p->event), p->sealed, &text) != RC_OK || (j = json_read(text)) == NULL)
		return RC_NOTFOUND;
	*callee = json_int(json_get(j, "callee"));
	*code = arena_text(d->arena, json_text(json_get(j, "code")));
	json_free(j);
	return RC_OK;
}

/* Who withdrew meanwhile, or was called off before it went out, gets nothing. */
static enum rc
load(const struct desk *d, const struct post *p, struct volunteer *v, struct callout *o,
    const char **code)
{
	struct volunteer_row	 r;
	struct callee		 c;
	int64_t			 id;
	enum rc			 rc;

	if ((rc = open_seal(d, p, &id, code)) != RC_OK ||
	    (rc = callee_get(d->db, id, &c)) != RC_OK ||
	    (rc = callout_get(d->db, d->arena, c.callout, o)) != RC_OK ||
	    (rc = volunteer_get(d->db, d->arena, c.volunteer, &r)) != RC_OK)
		return rc;
	if (strcmp(p->kind, LETTER_ASK) == 0 && o->ended != 0)
		return RC_CONFLICT;
	return r.v.erased ? RC_NOTFOUND : volunteer_unseal(d, &r, v);
}

/* What, and which village: nothing else of the ticket leaves by a message. */
static const char *
what_of(const struct desk *d, const struct post_office *office, const struct ticket *t)
{
	const struct category	*c = ref_category(d->ref, t->category);
	const struct area	*a = ref_area(d->ref, t->place.area);
	const char		*what = c == NULL || c->sensitive ||
	    t->privacy == PRIVACY_CONFIDENTIAL ?
	    tmpl_word(office->tmpl, LANG_ID, "L.volunteer.help") : c->name;

	return a == NULL ? what : arena_printf(d->arena, "%s, %s", what, a->name);
}

enum rc
callout_write(const struct desk *d, const struct post_office *office, const struct post *p,
    struct notice_text *m)
{
	bool			 ask = strcmp(p->kind, LETTER_ASK) == 0;
	struct volunteer	 v;
	struct callout		 o;
	struct ticket		 t;
	const char		*code, *link;
	enum rc			 rc = load(d, p, &v, &o, &code);

	if (rc != RC_OK || (rc = ticket_by_id(d->db, d->arena, o.ticket, &t)) != RC_OK)
		return rc;
	*m = (struct notice_text){ .to = p->channel == CHANNEL_MAIL ? v.email : v.phone,
	    .number = "" };
	if (*m->to == '\0')
		return RC_NOTFOUND;
	link = arena_printf(d->arena, "%s/relawan/jawab/%s", office->url,
	    ask ? code_show(d->arena, code) : "");
	m->subject = tmpl_say(office->tmpl, LANG_ID, d->arena, ask ? "L.volunteer.mail_subject" :
	    "L.volunteer.mail_off_subject", d->ref->city);
	m->text = ask ? tmpl_say(office->tmpl, LANG_ID, d->arena, "L.volunteer.mail_text",
	    d->ref->city, what_of(d, office, &t), o.words, link) :
	    tmpl_say(office->tmpl, LANG_ID, d->arena, "L.volunteer.mail_off_text", d->ref->city,
	    what_of(d, office, &t));
	return RC_OK;
}

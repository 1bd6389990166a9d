/* step.c: how a button names the move it makes, and what the next page says of it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/number.h"
#include "page/step.h"
#include "page/view.h"

enum { DONE_SECONDS = 30 };

static const char letters[LIFE_COUNT] = {
	[LIFE_EMERGENCY] = 't', [LIFE_COMPLAINT] = 't',
	[LIFE_ASSIGNMENT] = 'a', [LIFE_UNIT] = 'u',
};

const char *
step_object(struct arena *a, enum life life, int64_t id)
{
	return arena_printf(a, "%c%" PRId64, letters[life], id);
}

bool
step_read_object(const char *text, struct order *o)
{
	enum life	 l;
	char		*end;

	for (l = LIFE_EMERGENCY; l < LIFE_COUNT; l++)
		if (letters[l] == *text)
			break;
	if (l == LIFE_COUNT || text[1] < '0' || text[1] > '9')
		return false;
	o->life = l;
	o->object = strtoimax(text + 1, &end, 10);
	return *end == '\0';
}

bool
step_is_ticket(enum life life)
{
	return life == LIFE_EMERGENCY || life == LIFE_COMPLAINT;
}

/* Verifying asks whether the public may see it, so it has a form too. */
bool
step_is_simple(const struct move *m)
{
	return (m->flags & STEP_NEEDS) == 0 && m->act != ACT_VERIFY;
}

/*
 * Mostly the state tells who was faster: what is accepted cannot be accepted
 * again.  But a colleague's note, or somebody who only opened the ticket, is
 * no rival.  Where the state stays as it is, and where the desk throws a
 * ticket out, the version decides: nobody ends what he has not seen.
 */
int64_t
step_version(const struct move *m, int64_t version)
{
	return m->from == m->to || m->act == ACT_CANCEL || m->act == ACT_FALSE_ALARM ||
	    m->act == ACT_MERGE || m->act == ACT_REFER || m->act == ACT_DECLINE ? version : 0;
}

static const char *
look_of(enum act act)
{
	if (act == ACT_CANCEL || act == ACT_FALSE_ALARM || act == ACT_DECLINE)
		return "btn-r2";
	return "btn-2";
}

void
view_step(const struct visit *v, struct vars *button, const struct move *m,
    int64_t object, int64_t version)
{
	view_act(v, button, m->act);
	set_kept(button, "object", step_object(v->req->arena, m->life, object));
	if (step_version(m, version) != 0)
		set_int(button, "version", version);
	set_flag(button, "simple", step_is_simple(m));
	set_kept(button, "class", look_of(m->act));
}

enum { DIGITS = 20 };

static char *
put_number(char *to, int64_t n)
{
	char	 digits[DIGITS], *p = digits + DIGITS;

	do {
		*--p = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	memcpy(to, p, (size_t)(digits + DIGITS - p));
	to += digits + DIGITS - p;
	*to = '\0';
	return to;
}

const char *
step_value(struct arena *a, const char *number, const struct move *m, int64_t object,
    int64_t version)
{
	const char	*code = act_code(m->act);
	char		*text = arena_alloc(a, strlen(number) + strlen(code) + 2 * DIGITS + 5), *p;

	/* Fifty of them on a page: printf() would cost as much as the row's badges. */
	p = stpcpy(stpcpy(text, number), ".");
	*p++ = letters[m->life];
	p = stpcpy(stpcpy(stpcpy(put_number(p, object), "."), code), ".");
	put_number(p, step_version(m, version));
	return text;
}

bool
step_read_value(struct arena *a, const char *text, struct order *o)
{
	char	*copy = arena_text(a, text), *part[4] = { copy }, *p;
	size_t	 n = 1;

	for (p = copy; *p != '\0'; p++)
		if (*p == '.' && n < COUNT(part)) {
			*p = '\0';
			part[n++] = p + 1;
		}
	if (n != COUNT(part) || !step_read_object(part[1], o))
		return false;
	o->number = number_read(a, part[0]);
	o->act = act_of(part[2]);
	o->version = strtoimax(part[3], &p, 10);
	return o->number != NULL && o->act != ACT_NONE && *p == '\0';
}

/* --- what the next page says ------------------------------------------------------------- */

void
step_done(struct visit *v, enum act act, const char *number)
{
	http_cookie(v->req, "kabar", arena_printf(v->req->arena, "%s.%s", act_code(act),
	    number), DONE_SECONDS);
}

void
view_done(struct visit *v)
{
	const char	*said = http_cookie_get(v->req, "kabar"), *dot, *number;
	enum act	 act;

	if (said == NULL || (dot = strchr(said, '.')) == NULL)
		return;
	http_cookie(v->req, "kabar", "", 0);
	act = act_of(arena_printf(v->req->arena, "%.*s", (int)(dot - said), said));
	number = number_read(v->req->arena, dot + 1);
	if (act != ACT_NONE && number != NULL)
		set_kept(v->vars, "done", act == ACT_NOTE ?
		    view_say(v, "L.worklist.note_saved", number) :
		    view_say(v, "L.worklist.done", number,
		    view_code(v, "L.did", act_code(act))));
}

void
view_rival(struct visit *v, const struct verdict *verdict)
{
	const struct event	*e = &verdict->rival;
	struct vars		*r = vars_child(v->vars, "rival");
	const char		*name = e->who.name == NULL ? "" : e->who.name;

	set_text(r, "name", *name != '\0' ? name : view_role(v, e->who.role));
	set_kept(r, "agency", view_agency(v, e->who.agency));
	if (e->act != ACT_NONE)
		set_kept(r, "did", view_code(v, "L.did", act_code(e->act)));
	if (e->at != 0)
		set_kept(r, "clock", view_time(v, e->at));
	set_text(r, "note", e->note);
	view_state(v, r, verdict->state);
}

const char *
step_refusal(const struct visit *v, unsigned missing)
{
	static const struct {
		unsigned	 rule;
		const char	*key;
	} rules[] = {
		{ LEAD_ONLY, "L.worklist.rule.lead_only" },
		{ SUPPORT_ONLY, "L.worklist.rule.support_only" },
		{ OTHER_PERSON, "L.worklist.rule.other_person" },
		{ WORK_ENDED, "L.worklist.rule.work_ended" },
		{ SMALL_ONLY, "L.worklist.rule.small_only" },
		{ IN_A_DAY, "L.worklist.rule.in_a_day" },
		{ IN_WINDOW, "L.worklist.rule.in_window" },
		{ RULED, "L.handoff.rule.ruled" },
	};
	size_t	 i;

	for (i = 0; i < COUNT(rules); i++)
		if ((missing & rules[i].rule) != 0)
			return view_word(v, rules[i].key);
	return NULL;
}

/* audit_view.c: what templates see of the record. */
#include <inttypes.h>
#include <string.h>

#include "lib/json.h"
#include "lib/when.h"
#include "page/audit_view.h"
#include "page/view.h"

/* --- words ------------------------------------------------------------------------------- */

/* "21 Nov 2026" and "14.32.05": seconds count here, and the day always stands. */
static const char *
day_of(const struct visit *v, int64_t at)
{
	struct civil	 c = when_civil(at, v->desk.ref->zone);

	return arena_printf(v->req->arena, "%d %s %d", c.day, view_word(v,
	    arena_printf(v->req->arena, "L.month_short.m%d", c.month)), c.year);
}

static const char *
time_of(const struct visit *v, int64_t at)
{
	struct civil	 c = when_civil(at, v->desk.ref->zone);

	return arena_printf(v->req->arena, v->lang == LANG_ID ? "%02d.%02d.%02d" :
	    "%02d:%02d:%02d", c.hour, c.minute, c.second);
}

/* "81f6 ba32 168e f74a": enough to compare by eye. */
static const char *
short_hash(const struct visit *v, const char *hex)
{
	return strlen(hex) < 16 ? hex : arena_printf(v->req->arena, "%.4s %.4s %.4s %.4s",
	    hex, hex + 4, hex + 8, hex + 12);
}

static bool
is_code(const char *text)
{
	return *text != '\0' && strlen(text) < 40 &&
	    strspn(text, "abcdefghijklmnopqrstuvwxyz_0123456789") == strlen(text);
}

static const char *
word_if_any(const struct visit *v, const char *family, const char *code)
{
	const char	*key = arena_printf(v->req->arena, "%s.%s", family, code);

	return tmpl_has(v->tmpl, v->lang, key) ? view_word(v, key) : NULL;
}

/* A code of ours in words, wherever it is from, first of this act; else as it stands. */
static const char *
code_word(const struct visit *v, enum act act, const char *code)
{
	const char	*families[] = {
		arena_printf(v->req->arena, "L.audit.said.%s", act_code(act)),
		"L.audit.what", "L.data.class", "L.reason", "L.role", "L.channel"
	};
	const char	*word;
	size_t		 i;

	for (i = 0; is_code(code) && i < COUNT(families); i++)
		if ((word = word_if_any(v, families[i], code)) != NULL)
			return word;
	return code;
}

/* What else an event says, in a line: which request, a reason, how many rows were taken. */
static const char *
detail_of(const struct visit *v, enum act act, const struct json *j)
{
	static const char *const	 words[] = {
		"number", "class", "kind", "step", "what", "reason", "channel"
	};
	static const char *const	 numbers[] = { "rows", "sealed" };
	const char			*line = "", *text;
	size_t				 i;

	for (i = 0; i < COUNT(words); i++) {
		text = arena_text(v->req->arena, json_text(json_get(j, words[i])));
		if (*text != '\0')
			line = arena_printf(v->req->arena, "%s%s%s", line,
			    *line == '\0' ? "" : " · ", code_word(v, act, text));
	}
	for (i = 0; i < COUNT(numbers); i++)
		if (json_get(j, numbers[i]) != NULL)
			line = arena_printf(v->req->arena, "%s%s%s", line,
			    *line == '\0' ? "" : " · ", view_say(v, "L.audit.rows",
			    view_number(v, json_int(json_get(j, numbers[i])))));
	return line;
}

static const char *
detail(const struct visit *v, const struct event *e)
{
	struct json	*j = *e->data == '{' ? json_read(e->data) : NULL;
	const char	*line = j != NULL ? detail_of(v, e->act, j) :
	    *e->data == '{' ? "" : code_word(v, e->act, e->data);

	json_free(j);
	return line;
}

static bool
is_in(enum act act, enum audit_group group)
{
	enum act	 acts[AUDIT_ACTS];
	size_t		 i, n = audit_acts(group, acts);

	for (i = 0; i < n; i++)
		if (acts[i] == act)
			return true;
	return false;
}

/* What deserves a second look: sign.{word,class,icon} */
static void
view_sign(const struct visit *v, struct vars *row, enum act act)
{
	static const struct {
		enum audit_group	 group;
		const char		*key, *class, *icon;
	} signs[] = {
		{ AUDIT_IDENTITY, "L.audit.sign_identity", "b-red", "eye" },
		{ AUDIT_EXPORT, "L.audit.sign_export", "b-org", "download" },
		{ AUDIT_PERSONAL, "L.audit.sign_personal", "b-org", "shield" },
		{ AUDIT_SECURITY, "L.audit.sign_security", "b-asg", "key-round" },
	};
	struct vars	*sign;
	size_t		 i;

	for (i = 0; i < COUNT(signs); i++) {
		if (!is_in(act, signs[i].group))
			continue;
		sign = vars_child(row, "sign");
		set_kept(sign, "word", view_word(v, signs[i].key));
		set_kept(sign, "class", signs[i].class);
		set_kept(sign, "icon", signs[i].icon);
		return;
	}
}

/* --- a row ------------------------------------------------------------------------------- */

/* who, role, agency, behalf */
static void
view_who(const struct visit *v, struct vars *row, const struct audit_row *r)
{
	const struct actor	*who = &r->e.who;
	bool			 named = *who->name != '\0';

	set_kept(row, "who", named ? who->name : view_role(v, who->role));
	if (named)
		set_kept(row, "role", view_role(v, who->role));
	if (*r->login != '\0')
		set_kept(row, "login", r->login);
	if (who->agency != 0)
		set_kept(row, "agency", view_agency(v, who->agency));
	if (r->e.behalf != 0)
		set_kept(row, "behalf", view_say(v, "L.audit.behalf", view_agency(v, r->e.behalf)));
}

/* number (of a ticket), object: which part of it, or which account */
static void
view_object(const struct visit *v, struct vars *row, const struct audit_row *r)
{
	const struct event	*e = &r->e;

	if (*r->number != '\0')
		set_kept(row, "number", r->number);
	if (*r->subject != '\0')
		set_kept(row, "object", view_say(v, "L.audit.account", r->subject));
	else if (e->act == ACT_OPEN_IDENTITY && e->object != 0)
		set_kept(row, "object", view_say(v, "L.audit.reporter",
		    view_number(v, e->object)));
	else if (e->object != 0 && e->life != LIFE_NONE &&
	    (*r->number == '\0' || e->object != e->ticket))
		set_kept(row, "object", arena_printf(v->req->arena, "%s %" PRId64,
		    view_code(v, "L.life", life_code(e->life)), e->object));
}

/*
 * id, sequence, day, time, iso, who, role, login, agency, behalf, did, sign.*, number,
 * object, before, after (states in words), detail, note, hushed: words of a reporter
 */
void
view_audit_row(const struct visit *v, struct vars *row, const struct audit_row *r)
{
	const struct event	*e = &r->e;

	set_int(row, "id", e->id);
	set_kept(row, "sequence", view_number(v, e->id));
	set_kept(row, "day", day_of(v, e->at));
	set_kept(row, "time", time_of(v, e->at));
	set_kept(row, "iso", view_iso(v, e->at));
	view_who(v, row, r);
	set_kept(row, "did", view_code(v, "L.did", act_code(e->act)));
	view_sign(v, row, e->act);
	view_object(v, row, r);
	if (e->before != ST_NONE && e->before != e->after)
		set_kept(row, "before", view_code(v, "L.state", state_code(e->before)));
	if (e->after != ST_NONE)
		set_kept(row, "after", view_code(v, "L.state", state_code(e->after)));
	set_kept(row, "detail", detail(v, e));
	set_kept(row, "note", e->note);
	set_flag(row, "hushed", r->hushed);
}

/* --- all of one event ---------------------------------------------------------------------- */

static const char *
value_word(const struct visit *v, const char *name, const struct json *j)
{
	const char	*text = arena_text(v->req->arena, json_text(j));

	if (strcmp(name, "agency") == 0)
		return view_agency(v, json_int(j));
	if (strcmp(name, "role") == 0)
		return view_role(v, role_of(text));
	return *text != '\0' ? text : json_int(j) != 0 ? view_number(v, json_int(j)) : "";
}

/* diff.N.{name,before,after} of what was changed from one value to another */
static void
view_diff(const struct visit *v, const struct event *e)
{
	static const char *const	 names[] = {
		"role", "agency", "unit", "name", "email", "category", "priority", "state"
	};
	struct json			*j = *e->data == '{' ? json_read(e->data) : NULL;
	const struct json		*pair;
	struct vars			*item;
	size_t				 i;

	for (i = 0; j != NULL && i < COUNT(names); i++) {
		if ((pair = json_get(j, names[i])) == NULL || json_count(pair) != 2)
			continue;
		item = vars_item(v->vars, "diff");
		set_kept(item, "name", view_code(v, "L.audit.part", names[i]));
		set_kept(item, "before", value_word(v, names[i], json_at(pair, 0)));
		set_kept(item, "after", value_word(v, names[i], json_at(pair, 1)));
	}
	json_free(j);
}

/*
 * e.*: view_audit_row(), and moment, life, object_id, data, public; hash, before_hash;
 * good | not; older, newer: ids; diff.*
 */
void
view_audit_sheet(struct visit *v, const struct audit_sheet *s)
{
	const struct event	*e = &s->row.e;
	struct vars		*row = vars_child(v->vars, "e");

	view_audit_row(v, row, &s->row);
	set_kept(row, "moment", arena_printf(v->req->arena, "%s, %s %s", day_of(v, e->at),
	    time_of(v, e->at), v->desk.ref->zone_name));
	set_kept(row, "act", act_code(e->act));
	set_kept(row, "life", e->life == LIFE_NONE ? "" : view_code(v, "L.life", life_code(e->life)));
	if (e->object != 0)
		set_int(row, "object_id", e->object);
	if (strcmp(e->data, detail(v, e)) != 0)
		set_kept(row, "data", e->data);
	set_flag(row, "public", e->public);
	set_kept(v->vars, "hash", s->row.hash);
	set_kept(v->vars, "before_hash", s->before_hash);
	set_flag(v->vars, "good", s->good);
	if (e->id > 1)
		set_int(v->vars, "older", e->id - 1);
	if (s->next != 0)
		set_int(v->vars, "newer", s->next);
	view_diff(v, e);
}

/* --- the chain ------------------------------------------------------------------------------ */

/* chain.{words,bad,hash,walked}: what the worker found on its walks */
void
view_audit_chain(struct visit *v, const struct audit_chain *c)
{
	struct vars	*chain = vars_child(v->vars, "chain");
	const char	*upto = view_number(v, c->upto);

	set_flag(chain, "bad", c->fault != CHAIN_GOOD);
	set_flag(chain, "good", c->fault == CHAIN_GOOD && c->at != 0);
	if (c->fault != CHAIN_GOOD)
		set_kept(chain, "words", view_say(v, arena_printf(v->req->arena,
		    "L.audit.fault.%s", chain_fault_code(c->fault)), view_number(v, c->broken)));
	else if (c->at == 0)
		set_kept(chain, "words", view_say(v, "L.audit.walking", upto));
	else
		set_kept(chain, "words", view_say(v, "L.audit.whole", upto, view_time(v, c->at)));
	if (c->upto != 0) {
		set_kept(chain, "hash", short_hash(v, c->head));
		set_kept(chain, "head", c->head);
		set_kept(chain, "upto", upto);
	}
	if (c->walked != 0)
		set_kept(chain, "walked", view_say(v, "L.audit.walked", view_time(v, c->walked)));
}

/*
 * key_page.c: the keys of the call desk, and how each person changes them.
 *
 * One table names all there is.  What a person chose otherwise is kept; the
 * desk's labels, its list of keys and its script all read the same.
 */
#include <string.h>

#include "action/draft_action.h"
#include "domain/key.h"
#include "page/key_page.h"
#include "page/view.h"

/* Where a key means something: two that never meet may be the same. */
enum where {
	ANYWHERE = 0,
	AN_ANSWER,		/* where nothing is typed: may be a letter */
	FIRST_KEY,		/* of the type, while nothing stands there: may be a digit */
	IN_A_FIELD,		/* goes on from it, or leaves it */
};

static const struct key_action {
	const char	*code, *usual, *label;
	enum where	 where;
} actions[] = {
	{ "type", "F2", "L.intake.type", ANYWHERE },
	{ "place", "F4", "L.intake.place", ANYWHERE },
	{ "phone", "Alt+KeyN", "L.intake.phone", ANYWHERE },
	{ "detail", "Alt+KeyR", "L.intake.detail", ANYWHERE },
	{ "sop", "F8", "L.intake.key_sop", ANYWHERE },
	{ "answer1", "Digit1", "L.keys.answer1", AN_ANSWER },
	{ "answer2", "Digit2", "L.keys.answer2", AN_ANSWER },
	{ "answer3", "Digit3", "L.keys.answer3", AN_ANSWER },
	{ "answer4", "Digit4", "L.keys.answer4", AN_ANSWER },
	{ "unanswer", "Backspace", "L.intake.key_clear", AN_ANSWER },
	{ "agency", "F9", "L.intake.send_to", ANYWHERE },
	{ "join", "Alt+KeyG", "L.intake.key_join", ANYWHERE },
	{ "join1", "Alt+Digit1", "L.keys.join1", ANYWHERE },
	{ "join2", "Alt+Digit2", "L.keys.join2", ANYWHERE },
	{ "join3", "Alt+Digit3", "L.keys.join3", ANYWHERE },
	{ "join4", "Alt+Digit4", "L.keys.join4", ANYWHERE },
	{ "join5", "Alt+Digit5", "L.keys.join5", ANYWHERE },
	{ "locate", "Alt+KeyL", "L.place.ask", ANYWHERE },
	{ "over", "Alt+KeyO", "L.place.over", ANYWHERE },
	{ "back", "Alt+KeyB", "L.intake.back", ANYWHERE },
	{ "flag", "Alt+KeyJ", "L.words.take", ANYWHERE },
	{ "flag_card", "Alt+KeyK", "L.words.open", ANYWHERE },
	{ "prank", "Alt+KeyP", "L.reason.prank", ANYWHERE },
	{ "silent", "Alt+KeyH", "L.calls.silent.title", ANYWHERE },
	{ "skip", "Alt+KeyX", "L.calls.skip", ANYWHERE },
	{ "recall", "Alt+KeyY", "L.calls.tab_back", ANYWHERE },
	{ "ghost", "Alt+KeyS", "L.intake.silent", ANYWHERE },
	{ "information", "Alt+KeyI", "L.reason.information", ANYWHERE },
	{ "wrong_number", "Alt+KeyW", "L.reason.wrong_number", ANYWHERE },
	{ "dropped", "Alt+KeyT", "L.reason.dropped", ANYWHERE },
	{ "test", "Alt+KeyU", "L.reason.test", ANYWHERE },
	{ "draft", "Alt+KeyD", "L.draft.go", ANYWHERE },
	{ "text", "F7", "L.channel.desk.key_next", ANYWHERE },
	{ "talk", "Alt+KeyM", "L.channel.desk.key_talk", ANYWHERE },
	{ "ask1", "Alt+Shift+Digit1", "L.channel.desk.key_ask1", ANYWHERE },
	{ "ask2", "Alt+Shift+Digit2", "L.channel.desk.key_ask2", ANYWHERE },
	{ "ask3", "Alt+Shift+Digit3", "L.channel.desk.key_ask3", ANYWHERE },
	{ "ask4", "Alt+Shift+Digit4", "L.channel.desk.key_ask4", ANYWHERE },
	{ "ask5", "Alt+Shift+Digit5", "L.channel.desk.key_ask5", ANYWHERE },
	{ "rest", "Alt+KeyZ", "L.channel.rest.take", ANYWHERE },
	{ "channel", "Alt+KeyC", "L.channel.desk.channel", ANYWHERE },
	{ "answered", "Alt+KeyA", "L.phone.open_key", ANYWHERE },
	{ "usual1", "Digit1", "L.keys.usual1", FIRST_KEY },
	{ "usual2", "Digit2", "L.keys.usual2", FIRST_KEY },
	{ "usual3", "Digit3", "L.keys.usual3", FIRST_KEY },
	{ "usual4", "Digit4", "L.keys.usual4", FIRST_KEY },
	{ "usual5", "Digit5", "L.keys.usual5", FIRST_KEY },
	{ "usual6", "Digit6", "L.keys.usual6", FIRST_KEY },
	{ "usual7", "Digit7", "L.keys.usual7", FIRST_KEY },
	{ "usual8", "Digit8", "L.keys.usual8", FIRST_KEY },
	{ "next", "Enter", "L.keys.next", IN_A_FIELD },
	{ "close", "Escape", "L.common.close", IN_A_FIELD },
	{ "send", "Ctrl+Enter", "L.intake.key_send", ANYWHERE },
	{ "keep", "Ctrl+KeyS", "L.intake.keep", ANYWHERE },
	{ "keys", "Alt+Slash", "L.intake.all_keys", ANYWHERE },
};

enum { ACTIONS = COUNT(actions), TYPED_MAX = 40 };

_Static_assert(COUNT(actions) <= (size_t)OWN_KEYS, "more keys than are kept");

/* What is in force, in the table's order.  A store that is busy has the usual ones. */
static void
load(const struct visit *v, const char *codes[ACTIONS])
{
	struct own_key	 own[OWN_KEYS];
	size_t		 i, j, n = 0;

	if (see_keys(&v->desk, own, &n) != RC_OK)
		n = 0;
	for (i = 0; i < ACTIONS; i++) {
		codes[i] = actions[i].usual;
		for (j = 0; j < n; j++)
			if (strcmp(own[j].action, actions[i].code) == 0)
				codes[i] = own[j].code;
	}
}

void
view_keys(struct visit *v)
{
	struct arena	*a = v->req->arena;
	struct vars	*key = vars_child(v->vars, "key"), *item;
	const char	*codes[ACTIONS], *map = "";
	size_t		 i;

	if (vars_text(v->vars, "keymap") != NULL)
		return;
	load(v, codes);
	for (i = 0; i < ACTIONS; i++) {
		/* a name out of the table above */
		vars_set_kept(key, actions[i].code, key_show(a, codes[i]));
		item = vars_item(v->vars, "keylist");
		set_kept(item, "show", key_show(a, codes[i]));
		set_kept(item, "label", view_word(v, actions[i].label));
		map = arena_printf(a, "%s%s%s=%s", map, i == 0 ? "" : " ", actions[i].code,
		    codes[i]);
	}
	set_kept(v->vars, "keymap", map);
}

const char *
view_key(struct visit *v, const char *action)
{
	const char	*label;

	view_keys(v);
	label = vars_text(v->vars, arena_printf(v->req->arena, "key.%s", action));
	return label == NULL ? "" : label;
}

/* --- changing them ----------------------------------------------------------------- */

struct changing {
	const char	*typed[ACTIONS];
	const char	*codes[ACTIONS];	/* NULL: not understood */
	const char	*faults[ACTIONS];	/* ready words, NULL none */
	size_t		 nfaults;
};

static enum rc
show(struct visit *v, const struct changing *c)
{
	struct vars	*row, *fault;
	size_t		 i;

	page_title(v, "L.keys.title");
	page_here(v, "panggilan");
	for (i = 0; i < ACTIONS; i++) {
		row = vars_item(v->vars, "rows");
		set_kept(row, "code", actions[i].code);
		set_kept(row, "label", view_word(v, actions[i].label));
		set_text(row, "value", c->typed[i]);
		set_kept(row, "usual", key_show(v->req->arena, actions[i].usual));
		set_flag(row, "plain", actions[i].where == AN_ANSWER);
		set_flag(row, "digit", actions[i].where == FIRST_KEY);
		set_kept(row, "error", c->faults[i]);
		if (c->faults[i] == NULL)
			continue;
		fault = vars_item(v->vars, "faults");
		set_kept(fault, "code", actions[i].code);
		set_kept(fault, "text", c->faults[i]);
	}
	if (c->nfaults > 0)
		set_kept(v->vars, "faults_title", view_word(v, "L.keys.wrong"));
	set_flag(v->vars, "saved", pairs_get(&v->req->query, "jadi") != NULL);
	return page_show(v, "call_keys.cs");
}

enum rc
keys_form(struct visit *v)
{
	struct changing	 c = { 0 };
	size_t		 i;

	load(v, c.codes);
	for (i = 0; i < ACTIONS; i++)
		c.typed[i] = key_show(v->req->arena, c.codes[i]);
	return show(v, &c);
}

static void
complain(struct visit *v, struct changing *c, size_t i, const char *key, const char *with)
{
	c->faults[i] = view_say(v, key, view_word(v, actions[i].label), with);
	c->nfaults++;
}

/* A letter that is a key could not be typed any more. */
static bool
may_type(enum where where, const char *code)
{
	return !key_types(code) || where == AN_ANSWER ||
	    (where == FIRST_KEY && strncmp(code, "Digit", 5) == 0);
}

/* Nothing typed is the usual key. */
static void
read_one(struct visit *v, struct changing *c, size_t i)
{
	const char	*typed = pairs_get(&v->req->sent, actions[i].code);

	if (typed == NULL || typed[strspn(typed, " ")] == '\0' || strlen(typed) > TYPED_MAX)
		typed = actions[i].usual;
	c->codes[i] = key_read(v->req->arena, typed);
	c->typed[i] = c->codes[i] == NULL ? typed : key_show(v->req->arena, c->codes[i]);
	if (c->codes[i] == NULL)
		complain(v, c, i, "L.keys.unknown", typed);
	else if (strcmp(c->codes[i], actions[i].usual) != 0 && key_is_taken(c->codes[i]))
		complain(v, c, i, "L.keys.taken", c->typed[i]);
	else if (!may_type(actions[i].where, c->codes[i]))
		complain(v, c, i, "L.keys.typed", c->typed[i]);
}

/* Answers are given where no type is typed; everything else can meet. */
static bool
meet(enum where a, enum where b)
{
	return !((a == AN_ANSWER && b == FIRST_KEY) || (a == FIRST_KEY && b == AN_ANSWER));
}

static void
find_doubles(struct visit *v, struct changing *c)
{
	size_t	 i, j;

	for (i = 0; i < ACTIONS; i++)
		for (j = 0; j < i && c->faults[i] == NULL && c->codes[i] != NULL; j++)
			if (c->codes[j] != NULL && strcmp(c->codes[i], c->codes[j]) == 0 &&
			    meet(actions[i].where, actions[j].where))
				complain(v, c, i, "L.keys.double",
				    view_word(v, actions[j].label));
}

enum rc
keys_save(struct visit *v)
{
	struct changing	 c = { 0 };
	struct own_key	 own[ACTIONS];
	const char	*what = pairs_get(&v->req->sent, "do");
	bool		 usual = what != NULL && strcmp(what, "usual") == 0;
	size_t		 i, n = 0;
	enum rc		 rc;

	for (i = 0; i < ACTIONS && !usual; i++)
		read_one(v, &c, i);
	find_doubles(v, &c);
	if (c.nfaults > 0) {
		v->req->status = 422;
		return show(v, &c);
	}
	for (i = 0; i < ACTIONS && !usual; i++)
		if (strcmp(c.codes[i], actions[i].usual) != 0)
			own[n++] = (struct own_key){ actions[i].code, c.codes[i] };
	if ((rc = keys_choose(&v->desk, own, n)) == RC_OK)
		http_redirect(v->req, "/panggilan/tombol?jadi=1");
	return rc;
}

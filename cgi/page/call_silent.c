/* call_silent.c: a call nobody speaks in: its script, and a question before it is closed. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "page/call_silent.h"
#include "page/view.h"

static const char *const	 steps[] = { "wait", "tap", "back" };

/* When a step was taken, 0 where it was not; a time of ours, as a call's is. */
static int64_t
taken(const struct visit *v, const struct call_form *in, const char *step)
{
	size_t		 len = strlen(step);
	const char	*p = in->silent;
	int64_t		 at;

	for (; *p != '\0'; p += strcspn(p, ","), p += *p == ',') {
		if (strncmp(p, step, len) != 0 || p[len] != '=')
			continue;
		at = strtoimax(p + len + 1, NULL, 10);
		return at == 0 ? 0 : call_rang(v, arena_printf(v->req->arena, "%" PRId64, at));
	}
	return 0;
}

const char *
silent_steps(const struct visit *v, const struct call_form *in)
{
	const char	*out = "";
	int64_t		 at;
	size_t		 i;

	for (i = 0; i < COUNT(steps); i++)
		if ((at = taken(v, in, steps[i])) != 0)
			out = arena_printf(v->req->arena, "%s%s%s=%" PRId64, out,
			    *out == '\0' ? "" : ",", steps[i], at);
	return out;
}

const char *
silent_note(const struct visit *v, const struct call_form *in)
{
	const char	*out = "";
	int64_t		 at;
	size_t		 i;

	for (i = 0; i < COUNT(steps); i++)
		if ((at = taken(v, in, steps[i])) != 0)
			out = arena_printf(v->req->arena, "%s%s %s %s", out,
			    *out == '\0' ? ":" : ",", view_word(v, arena_printf(v->req->arena,
			    "L.calls.silent.did_%s", steps[i])), view_clock(v, at));
	if (*out == '\0')
		return in->detail;
	return arena_printf(v->req->arena, "%s%s%s%s", view_word(v, "L.calls.silent.note"), out,
	    *in->detail == '\0' ? "" : ". ", in->detail);
}

bool
silent_asks(struct visit *v, struct form *form, const struct call_form *in)
{
	size_t	 i, n = 0;

	if (strcmp(in->what, "ghost") != 0 || in->sure || in->late)
		return false;
	for (i = 0; i < COUNT(steps); i++)
		n += taken(v, in, steps[i]) != 0;
	if (n == COUNT(steps))
		return false;
	form->notice = view_word(v, "L.calls.silent.ask");
	v->req->status = 422;
	set_flag(v->vars, "silent_asked", true);
	return true;
}

/* proof.c: what speaks against a photo as proof of work. */
#include <string.h>

#include "domain/proof.h"
#include "lib/when.h"

static const char *const kinds[SHOT_KINDS] = { "", "report", "proof" };

const char *
shot_code(enum shot_kind kind)
{
	return kind < SHOT_KINDS ? kinds[kind] : "";
}

enum shot_kind
shot_of(const char *code)
{
	return strcmp(code, "report") == 0 ? SHOT_REPORT :
	    strcmp(code, "proof") == 0 ? SHOT_PROOF : SHOT_NONE;
}

const char *
proof_code(size_t flag)
{
	static const char *const	 codes[PROOF_FLAGS] = {
		"reused", "same", "old", "far", "no_time", "no_point"
	};

	return flag < PROOF_FLAGS ? codes[flag] : "";
}

/* A photo without light and shade is like any other such, and says nothing. */
static bool
is_alike(const struct shot *a, const struct shot *b)
{
	if (memcmp(a->digest, b->digest, HASH_SIZE) == 0)
		return true;
	return a->look != 0 && b->look != 0 &&
	    __builtin_popcountll(a->look ^ b->look) <= PROOF_ALIKE;
}

static bool
is_a_report_again(const struct shot *s, const struct shot *all, size_t n)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (all[i].kind == SHOT_REPORT && all[i].id != s->id && is_alike(s, &all[i]))
			return true;
	return false;
}

static bool
is_far(const struct shot *s, const struct ticket *t)
{
	const struct place	 here = { .lat = s->lat, .lon = s->lon };

	return s->located && place_metres(&here, &t->place) > PROOF_METRES;
}

unsigned
proof_flags(const struct shot *s, const struct ticket *t, const struct shot *all, size_t n,
    bool reused)
{
	unsigned	 flags = (reused ? PROOF_REUSED : 0u) | (is_far(s, t) ? PROOF_FAR : 0u);

	if (s->kind != SHOT_PROOF)
		return flags;
	if (is_a_report_again(s, all, n))
		flags |= PROOF_SAME;
	if (s->taken == 0)
		flags |= PROOF_NO_TIME;
	else if (s->taken + 5 * MINUTE < t->recorded)	/* a phone's clock may be slow */
		flags |= PROOF_OLD;
	return s->located ? flags : flags | PROOF_NO_POINT;
}

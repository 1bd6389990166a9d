/* sop_answer.c: the cards of one call: which are open, and what was answered. */
#include <string.h>

#include "action/sop_action.h"
#include "action/sop_answer.h"

_Static_assert(SOP_CARDS == (int)FILING_CARDS, "a filing has room for the cards of a call");

static bool
is_open(const struct sop_set *set, const char *code)
{
	size_t	 i;

	for (i = 0; i < set->n; i++)
		if (strcmp(set->sop[i]->card->code, code) == 0)
			return true;
	return false;
}

static struct sop_said
said_to(const struct sop_told *told, size_t card, size_t question)
{
	size_t		 at = card * SOP_QUESTIONS + question;
	struct sop_said	 said = { 0, told->words[at] };

	if (*told->answer[at] >= '1' && *told->answer[at] <= '4')
		said.option = (size_t)(*told->answer[at] - '0');
	return said;
}

/* Answers count only for the card they were given to, in the version the call began with. */
static void
open_card(const struct desk *d, const struct sop_told *told, const char *code, bool english,
    struct sop_set *set)
{
	const struct card	*used = NULL;
	const struct sop	*s;
	size_t			 i, k;

	if (set->n == SOP_CARDS || is_open(set, code))
		return;
	for (k = 0; k < SOP_CARDS; k++)
		if ((used = sop_named(d, told->card[k], code)) != NULL)
			break;
	s = sop_read(d->arena, used != NULL ? used : ref_card(d->ref, code), english);
	if (s == NULL)
		return;
	for (i = 0; i < SOP_QUESTIONS; i++)
		set->said[set->n][i] = used == NULL ? (struct sop_said){ 0, "" } :
		    said_to(told, k, i);
	set->sop[set->n++] = s;
}

void
sop_hear(const struct desk *d, const struct sop_told *told, const char *code, bool english,
    struct sop_set *set)
{
	const struct sop_option	*o;
	size_t			 c, i;

	set->n = 0;
	open_card(d, told, code, english, set);
	for (c = 0; c < set->n; c++)
		for (i = 0; i < set->sop[c]->n; i++) {
			o = sop_chosen(set->sop[c], set->said[c], i);
			if (o != NULL && *o->card != '\0')
				open_card(d, told, o->card, english, set);
		}
}

/* An answer in Indonesian; in words only where the card has no choices. */
static const char *
said_of(const struct sop *s, const struct sop_said *said, size_t i)
{
	const struct sop_option	*o = sop_chosen(s, said, i);

	return s->questions[i].n == 0 ? said[i].words : o == NULL ? "" : o->said;
}

static void
note_card(const struct desk *d, const struct sop *s, const struct sop_said *said,
    struct answer *list, struct filing *f)
{
	const struct sop_option	*o;
	size_t			 i;

	f->cards[f->ncards++] = s->card;
	for (i = 0; i < s->n; i++) {
		if (*said_of(s, said, i) == '\0')
			continue;
		list[f->nanswers] = (struct answer){ .card = s->card->code,
		    .version = s->card->version, .question = s->questions[i].no,
		    .asked = s->questions[i].asked, .at = d->now,
		    .said = said_of(s, said, i) };
		if ((o = sop_chosen(s, said, i)) != NULL && o->disaster)
			f->disaster = &list[f->nanswers];
		f->nanswers++;
	}
}

void
sop_note(const struct desk *d, const struct sop_set *set, struct filing *f)
{
	struct answer	*list = arena_alloc(d->arena, SOP_FIELDS * sizeof(*list));
	size_t		 c;

	f->ncards = f->nanswers = 0;
	f->disaster = NULL;
	for (c = 0; c < set->n; c++)
		note_card(d, set->sop[c], set->said[c], list, f);
	f->answers = list;
}

/* fuzz_sop.c: answers, a byte for each question, and then anything at all as an SOP card. */
#include "domain/sop.h"
#include "fuzz/fuzz.h"

static void
check_weight(const struct sop_weight *w)
{
	size_t	 i, k;

	must(w->priority < PRIORITY_COUNT && w->category != NULL);
	must(w->nadd <= COUNT(w->add) && w->because.card < SOP_CARDS);
	for (i = 0; i < w->nadd; i++)
		for (k = 0; k < i; k++)
			must(strcmp(w->add[i], w->add[k]) != 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena		 a = { 0 };
	char			*text = arena_alloc(&a, size + SOP_QUESTIONS + 1);
	struct card		 card = { .code = "X", .title = "", .body = text + SOP_QUESTIONS };
	struct sop_said		 said[SOP_QUESTIONS];
	struct sop_set		 set = { .n = 2 };
	struct sop_weight	 w;
	const struct sop	*s;
	size_t			 i;
	int			 english;

	memcpy(text, data, size);
	for (i = 0; i < SOP_QUESTIONS; i++)
		said[i] = (struct sop_said){ (unsigned char)text[i] % 8, text[i] < 0 ? "a" : "" };
	for (english = 0; english < 2; english++) {
		if ((s = sop_read(&a, &card, english)) == NULL)
			continue;
		must(s->n <= SOP_QUESTIONS && s->tell.n <= SOP_LINES && s->title != NULL);
		for (i = 0; i < s->n; i++)
			must(s->questions[i].n <= SOP_OPTIONS && s->questions[i].ask != NULL);
		set.sop[0] = set.sop[1] = s;
		memcpy(set.said[0], said, sizeof(said));
		memcpy(set.said[1], said, sizeof(said));
		sop_weigh(&set, P3, &w);
		check_weight(&w);
		must(sop_done(s, said) <= s->n);
	}
	arena_reset(&a);
	return 0;
}

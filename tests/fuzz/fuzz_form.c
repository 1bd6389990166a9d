/* fuzz_form.c: a form with a field of each kind; what is taken is taken again. */
#include "fuzz/fuzz.h"
#include "lib/form.h"
#include "lib/text.h"

struct all {
	const char	*t, *a, *m, *p, *c, *s;
	int64_t		 k, n;
	bool		 f;
	struct many	 y;
};

static const struct choice choices[] = { { 1, "one" }, { 7, "seven" }, { 0, NULL } };
static const struct field fields[] = {
	TEXT(struct all, t, "T", .max = 9), AREA(struct all, a, "A", .min = 2),
	MAIL(struct all, m, "M"), PHONE(struct all, p, "P"), CODE(struct all, c, "C"),
	SECRET(struct all, s, "S"), PICK(struct all, k, "K", .required = true, .choices = choices),
	NUMBER(struct all, n, "N", .max = 99), FLAG(struct all, f, "F"), MANY(struct all, y, "Y"),
};

static void
check(const struct all *x)
{
	must(text_length(x->t) <= 9 && !text_has_control(x->t, ""));
	must(!text_has_control(x->a, "\t\n") && text_length(x->s) <= 128);
	must(*x->m == '\0' || text_is_mail(x->m));
	must(strspn(x->p, "0123456789") == strlen(x->p) && strlen(x->p) <= 15);
	must((x->k == 1 || x->k == 7) && x->n >= 0 && x->n <= 99);
	must(x->y.n == 0 || text_length(x->y.items[0]) <= 40);
}

/* What is shown of a form, sent back unchanged, is the same. */
static void
send_again(struct arena *a, struct form *f, const struct all *x)
{
	struct pair	 items[COUNT(fields)];
	struct pairs	 sent = { .items = items };
	struct all	 again;
	size_t		 i;

	form_fill(f, x);
	for (i = 0; i < COUNT(fields); i++)
		if (f->typed[i].n > 0)
			items[sent.n++] = (struct pair){ fields[i].name, f->typed[i].items[0] };
	must(form_read(f, a, fields, COUNT(fields), &sent, &again) == RC_OK);
	must(strcmp(x->t, again.t) == 0 && strcmp(x->a, again.a) == 0);
	must(strcmp(x->m, again.m) == 0 && strcmp(x->p, again.p) == 0);
	must(strcmp(x->c, again.c) == 0 && x->k == again.k && x->n == again.n && x->f == again.f);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	char		*text = arena_alloc(&a, size + 1);
	struct pairs	 sent;
	struct form	 form;
	struct all	 x;

	memcpy(text, data, size);
	if (pairs_read(&a, text, '&', &sent) == RC_OK &&
	    form_read(&form, &a, fields, COUNT(fields), &sent, &x) == RC_OK) {
		check(&x);
		send_again(&a, &form, &x);
	}
	arena_reset(&a);
	return 0;
}

/* form_show.c: a form in the names a template sees. */
#include <inttypes.h>
#include <string.h>

#include "lib/form.h"

struct screen {
	struct vars		*all;		/* form */
	const struct tmpl	*tmpl;
	enum lang		 lang;
};

static const char *
word(const struct screen *s, const char *key)
{
	return key == NULL ? NULL : tmpl_word(s->tmpl, s->lang, key);
}

static void
show_error(const struct screen *s, const struct form *form, size_t i, struct vars *v)
{
	const struct fault	*bad = &form->faults[i];
	struct vars		*item;
	const char		*text;

	if (bad->key == NULL)
		return;
	text = tmpl_say(s->tmpl, s->lang, form->arena, bad->key,
	    word(s, form->fields[i].label),
	    arena_printf(form->arena, "%" PRId64, bad->number));
	set_kept(v, "error", text);
	item = vars_item(s->all, "errors");
	set_kept(item, "field", form->fields[i].name);
	set_kept(item, "text", text);
}

/* The first choice has the id that an error's link goes to. */
static struct vars *
add_choice(const struct form *form, const struct field *f, struct vars *v,
    const char *value, const char *label)
{
	bool		 first = vars_text(v, "choice.0.value") == NULL;
	struct vars	*item = vars_item(v, "choice");

	set_kept(item, "id", first ? arena_printf(form->arena, "f-%s", f->name) :
	    arena_printf(form->arena, "f-%s-%s", f->name, value));
	set_text(item, "value", value);
	set_text(item, "label", label);
	set_flag(item, "picked", form_has(form, f->name, value));
	return item;
}

static void
show_choices(const struct screen *s, const struct form *form, size_t i, struct vars *v)
{
	const struct field	*f = &form->fields[i];
	const struct choice	*c;

	for (c = f->choices; c != NULL && c->label != NULL; c++)
		add_choice(form, f, v, arena_printf(form->arena, "%" PRId64, c->value),
		    word(s, c->label));
}

static void
show_field(const struct screen *s, const struct form *form, size_t i)
{
	const struct field	*f = &form->fields[i];
	const char		*typed = form->typed[i].n == 0 || f->kind == KIND_SECRET ?
	    "" : form->typed[i].items[0];
	struct vars		*v = vars_named(s->all, f->name);

	set_kept(v, "name", f->name);
	set_kept(v, "label", word(s, f->label));
	set_kept(v, "hint", word(s, f->hint));
	set_kept(v, "value", typed);
	set_kept(v, "fill", f->fill);
	set_flag(v, "required", f->required);
	set_flag(v, "checked", f->kind == KIND_FLAG && *typed != '\0');
	if (f->kind == KIND_NUMBER)
		set_int(v, "min", f->min);
	if (form_longest(f) > 0)
		set_int(v, "max", form_longest(f));
	show_error(s, form, i, v);
	show_choices(s, form, i, v);
}

void
form_show(const struct form *form, struct vars *page, const struct tmpl *tmpl, enum lang lang)
{
	struct screen	 s = { vars_child(page, "form"), tmpl, lang };
	size_t		 i, bad = 0;

	for (i = 0; i < form->n; i++) {
		show_field(&s, form, i);
		bad += form->faults[i].key != NULL;
	}
	set_text(s.all, "notice", form->notice);
	if (bad > 0)
		set_kept(s.all, "errors_title", tmpl_say(tmpl, lang, form->arena,
		    bad == 1 ? "L.form.one_error" : "L.form.errors",
		    arena_printf(form->arena, "%zu", bad)));
}

struct vars *
form_choice(const struct form *form, struct vars *page, const char *field,
    const char *value, const char *label)
{
	const struct field	*f = &form->fields[form_find(form, field)];

	return add_choice(form, f, vars_named(vars_child(page, "form"), f->name), value, label);
}

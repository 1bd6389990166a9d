/* accounts_page.c: the list of accounts. */
#include <string.h>

#include "lib/text.h"
#include "page/account_page.h"
#include "page/account_view.h"
#include "page/view.h"

struct sieve {
	const char	*text, *role, *agency, *after;
	bool		 disabled;
};

static const struct field sieve_fields[] = {
	TEXT(struct sieve, text, "L.admin.akun.find", .max = 60),
	CODE(struct sieve, role, "L.admin.akun.role"),
	CODE(struct sieve, agency, "L.admin.akun.agency"),
	FLAG(struct sieve, disabled, "L.admin.akun.disabled"),
	CODE(struct sieve, after, "L.common.next_page"),
};

static enum rc
read_sieve(struct visit *v, struct form *form, struct sieve *in, struct accounts_filter *f)
{
	const struct agency	*a;
	enum rc			 rc = form_read(form, v->req->arena, sieve_fields,
				    COUNT(sieve_fields), &v->req->query, in);

	if (rc != RC_OK)
		return rc;
	*f = (struct accounts_filter){
		.role = role_of(in->role), .disabled = in->disabled, .text = in->text,
		.after = in->after,
	};
	if (*in->role != '\0' && !account_is_role(f->role))
		return RC_INPUT;
	if (*in->agency == '\0')
		return RC_OK;
	if ((a = ref_agency_code(v->desk.ref, in->agency)) == NULL)
		return RC_INPUT;
	f->agency = a->id;
	return RC_OK;
}

/* The same list from here on, as what follows the "?" of an address. */
static const char *
next_page(const struct visit *v, const struct sieve *in, const struct accounts *list)
{
	struct arena	*a = v->req->arena;

	return arena_printf(a, "text=%s&role=%s&agency=%s%s&after=%s", text_url(a, in->text),
	    text_url(a, in->role), text_url(a, in->agency), in->disabled ? "&disabled=1" : "",
	    text_url(a, list->rows[list->n - 1].login));
}

static void
show_sieve(struct visit *v, struct form *form)
{
	enum role	 r;
	size_t		 i;

	page_form(v, form);
	for (r = ROLE_NONE + 1; r < ROLE_COUNT; r++)
		if (account_is_role(r))
			form_choice(form, v->vars, "role", role_code(r), view_role(v, r));
	for (i = 0; is_city_admin(v) && i < v->desk.ref->nagencies; i++)
		form_choice(form, v->vars, "agency", v->desk.ref->agencies[i].code,
		    v->desk.ref->agencies[i].brief);
}

/*
 * rows.N: view_account(); total, next (a query), later: not the first page,
 * sifted: not all are shown, any_agency, menu
 */
enum rc
accounts_page(struct visit *v)
{
	struct accounts_filter	 f;
	struct accounts		 list;
	struct sieve		 in;
	struct form		 form;
	size_t			 i;
	enum rc			 rc;

	if ((rc = read_sieve(v, &form, &in, &f)) != RC_OK ||
	    (rc = see_accounts(&v->desk, &f, &list)) != RC_OK)
		return rc;
	page_title(v, "L.admin.akun.title");
	page_here(v, "akun");
	show_sieve(v, &form);
	view_admin_menu(v, "akun");
	for (i = 0; i < list.n; i++)
		view_account(v, vars_item(v->vars, "rows"), &list.rows[i]);
	set_kept(v->vars, "total", view_number(v, list.total));
	set_flag(v->vars, "any_agency", is_city_admin(v));
	set_flag(v->vars, "later", *in.after != '\0');
	set_flag(v->vars, "sifted", *in.text != '\0' || *in.role != '\0' ||
	    *in.agency != '\0' || in.disabled);
	if (list.more)
		set_kept(v->vars, "next", next_page(v, &in, &list));
	return page_show(v, "accounts.cs");
}

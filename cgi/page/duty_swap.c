/* duty_swap.c: a shift is offered to a colleague, and answered. */
#include <inttypes.h>
#include <string.h>

#include "page/duty_page.h"
#include "page/view.h"

struct offer {
	const char	*kepada, *catatan;
};

static const struct field fields[] = {
	CODE(struct offer, kepada, "L.duty.to", .hint = "L.duty.to_hint"),
	TEXT(struct offer, catatan, "L.duty.why", .max = 200),
};

/* The shift, if it is one's own and still to come. */
static enum rc
find_own(struct visit *v, struct roster *r, struct duty *mine)
{
	struct duty	 rows[DUTY_NOW];
	int64_t		 id = route_id(v->arg);
	size_t		 i, n;
	enum rc		 rc;

	if ((rc = see_own_shifts(&v->desk, rows, &n, DUTY_NOW)) != RC_OK ||
	    (rc = see_roster(&v->desk, roster_home(&v->desk.who), v->desk.now, r)) != RC_OK)
		return rc;
	for (i = 0; i < n; i++)
		if (rows[i].id == id) {
			*mine = rows[i];
			return RC_OK;
		}
	return RC_NOTFOUND;
}

static enum rc
show(struct visit *v, struct form *form, const struct roster *r, const struct duty *mine)
{
	unsigned	 peers = duty_peers(v->desk.who.role);
	size_t		 i;

	page_title(v, "L.duty.offer");
	page_here(v, "piket");
	page_form(v, form);
	set_int(v->vars, "id", mine->id);
	set_kept(v->vars, "when", view_shift(v, mine->start, mine->until));
	for (i = 0; i < r->npeople; i++)
		if (r->people[i].id != v->desk.who.id &&
		    (peers & DUTY_ROLE(r->people[i].role)) != 0)
			form_choice(form, v->vars, "kepada", arena_printf(v->req->arena,
			    "%" PRId64, r->people[i].id), r->people[i].name);
	return page_show(v, "duty_offer.cs");
}

enum rc
duty_offer_form(struct visit *v)
{
	struct roster	 r;
	struct duty	 mine;
	struct form	 form;
	enum rc		 rc = find_own(v, &r, &mine);

	if (rc != RC_OK)
		return rc;
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form, &r, &mine);
}

enum rc
duty_offer_send(struct visit *v)
{
	struct offer	 in;
	struct roster	 r;
	struct duty	 mine;
	struct form	 form;
	enum rc		 rc = find_own(v, &r, &mine);

	if (rc != RC_OK)
		return rc;
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &in);
	if (form_ok(&form)) {
		rc = swap_offer(&v->desk, mine.id, route_id(in.kepada), in.catatan);
		if (rc == RC_INPUT)
			form_fault(&form, "kepada", "L.duty.to_bad");
		if (rc == RC_CONFLICT)
			form.notice = view_word(v, "L.duty.offered_already");
	}
	if (page_again(v, &form, rc))
		return show(v, &form, &r, &mine);
	return rc == RC_OK ? duty_back(v, r.agency, mine.start, "tukar") : rc;
}

struct answer_in {
	const char	*jawab;
	int64_t		 opd;
};

static const struct field answers[] = {
	CODE(struct answer_in, jawab, "L.duty.answer"),
	NUMBER(struct answer_in, opd, "L.need.agency", .max = 1000000000),
};

/* The slower of two reads who was faster. */
static enum rc
refused(struct visit *v, const struct swap *w)
{
	struct form	 form;

	form_blank(&form, v->req->arena, answers, COUNT(answers));
	form.notice = *w->taker_name == '\0' ? view_word(v, "L.duty.swap_over") :
	    view_say(v, "L.duty.swap_faster", w->taker_name);
	v->req->status = 409;
	page_title(v, "L.duty.title");
	page_here(v, "piket");
	page_form(v, &form);
	return page_show(v, "duty_late.cs");
}

enum rc
duty_answer(struct visit *v)
{
	static const char *const steps[] = { [SWAP_ACCEPT] = "ambil", [SWAP_GRANT] = "setuju",
		[SWAP_REFUSE] = "tolak", [SWAP_WITHDRAW] = "tarik" };
	struct answer_in	 in;
	struct swap		 w;
	struct form		 form;
	size_t			 i;
	enum rc			 rc = form_read(&form, v->req->arena, answers, COUNT(answers),
				    &v->req->sent, &in);

	if (rc != RC_OK)
		return rc;
	for (i = SWAP_ACCEPT; i < COUNT(steps) && strcmp(steps[i], in.jawab) != 0; i++)
		;
	if (i == COUNT(steps))
		return RC_INPUT;
	rc = swap_step(&v->desk, route_id(v->arg), (enum swap_step)i, &w);
	if (rc == RC_CONFLICT)
		return refused(v, &w);
	if (rc == RC_INPUT)
		return duty_back(v, w.agency, w.start, w.start <= v->desk.now ? "lewat" : "bentrok");
	return rc == RC_OK ? duty_back(v, w.agency, w.start, "jawab") : rc;
}

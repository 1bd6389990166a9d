/* phone_board.c: how soon calls were answered, for the wall. */
#include "action/phone_action.h"
#include "page/phone_page.h"
#include "page/view.h"

enum { GOAL = 90 };		/* %: NENA-STA-020, NFPA 1225 */

static void
show(struct visit *v, const char *label, int64_t good, int64_t of)
{
	struct vars	*row;

	if (of == 0)
		return;
	row = vars_item(v->vars, "phoneclock");
	set_kept(row, "label", view_word(v, label));
	set_int(row, "percent", good * 100 / of);
	set_flag(row, "below", good * 100 < of * GOAL);
	set_kept(row, "of", view_say(v, "L.phone.of_calls", view_number(v, of)));
}

void
view_phone_clock(struct visit *v)
{
	struct phone_clock	 c;

	if (see_phone_clock(&v->desk, &c) != RC_OK)
		return;		/* the wall shows the rest */
	show(v, "L.phone.answer", c.in_time, c.calls);
	show(v, "L.phone.tell", c.told_in_time, c.told);
}

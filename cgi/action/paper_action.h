/*
 * paper_action.h: calls that were taken on paper.
 *
 * Packs of numbered sheets are printed while all is well.  Afterwards each is
 * entered with the times that stand on it: they are when things happened, and
 * now is when they were recorded.  Agencies that were told by radio are not
 * alarmed any more; their part begins when they were told.
 */
#ifndef ACTION_PAPER_ACTION_H
#define ACTION_PAPER_ACTION_H

#include "action/file_action.h"
#include "domain/paper.h"

enum { PACK_SHEETS = 50, PACKS_PAGE = 20, PAPER_NEAR = 8 };

/* The series is reserved: no number is given out twice.  RC_INPUT: no such card, 1 to 50. */
enum rc	 paper_make(const struct desk *, const char *card, int64_t sheets,
	     struct paper_pack *) MUST_USE;

struct pack_view {
	struct paper_pack	 p;
	struct sheet_row	 sheets[PACK_SHEETS];
	size_t			 n;
	int64_t			 counts[SHEET_STATE_COUNT], gaps;
};
enum rc	 see_pack(const struct desk *, int64_t id, struct pack_view *) MUST_USE;
/* The newest first; before: the last id of the page before, or 0. */
enum rc	 see_packs(const struct desk *, int64_t before, struct pack_view *, size_t *n,
	     bool *more) MUST_USE;
enum rc	 see_sheet(const struct desk *, int64_t no, struct sheet_row *) MUST_USE;

/*
 * Why a number of a pack was not entered.  RC_NOTFOUND: that pack has no such number;
 * RC_CONFLICT: it was entered, or somebody said otherwise just now.
 */
enum rc	 paper_explain(const struct desk *, int64_t pack, int64_t no, enum sheet_state from,
	     enum sheet_state to) MUST_USE;

/* As they stand on the sheet; 0 where nothing does.  None before the one before it. */
struct paper_times {
	int64_t		 received, told, arrived, ended;
	bool		 by_radio;	/* the agencies know: no alarm */
};

/*
 * Enters a sheet: a ticket of its own; join: it is about that one.
 * RC_CONFLICT: it was entered, and *row says by whom, when and as what; or the
 * ticket that was named is out of reach (row->state is open then).
 */
enum rc	 paper_enter(const struct desk *, int64_t no, const struct filing *,
	     const struct paper_times *, const char *join, struct receipt *,
	     struct sheet_row *row) MUST_USE;

/* Tickets of that time, near it: perhaps it was told by others, too. */
enum rc	 see_paper_near(const struct desk *, int64_t received, const char *area,
	     struct ticket *, size_t *n) MUST_USE;

#endif

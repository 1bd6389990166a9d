/* ticket_ask.h: the fields of the form of a move, after its row in the table of moves. */
#ifndef PAGE_TICKET_ASK_H
#define PAGE_TICKET_ASK_H

#include "action/see_action.h"
#include "page/app.h"

/* What a person said in it; a field that the move does not ask for is empty. */
struct said {
	const char	*alasan;	/* a standard reason */
	const char	*opd;		/* an agency's code */
	struct many	 unit;		/* units' ids */
	const char	*jenis;		/* a category's code */
	const char	*tujuan;	/* another ticket's number */
	const char	*sampai;	/* "2026-11-21T14:32" */
	bool		 terbit;	/* the public may see it */
	const char	*catatan;	/* a sentence */
	struct many	 foto;		/* nothing: photos come as files */
};

/* What the form is about, as the store has it now. */
struct scene {
	const struct sheet_view	*s;
	const struct move	*m;	/* NULL: it is not possible any more */
	int64_t			 version;
	enum state		 state;
	int64_t			 agency;	/* whose part; 0: the ticket's own move */
};

const struct field *ask_fields(struct arena *, const struct move *, size_t *n);
/* Checks what was said against the reference data and puts it into the order. */
void	 ask_read(struct visit *, struct form *, const struct scene *, const struct said *,
	     struct order *);
/* Faults beside the fields the action missed; missing out of its verdict. */
void	 ask_missing(struct form *, unsigned missing);
/* After page_form(): options of agencies, units, categories, reasons. */
void	 ask_choices(struct visit *, const struct form *, const struct scene *);
/* A move that photos can be proof of. */
bool	 ask_is_shown(const struct move *);
/* A move whose note the reporter reads. */
bool	 ask_is_public(const struct move *);

#endif

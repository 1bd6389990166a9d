/* call_form.h: what the call desk's form says, and what is made of it. */
#ifndef PAGE_CALL_FORM_H
#define PAGE_CALL_FORM_H

#include "action/file_action.h"
#include "action/nuisance_action.h"
#include "action/place_action.h"
#include "action/sop_answer.h"
#include "domain/match.h"
#include "page/app.h"

enum { CALL_AGENCIES = 40 };

/* As it was typed. */
struct call_form {
	const char	*channel;		/* how it came; "" by telephone */
	const char	*phone, *name;
	bool		 secret;		/* who it is stays with those who handle it */
	bool		 back;			/* called back, as was asked for ... */
	bool		 skip;			/* ... or sent without it */
	const char	*silent;		/* the script's steps: "wait=ms,tap=ms" */
	bool		 sure;			/* closed as silent without them */
	const char	*type, *category;	/* words; a code out of the choices shown */
	const char	*take;			/* a code on a button: before any other */
	const char	*said;			/* the words before one was picked */
	const char	*place, *village, *area, *landmark, *coords;
	const char	*detail;
	const char	*over, *over_by;	/* handed over: the neighbour's code, who took it there */
	const char	*priority;		/* "P1"; "": what card and category say */
	struct many	 agency;		/* codes that are ticked ... */
	const char	*lead;
	const char	*shown;			/* ... for the category of this code ... */
	const char	*offered;		/* ... out of those: "DAMKAR,PLN" */
	struct sop_told	 told;			/* cards, and the answers to their questions */
	const char	*rang;			/* ms, when the call began */
	bool		 late;			/* it waited on the taker's machine */
	const char	*what;			/* the button: "send", "keep", "show", "prank" ... */
	const char	*attach;		/* or the number of the ticket to join */
};

/* As it is understood. */
struct call_sense {
	const struct category	*category;	/* NULL: nothing, or several, typed */
	const struct category	*choices[MATCH_MAX];
	size_t			 nchoices;
	bool			 lost;		/* words that are no category */
	const struct area	*area;
	const struct area	*areas[MATCH_MAX];
	size_t			 nareas;
	struct place		 place;
	struct spot		 spot;		/* of the point that is typed */
	const char		*named;		/* the place that gave point and area, or NULL */
	struct sop_set		 cards;		/* the type's own, and what its answers opened */
	struct sop_weight	 weight;
	enum priority		 priority;	/* typed, or weighed */
	enum priority		 raised;	/* by a red flag; PRIORITY_COUNT: none did */
	const char		*raised_by;	/* its words, as they were typed */
	int64_t			 proposed[CALL_AGENCIES];	/* the first would lead */
	size_t			 nproposed;
	int64_t			 agencies[CALL_AGENCIES];	/* chosen; the first leads */
	size_t			 nagencies;
	bool			 headless;	/* none of these may lead */
	int64_t			 rang;
	struct nuisance		 junk;		/* the number's bad history */
};

void	 call_read(struct visit *, const struct pairs *sent, struct form *, struct call_form *);
void	 call_understand(const struct visit *, const struct call_form *, struct call_sense *);
bool	 call_has_field(const char *name);
/* When a call began, by the form: ms; now where that is no time of ours. */
int64_t	 call_rang(const struct visit *, const char *typed);
/* What an incident needs; dispositions and "+1" need none of it. */
void	 call_check(struct form *, const struct call_form *, const struct call_sense *);
void	 call_filing(const struct visit *, const struct call_form *,
	     const struct call_sense *, struct filing *);

/* The category in force with this code; NULL where there is none. */
const struct category *call_category(const struct visit *, const char *code);
/* A point in any of the ways people write it; false where it is no place on earth. */
bool	 call_coords(const char *typed, int64_t *lat, int64_t *lon);

#endif

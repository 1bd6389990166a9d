/*
 * sop.h: an SOP card, and what the answers to its questions set off.
 *
 * A card is JSON in the store (db/data/sop.json).  A question's "opsi" say
 * what each answer does: "prioritas" raises to it at least, "naik" raises by
 * steps, "turun" lowers to it, "tambah" adds agencies, "kartu" names a card to
 * open, "kategori" proposes another type, "ucap" is said aloud to the caller,
 * "saran" is advice for the call taker, "bencana" proposes a disaster.  The
 * "prasyarat" of a card must be safe before anybody works: the ticket asks them.
 * The texts of a card are spoken in Indonesian; only questions, answers and
 * advice have a second language.
 */
#ifndef DOMAIN_SOP_H
#define DOMAIN_SOP_H

#include "domain/ref.h"
#include "lib/arena.h"

enum {
	SOP_QUESTIONS = 10, SOP_OPTIONS = 4, SOP_LINES = 8, SOP_LOCKS = 4,
	SOP_CARDS = 4		/* of one call: its type's own, and those that answers open */
};

struct sop_lines {
	const char	*line[SOP_LINES];
	size_t		 n;
};

struct sop_option {
	const char		*label;
	const char		*said;		/* the label in Indonesian: what is kept */
	enum priority		 raise, lower;	/* PRIORITY_COUNT: not */
	int64_t			 up;
	struct sop_lines	 add;		/* codes of agencies */
	const char		*card, *category, *say, *advice;	/* "" where none */
	bool			 disaster;	/* proposed to the supervisor */
};

struct sop_question {
	int64_t			 no;
	const char		*ask;
	const char		*asked;		/* in Indonesian: what is kept */
	const char		*effect;	/* in the words of the card */
	const char		*kind;		/* "ya/tidak", "teks": for who writes cards */
	struct sop_option	 options[SOP_OPTIONS];
	size_t			 n;		/* 0: answered in words */
};

struct sop_lock {
	const char	*ask;		/* in Indonesian, as it is kept */
	const char	*agency;	/* code of who is meant to answer, "" anybody */
};

struct sop {
	const struct card	*card;
	const char		*title, *opening;
	struct sop_question	 questions[SOP_QUESTIONS];
	size_t			 n;
	struct sop_lines	 tell, never, raise;	/* to say; not to say; what raises */
	struct sop_lines	 crew;		/* what crews want to know */
	struct sop_lock		 locks[SOP_LOCKS];
	size_t			 nlocks;
};

/* An answer: the number of an option from 1, or words; 0 and "" not yet. */
struct sop_said {
	size_t			 option;
	const char		*words;
};

/* The cards of a call, the type's own first, and what was said to each of their questions. */
struct sop_set {
	const struct sop	*sop[SOP_CARDS];
	struct sop_said		 said[SOP_CARDS][SOP_QUESTIONS];
	size_t			 n;
};

/* A question that decided something: its number, and whose it is; no 0: none did. */
struct sop_by {
	int64_t			 no;
	size_t			 card;		/* in the set */
};

struct sop_weight {
	enum priority		 priority;
	struct sop_by		 because;	/* none: the category */
	bool			 lowered;
	const char		*add[SOP_CARDS * SOP_QUESTIONS * SOP_LINES];	/* codes, each once */
	size_t			 nadd;
	const char		*category;	/* code of a better one, "" none */
	struct sop_by		 category_by;
	struct sop_by		 disaster;	/* proposes it to the supervisor */
};

/* NULL where the card's JSON is no card; said in the log. */
const struct sop *sop_read(struct arena *, const struct card *, bool english);
/* Its JSON again; what has a second language has it from "en". */
const char	*sop_write(struct arena *, const struct sop *, const struct sop *en);
/* What was chosen of a question's answers, counted from 0; NULL nothing yet. */
const struct sop_option *sop_chosen(const struct sop *, const struct sop_said *, size_t question);
/* Only the type's own card lowers: a second one is there because of more, not of less. */
void		 sop_weigh(const struct sop_set *, enum priority usual, struct sop_weight *);
/* How many questions have an answer. */
size_t		 sop_done(const struct sop *, const struct sop_said *said);

#endif

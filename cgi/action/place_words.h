/* place_words.h: the places that typed words may be of.  For place_action.c. */
#ifndef ACTION_PLACE_WORDS_H
#define ACTION_PLACE_WORDS_H

#include "action/place_action.h"
#include "store/place_store.h"

/*
 * Appends them to the list, those with the most of the words first.  wide:
 * also words that are spelt alike, though what was typed is a word itself.
 */
enum rc	 place_candidates(const struct desk *, const struct looked *, bool wide,
	     struct name_list *) MUST_USE;

#endif

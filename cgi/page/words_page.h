/* words_page.h: what the call desk makes of words: categories, red flags, the usual ones. */
#ifndef PAGE_WORDS_PAGE_H
#define PAGE_WORDS_PAGE_H

#include "page/call_form.h"

enum rc	 words_types(struct visit *);		/* GET /panggilan/jenis?q=: codes, the likeliest first */

/* Proposals where the names alone do not say; adds what words raise to priority and choices. */
void	 words_understand(const struct visit *, const struct call_form *, struct call_sense *);

/*
 * usual.N.{code,name,icon,key}: what is taken most
 * flag.N.{words,say,english,category,name,card,pr.*}: what was said raises it
 */
void	 view_call_words(struct visit *, const struct call_form *, const struct call_sense *);

/* All that was typed of the incident: what near tickets are compared with. */
const char *call_words(const struct visit *, const struct call_form *);

/* ,"flags":[{w words, p priority, c category, s card, t what to say}] */
void	 words_put_data(struct visit *, struct buf *);

#endif

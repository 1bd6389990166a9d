/* field_page.h: /lapangan: the page of a crew, on a cheap phone, with or without a signal. */
#ifndef PAGE_FIELD_PAGE_H
#define PAGE_FIELD_PAGE_H

#include "action/field_action.h"
#include "page/app.h"

enum rc	 field_show(struct visit *);	/* GET /lapangan; /lapangan/versi: 304 where nothing changed */
enum rc	 field_send(struct visit *);	/* POST /lapangan/langkah: one step, or a note */
enum rc	 field_photo(struct visit *);	/* POST /lapangan/foto */

/* What was typed and could not be kept, to be shown where it was typed. */
struct field_typed {
	const char	*step;		/* the button's value; "" none */
	const char	*note;
};

/* --- field_view.c --- */

/*
 * job.N.{number,voice,title,category,pr.*,state.*,place,area,geo,coordinates,age,detail,
 * veiled,t,u,ustate,a,astate,note,note_value,shot_value}, with lock.N.{asked,open,word},
 * answer.N.{asked,said}, memo.N.{text,who,clock}, person.N.{phone,who},
 * big.{value,word}, step.N.{value,word}, fold.N.{value,word,public,required,note,big,
 * reason.N.{code,word}}; rest.N.{number,title,place,pr.*}, more
 */
void	 view_field(struct visit *, const struct field_view *, const struct field_typed *);
/* chain.N.{life,from,to,act,word,rank}: what follows what, for a phone without a signal */
void	 view_chain(struct visit *);

/* What became of a step, in whole sentences. */
const char *field_told(const struct visit *, const char *number, const struct field_answer *);
/* Of an event that came from a phone: "terkirim 14.40 · 12 m dari titik"; NULL nothing. */
const char *field_said(const struct visit *, const struct field_step *);

#endif

/* text_desk.h: written emergencies at the desk: the queue, and the conversation beside a call. */
#ifndef PAGE_TEXT_DESK_H
#define PAGE_TEXT_DESK_H

#include "page/app.h"

enum rc	 texts_list(struct visit *) MUST_USE;	/* GET /panggilan/masuk */
enum rc	 texts_take(struct visit *) MUST_USE;	/* POST /panggilan/masuk: id, or the next */
enum rc	 texts_open(struct visit *) MUST_USE;	/* GET /panggilan/masuk/ID */
enum rc	 texts_act(struct visit *) MUST_USE;	/* POST /panggilan/masuk/ID */
enum rc	 texts_lines(struct visit *) MUST_USE;	/* GET /panggilan/masuk/ID/baris */
enum rc	 texts_strip(struct visit *) MUST_USE;	/* GET /panggilan/tertulis */

/* --- for the call desk ---------------------------------------------------------------- */

/*
 * What waits, and the conversation of the call that is on the screen:
 * texts.{n,words,place,age,alarm,pr.*}, own.N.{id,number,place}, rest.*,
 * talk.{id,mute,unsure,...}, lines.N.*, quick.N.{value,words,key}
 */
void	 view_texts(struct visit *);
/* unsure: nobody of ours has confirmed this ticket */
void	 view_unsure(struct visit *, int64_t ticket);
/* channels.N.{code,word,picked}: the ways a call comes in */
void	 view_channels(struct visit *, const char *picked);
/* A question that was asked with the call's own form, where there is no script. */
void	 texts_ask_sent(struct visit *, const char *button);
/* Why this call cannot be closed or joined; NULL where it can. */
const char *texts_refusal(struct visit *);

#endif

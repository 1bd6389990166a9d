/* text_page.h: an emergency is written, and the citizen's side of the conversation. */
#ifndef PAGE_TEXT_PAGE_H
#define PAGE_TEXT_PAGE_H

#include "domain/talk.h"
#include "page/app.h"

enum rc	 text_form(struct visit *) MUST_USE;		/* GET /darurat */
enum rc	 text_post(struct visit *) MUST_USE;		/* POST /darurat */
enum rc	 text_talk(struct visit *) MUST_USE;		/* GET /darurat/percakapan */
enum rc	 text_find(struct visit *) MUST_USE;		/* POST /darurat/percakapan: by its code */
enum rc	 text_talk_lines(struct visit *) MUST_USE;	/* GET /darurat/percakapan/baris */
enum rc	 text_reply(struct visit *) MUST_USE;		/* POST /darurat/percakapan/jawab */
enum rc	 text_leave(struct visit *) MUST_USE;		/* POST /darurat/percakapan/tutup */

/* Of both sides. lines.N.{mine,who,clock,words,gone,state}, last; desk: the desk looks. */
void	 view_talk_lines(struct visit *, const struct message *, size_t n, bool desk);

#endif

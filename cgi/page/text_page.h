/* text_page.h: an emergency is written, and the citizen's side of the conversation. */
#ifndef PAGE_TEXT_PAGE_H
#define PAGE_TEXT_PAGE_H

#include "domain/talk.h"
#include "page/app.h"

enum rc	 text_form(struct visit *) MUST_USE;		/* GET /darurat */
enum rc	 text_post(struct visit *) MUST_USE;		/* POST /darurat */
enum rc	 text_old_form(struct visit *) MUST_USE;	/* GET /lapor/darurat */
enum rc	 text_old_post(struct visit *) MUST_USE;	/* POST /lapor/darurat */
enum rc	 text_talk(struct visit *) MUST_USE;		/* GET /darurat/percakapan */
enum rc	 text_find(struct visit *) MUST_USE;		/* POST /darurat/percakapan: by its code */
enum rc	 text_talk_lines(struct visit *) MUST_USE;	/* GET /darurat/percakapan/baris */
enum rc	 text_reply(struct visit *) MUST_USE;		/* POST /darurat/percakapan/jawab */
enum rc	 text_leave(struct visit *) MUST_USE;		/* POST /darurat/percakapan/tutup */

/* The tile of a category, by its group; "other" where there is none. */
const char *text_tile(const struct visit *, const struct category *) MUST_USE;
/* A form that was sent; category NULL: as the tile says. */
enum rc	 text_take_in(struct visit *, const struct pairs *, const struct category *) MUST_USE;

/* Of both sides. lines.N.{mine,who,clock,words,gone,state}, last; desk: the desk looks. */
void	 view_talk_lines(struct visit *, const struct message *, size_t n, bool desk);

#endif

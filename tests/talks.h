/* talks.h: a city where emergencies are written, for the tests of them. */
#ifndef TESTS_TALKS_H
#define TESTS_TALKS_H

#include "action/text_action.h"
#include "city.h"

extern struct desk	 city;

int	 talks_setup(void **state);
int	 talks_teardown(void **state);	/* and the chain holds */

struct text_report fire(const char *token);	/* a house, of Ratna */
struct filing	 form(const char *token);	/* the call's form, as the taker who has it sends it */
const char	*sends(struct text_report);	/* its code */
struct talk	 now_is(const char *code);
enum rc		 takes(const char *login, int64_t id);
enum rc		 answers(const char *code, const char *words);
size_t		 works(void);			/* how many the worker moved on */
void		 sets(const char *script);

#endif

/* duty_page.h: who is on duty: the week, swaps, handing over.  Answers of worklist. */
#ifndef PAGE_DUTY_PAGE_H
#define PAGE_DUTY_PAGE_H

#include "action/relay_action.h"
#include "action/roster_action.h"
#include "page/app.h"

enum rc	 duty_week(struct visit *) MUST_USE;		/* GET /piket */
enum rc	 duty_ics(struct visit *) MUST_USE;		/* GET /piket/saya.ics */
enum rc	 duty_here(struct visit *) MUST_USE;		/* POST /piket/hadir */
enum rc	 duty_assign(struct visit *) MUST_USE;		/* POST /piket/isi */
enum rc	 duty_remove(struct visit *) MUST_USE;		/* POST /piket/lepas */
enum rc	 duty_copy(struct visit *) MUST_USE;		/* POST /piket/salin */
enum rc	 duty_pattern_form(struct visit *) MUST_USE;	/* GET /piket/pola */
enum rc	 duty_pattern_send(struct visit *) MUST_USE;
enum rc	 duty_rules_form(struct visit *) MUST_USE;	/* GET /piket/aturan */
enum rc	 duty_rules_send(struct visit *) MUST_USE;
enum rc	 duty_offer_form(struct visit *) MUST_USE;	/* GET /piket/tukar/DUTY */
enum rc	 duty_offer_send(struct visit *) MUST_USE;
enum rc	 duty_answer(struct visit *) MUST_USE;		/* POST /piket/jawab/SWAP */
enum rc	 relay_form(struct visit *) MUST_USE;		/* GET /piket/serah */
enum rc	 relay_send(struct visit *) MUST_USE;
enum rc	 relay_keep(struct visit *) MUST_USE;		/* POST /piket/serah/draf */
enum rc	 relay_note(struct visit *) MUST_USE;		/* GET /piket/serah/NOTE */
enum rc	 relay_mark(struct visit *) MUST_USE;

/* Whose roster a page is about: one's own, or what an address or a form (opd) says. */
int64_t	 duty_agency(const struct visit *, const struct pairs *);
const char *duty_name(const struct visit *, int64_t agency);	/* "Damkar", "Meja 112" */
/* Back to the week, with the code of what to say. */
enum rc	 duty_back(struct visit *, int64_t agency, int64_t at, const char *said) MUST_USE;
/* "Senin, 23 November 2026, 07.00-15.00" */
const char *view_shift(const struct visit *, int64_t start, int64_t until);

/* --- for other screens ------------------------------------------------------------------ */

/*
 * off_duty: others are on duty, so this screen is to make no sound; standby:
 * called only because nobody is on duty.  note.N.{id,words}: left to this shift,
 * and not read by anybody of it.
 */
void	 view_duty(struct visit *);
/* The wall: watch.N.{name,text,class}, unplanned: names of agencies without a roster */
void	 view_watches(struct visit *);
/* lack.N.{text,since}: what rings: "1 dari 2 petugas" */
void	 view_lacks(struct visit *, const struct shortage *, size_t n);

#endif

/* phone_page.h: telephones at the call desk: what rings, what was answered, who sits where. */
#ifndef PAGE_PHONE_PAGE_H
#define PAGE_PHONE_PAGE_H

#include "page/app.h"

/*
 * phone.{on,manual,heard}: of the exchange, nothing where there is none
 * phone.extension, .line: one's own telephone
 * ringing.N.{number,line,age,up}
 * answered.N.{id,number,line,token,rang,waited,current,fresh,first,over}: one's own
 */
void	 view_phone(struct visit *);

/* phoneclock.N.{label,percent,below,of}: of today, where the exchange tells when it rings */
void	 view_phone_clock(struct visit *);

/* source: words about where its times are from; recorded: it may be asked for */
void	 view_phone_source(struct visit *, int64_t call);
/* POST /panggilan/daftar/N/rekaman: where the recording lies, with a reason. */
enum rc	 phone_recording_send(struct visit *);

enum rc	 phone_strip(struct visit *);		/* GET /panggilan/telepon: for the script */
enum rc	 phone_continue(struct visit *);	/* GET /panggilan/telepon/N: its form */
enum rc	 phone_seat(struct visit *);		/* GET /panggilan/pesawat */
enum rc	 phone_seat_save(struct visit *);

#endif

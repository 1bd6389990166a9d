/* test_phone.c: what the telephone exchange tells of calls, in whatever order it comes. */
#include <stdio.h>
#include <string.h>

#include "action/phone_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 city;
static struct parcel	 pbx;
static int		 said;

static int
setup(void **state)
{
	struct desk	 admin;
	const char	*secret;
	struct gateway	*list;
	size_t		 n;

	(void)state;
	city = city_open();
	admin = city_as(&city, "admin");
	CHECK_INT(gateway_make(&admin, "pbx", GATEWAY_PHONE, &secret), RC_OK);
	CHECK_INT(gateway_list(&admin, &list, &n), RC_OK);
	pbx = (struct parcel){ .from = list[0], .id = "" };
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_end(&city);
	return 0;
}

static struct ring_said
word(enum ring_event e, const char *call, int64_t at)
{
	return (struct ring_said){ .event = e, .call = call, .number = "081277450391",
	    .line = "112", .extension = e == RING_ANSWERED ? "201" : "", .link = "", .at = at };
}

/* With an id of its own, as a good exchange does. */
static const char *
tells(struct ring_said s)
{
	struct desk	 d = city_as(&city, "worker");
	struct parcel	 m = pbx;
	const char	*answer;

	m.id = arena_printf(d.arena, "m%d", said++);
	memset(m.hash, said, sizeof(m.hash));
	CHECK_INT(phone_tell(&d, &m, &s, &answer), RC_OK);
	return answer;
}

static void
sits(const char *login, const char *extension)
{
	struct desk	 d = city_as(&city, login);

	CHECK_INT(phone_sit(&d, extension, ""), RC_OK);
}

static struct phone_desk
desk_of(const char *login)
{
	struct desk		 d = city_as(&city, login);
	struct phone_desk	 p;

	CHECK_INT(see_phone(&d, &p), RC_OK);
	return p;
}

static size_t
works(void)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	CHECK_INT(worker_rings(&d, &n), RC_OK);
	return n;
}

#define COUNT_OF(sql)	city_count(&city, "SELECT count(*) FROM " sql)

static void
a_call_that_is_answered_is_the_takers(void **state)
{
	struct phone_desk	 p;
	struct phone_call	 c;
	struct desk		 d = city_as(&city, "petugas");

	(void)state;
	sits("petugas", "201");
	CHECK(strstr(tells(word(RING_RINGING, "a", city.now)), "\"state\":\"ringing\"") != NULL);
	p = desk_of("petugas2");
	CHECK_INT(p.nringing, 1);
	CHECK(strcmp(p.ringing[0].number, "···391") == 0);
	CHECK(strcmp(p.ringing[0].line, "112") == 0 && *p.ringing[0].token == '\0');
	city.now += 9 * SECOND;
	tells(word(RING_ANSWERED, "a", city.now));
	CHECK_INT(desk_of("petugas2").nringing, 0);
	CHECK_INT(desk_of("petugas2").nanswered, 0);
	p = desk_of("petugas");
	CHECK_INT(p.nanswered, 1);
	CHECK(strcmp(p.answered[0].number, "081277450391") == 0 && *p.answered[0].token != '\0');
	CHECK_INT(p.answered[0].answered - p.answered[0].rang, 9 * SECOND);
	CHECK_INT(see_answered(&d, p.answered[0].id, &c), RC_OK);
	d = city_as(&city, "petugas2");
	CHECK_INT(see_answered(&d, p.answered[0].id, &c), RC_NOTFOUND);
	CHECK_INT(COUNT_OF("signal WHERE kind = 'phone-answered' AND account ="
	    " (SELECT id FROM account WHERE login = 'petugas')"), 1);
	CHECK_INT(COUNT_OF("call WHERE sealed IS NOT NULL AND phone IS NOT NULL AND timed = 1"), 1);
	CHECK_INT(COUNT_OF("call WHERE instr(sealed, '0812') > 0"), 0);
}

static void
the_form_ends_the_call_that_rang(void **state)
{
	struct desk	 d = city_as(&city, "petugas");
	struct filing	 f = { .category = ref_category_code(city.ref, "KBR-BGN"),
			     .place = { .text = "Jl. Rimbo 2", .area = "99.71.07.1001" }, .title = "",
			     .detail = "Api", .channel = "call", .privacy = PRIVACY_PUBLIC,
			     .who = { "Ratna", "081277450391", "", "" }, .lang = "id",
			     .priority = PRIORITY_COUNT, .rang = city.now - 1 };
	struct receipt	 r, again;

	(void)state;
	sits("petugas", "201");
	tells(word(RING_RINGING, "a", city.now));
	tells(word(RING_ANSWERED, "a", city.now + 4000));
	f.token = desk_of("petugas").answered[0].token;
	city.now += 60 * SECOND;
	d.now = city.now;
	CHECK_INT(file_call(&d, &f, &r), RC_OK);
	CHECK_INT(COUNT_OF("call"), 1);
	CHECK_INT(COUNT_OF("call WHERE state = 'closed' AND type = 'emergency' AND ticket <> 0"
	    " AND answered_at = rang_at + 4000 AND timed = 1"), 1);
	CHECK_INT(desk_of("petugas").nanswered, 0);
	CHECK_INT(file_call(&d, &f, &again), RC_OK);
	CHECK(again.again && again.ticket.id == r.ticket.id);
	/* what the exchange says afterwards changes nothing but times */
	tells(word(RING_ENDED, "a", city.now));
	tells(word(RING_ABANDONED, "a", city.now));
	CHECK_INT(COUNT_OF("call WHERE state = 'closed' AND type = 'emergency'"), 1);
}

static void
one_key_ends_it_too(void **state)
{
	struct desk	 d = city_as(&city, "petugas");
	struct filing	 f = { .place = { .text = "", .area = "" }, .title = "", .detail = "",
			     .channel = "call", .privacy = PRIVACY_PUBLIC, .lang = "id",
			     .who = { "", "081277450391", "", "" }, .rang = city.now };

	(void)state;
	sits("petugas", "201");
	tells(word(RING_ANSWERED, "a", city.now));
	f.token = desk_of("petugas").answered[0].token;
	CHECK_INT(file_disposition(&d, &f, "prank"), RC_OK);
	CHECK_INT(file_disposition(&d, &f, "prank"), RC_OK);
	CHECK_INT(COUNT_OF("call WHERE state = 'closed' AND type = 'prank' AND timed = 1"), 1);
	CHECK_INT(COUNT_OF("call"), 1);
}

/* --- every order ------------------------------------------------------------------------ */

enum { WORDS_MAX = 5, STATE = 400 };

/* All that stands in the store of the newest call, but for ids and who heard when. */
static void
look(char out[STATE])
{
#define OF(column) "SELECT " column " FROM ring r JOIN call c ON c.id = r.call" \
	" WHERE r.id = (SELECT max(id) FROM ring)"
	static const char *const	 columns[] = { OF("c.state = 'answered'"),
		OF("c.state = 'callback_queue'"), OF("c.state = 'closed'"), OF("c.state = 'ringing'"),
		OF("c.type = 'dropped'"), OF("c.rang_at"), OF("c.answered_at"), OF("r.ended_at"),
		OF("r.left_at"), OF("c.taker"), OF("c.closed_at <> 0"), OF("length(c.line)"),
		OF("length(r.extension)"), OF("c.phone IS NOT NULL") };
	size_t				 i, at = 0;

	for (i = 0; i < COUNT(columns); i++)
		at += (size_t)snprintf(out + at, STATE - at, "%lld ",
		    (long long)city_count(&city, columns[i]));
}

static struct ring_said	 words[WORDS_MAX];
static char		 first[STATE];
static int		 orders;

static void
try_order(const size_t *order, size_t n, size_t twice)
{
	char		 now[STATE];
	struct desk	 d = city_as(&city, "worker");
	const char	*name = arena_printf(d.arena, "c%d", orders++);
	int64_t		 was = city.now;
	size_t		 i;

	for (i = 0; i < n; i++) {
		words[order[i]].call = name;
		tells(words[order[i]]);
		if (i == twice)
			tells(words[order[i]]);
		city.now += 3 * SECOND;
	}
	city.now += RING_OVER;
	works();
	look(now);
	if (*first == '\0')
		snprintf(first, sizeof(first), "%s", now);
	if (strcmp(first, now) != 0)
		print_error("order %d: %s, not %s\n", orders, now, first);
	CHECK(strcmp(first, now) == 0);
	city.now = was;
}

static void
permute(size_t *order, size_t n, size_t at)
{
	size_t	 i, t;

	if (at == n) {
		for (i = 0; i <= n; i++)
			try_order(order, n, i);
		return;
	}
	for (i = at; i < n; i++) {
		t = order[at]; order[at] = order[i]; order[i] = t;
		permute(order, n, at + 1);
		t = order[at]; order[at] = order[i]; order[i] = t;
	}
}

/* Every subset of the words, in every order, each of them once more. */
static void
any_order_ends_in_the_same(void **state)
{
	static const enum ring_event	 events[] = { RING_RINGING, RING_ANSWERED, RING_ANSWERED,
					    RING_ENDED, RING_ABANDONED };
	size_t				 order[WORDS_MAX], i, n, set;

	(void)state;
	sits("petugas", "201");
	sits("petugas2", "202");
	for (set = 1; set < 1u << WORDS_MAX; set++) {
		for (i = n = 0; i < WORDS_MAX; i++)
			if ((set & 1u << i) != 0) {
				words[n] = word(events[i], "", city.now + (int64_t)i * 2000);
				words[n].extension = i == 1 ? "201" : i == 2 ? "202" : "";
				words[n].line = i == 3 ? "" : "112";
				order[n] = n;
				n++;
			}
		*first = '\0';
		permute(order, n, 0);
	}
	CHECK(orders > 500);
}

static void
who_gave_up_is_called_back(void **state)
{
	struct ring_said	 nobody = word(RING_ABANDONED, "b", city.now);

	(void)state;
	tells(word(RING_RINGING, "a", city.now));
	tells(word(RING_ABANDONED, "a", city.now + 1));
	CHECK_INT(COUNT_OF("call WHERE state = 'callback_queue' AND type = 'dropped'"), 1);
	nobody.number = "";
	tells(nobody);
	CHECK_INT(COUNT_OF("call WHERE state = 'closed' AND type = 'dropped'"), 1);
	/* it only ended: a word may be late, for some seconds */
	tells(word(RING_RINGING, "c", city.now));
	tells(word(RING_ENDED, "c", city.now));
	CHECK_INT(works(), 0);
	city.now += RING_GRACE;
	CHECK_INT(works(), 1);
	/* nothing more is heard at all */
	tells(word(RING_RINGING, "d", city.now));
	city.now += RING_OVER;
	CHECK_INT(works(), 1);
	CHECK_INT(works(), 0);
	CHECK_INT(COUNT_OF("call WHERE state = 'ringing'"), 0);
}

static void
the_same_message_is_taken_once(void **state)
{
	struct desk		 d = city_as(&city, "worker");
	struct parcel		 m = pbx;
	struct ring_said	 s = word(RING_RINGING, "a", city.now);
	const char		*one, *other;

	(void)state;
	m.id = "same";
	CHECK_INT(phone_tell(&d, &m, &s, &one), RC_OK);
	s.event = RING_ANSWERED;	/* not even read */
	CHECK_INT(phone_tell(&d, &m, &s, &other), RC_OK);
	CHECK(strcmp(one, other) == 0);
	CHECK_INT(COUNT_OF("event WHERE act = 'pick_up'"), 0);
	m.hash[0] ^= 1;
	CHECK_INT(phone_tell(&d, &m, &s, &other), RC_CONFLICT);
	m.from.kind = GATEWAY_TEXT;
	CHECK_INT(phone_tell(&d, &m, &s, &other), RC_FORBIDDEN);
}

static void
a_seat_is_one_persons_for_a_shift(void **state)
{
	struct desk	 d = city_as(&city, "petugas");

	(void)state;
	sits("petugas", "201");
	sits("petugas2", "201");
	CHECK(*desk_of("petugas").extension == '\0');
	CHECK(strcmp(desk_of("petugas2").extension, "201") == 0);
	CHECK_INT(phone_sit(&d, "2 01", ""), RC_INPUT);
	CHECK_INT(phone_sit(&d, "12345678901234567", ""), RC_INPUT);
	d = city_as(&city, "damkar");
	CHECK_INT(phone_sit(&d, "203", ""), RC_FORBIDDEN);
	city.now += SEAT_HOURS * HOUR;
	CHECK(*desk_of("petugas2").extension == '\0');
	tells(word(RING_ANSWERED, "a", city.now));
	CHECK_INT(COUNT_OF("call WHERE state = 'answered' AND taker = 0"), 1);
	CHECK_INT(COUNT_OF("signal WHERE kind = 'phone-answered'"), 0);
}

static void
the_desk_says_when_it_is_on_its_own(void **state)
{
	(void)state;
	CHECK_INT(desk_of("petugas").mode, PHONE_MANUAL);	/* there is one, never heard of */
	tells(word(RING_RINGING, "a", city.now));
	CHECK_INT(desk_of("petugas").mode, PHONE_ON);
	city.now += GATEWAY_SILENT - 1;
	CHECK_INT(desk_of("petugas").mode, PHONE_ON);
	city.now += 1;
	CHECK_INT(desk_of("petugas").mode, PHONE_MANUAL);
	city.now += RING_LONG - GATEWAY_SILENT;
	tells(word(RING_RINGING, "b", city.now));
	CHECK_INT(desk_of("petugas").mode, PHONE_MANUAL);	/* nobody lets one ring so long */
	tells(word(RING_ABANDONED, "a", city.now));
	CHECK_INT(desk_of("petugas").mode, PHONE_ON);
}

static void
without_an_exchange_nothing_is_said_of_one(void **state)
{
	struct desk	 admin = city_as(&city, "admin");

	(void)state;
	CHECK_INT(gateway_revoke(&admin, "pbx"), RC_OK);
	CHECK_INT(desk_of("petugas").mode, PHONE_NONE);
}

static void
a_recording_is_for_who_leads_and_says_why(void **state)
{
	struct desk		 d = city_as(&city, "penyelia");
	struct ring_said	 s = word(RING_ENDED, "a", city.now);
	enum phone_source	 source;
	const char		*link;
	bool			 recorded;
	int64_t			 id;

	(void)state;
	s.link = "https://pbx.example/r/1.wav";
	tells(s);
	id = city_count(&city, "SELECT max(id) FROM call");
	CHECK_INT(COUNT_OF("ring WHERE instr(sealed, 'pbx') > 0"), 0);
	CHECK_INT(see_phone_source(&d, id, &source, &recorded), RC_OK);
	CHECK(source == PHONE_HEARD && recorded);
	CHECK_INT(phone_recording(&d, id, "x", &link), RC_INPUT);
	CHECK_INT(phone_recording(&d, id, "Aduan pelapor", &link), RC_OK);
	CHECK_TEXT(link, s.link);
	CHECK_INT(COUNT_OF("event WHERE act = 'read' AND life = 'call' AND note = 'Aduan pelapor'"), 1);
	tells(word(RING_RINGING, "b", city.now));
	CHECK_INT(phone_recording(&d, id + 1, "Aduan pelapor", &link), RC_NOTFOUND);
	CHECK_INT(phone_recording(&d, 999, "Aduan pelapor", &link), RC_NOTFOUND);
	d = city_as(&city, "petugas");
	CHECK_INT(phone_recording(&d, id, "Aduan pelapor", &link), RC_FORBIDDEN);
	d = city_as(&city, "admin");
	CHECK_INT(phone_recording(&d, id, "Aduan pelapor", &link), RC_FORBIDDEN);
}

static void
the_wall_says_how_soon_calls_are_answered(void **state)
{
	struct desk		 d = city_as(&city, "petugas");
	struct filing		 f = { .category = ref_category_code(city.ref, "KBR-BGN"),
				    .place = { .text = "Jl. Rimbo 2", .area = "99.71.07.1001" }, .title = "",
				    .detail = "Api", .channel = "call", .privacy = PRIVACY_PUBLIC,
				    .who = { "", "081277450391", "", "" }, .lang = "id",
				    .priority = PRIORITY_COUNT, .rang = city.now };
	struct phone_clock	 c;
	struct receipt		 r;

	(void)state;
	sits("petugas", "201");
	CHECK_INT(see_phone_clock(&d, &c), RC_FORBIDDEN);
	tells(word(RING_RINGING, "a", city.now));
	tells(word(RING_ANSWERED, "a", city.now + 15 * SECOND));
	f.token = desk_of("petugas").answered[0].token;
	city.now += 75 * SECOND;	/* a minute after the answer: just in time */
	d.now = city.now;
	CHECK_INT(file_call(&d, &f, &r), RC_OK);
	tells(word(RING_RINGING, "b", city.now));
	tells(word(RING_ANSWERED, "b", city.now + 15 * SECOND + 1));
	tells(word(RING_RINGING, "c", city.now));	/* rings still: of no figure */
	tells(word(RING_ABANDONED, "d", city.now));
	d = city_as(&city, "penyelia");
	CHECK_INT(see_phone_clock(&d, &c), RC_OK);
	CHECK(c.calls == 3 && c.in_time == 1 && c.told == 1 && c.told_in_time == 1);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(a_call_that_is_answered_is_the_takers), T(the_form_ends_the_call_that_rang),
		T(one_key_ends_it_too), T(any_order_ends_in_the_same), T(who_gave_up_is_called_back),
		T(the_same_message_is_taken_once), T(a_seat_is_one_persons_for_a_shift),
		T(the_desk_says_when_it_is_on_its_own), T(without_an_exchange_nothing_is_said_of_one),
		T(a_recording_is_for_who_leads_and_says_why), T(the_wall_says_how_soon_calls_are_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

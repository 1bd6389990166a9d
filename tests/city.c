/* city.c: a city in memory, for tests of stores and actions. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "action/citizen_action.h"
#include "action/ref_action.h"
#include "action/verify_action.h"
#include "check.h"
#include "city.h"

static struct arena	 memory;

static struct secret *
make_secret(void)
{
	char		 dir[] = "/tmp/siaga-test.XXXXXX";
	const char	*path;
	struct secret	*s;

	secret_start();
	assert_non_null(mkdtemp(dir));
	path = arena_printf(&memory, "%s/key", dir);
	assert_int_equal(secret_make(path), RC_OK);
	s = secret_open(path);
	unlink(path);
	rmdir(dir);
	return s;
}

struct desk
city_open(void)
{
	struct desk	 d = { .db = db_open(":memory:"), .arena = &memory,
			       .who = { .role = ROLE_VISITOR, .name = "" }, .now = CITY_NOW };
	struct city	 city;
	const char	*why = "";
	int		 steps;

	d.secret = make_secret();
	if (city_read(&memory, "db/data", DEMO_CITY, &city, &why) != RC_OK)
		fail_msg("%s", why);
	assert_int_equal(store_migrate(d.db, &steps), RC_OK);
	assert_int_equal(city_set_up(d.db, &memory, &city, CITY_NOW), RC_OK);
	d.ref = ref_current(d.db, d.now);
	return d;
}

void
city_close(struct desk *d)
{
	db_close(d->db);
	secret_close((struct secret *)(uintptr_t)d->secret);
	arena_reset(&memory);
}

void
city_end(struct desk *d)
{
	struct chain	 chain;
	struct desk	 auditor = city_as(d, "auditor");

	assert_int_equal(verify_chain(&auditor, &chain), RC_OK);
	city_close(d);
}

struct desk
city_as(const struct desk *d, const char *login)
{
	struct desk	 as = *d;
	struct account	*people;
	size_t		 i, n;

	as.who = (struct actor){ .role = role_of(login), .name = login };
	if (as.who.role == ROLE_WORKER || as.who.role == ROLE_REPORTER)
		return as;
	assert_int_equal(demo_people(d->db, d->arena, &people, &n), RC_OK);
	for (i = 0; i < n; i++)
		if (strcmp(people[i].login, login) == 0) {
			as.who = (struct actor){ people[i].id, people[i].role, people[i].agency,
			    people[i].unit, people[i].name };
			return as;
		}
	fail_msg("nobody is called %s", login);
	return as;
}

/* Statements are found again by their query's address, so each SQL keeps one. */
static const struct query *
query_of(const char *sql)
{
	static struct query	 all[256];
	size_t			 i;

	for (i = 0; i < COUNT(all) && all[i].sql != NULL; i++)
		if (strcmp(all[i].sql, sql) == 0)
			return &all[i];
	assert_true(i < COUNT(all));
	all[i] = (struct query){ "a test's own", sql };
	return &all[i];
}

int64_t
city_count(const struct desk *d, const char *sql)
{
	struct stmt	*s = db_start(d->db, query_of(sql));
	int64_t		 n;

	assert_true(db_next(s));
	n = get_int(s);
	assert_int_equal(db_end(s), RC_OK);
	return n;
}

struct receipt
city_filed(const struct desk *city, const char *category, bool mail, enum privacy privacy)
{
	const struct filing	 f = {
		.token = secret_token(city->arena),
		.category = ref_category_code(city->ref, category),
		.place = { .text = "Jl. Veteran 3 <dekat> \"pos\" & pasar", .area = "99.71.07.1001" },
		.title = "Lubang & <genangan>", .detail = "Dalam sekali", .channel = "web",
		.privacy = privacy,
		.who = { "Upik", "081234567890", "upik@contoh.example", "" },
		.mail = mail, .lang = "id", .priority = PRIORITY_COUNT,
	};
	struct desk		 d = city_as(city, "reporter");
	struct receipt		 r;

	assert_int_equal(file_report(&d, &f, &r), RC_OK);
	return r;
}

struct receipt
city_called(const struct desk *city, const char *category, bool told)
{
	struct filing	 f = {
		.token = secret_token(city->arena),
		.category = ref_category_code(city->ref, category),
		.place = { .text = "Jl. Veteran 3" }, .title = "", .detail = "",
		.channel = "call", .privacy = PRIVACY_PUBLIC, .priority = PRIORITY_COUNT,
		.rang = city->now,
	};
	struct desk	 d = city_as(city, "petugas");
	struct receipt	 r;

	if (told) {
		f.who = (struct identity){ "Upik", "081234567890", "upik@contoh.example", "" };
		f.mail = true;
		f.lang = "id";
	}
	assert_int_equal(file_call(&d, &f, &r), RC_OK);
	return r;
}

enum rc
city_does(const struct desk *city, const char *login, const struct receipt *r, struct order o)
{
	struct desk	 d = city_as(city, login);
	struct verdict	 v;

	o.number = r->ticket.number;
	if (o.life == LIFE_NONE)
		o.life = track_life(r->ticket.track);
	return move(&d, &o, &v);
}

enum rc
city_answers(const struct desk *city, const struct receipt *r, struct order o)
{
	struct desk	 d = city_as(city, "reporter");
	struct verdict	 v;

	o.number = r->ticket.number;
	o.life = LIFE_COMPLAINT;
	return track_move(&d, r->code, "192.0.2.7", &o, &v);
}

struct receipt
city_resolved(const struct desk *city, bool mail)
{
	struct receipt	 r = city_filed(city, "JLN", mail, PRIVACY_PUBLIC);
	int64_t		 pupr = ref_agency_code(city->ref, "PUPR")->id;

	assert_int_equal(city_does(city, "pengarah", &r, (struct order){ .act = ACT_VERIFY }), RC_OK);
	assert_int_equal(city_does(city, "pengarah", &r, (struct order){ .act = ACT_ASSIGN, .agency = pupr }), RC_OK);
	assert_int_equal(city_does(city, "pupr", &r, (struct order){ .act = ACT_START, .note = "Mulai." }), RC_OK);
	assert_int_equal(city_does(city, "pupr", &r, (struct order){ .act = ACT_SUBMIT, .note = "Beres." }), RC_OK);
	assert_int_equal(city_does(city, "verifikator", &r, (struct order){ .act = ACT_VALIDATE }), RC_OK);
	return r;
}


/*
 * fuzz_visit.c: anything at all asked of every program, on a day of the demo city.
 *
 * Three bytes choose the program, its route, and who asks; then a line of what
 * each * of the route stands for, one for the query, one for cookies; the rest
 * is the form.  Whatever it is, it is answered, and nothing of ours fails.
 */
#include "action/demo_action.h"
#include "action/init_action.h"
#include "action/ref_action.h"
#include "action/session_action.h"
#include "fuzz/fuzz.h"
#include "lib/text.h"
#include "page/session.h"
#include "prog/apps.h"

enum { APPS = 6, PEOPLE = 12, OFTEN = 500 };

static const int64_t	 NOW = INT64_C(1795055400000);

static struct {
	struct arena		 arena;
	const char		*dir;
	struct secret		*secret;
	struct tmpl		*tmpl;
	struct db		*db[APPS];
	const struct ref	*ref;
	struct signed_in	 people[PEOPLE];	/* the first is nobody */
	size_t			 npeople;
	struct demo_code	 codes[DEMO_CODES];	/* of reports one can follow */
	size_t			 ncodes;
} house;

static const char *
in_house(const char *file)
{
	return arena_printf(&house.arena, "%s/%s", house.dir, file);
}

static void
no_progress(int percent)
{
	(void)percent;
}

/* One of each role is signed in. */
static void
sign_in(struct desk *d)
{
	struct account	*people;
	size_t		 i, n;
	unsigned	 seen = 0;

	must(demo_people(d->db, d->arena, &people, &n) == RC_OK && db_begin(d->db) == RC_OK);
	for (i = 0, house.npeople = 1; i < n && house.npeople < PEOPLE; i++) {
		if ((seen & 1u << people[i].role) != 0)
			continue;
		seen |= 1u << people[i].role;
		must(session_open(d, &people[i], "", NULL,
		    &house.people[house.npeople++]) == RC_OK);
	}
	must(db_finish(d->db, RC_OK) == RC_OK);
}

/* A store with a day's tickets, to be copied. */
static void
play(void)
{
	struct desk		 d = { .db = db_open(in_house("full.db")), .arena = &house.arena,
				       .secret = house.secret, .now = NOW,
				       .who = { .role = ROLE_WORKER, .name = "" } };
	struct demo_plan	 plan = { NOW, 1, 20, 112, "db/data", no_progress };
	struct demo_tally	 tally;
	struct city		 city;
	const char		*why;
	int			 steps;

	must(store_migrate(d.db, &steps) == RC_OK);
	must(city_read(d.arena, "db/data", DEMO_CITY, &city, &why) == RC_OK);
	must(city_set_up(d.db, d.arena, &city, NOW) == RC_OK);
	d.ref = ref_current(d.db, NOW);
	must(demo_play(&d, &plan, &tally, &why) == RC_OK);
	must(demo_codes(d.db, d.arena, house.codes, &house.ncodes) == RC_OK);
	sign_in(&d);
	must(db_checkpoint(d.db) == RC_OK);	/* all of it into the one file */
	db_close(d.db);
}

static void
copy_store(void)
{
	static char	 some[1 << 16];
	FILE		*from = fopen(in_house("full.db"), "r"), *to = fopen(in_house("siaga.db"), "w");
	size_t		 n;

	must(from != NULL && to != NULL);
	while ((n = fread(some, 1, sizeof(some), from)) > 0)
		must(fwrite(some, 1, n, to) == n);
	must(fclose(from) == 0 && fclose(to) == 0);
}

/* The store as it was at first; what was written since lies beside it, and would come back. */
static void
begin_again(void)
{
	size_t	 i;

	for (i = 0; i < APPS; i++)
		if (house.db[i] != NULL)
			db_close(house.db[i]);
	unlink(in_house("siaga.db-wal"));
	unlink(in_house("siaga.db-shm"));
	copy_store();
	for (i = 0; i < APPS; i++)
		house.db[i] = db_open(in_house("siaga.db"));
	house.ref = ref_current(house.db[0], NOW);
	for (i = 0; i < APPS; i++)
		db_limit(house.db[i], apps[i]->grants);
}

static void
move_in(void)
{
	house.dir = fuzz_folder();
	setenv("SIAGA_DATA", house.dir, 1);
	setenv("SIAGA_URL", "https://siaga.contoh.id", 1);
	secret_start();
	must(secret_make(in_house("siaga.key")) == RC_OK);
	house.secret = secret_open(in_house("siaga.key"));
	house.tmpl = tmpl_open("templates");
	play();
}

/* The next line of the input. */
static const char *
line(struct arena *a, char **text)
{
	size_t		 len = strcspn(*text, "\n");
	const char	*out = arena_printf(a, "%.*s", (int)len, *text);

	*text += len + ((*text)[len] != '\0');
	return out;
}

/* The pattern, with a word for each *; the last word is for all that are left. */
static const char *
path_of(struct arena *a, const char *pattern, const char *words)
{
	const char	*out = "", *star;
	size_t		 len;

	for (; (star = strchr(pattern, '*')) != NULL; pattern = star + 1) {
		len = strcspn(words, " ");
		out = arena_printf(a, "%s%.*s%.*s", out, (int)(star - pattern), pattern,
		    (int)len, words);
		words += words[len] == ' ' ? len + 1 : 0;
	}
	return arena_printf(a, "%s%s", out, pattern);
}

/* What only who asks can know: the session and its token, or the code of a report. */
static const char *
form_of(struct arena *a, size_t who, const char *text)
{
	const struct signed_in	*p = &house.people[who % house.npeople];

	return arena_printf(a, "csrf=%s&token=%s&code=%s&%s", p->token == NULL ? "" :
	    p->session.csrf, secret_mint(house.secret, a, NOW),
	    house.ncodes == 0 ? "" : house.codes[who % house.ncodes].code, text);
}

/* As server.c would have read it; false where it would not have. */
static bool
ask(struct req *q, const struct route *r, size_t who, char *text)
{
	const char	*token = house.people[who % house.npeople].token;
	struct arena	*a = q->arena;
	const char	*cookies;

	q->method = r->method;
	q->path = path_of(a, r->path, line(a, &text));
	q->query_text = line(a, &text);
	cookies = line(a, &text);
	if (token != NULL)
		cookies = arena_printf(a, "sesi=%s; %s", token, cookies);
	pairs_read_cookies(a, cookies, &q->cookies);
	return strlen(q->path) <= MAX_PATH && text_is_utf8(q->path) &&
	    !text_has_control(q->path, "") && text_is_utf8(q->query_text) &&
	    pairs_read(a, q->query_text, '&', &q->query) == RC_OK &&
	    (q->method == GET || pairs_read(a, form_of(a, who, text), '&',
	    &q->sent) == RC_OK);
}

static void
check_answer(const struct req *q)
{
	const char	*p;

	must(q->status >= 200 && q->status < 500);
	for (p = q->head.data; p != NULL && (p = strchr(p, '\n')) != NULL; p++)
		must(p > q->head.data && p[-1] == '\r');
	if (q->body.len > 0 && q->type == NULL)
		must(strlen(q->body.data) == q->body.len && text_is_utf8(q->body.data));
}

static void
visit(struct req *q, size_t app, enum lang lang)
{
	struct visit	 v = {
		.req = q, .tmpl = house.tmpl, .lang = lang, .arg = "", .csrf = "", .app = apps[app],
		.desk = { .db = house.db[app], .arena = q->arena, .secret = house.secret,
			  .who = { .role = ROLE_VISITOR, .name = "" }, .now = NOW, .ref = house.ref },
	};
	enum rc		 rc;

	v.vars = vars_new(q->arena, lang);
	if ((rc = app_answer(apps[app], &v)) != RC_OK)
		app_error(&v, rc);
	check_answer(q);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static unsigned	 n;
	struct arena	 a = { 0 };
	struct req	 q = { .arena = &a, .remote = "192.0.2.1", .origin = "", .fetch_site = "",
			       .if_none_match = "", .language = "", .id = "F3-7KQ2", .status = 200 };
	char		*text = arena_alloc(&a, size + 4);
	size_t		 app;

	if (house.dir == NULL)
		move_in();
	if (n++ % OFTEN == 0)
		begin_again();
	memcpy(text, data, size);
	app = data == NULL ? 0 : (unsigned char)text[0] % APPS;
	if (ask(&q, &apps[app]->routes[(unsigned char)text[1] % apps[app]->nroutes],
	    (unsigned char)text[2], size < 3 ? text + size : text + 3))
		visit(&q, app, (unsigned char)text[2] < 128 ? LANG_ID : LANG_EN);
	buf_free(&q.head);
	buf_free(&q.body);
	arena_reset(&a);
	return 0;
}

/* test_photo.c: photos come in, are kept sealed, are judged, and are seen by the right people. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "action/citizen_action.h"
#include "action/original_action.h"
#include "action/photo_action.h"
#include "action/privacy_action.h"
#include "action/retention_action.h"
#include "check.h"
#include "city.h"
#include "lib/vault.h"
#include "lib/when.h"
#include "pictures.h"

static struct desk	 d;
static char		 dir[] = "/tmp/siaga-test.XXXXXX";

/* The 19th, 09.45 by a clock of WIB; Kota Bahari's harbour. */
static const struct camera	 camera = {
	.way = 1, .time = "2026:11:19 09:45:00", .lat = { 0, 56, 6 }, .lon = { 100, 22, 12 },
	.has_point = 1,
};

static void
use_program(void)
{
	char	 path[4096];
	ssize_t	 n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	assert_true(n > 0);
	path[n] = '\0';
	strstr(path, "/tests/")[0] = '\0';
	setenv("SIAGA_PHOTO", arena_printf(d.arena, "%s/bin/photo", path), 1);
}

static int
open_city(void **state)
{
	(void)state;
	memcpy(dir + strlen(dir) - 6, "XXXXXX", 6);
	assert_non_null(mkdtemp(dir));
	setenv("SIAGA_DATA", dir, 1);
	d = city_open();
	use_program();
	return 0;
}

static const char *
folder(void)
{
	return arena_printf(d.arena, "%s/photos", dir);
}

/* How many files lie there. */
static int
kept(void)
{
	DIR		*f = opendir(folder());
	struct dirent	*e;
	int		 n = 0;

	while (f != NULL && (e = readdir(f)) != NULL)
		n += e->d_name[0] != '.';
	if (f != NULL)
		closedir(f);
	return n;
}

static int
close_city(void **state)
{
	const char	*path = folder();
	DIR		*f = opendir(path);
	struct dirent	*e;

	(void)state;
	while (f != NULL && (e = readdir(f)) != NULL)
		unlink(arena_printf(d.arena, "%s/%s", path, e->d_name));
	if (f != NULL)
		closedir(f);
	rmdir(path);
	rmdir(dir);
	city_close(&d);
	return 0;
}

static struct bytes
shot(unsigned seed, const struct camera *c)
{
	return picture_exif(d.arena, picture_jpeg(d.arena, 640, 480, seed), c);
}

static struct photos
developed(struct bytes b)
{
	struct photos	 p;

	CHECK_INT(photo_develop(&d, &b, 1, &p), RC_OK);
	return p;
}

/* A public complaint at the harbour with this photo, verified and published. */
static struct receipt
filed(const struct photos *photos, const char *token)
{
	const struct filing	 f = {
		.token = token, .category = ref_category_code(d.ref, "JLN"),
		.place = { "Jl. Veteran 3", "99.71.07.1001", -935000, 100370000 },
		.title = "Lubang", .detail = "Dalam sekali", .channel = "web",
		.privacy = PRIVACY_PUBLIC, .who = { "Upik", "081234567890", "", "" },
		.lang = "id", .priority = PRIORITY_COUNT, .photos = photos,
	};
	struct desk		 me = city_as(&d, "reporter");
	struct receipt		 r;

	CHECK_INT(file_report(&me, &f, &r), RC_OK);
	return r;
}

static struct receipt
shown(const struct photos *photos)
{
	struct receipt	 r = filed(photos, secret_token(d.arena));

	CHECK_INT(city_does(&d, "pengarah", &r, (struct order){ .act = ACT_VERIFY,
	    .publish = true }), RC_OK);
	return r;
}

/* --- coming in -------------------------------------------------------------------------- */

static void
a_photo_comes_with_its_report(void **state)
{
	struct photos		 p = developed(shot(1, &camera));
	struct receipt		 r = filed(&p, secret_token(d.arena));
	struct photo_seen	*list;
	size_t			 n;
	struct desk		 desk = city_as(&d, "pengarah");

	(void)state;
	CHECK_INT(kept(), 3);
	CHECK_INT(see_photos(&desk, &r.ticket, &list, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_INT(list[0].s.kind, SHOT_REPORT);
	CHECK_INT(list[0].s.lat, -935000);
	CHECK_INT(list[0].s.taken, CITY_NOW + 15 * MINUTE);
	CHECK_INT(list[0].s.reporter, r.reporter);
	CHECK(!list[0].s.public);
}

static void
the_same_form_sent_twice_keeps_one(void **state)
{
	const char	*token = secret_token(d.arena);
	struct photos	 one = developed(shot(1, &camera)), two = developed(shot(1, &camera));

	(void)state;
	CHECK_INT(kept(), 6);
	filed(&one, token);
	CHECK(filed(&two, token).again);
	CHECK_INT(kept(), 3);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM attachment"), 1);
}

static void
one_bad_photo_drops_all(void **state)
{
	struct bytes	 list[7] = { shot(1, &camera), shot(2, &camera) };
	struct photos	 p;
	size_t		 i;

	(void)state;
	list[2] = (struct bytes){ list[0].data, list[0].len / 2 };
	CHECK_INT(photo_develop(&d, list, 3, &p), RC_INPUT);
	CHECK_INT(p.fault, PICTURE_BROKEN);
	CHECK_INT(p.which, 3);
	CHECK_INT(kept(), 0);
	for (i = 0; i < 7; i++)
		list[i] = list[0];
	CHECK_INT(photo_develop(&d, list, 7, &p), RC_INPUT);
	CHECK(p.many);
	list[1] = (struct bytes){ arena_alloc(d.arena, PICTURE_BYTES + 1), PICTURE_BYTES + 1 };
	CHECK_INT(photo_check(list, 2, &p), RC_INPUT);
	CHECK_INT(p.fault, PICTURE_HEAVY);
	CHECK_INT(p.which, 2);
}

/* --- sealed ----------------------------------------------------------------------------- */

static void
nothing_lies_open_on_the_disk(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	const char	*path = arena_printf(d.arena, "%s/%s.original", folder(), p.items[0].name);
	char		 data[40000];
	FILE		*f = fopen(path, "r");
	size_t		 n;

	(void)state;
	assert_non_null(f);
	n = fread(data, 1, sizeof(data), f);
	fclose(f);
	CHECK(n > 1000);
	CHECK(memmem(data, n, "Exif", 4) == NULL && memmem(data, n, "JFIF", 4) == NULL);
	photo_drop(&p);
	CHECK_INT(kept(), 0);
}

static void
the_original_is_the_original(void **state)
{
	struct bytes	 was = shot(1, &camera), is;
	struct photos	 p = developed(was);
	const char	*name = p.items[0].name, *key;
	unsigned char	 digest[HASH_SIZE];

	(void)state;
	CHECK_INT(secret_unseal(d.secret, d.arena, arena_printf(d.arena, "photo:%s", name),
	    p.items[0].sealed, &key), RC_OK);
	name = arena_printf(d.arena, "%s.original", name);
	CHECK_INT(vault_get(d.arena, key, name, &is), RC_OK);
	CHECK_INT(is.len, was.len);
	CHECK(memcmp(is.data, was.data, is.len) == 0);
	secret_hash(is, (struct bytes){ "", 0 }, digest);
	CHECK(memcmp(digest, p.items[0].digest, HASH_SIZE) == 0);
	CHECK_INT(vault_get(d.arena, "another key", name, &is), RC_FAIL);
	CHECK_INT(vault_get(d.arena, key, "../siaga.db", &is), RC_NOTFOUND);
	CHECK_INT(vault_put(key, "../x", was), RC_FAIL);
}

/* --- seen ------------------------------------------------------------------------------- */

static void
who_may_see_the_ticket_sees_its_photos(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	struct receipt	 r = shown(&p);
	struct desk	 other = city_as(&d, "damkar"), desk = city_as(&d, "pengarah");
	struct bytes	 jpeg;

	(void)state;
	(void)r;
	CHECK_INT(open_photo(&desk, p.items[0].name, true, &jpeg), RC_OK);
	CHECK(picture_type(jpeg) == PICTURE_JPEG);
	CHECK(memmem(jpeg.data, jpeg.len, "Exif", 4) == NULL);
	CHECK_INT(open_photo(&other, p.items[0].name, true, &jpeg), RC_NOTFOUND);
	CHECK_INT(open_photo(&d, p.items[0].name, true, &jpeg), RC_NOTFOUND);
	CHECK_INT(open_photo(&desk, "nothing", true, &jpeg), RC_NOTFOUND);
}

static void
the_public_sees_what_the_desk_shows(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	struct receipt	 r = shown(&p);
	struct desk	 desk = city_as(&d, "pengarah"), agency = city_as(&d, "pupr");
	const char	*name = p.items[0].name, *number = r.ticket.number;
	struct bytes	 jpeg;
	struct shot	*list;
	struct track_view v;
	size_t		 n;

	(void)state;
	CHECK_INT(open_public_photo(&d, r.ticket.number, name, true, &jpeg), RC_NOTFOUND);
	CHECK_INT(show_photo(&agency, number, name, true), RC_FORBIDDEN);
	CHECK_INT(show_photo(&desk, number, name, true), RC_OK);
	CHECK_INT(open_public_photo(&d, r.ticket.number, name, true, &jpeg), RC_OK);
	CHECK_INT(open_public_photo(&d, "ADU-26-000099-X", name, true, &jpeg), RC_NOTFOUND);
	CHECK_INT(see_public(&d, r.ticket.number, &v), RC_OK);
	CHECK_INT(see_public_photos(&d, &v.t, &list, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'photo'"), 1);
	CHECK_INT(show_photo(&desk, number, name, false), RC_OK);
	CHECK_INT(open_public_photo(&d, r.ticket.number, name, true, &jpeg), RC_NOTFOUND);
}

static void
a_hidden_ticket_hides_its_photos(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	struct receipt	 r = filed(&p, secret_token(d.arena));	/* not published */
	struct desk	 desk = city_as(&d, "pengarah");
	struct bytes	 jpeg;

	(void)state;
	CHECK_INT(show_photo(&desk, r.ticket.number, p.items[0].name, true), RC_OK);
	CHECK_INT(open_public_photo(&d, r.ticket.number, p.items[0].name, true, &jpeg),
	    RC_NOTFOUND);
}

/* Its name in the path of another ticket, which the same desk may see, too. */
static void
a_photo_is_shown_through_its_own_ticket_alone(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	struct receipt	 r = shown(&p), other = shown(NULL);
	struct desk	 desk = city_as(&d, "pengarah");

	(void)state;
	(void)r;
	CHECK_INT(show_photo(&desk, other.ticket.number, p.items[0].name, true), RC_NOTFOUND);
	CHECK_INT(city_count(&d, "SELECT SUM(public) FROM attachment"), 0);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'photo'"), 0);
}

static void
a_reporter_sees_the_own_and_no_other(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	struct receipt	 r = shown(&p);
	struct shot	*list;
	size_t		 n;

	(void)state;
	CHECK_INT(see_own_photos(&d, &r.ticket, r.reporter, &list, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_INT(see_own_photos(&d, &r.ticket, r.reporter + 1, &list, &n), RC_OK);
	CHECK_INT(n, 0);
}

/* --- judged ----------------------------------------------------------------------------- */

/* Work on it until its proof is handed in; what the verifier is told of that. */
static unsigned
flags_of_proof(struct receipt *r, struct bytes proof, const char **elsewhere)
{
	struct photos		 p = developed(proof);
	struct desk		 judge = city_as(&d, "verifikator");
	struct photo_seen	*list;
	size_t			 n;

	CHECK_INT(city_does(&d, "pengarah", r, (struct order){ .act = ACT_ASSIGN,
	    .agency = ref_agency_code(d.ref, "PUPR")->id }), RC_OK);
	CHECK_INT(city_does(&d, "pupr", r, (struct order){ .act = ACT_START, .note = "Mulai." }),
	    RC_OK);
	CHECK_INT(city_does(&d, "pupr", r, (struct order){ .act = ACT_SUBMIT,
	    .note = "Selesai ditambal", .photos = &p }), RC_OK);
	CHECK_INT(see_photos(&judge, &r->ticket, &list, &n), RC_OK);
	CHECK(n > 0 && list[n - 1].s.kind == SHOT_PROOF);
	*elsewhere = list[n - 1].elsewhere;
	return list[n - 1].flags;
}

static void
good_proof_has_no_flag(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	struct receipt	 r = shown(&p);
	const char	*elsewhere;

	(void)state;
	CHECK_INT(flags_of_proof(&r, shot(17, &camera), &elsewhere), 0);
	CHECK_TEXT(elsewhere, "");
}

static void
the_complaints_own_photo_is_no_proof(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	struct receipt	 r = shown(&p);
	const char	*elsewhere;

	(void)state;
	CHECK_INT(flags_of_proof(&r, picture_webp(d.arena, 400, 300, 1), &elsewhere),
	    PROOF_SAME | PROOF_NO_TIME | PROOF_NO_POINT);
}

static void
a_photo_of_another_ticket_is_told(void **state)
{
	struct photos	 p = developed(shot(17, &camera));
	struct receipt	 other = shown(&p), r = shown(NULL);
	const char	*elsewhere;

	(void)state;
	CHECK_INT(flags_of_proof(&r, shot(17, &camera), &elsewhere), PROOF_REUSED);
	CHECK_TEXT(elsewhere, other.ticket.number);
}

static void
old_and_far_is_told(void **state)
{
	struct camera	 c = camera;
	struct receipt	 r = shown(NULL);
	const char	*elsewhere;

	(void)state;
	c.time = "2026:11:18 09:45:00";
	c.lon[1] = 23;		/* 1.8 km east */
	CHECK_INT(flags_of_proof(&r, shot(17, &c), &elsewhere), PROOF_OLD | PROOF_FAR);
}

/* An agency is not told of other agencies' tickets. */
static void
an_agency_is_told_no_flags(void **state)
{
	struct photos		 p = developed(shot(17, &camera));
	struct receipt		 other = shown(&p), r = shown(NULL);
	struct desk		 agency = city_as(&d, "pupr");
	struct photo_seen	*list;
	const char		*elsewhere;
	size_t			 n;

	(void)state;
	(void)other;
	flags_of_proof(&r, shot(17, &camera), &elsewhere);
	CHECK_INT(see_photos(&agency, &r.ticket, &list, &n), RC_OK);
	CHECK_INT(list[0].flags, 0);
	CHECK_TEXT(list[0].elsewhere, "");
}

static void
a_step_that_fails_drops_its_photos(void **state)
{
	struct photos	 p = developed(shot(17, &camera));
	struct receipt	 r = shown(NULL);

	(void)state;
	CHECK(city_does(&d, "pupr", &r, (struct order){ .act = ACT_SUBMIT, .note = "x",
	    .photos = &p }) != RC_OK);
	CHECK_INT(kept(), 0);
}

/* --- as it came ------------------------------------------------------------------------- */

static enum rc
opens(const char *login, const struct photos *p, const char *reason, const char *words,
    struct original *o)
{
	struct desk	 desk = city_as(&d, login);

	return original_open(&desk, p->items[0].name, reason, words, o);
}

static int64_t
events(const char *act)
{
	return city_count(&d, strcmp(act, "export") == 0 ?
	    "SELECT COUNT(*) FROM event WHERE act = 'export'" :
	    "SELECT COUNT(*) FROM event WHERE act = 'open_identity'");
}

static void
a_reporters_original_is_opened_as_an_identity_is(void **state)
{
	struct bytes	 was = shot(1, &camera);
	struct photos	 p = developed(was);
	struct receipt	 r = shown(&p);
	struct desk	 boss = city_as(&d, "penyelia");
	struct track_view t;
	struct original	 o;

	(void)state;
	CHECK_INT(opens("pengarah", &p, "original_check", "", &o), RC_FORBIDDEN);
	CHECK_INT(opens("auditor", &p, "original_check", "", &o), RC_FORBIDDEN);
	CHECK_INT(opens("pupr", &p, "original_check", "", &o), RC_FORBIDDEN);
	CHECK_INT(opens("verifikator", &p, "original_check", "", &o), RC_FORBIDDEN);
	CHECK_INT(opens("penyelia", &p, "", "", &o), RC_INPUT);
	CHECK_INT(o.flaw, OPENING_NO_REASON);
	CHECK_INT(opens("penyelia", &p, "original_law", "", &o), RC_INPUT);
	CHECK_INT(o.flaw, OPENING_NO_WORDS);
	CHECK(o.data.data == NULL);
	CHECK_INT(events("export") + events("open_identity"), 0);
	CHECK_INT(original_open(&boss, "nothing", "original_check", "", &o), RC_NOTFOUND);
	CHECK_INT(opens("penyelia", &p, "original_law", "LP/12/XI/2026", &o), RC_OK);
	CHECK_INT(o.data.len, was.len);
	CHECK(memcmp(o.data.data, was.data, was.len) == 0);
	CHECK_INT(events("export"), 1);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event e JOIN attachment a ON a.id ="
	    " e.object WHERE e.act = 'export' AND e.role = 'supervisor' AND e.ticket = a.ticket"
	    " AND e.data = 'original_law' AND e.note = 'LP/12/XI/2026'"), 1);
	CHECK_INT(track(&d, r.code, "192.0.2.1", &t), RC_OK);
	CHECK_INT(t.nopened, 1);
	CHECK_TEXT(t.opened[0].data, "original_law");
	CHECK_INT(db_script(d.db, "UPDATE attachment SET gone = 'erase', sealed = NULL"), RC_OK);
	CHECK_INT(opens("penyelia", &p, "original_check", "", &o), RC_NOTFOUND);
}

static void
the_original_of_somebody_anonymous_stays_closed(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	struct original	 o;

	(void)state;
	shown(&p);
	CHECK_INT(db_script(d.db, "UPDATE reporter SET privacy = 'anonymous'"), RC_OK);
	CHECK_INT(opens("penyelia", &p, "original_law", "LP/12/XI/2026", &o), RC_INPUT);
	CHECK_INT(o.flaw, OPENING_ANONYMOUS);
	CHECK(o.data.data == NULL);
	CHECK_INT(events("export"), 0);
}

static void
a_collector_of_originals_is_stopped(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	struct original	 o;
	int		 i;

	(void)state;
	shown(&p);
	for (i = 0; i < OPENINGS_A_DAY; i++)
		CHECK_INT(opens("penyelia", &p, "original_check", "", &o), RC_OK);
	CHECK_INT(opens("penyelia", &p, "original_check", "", &o), RC_INPUT);
	CHECK_INT(o.flaw, OPENING_TOO_MANY);
}

static void
the_verifier_gets_the_original_of_proof(void **state)
{
	struct photos	 p = developed(shot(17, &camera));
	struct receipt	 r = shown(NULL);
	struct original	 o;

	(void)state;
	CHECK_INT(city_does(&d, "pengarah", &r, (struct order){ .act = ACT_ASSIGN,
	    .agency = ref_agency_code(d.ref, "PUPR")->id }), RC_OK);
	CHECK_INT(city_does(&d, "pupr", &r, (struct order){ .act = ACT_START, .note = "Mulai." }),
	    RC_OK);
	CHECK_INT(city_does(&d, "pupr", &r, (struct order){ .act = ACT_SUBMIT,
	    .note = "Selesai", .photos = &p }), RC_OK);
	CHECK_INT(opens("pupr", &p, "original_check", "", &o), RC_FORBIDDEN);
	CHECK_INT(opens("verifikator", &p, "original_check", "", &o), RC_OK);
	CHECK(memmem(o.data.data, o.data.len, "Exif", 4) != NULL);
	CHECK_INT(events("export"), 1);
	CHECK_INT(events("open_identity"), 0);
}

/* --- forgotten -------------------------------------------------------------------------- */

static size_t
worker_forgets(void)
{
	struct desk	 w = city_as(&d, "worker");
	size_t		 n;

	CHECK_INT(worker_retention(&w, &n), RC_OK);
	return n;
}

static size_t
worker_removes(void)
{
	static struct photo_rounds	 fresh;
	struct photo_rounds		 r = fresh;
	struct desk			 w = city_as(&d, "worker");
	size_t				 n;

	CHECK_INT(worker_photos(&w, &r, &n), RC_OK);
	return n;
}

/* Everything closed now; the days that follow are counted from here. */
static void
close_all(void)
{
	CHECK_INT(db_script(d.db, "UPDATE ticket SET open = 0, state = 'closed'"), RC_OK);
	d.now = city_count(&d, "SELECT MAX(since) FROM ticket");
}

/* Nothing of it can be opened or asked for, and no page of it breaks. */
static void
check_gone(const struct receipt *r, const char *name, const char *why)
{
	struct desk		 desk = city_as(&d, "pengarah");
	struct photo_seen	*list;
	struct shot		*own;
	struct bytes		 jpeg;
	size_t			 n;

	CHECK_INT(open_photo(&desk, name, true, &jpeg), RC_NOTFOUND);
	CHECK_INT(open_public_photo(&d, r->ticket.number, name, false, &jpeg), RC_NOTFOUND);
	CHECK_INT(show_photo(&desk, r->ticket.number, name, true), RC_NOTFOUND);
	CHECK_INT(see_photos(&desk, &r->ticket, &list, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_TEXT(list[0].s.gone, why);
	CHECK_INT(list[0].flags, 0);
	CHECK_INT(see_own_photos(&d, &r->ticket, r->reporter, &own, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_INT(see_public_photos(&d, &r->ticket, &own, &n), RC_OK);
	CHECK_INT(n, 0);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM attachment WHERE sealed IS NOT NULL OR"
	    " located = 1 OR lat <> 0 OR lon <> 0 OR taken_at <> 0 OR look <> 0"
	    " OR digest <> x''"), 0);
}

static void
photos_are_kept_their_time_and_then_no_more(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	struct receipt	 r = shown(&p);
	struct desk	 desk = city_as(&d, "pengarah");

	(void)state;
	CHECK_INT(show_photo(&desk, r.ticket.number, p.items[0].name, true), RC_OK);
	d.now += 3000 * DAY;
	worker_forgets();
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM attachment WHERE gone <> ''"), 0);
	close_all();		/* an open ticket keeps them, however old */
	d.now += 1825 * DAY - MINUTE;
	worker_forgets();
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM attachment WHERE gone <> ''"), 0);
	d.now += MINUTE;
	worker_forgets();
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'erase' AND data ="
	    " '{\"class\":\"photo\",\"rows\":1,\"days\":1825}'"), 1);
	CHECK_INT(kept(), 3);	/* as after a crash: on the disk still, but closed for ever */
	check_gone(&r, p.items[0].name, "retention");
	CHECK_INT(worker_removes(), 1);
	CHECK_INT(kept(), 0);
	check_gone(&r, p.items[0].name, "retention");
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'erase' AND role ="
	    " 'worker' AND data = '{\"what\":\"photo_files\",\"rows\":1}'"), 1);
	CHECK_INT(worker_removes(), 0);
}

static void
what_a_crash_left_half_removed_is_removed(void **state)
{
	struct photos	 p = developed(shot(1, &camera));

	(void)state;
	shown(&p);
	close_all();
	d.now += 1825 * DAY;
	worker_forgets();
	CHECK(vault_drop(arena_printf(d.arena, "%s.original", p.items[0].name)));
	CHECK_INT(kept(), 2);
	CHECK_INT(worker_removes(), 1);
	CHECK_INT(kept(), 0);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM attachment WHERE swept = 1"), 1);
}

/* A photo of a sensitive report has a shorter time; a case holds either. */
static void
sensitive_ones_go_sooner_unless_a_case_needs_them(void **state)
{
	struct photos	 p = developed(shot(1, &camera)), q = developed(shot(2, &camera));
	struct receipt	 r = shown(&p);
	struct desk	 admin;

	(void)state;
	shown(&q);
	CHECK_INT(db_script(d.db, "UPDATE ticket SET category ="
	    " (SELECT id FROM category WHERE code = 'PUNGLI')"), RC_OK);
	close_all();
	admin = city_as(&d, "admin");
	CHECK_INT(hold_add(&admin, r.ticket.number, "LP/12/XI/2026"), RC_OK);
	d.now += 365 * DAY;
	worker_forgets();
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM attachment WHERE gone = 'retention'"), 1);
	CHECK_INT(worker_removes(), 1);
	CHECK_INT(kept(), 3);
	CHECK_INT(hold_release(&admin, r.ticket.number), RC_OK);
	worker_forgets();
	CHECK_INT(worker_removes(), 1);
	CHECK_INT(kept(), 0);
}

/* Files without a row, written at d.now less that many ms. */
static void
put_stray(const char *name, int64_t age)
{
	const char		*path = arena_printf(d.arena, "%s/%s", folder(), name);
	const struct timespec	 at[2] = {
		{ .tv_sec = (d.now - age) / 1000 }, { .tv_sec = (d.now - age) / 1000 } };

	CHECK_INT(vault_put("key", name, (struct bytes){ "x", 1 }), RC_OK);
	CHECK_INT(utimensat(AT_FDCWD, path, at, 0), 0);
}

static void
files_without_a_row_are_removed_but_not_new_ones(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	const char	*name = secret_token(d.arena);
	struct desk	 boss = city_as(&d, "penyelia");

	(void)state;
	put_stray(arena_printf(d.arena, "%s.large", name), STRAY_AGE);
	put_stray(arena_printf(d.arena, "%s.small", name), STRAY_AGE - SECOND);
	put_stray("catatan.txt", 9 * STRAY_AGE);
	filed(&p, secret_token(d.arena));
	CHECK_INT(kept(), 6);
	CHECK_INT(retention_freeze(&boss, true, "Gempa"), RC_OK);
	worker_removes();
	CHECK_INT(kept(), 6);
	CHECK_INT(retention_freeze(&boss, false, "Sudah lewat"), RC_OK);
	worker_removes();
	CHECK_INT(kept(), 5);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE data ="
	    " '{\"what\":\"stray_files\",\"rows\":1}'"), 1);
	d.now += SECOND;
	worker_removes();
	CHECK_INT(kept(), 4);	/* the report's own three, and what is not ours */
}

/* Another store in the place of ours must not cost all the photos at once. */
static void
many_strays_at_once_are_an_accident(void **state)
{
	int	 i;

	(void)state;
	for (i = 0; i < STRAYS_A_WALK + 9; i++)
		put_stray(arena_printf(d.arena, "%s.large", secret_token(d.arena)), 2 * STRAY_AGE);
	worker_removes();
	CHECK_INT(kept(), 9);
}

static void
a_disaster_keeps_photos(void **state)
{
	struct photos	 p = developed(shot(1, &camera));
	struct desk	 boss;

	(void)state;
	shown(&p);
	close_all();
	d.now += 3000 * DAY;
	boss = city_as(&d, "penyelia");
	CHECK_INT(retention_freeze(&boss, true, "Gempa"), RC_OK);
	CHECK_INT(worker_forgets(), 0);
	CHECK_INT(worker_removes(), 0);
	CHECK_INT(kept(), 3);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM attachment WHERE gone = ''"), 1);
}

/* Who asks to be forgotten is, with what was sent; the city's proof stays. */
static void
erasure_takes_the_persons_photos(void **state)
{
	struct photos		 p = developed(shot(1, &camera)), q = developed(shot(2, &camera));
	struct receipt		 r = shown(&p), other = shown(&q);
	struct subject_ask	 ask = { .token = "satu", .kind = SUBJECT_ERASE, .words = "Hapus",
		.about = r.ticket.number, .phone = "", .channel = "walk_in", .proved = true };
	struct subject_decision	 o = { .reply = "Sudah.", .reason = "" };
	struct desk		 desk;
	struct subject		 s;

	(void)state;
	(void)other;
	close_all();
	desk = city_as(&d, "penyelia");
	CHECK_INT(subject_enter(&desk, &ask, &s), RC_OK);
	o.number = s.number;
	o.version = s.version;
	CHECK_INT(subject_start(&desk, &o), RC_OK);
	o.version++;
	CHECK_INT(subject_grant(&desk, &o), RC_OK);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM attachment WHERE gone = 'erase'"), 1);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'erase' AND"
	    " data LIKE '%\"photos\":1}'"), 1);
	CHECK_INT(worker_removes(), 1);
	CHECK_INT(kept(), 3);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM attachment WHERE gone = ''"
	    " AND sealed IS NOT NULL"), 1);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, open_city, close_city)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		TEST(a_photo_comes_with_its_report),
		TEST(the_same_form_sent_twice_keeps_one),
		TEST(one_bad_photo_drops_all),
		TEST(nothing_lies_open_on_the_disk),
		TEST(the_original_is_the_original),
		TEST(who_may_see_the_ticket_sees_its_photos),
		TEST(the_public_sees_what_the_desk_shows),
		TEST(a_hidden_ticket_hides_its_photos),
		TEST(a_photo_is_shown_through_its_own_ticket_alone),
		TEST(a_reporter_sees_the_own_and_no_other),
		TEST(good_proof_has_no_flag),
		TEST(the_complaints_own_photo_is_no_proof),
		TEST(a_photo_of_another_ticket_is_told),
		TEST(old_and_far_is_told),
		TEST(an_agency_is_told_no_flags),
		TEST(a_step_that_fails_drops_its_photos),
		TEST(a_reporters_original_is_opened_as_an_identity_is),
		TEST(the_original_of_somebody_anonymous_stays_closed),
		TEST(a_collector_of_originals_is_stopped),
		TEST(the_verifier_gets_the_original_of_proof),
		TEST(photos_are_kept_their_time_and_then_no_more),
		TEST(what_a_crash_left_half_removed_is_removed),
		TEST(sensitive_ones_go_sooner_unless_a_case_needs_them),
		TEST(files_without_a_row_are_removed_but_not_new_ones),
		TEST(many_strays_at_once_are_an_accident),
		TEST(a_disaster_keeps_photos),
		TEST(erasure_takes_the_persons_photos),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

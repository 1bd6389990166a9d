/*
 * test_crash.c: what was acknowledged is there, wherever the programs and the disk fail.
 *
 * A deed is done on a copy of a prepared store by a process of its own, and
 * its n-th call to the disk fails, for n = 1, 2, ... until none is left to
 * fail.  Then the store is opened again: it is whole, the deed is in it or it
 * is not, nothing is there by half, and asked again it is done once.  At the
 * end of each the power goes, so that nothing counts that was not synced.
 *
 * FULL=1 in the environment tries every call in every way; without, a report is
 * killed at each of its calls, and the rest as half a minute allows.
 */
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "action/init_action.h"
#include "action/photo_action.h"
#include "action/read_action.h"
#include "action/ref_action.h"
#include "action/rotate_action.h"
#include "action/verify_action.h"
#include "action/worker_action.h"
#include "check.h"
#include "city.h"
#include "fault/client.h"
#include "fault/disk.h"
#include "lib/log.h"
#include "lib/vault.h"
#include "lib/when.h"
#include "pictures.h"
#include "prog/apps.h"
#include "store/photo_store.h"

enum { CALLS_MOST = 20000, LETTERS = 64, NOTHING = -1 };

/* What was freed and is kept for a sanitizer to watch would be copied at each fork. */
const char	*__asan_default_options(void);

const char *
__asan_default_options(void)
{
	return "quarantine_size_mb=1:thread_local_quarantine_size_kb=64:max_malloc_fill_size=0:"
	    "malloc_context_size=4";
}

/* --- folders ----------------------------------------------------------------------------- */

static char	 home[] = "/tmp/siaga-crash.XXXXXX";
static char	 prepared[PATH_MAX], work[PATH_MAX], door[PATH_MAX], noise[PATH_MAX];

/* A deed leaves its marks here, for the process that looks at them. */
static struct marks {
	int		 first, second;		/* what was answered; NOTHING */
	int		 nletters;
	int64_t		 letters[LETTERS];	/* which the mail server took */
} *marks;

static const char *
under(const char *dir, const char *name)
{
	static char	 path[4][PATH_MAX + 300];
	static int	 i;

	i = (i + 1) % 4;
	snprintf(path[i], sizeof(path[i]), "%s/%s", dir, name);
	return path[i];
}

static void
empty(const char *dir)
{
	DIR		*d = opendir(dir);
	struct dirent	*e;
	char		 path[PATH_MAX + 300];

	while (d != NULL && (e = readdir(d)) != NULL) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		snprintf(path, sizeof(path), "%s/%s", dir, e->d_name);
		if (e->d_type == DT_DIR) {
			empty(path);
			rmdir(path);
		} else {
			unlink(path);
		}
	}
	if (d != NULL)
		closedir(d);
}

static int64_t
count_files(const char *dir)
{
	DIR		*d = opendir(dir);
	struct dirent	*e;
	int64_t		 n = 0;

	while (d != NULL && (e = readdir(d)) != NULL)
		n += *e->d_name != '.';
	if (d != NULL)
		closedir(d);
	return n;
}

static void
copy(const char *name)
{
	static char	 some[1 << 20];
	int		 from = open(under(prepared, name), O_RDONLY), to;
	ssize_t		 n;

	if (from < 0)
		return;
	to = open(under(work, name), O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(to >= 0);
	while ((n = read(from, some, sizeof(some))) > 0)
		assert_int_equal(write(to, some, (size_t)n), n);
	close(from);
	close(to);
}

static void
restore(void)
{
	static const char *const	 names[] = { "siaga.db", "siaga.db-wal", "siaga.key",
		"readings" };
	size_t				 i;

	empty(work);
	for (i = 0; i < COUNT(names); i++)
		copy(names[i]);
	*marks = (struct marks){ .first = NOTHING, .second = NOTHING };
}

/* --- the store ----------------------------------------------------------------------------- */

static struct arena	 memory;
static int64_t		 now;

static struct desk
open_desk(const char *dir)
{
	struct desk	 d = { .db = db_open(under(dir, "siaga.db")), .arena = &memory,
			       .secret = secret_open(under(dir, "siaga.key")),
			       .who = { .role = ROLE_VISITOR, .name = "" }, .now = now };

	d.ref = ref_current(d.db, d.now);
	d.spool = arena_text(&memory, under(dir, "readings"));
	return d;
}

static void
close_desk(struct desk *d)
{
	db_close(d->db);
	secret_close((struct secret *)(uintptr_t)d->secret);
}

/* --- what is done --------------------------------------------------------------------------- */

static const char	*token;			/* of every form here */
static struct receipt	 mended, fire;		/* what is in the store already */
static struct buf	 form;			/* a report with a photo, as sent */
static struct bytes	 photo;

static enum rc
take_call(const struct desk *d)
{
	struct desk	 me = city_as(d, "petugas");
	struct receipt	 r;

	return file_call(&me, &(struct filing){
	    .token = token, .category = ref_category_code(d->ref, "KBR-BGN"),
	    .place = { .text = "Jl. Veteran 3", .area = "99.71.07.1001" },
	    .title = "Api", .detail = "Api besar", .channel = "call", .rang = now,
	    .privacy = PRIVACY_CONFIDENTIAL, .who = { "Ratna", "081277450391", "", "" },
	    .lang = "id", .line = "112", .priority = P1 }, &r);
}

/* Who finds that it was done has no reason to complain. */
static enum rc
once(enum rc rc, const struct desk *d, const char *done)
{
	return rc == RC_CONFLICT && city_count(d, done) == 1 ? RC_OK : rc;
}

#define ACCEPTED	"SELECT count(*) FROM event WHERE act = 'accept' AND ticket = 2"
#define SUBMITTED	"SELECT count(*) FROM event WHERE act = 'submit'"
#define CALLED		"SELECT count(*) FROM ticket WHERE channel = 'call'"
#define REPORTED	"SELECT count(*) FROM ticket WHERE channel = 'web' AND detail LIKE 'Got %'"
#define READ		"SELECT count(*) FROM event WHERE act = 'read'"

static enum rc
accept_fire(const struct desk *d)
{
	return once(city_does(d, "damkar", &fire, (struct order){ .life = LIFE_ASSIGNMENT,
	    .act = ACT_ACCEPT }), d, ACCEPTED);
}

/* As its page does. */
static enum rc
submit_work(const struct desk *d)
{
	struct desk	 me = city_as(d, "pupr");
	struct photos	 photos;
	enum rc		 rc = photo_develop(&me, &photo, 1, &photos);

	if (rc != RC_OK)
		return rc;
	return once(city_does(d, "pupr", &mended, (struct order){ .act = ACT_SUBMIT,
	    .note = "Beres.", .photos = &photos }), d, SUBMITTED);
}

static enum rc
mail_server(struct arena *a, const struct letter *l)
{
	(void)a;
	disk_pass();
	assert_true(marks->nletters < LETTERS);
	marks->letters[marks->nletters++] = strtoll(l->message_id, NULL, 10);
	disk_pass();
	return RC_OK;
}

static enum rc
send_letters(const struct desk *d)
{
	struct post_office	 office = { .tmpl = tmpl_open("templates"),
		.from = "siaga@contoh.example", .url = "http://localhost:8112",
		.send = mail_server };
	struct desk		 me = city_as(d, "worker");
	size_t			 n;
	enum rc			 rc = worker_letters(&me, &office, &n);

	tmpl_close(office.tmpl);
	return rc;
}

static enum rc
checkpoint(const struct desk *d)
{
	return db_checkpoint(d->db);
}

static enum rc
record_readings(const struct desk *d)
{
	struct desk	 me = city_as(d, "worker");
	size_t		 n;

	return read_record(&me, &n);
}

static enum rc
rotate(const struct desk *d)
{
	struct desk	 me = city_as(d, "worker");
	uint32_t	 ids[2], id;
	struct rotated	 r;
	enum rc		 rc = RC_OK;

	if (secret_keys(d->secret, ids, COUNT(ids)) < 2)
		rc = secret_add(under(work, "siaga.key"), &id);
	return rc == RC_OK ? rotate_seals(&me, &r) : rc;
}

struct deed {
	const char	*name;
	enum rc		(*act)(const struct desk *);	/* NULL: sent to the portal */
	const char	*done;		/* counts how often; NULL: it does not show */
	const char	*half;		/* counts what there must not be */
	bool		 typed;		/* a person fills in a form for it */
	int		 step;		/* from one call that is tried to the next */
};

#define NO_HALF_TICKET \
	"SELECT count(*) FROM ticket t WHERE" \
	" NOT EXISTS (SELECT 1 FROM event e WHERE e.ticket = t.id AND e.act = 'create') OR" \
	" NOT EXISTS (SELECT 1 FROM reporter r WHERE r.ticket = t.id)"

static const struct deed	 deeds[] = {
	{ "a report with a photo", NULL, REPORTED, NO_HALF_TICKET " OR (t.detail LIKE 'Got %' AND"
	    " NOT EXISTS (SELECT 1 FROM attachment a WHERE a.ticket = t.id))", true, 18 },
	{ "a call", take_call, CALLED, NO_HALF_TICKET " OR (t.channel = 'call' AND NOT EXISTS"
	    " (SELECT 1 FROM call c WHERE c.ticket = t.id))", true, 36 },
	{ "a step", accept_fire, ACCEPTED, "SELECT (SELECT count(*) FROM assignment WHERE"
	    " ticket = 2 AND state = 'accepted') <> (" ACCEPTED ")", true, 36 },
	{ "a step with a photo", submit_work, SUBMITTED, "SELECT (SELECT count(*) FROM attachment)"
	    " <> (" SUBMITTED ") OR (SELECT count(*) FROM ticket WHERE"
	    " state = 'awaiting_validation') <> (" SUBMITTED ")", true, 36 },
	{ "letters", send_letters, NULL, NULL, false, 36 },
	{ "the checkpoint", checkpoint, NULL, NULL, false, 36 },
	{ "readings", record_readings, READ, NULL, false, 36 },
	{ "a new key", rotate, NULL, NULL, false, 36 },
};

/* --- one try ----------------------------------------------------------------------------- */

static const struct deed	*deed;
static enum blow		 kind;
static long			 point, all_calls;

/* What it said at last, before it was too late. */
static void
show_noise(void)
{
	char	 line[400];
	FILE	*f = fopen(noise, "r");

	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		print_message("# | %s", line);
	if (f != NULL)
		fclose(f);
}

#define NEED(x, ...) \
	do { \
		if (!(x)) { \
			show_noise(); \
			print_message("# %s, %s at call %ld: ", deed->name, \
			    blow_name(kind), point); \
			print_message(__VA_ARGS__); \
			print_message("\n"); \
			fail_msg("%s", #x); \
		} \
	} while (0)

static void
leave(void)
{
	_exit(111);
}

static void
lose_power(int sig)
{
	(void)sig;
	disk_power_off();
	_exit(0);
}

/* What it says goes where it can be read afterwards; no sanitizer looks for leaks in it. */
static pid_t
begin(enum blow f, long call)
{
	pid_t	 pid;
	int	 fd;

	if ((pid = fork()) != 0)
		return pid;
	atexit(leave);
	prctl(PR_SET_PDEATHSIG, SIGKILL);	/* where a check fails, nobody else ends it */
	signal(SIGUSR1, lose_power);
	fd = open(noise, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	dup2(fd, STDERR_FILENO);
	dup2(fd, STDOUT_FILENO);
	close(fd);
	disk_arm(f, call);
	return 0;
}

static void
end(pid_t pid)
{
	int	 status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	NEED(!WIFEXITED(status) || WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 111,
	    "it ended with %d", WEXITSTATUS(status));
	NEED(!WIFSIGNALED(status) || WTERMSIG(status) == SIGKILL, "signal %d",
	    WTERMSIG(status));
}

/* In a process of its own, and again where the first time was refused. */
static void
try_act(enum blow f, long call)
{
	struct desk	 d;
	pid_t		 pid = begin(f, call);

	if (pid != 0) {
		end(pid);
		return;
	}
	d = open_desk(work);
	marks->first = (int)deed->act(&d);
	disk_pass();
	disk_disarm();
	if (f == BLOW_DONE)
		raise(SIGKILL);
	if (marks->first != RC_OK)
		marks->second = (int)deed->act(&d);
	disk_power_off();
	_exit(0);
}

static void
ask(int *status)
{
	struct reply	 a;

	client_ask(door, "/lapor", "multipart/form-data; boundary=XYZ",
	    (struct bytes){ form.data, form.len }, &a);
	if (a.whole && (a.status == 200 || a.status == 503 || a.status == 500))
		*status = a.status == 200 ? RC_OK : a.status == 503 ? RC_BUSY : RC_FAIL;
	else
		NEED(!a.whole, "status %d", a.status);
	if (*status == RC_BUSY)
		NEED(strstr(a.text.data, "Got di depan sekolah") != NULL &&
		    strstr(a.text.data, token) != NULL, "the form is not kept");
	buf_free(&a.text);
}

/* The portal itself, at its socket. */
static void
try_portal(enum blow f, long call)
{
	int	 fd = client_listen(door);
	pid_t	 pid = begin(f, call);

	if (pid == 0) {
		dup2(fd, STDIN_FILENO);
		close(fd);
		_exit(app_run(&portal_app));
	}
	close(fd);
	ask(&marks->first);
	disk_disarm();
	if (f != BLOW_DONE && marks->first != RC_OK && marks->first != NOTHING)
		ask(&marks->second);
	kill(pid, f == BLOW_DONE ? SIGKILL : SIGUSR1);
	end(pid);
}

static void
try(enum blow f, long call)
{
	if (deed->act == NULL)
		try_portal(f, call);
	else
		try_act(f, call);
}

/* --- looking ------------------------------------------------------------------------------ */

static void
look_at_photos(const struct desk *d)
{
	static const char *const	 parts[] = { "original", "large", "small" };
	struct shot			*shots;
	struct bytes			 b;
	const char			*key;
	size_t				 i, j, n;
	int64_t				 t;

	for (t = city_count(d, "SELECT max(id) FROM ticket"); t > 0; t--) {
		assert_int_equal(photo_list(d->db, d->arena, t, &shots, &n, 10), RC_OK);
		for (i = 0; i < n; i++) {
			NEED(secret_unseal(d->secret, d->arena, arena_printf(d->arena, "photo:%s",
			    shots[i].name), shots[i].sealed, &key) == RC_OK, "a photo's key");
			for (j = 0; j < COUNT(parts); j++)
				NEED(vault_get(d->arena, key, arena_printf(d->arena, "%s.%s",
				    shots[i].name, parts[j]), &b) == RC_OK,
				    "a photo without its %s", parts[j]);
		}
	}
}

/* No letter counts as sent that no server took. */
static void
look_at_letters(const struct desk *d)
{
	NEED(city_count(d, "SELECT count(*) FROM outbox WHERE state = 'sent'") <=
	    marks->nletters, "a letter is lost");
	NEED(city_count(d, "SELECT count(*) FROM outbox WHERE state = 'dead'") == 0,
	    "a letter is given up");
}

static void
look_at_seals(const struct desk *d)
{
	struct key_use	 uses[KEYS_MAX];
	size_t		 n;

	NEED(rotate_uses(d, uses, &n) == RC_OK, "the seals cannot be counted");
	NEED(n > 0 && uses[n - 1].id != 0, "seals that no key opens");
}

/* What nobody knows is removed when it is old; then each photo has its three files. */
static void
look_at_strays(const struct desk *d)
{
	struct desk		 me = city_as(d, "worker");
	struct photo_rounds	 rounds = { 0 };
	size_t			 n;

	me.now = now + STRAY_AGE + HOUR;
	NEED(worker_photos(&me, &rounds, &n) == RC_OK, "the sweep failed");
	vault_rest(&rounds.walk);
	NEED(count_files(under(work, "photos")) == 3 * city_count(d,
	    "SELECT count(*) FROM attachment"), "files of no photo");
}

/* How often it was done; the store is whole. */
static int64_t
look(bool last)
{
	struct desk	 d = open_desk(work), auditor = city_as(&d, "auditor");
	struct chain	 chain;
	int64_t		 n = 0;

	NEED(city_count(&d, "SELECT count(*) FROM pragma_integrity_check"
	    " WHERE integrity_check <> 'ok'") == 0, "the store is broken");
	NEED(city_count(&d, "SELECT count(*) FROM pragma_foreign_key_check") == 0,
	    "what it points at is not there");
	NEED(verify_chain(&auditor, &chain) == RC_OK, "the chain of events is broken");
	NEED(city_count(&d, "SELECT count(*) FROM ticket WHERE detail = 'Dalam sekali'") == 2,
	    "what was there is lost");
	if (deed->half != NULL)
		NEED(city_count(&d, deed->half) == 0, "it is done by half");
	look_at_photos(&d);
	look_at_letters(&d);
	look_at_seals(&d);
	if (deed->done != NULL)
		n = city_count(&d, deed->done);
	if (last)
		look_at_strays(&d);
	close_desk(&d);
	arena_reset(&memory);
	return n;
}

static bool
good(int rc)
{
	return rc == RC_OK;
}

/* What that call is struck by; false where it was over before. *hits: those it did strike. */
static bool
strike(long call, int *hits)
{
	bool	 said, struck;
	int64_t	 n;

	point = call;
	restore();
	try(kind, call);
	struck = disk_struck();
	all_calls = disk_calls();
	*hits += struck;
	said = good(marks->first) || good(marks->second);
	NEED(struck || good(marks->first), "refused without a reason: %d", marks->first);
	NEED(said || marks->first == NOTHING || kind == BLOW_DONE,
	    "refused %d, then %d", marks->first, marks->second);
	NEED(kind != BLOW_FULL || !deed->typed || marks->first != RC_FAIL,
	    "a full disk is no failure of ours");
	n = look(said);
	if (deed->done != NULL)
		NEED(said ? n == 1 : n <= 1, "%s, and done %d times",
		    said ? "acknowledged" : "not acknowledged", (int)n);
	if (said)
		return call <= all_calls;
	marks->first = NOTHING;
	now += HOUR;		/* what was taken by lease is given back */
	try(BLOW_NONE, 0);
	now -= HOUR;
	NEED(good(marks->first), "asked again: %d", marks->first);
	n = look(true);
	NEED(deed->done == NULL || n == 1, "asked again, and done %d times", (int)n);
	return call <= all_calls;
}

/* --- a store to begin with ------------------------------------------------------------------ */

static void
put_field(const char *name, const char *value)
{
	buf_printf(&form, "--XYZ\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n",
	    name, value);
}

static void
write_form(void)
{
	put_field("token", token);
	put_field("category", "DRN");
	put_field("area", "99.71.07.1001");
	put_field("place", "Jl. Melati 12");
	put_field("story", "Got di depan sekolah tersumbat sampah dan tanah.");
	put_field("privacy", "confidential");
	put_field("name", "Yuliana");
	put_field("email", "yuliana@contoh.example");
	put_field("consent", "1");
	buf_text(&form, "--XYZ\r\nContent-Disposition: form-data; name=\"foto\"; "
	    "filename=\"a.jpg\"\r\n"
	    "Content-Type: image/jpeg\r\n\r\n");
	buf_add(&form, photo.data, photo.len);
	buf_text(&form, "\r\n--XYZ--\r\n");
}

static void
fill(struct desk *d)
{
	struct city	 city;
	const char	*why = "";
	int		 steps;
	int64_t		 pupr;

	assert_int_equal(city_read(&memory, "db/data", DEMO_CITY, &city, &why), RC_OK);
	assert_int_equal(store_migrate(d->db, &steps), RC_OK);
	assert_int_equal(city_set_up(d->db, &memory, &city, now), RC_OK);
	d->ref = ref_current(d->db, now);
	assert_int_equal(db_script(d->db, "PRAGMA wal_checkpoint(TRUNCATE)"), RC_OK);
	mended = city_filed(d, "JLN", true, PRIVACY_PUBLIC);
	pupr = ref_agency_code(d->ref, "PUPR")->id;
	CHECK_INT(city_does(d, "pengarah", &mended, (struct order){ .act = ACT_VERIFY }), RC_OK);
	CHECK_INT(city_does(d, "pengarah", &mended, (struct order){ .act = ACT_ASSIGN,
	    .agency = pupr }), RC_OK);
	CHECK_INT(city_does(d, "pupr", &mended, (struct order){ .act = ACT_START,
	    .note = "Mulai." }), RC_OK);
	fire = city_filed(d, "HWN-ULR", true, PRIVACY_PUBLIC);
}

/* With as much in a remark as makes its form too much for memory. */
static struct bytes
weighty(struct bytes jpeg)
{
	enum { START = 2, HEAD = 4, REMARK = 65000 };
	size_t		 i, len = jpeg.len + 2 * (HEAD + REMARK);
	unsigned char	*all = calloc(1, len), *p = all + START;

	memcpy(all, jpeg.data, START);
	for (i = 0; i < 2; i++, p += HEAD + REMARK)
		memcpy(p, (unsigned char[HEAD]){ 0xff, 0xfe, (REMARK + 2) >> 8,
		    (REMARK + 2) & 0xff }, HEAD);
	memcpy(p, (const char *)jpeg.data + START, jpeg.len - START);
	return (struct bytes){ all, len };
}

static void
prepare(void)
{
	struct desk	 d;
	FILE		*f;

	assert_int_equal(secret_make(under(prepared, "siaga.key")), RC_OK);
	d = (struct desk){ .db = db_open(under(prepared, "siaga.db")), .arena = &memory,
	    .secret = secret_open(under(prepared, "siaga.key")), .now = now };
	fill(&d);
	token = strdup(secret_mint(d.secret, &memory, now));
	mended.ticket.number = strdup(mended.ticket.number);
	fire.ticket.number = strdup(fire.ticket.number);
	photo = weighty(picture_jpeg(&memory, 64, 48, 1));
	write_form();
	f = fopen(under(prepared, "readings"), "w");
	fprintf(f, "%lld 1 1 supervisor 0\n", (long long)now);
	fclose(f);
	close_desk(&d);
	arena_reset(&memory);
}

static const char *
program(const char *name)
{
	static char	 path[PATH_MAX];
	ssize_t		 n = readlink("/proc/self/exe", path, sizeof(path) - 40);

	assert_true(n > 0);
	path[n] = '\0';
	snprintf(strstr(path, "/tests/"), 40, "/bin/%s", name);
	return path;
}

static int
open_all(void **state)
{
	(void)state;
	secret_start();
	now = (int64_t)time(NULL) * 1000;
	assert_non_null(mkdtemp(home));
	snprintf(prepared, sizeof(prepared), "%s/prepared", home);
	snprintf(work, sizeof(work), "%s/work", home);
	snprintf(door, sizeof(door), "%s/door", home);
	snprintf(noise, sizeof(noise), "%s/noise", home);
	assert_int_equal(mkdir(prepared, 0700) | mkdir(work, 0700), 0);
	marks = mmap(NULL, sizeof(*marks), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
	    -1, 0);
	disk_start(work);
	setenv("SIAGA_DATA", work, 1);
	setenv("SIAGA_URL", "http://localhost:8112", 1);
	setenv("SIAGA_PHOTO", program("photo"), 1);
	if (getenv("SIAGA_TEMPLATES") == NULL)
		setenv("SIAGA_TEMPLATES", "templates", 1);
	prepare();
	return 0;
}

static int
close_all(void **state)
{
	(void)state;
	empty(home);
	rmdir(home);
	return 0;
}

/* --- every call ------------------------------------------------------------------------------- */

struct sweep {
	const struct deed	*deed;
	enum blow		 kind;
	char			 name[80];
};

static void
sweep(void **state)
{
	const struct sweep	*s = *state;
	bool			 all = getenv("FULL") != NULL ||
				     (s->deed->act == NULL && s->kind == BLOW_KILL);
	int			 step = all ? 1 : s->deed->step;
	long			 call;
	int			 n = 0;

	deed = s->deed;
	kind = s->kind;
	/* Each kind begins elsewhere, so that they do not all try the same. */
	for (call = 1 + (long)kind % step; strike(call, &n); call += step)
		assert_true(call < CALLS_MOST);
	print_message("# %s: %d of %ld calls\n", s->name, n, all_calls);
	assert_true(n > 0);
}

int
main(void)
{
	static struct sweep		 sweeps[COUNT(deeds) * BLOW_COUNT];
	static struct CMUnitTest	 tests[COUNT(sweeps)];
	const char			*only = getenv("ONLY");
	size_t				 i, k, n = 0;

	for (i = 0; i < COUNT(deeds); i++)
		for (k = BLOW_KILL; k < BLOW_COUNT; k++) {
			sweeps[n] = (struct sweep){ .deed = &deeds[i], .kind = (enum blow)k };
			snprintf(sweeps[n].name, sizeof(sweeps[n].name), "%s: %s", deeds[i].name,
			    blow_name((enum blow)k));
			if (only != NULL && strstr(sweeps[n].name, only) == NULL)
				continue;
			tests[n] = (struct CMUnitTest){ sweeps[n].name, sweep, NULL, NULL,
			    &sweeps[n] };
			n++;
		}
	return _cmocka_run_group_tests("crash", tests, n, open_all, close_all);
}

/* fill_more.c: what the call desk asks of a store full of tickets. */
#include "action/fill_more.h"
#include "action/place_action.h"
#include "lib/when.h"
#include "store/call_store.h"
#include "store/draft_store.h"
#include "store/place_store.h"
#include "store/vocab_store.h"

enum {
	IN_A_TRANSACTION = 1000, IN_A_CHECKPOINT = 20000,
	RARE_WORDS = 40000, USUAL_WORDS = 6, RARE_IN_A_TEXT = 7,
	STREETS = 900, ENDED_DRAFTS = 3000, TAKEN_DAYS = 30,
};

static const char *const	usual[] = {
	"api", "asap", "rumah", "warung", "pohon", "tumbang", "banjir", "air", "jalan", "lubang",
	"lampu", "padam", "macet", "motor", "mobil", "tabrakan", "korban", "luka", "pingsan",
	"nenek", "anak", "ibu", "bapak", "tetangga", "warga", "pasar", "sekolah", "sungai",
	"jembatan", "got", "sampah", "menumpuk", "bau", "kabel", "listrik", "tiang", "atap",
	"dapur", "kompor", "gas", "bocor", "anjing", "ular", "begal", "ribut", "sakit", "sesak",
	"demam", "hanyut", "longsor", "retak", "rusak", "beberapa", "hari", "malam", "tadi",
	"besar", "kecil", "cepat", "dekat",
};

int64_t
dice_roll(struct dice *d, int64_t below)
{
	uint64_t	 z = (d->state += 0x9e3779b97f4a7c15u);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return (int64_t)((z ^ (z >> 31)) % (uint64_t)below);
}

/* The n-th word of letters only. */
static const char *
rare(struct arena *a, int64_t n)
{
	static const char *const	 parts[] = { "ba", "ku", "ra", "mi", "so", "te", "ngo", "lu",
		"pa", "di" };

	return arena_printf(a, "%s%s%s%s%s", parts[n % 10], parts[n / 10 % 10],
	    parts[n / 100 % 10], parts[n / 1000 % 10], n < 10000 ? "" : parts[n / 10000 % 10]);
}

/* Low ones far more often than high ones. */
static int64_t
skewed(struct dice *d, int64_t below)
{
	int64_t	 x = dice_roll(d, 1 << 20);

	return (x * x >> 20) * x / (1 << 20) * below >> 20;
}

const char *
fill_account(struct arena *a, struct dice *d, const struct category *c)
{
	const char	*out = c->name;
	int		 i;

	for (i = 0; i < USUAL_WORDS; i++)
		out = arena_printf(a, "%s %s", out, usual[skewed(d, COUNT(usual))]);
	for (i = 0; i < RARE_IN_A_TEXT; i++)
		out = arena_printf(a, "%s %s", out, rare(a, skewed(d, RARE_WORDS)));
	return out;
}

static const char *
street(struct arena *a, int64_t n)
{
	return arena_printf(a, "%s %s", n % 4 == 0 ? "Gang" : "Jl.", rare(a, n * 37 % 10000));
}

const char *
fill_street(struct arena *a, struct dice *d)
{
	return arena_printf(a, "%s No. %d", street(a, skewed(d, STREETS)),
	    (int)dice_roll(d, 200) + 1);
}

const char *
fill_phone(struct arena *a, int64_t who)
{
	return arena_printf(a, "0812%08lld", (long long)(10000000 + who * 397 % 89999999));
}

/* --- in pieces, so that no log grows without end ------------------------------------------- */

struct filler {
	const struct desk	*d;
	struct dice		*dice;
	struct arena		 one;
	int64_t			 n, start;
};

static enum rc
each(struct filler *f, int64_t n, enum rc (*put)(struct filler *, int64_t))
{
	int64_t	 i, to;
	enum rc	 rc = RC_OK;

	for (i = 0; i < n && rc == RC_OK;) {
		if ((rc = db_begin(f->d->db)) != RC_OK)
			return rc;
		for (to = i + IN_A_TRANSACTION; i < to && i < n && rc == RC_OK; i++) {
			rc = put(f, i);
			arena_reset(&f->one);
		}
		rc = db_finish(f->d->db, rc);
		if (rc == RC_OK && (i % IN_A_CHECKPOINT == 0 || i == n))
			rc = db_checkpoint(f->d->db);
	}
	return rc;
}

static enum rc
put_name(struct filler *f, int64_t i)
{
	static const char *const	 before[] = { "Jl.", "Gang", "Masjid", "SDN", "Toko", "Jembatan",
		"Apotek", "Pasar" };
	static const char *const	 behind[] = { "", " Indah", " Jaya", " Baru", " Lama", " Raya",
		" Timur", " Barat" };
	const struct ref	*r = f->d->ref;
	const struct area	*v = &r->areas[dice_roll(f->dice, (int64_t)r->nareas)];
	int64_t			 kind = dice_roll(f->dice, COUNT(before));
	enum place_put		 was;
	struct name		 n = { .kind = kind < 2 ? PLACE_STREET : PLACE_LANDMARK,
		.area = v->level == AREA_VILLAGE ? v->code : "", .lat = v->lat, .lon = v->lon,
		.weight = dice_roll(f->dice, 40) };

	n.name = arena_printf(&f->one, "%s %s%s", before[kind], rare(&f->one, i * 7919 % 100000),
	    behind[dice_roll(f->dice, COUNT(behind))]);
	n.folded = name_fold(&f->one, n.name);
	return place_put(f->d->db, &f->one, &n, 0, &was);
}

static enum rc
put_junk(struct filler *f, int64_t i)
{
	static const char *const	 types[] = { "prank", "prank", "ghost", "wrong_number",
		"information", "dropped" };
	unsigned char	 hash[HASH_SIZE];
	int64_t		 at = f->start + (f->d->now - f->start) / f->n * i;
	struct call	 c = { .state = ST_CLOSED, .type = types[dice_roll(f->dice, COUNT(types))],
		.line = "", .note = "", .taker = 1, .rang = at, .answered = at + 5 * SECOND,
		.closed = at + 30 * SECOND };

	secret_lookup(f->d->secret, "phone",
	    fill_phone(&f->one, dice_roll(f->dice, FILL_CALLERS)), hash);
	return call_insert(f->d->db, &c, arena_printf(&f->one, "fill-junk-%lld", (long long)i),
	    (struct bytes){ 0 }, (struct bytes){ hash, HASH_SIZE });
}

/* They have ended: they are there to be walked past. */
static enum rc
put_draft(struct filler *f, int64_t i)
{
	const char		*token = arena_printf(&f->one, "fill-draft-%lld", (long long)i);
	struct draft_row	 r = { .token = token, .account = 1 + i % 4,
		.sealed = { "0", 1 }, .rang = f->d->now - HOUR, .saved = f->d->now - MINUTE };
	enum rc			 rc = draft_put(f->d->db, &r);

	return rc == RC_OK ? draft_end(f->d->db, token) : rc;
}

static enum rc
put_taken(struct filler *f, int64_t i)
{
	const struct ref	*r = f->d->ref;
	size_t			 k;
	enum rc			 rc = RC_OK;

	for (k = 0; k < r->ncategories && rc == RC_OK; k++)
		rc = taken_add(f->d->db, f->d->now / DAY - i, r->categories[k].id,
		    1 + dice_roll(f->dice, 40));
	return rc;
}

enum rc
fill_desk(const struct desk *d, struct dice *dice, int64_t tickets, int64_t start)
{
	struct filler	 f = { .d = d, .dice = dice, .n = tickets / 2 + 1, .start = start };
	enum rc		 rc;

	if ((rc = each(&f, FILL_NAMES, put_name)) == RC_OK &&
	    (rc = each(&f, f.n, put_junk)) == RC_OK &&
	    (rc = each(&f, ENDED_DRAFTS, put_draft)) == RC_OK)
		rc = each(&f, TAKEN_DAYS, put_taken);
	arena_reset(&f.one);
	return rc;
}

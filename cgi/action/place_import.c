/* place_import.c: the gazetteer, the boundaries and the neighbours out of files. */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "action/place_file.h"
#include "domain/match.h"
#include "store/place_store.h"

/*
 * So many records in one transaction: who writes meanwhile waits some ten
 * milliseconds, not seconds.  Each touches much of the index of pieces, so the
 * log is written back before it grows.
 */
enum { BATCH = 400, BATCHES_A_CHECKPOINT = 5 };

struct work {
	const struct desk	*d;
	struct import		*in;
	struct rows		 rows;
	const char		*head;
	struct arena		*keep;		/* as long as the import */
};

typedef enum rc	 put_one(struct work *, const struct feature *, const char **why);

static const char *const	names[] = { "name", "nama", "NAME", "NAMA", "Name", "Nama",
	"WADMKD", "NAMOBJ", NULL };
static const char *const	codes[] = { "code", "kode", "KODE", "KDEPUM", "kemendagri", NULL };

static void
tell(struct import *in, int64_t line, const char *why)
{
	if (in->ntold < TOLD_LINES) {
		in->told[in->ntold].line = line;
		in->told[in->ntold++].why = why;
	}
	in->bad++;
}

/* --- which village ------------------------------------------------------------------------ */

/* "13.71.01.1001" is also written "1371011001". */
static bool
same_code(const char *a, const char *b)
{
	while (*a != '\0' || *b != '\0') {
		while (*a == '.')
			a++;
		while (*b == '.')
			b++;
		if (*a != *b)
			return false;
		a += *a != '\0';
		b += *b != '\0';
	}
	return true;
}

static const struct area *
village_of_code(const struct ref *r, const char *code)
{
	size_t	 i;

	for (i = 0; *code != '\0' && i < r->nareas; i++)
		if (r->areas[i].level == AREA_VILLAGE && same_code(r->areas[i].code, code))
			return &r->areas[i];
	return NULL;
}

static const struct area *
village_of_name(const struct desk *d, const char *name)
{
	const struct area	*found[MATCH_MAX];

	return match_village(d->ref, d->arena, name, found, MATCH_MAX) == 1 ? found[0] : NULL;
}

/* --- names ---------------------------------------------------------------------------------- */

static enum place_kind
kind_of(const struct work *w, const struct feature *f)
{
	static const char *const	 kinds[] = { "kind", "jenis", NULL };
	const char			*said = feature_text(f, kinds);

	if (*said == '\0')
		return w->in->kind != PLACE_NONE ? w->in->kind :
		    f->root == NULL ? PLACE_NONE : feature_is_line(f) ? PLACE_STREET : PLACE_LANDMARK;
	return strcmp(said, "jalan") == 0 ? PLACE_STREET : strcmp(said, "patokan") == 0 ?
	    PLACE_LANDMARK : strcmp(said, "alamat") == 0 ? PLACE_ADDRESS : place_kind_of(said);
}

/* As it is said, or where the point lies. */
static bool
area_of(struct work *w, const struct feature *f, struct name *p, const char **why)
{
	static const char *const	 areas[] = { "area", "kelurahan", "village", "desa", NULL };
	const char			*said = feature_text(f, areas);
	const struct area		*v;
	struct spot			 spot;

	p->area = "";
	if (*said != '\0') {
		v = village_of_code(w->d->ref, said);
		v = v != NULL ? v : village_of_name(w->d, said);
		*why = "no kelurahan has this code or name";
		if (v != NULL)
			p->area = v->code;
		return v != NULL;
	}
	*why = "no point and no kelurahan";
	if (p->lat == 0 && p->lon == 0)
		return false;
	*why = "the store cannot be read";
	if (place_spot(w->d, (struct point){ p->lat, p->lon }, &spot) != RC_OK)
		return false;
	p->area = spot.area == NULL ? "" : spot.area->code;
	return true;
}

static bool
read_name(struct work *w, const struct feature *f, struct name *p, const char **why)
{
	static const char *const	 weights[] = { "weight", "bobot", NULL };
	struct point			 at = { 0, 0 };

	*p = (struct name){ .name = feature_text(f, names), .kind = kind_of(w, f) };
	p->folded = name_fold(w->d->arena, p->name);
	*why = "no name, or a longer one than 120 letters";
	if (*p->folded == '\0' || strlen(p->name) > NAME_MAX || strlen(p->folded) > NAME_MAX)
		return false;
	*why = "its kind is none of street, landmark, address (--kind)";
	if (p->kind < PLACE_STREET)
		return false;
	if (feature_point(f, &at)) {
		p->lat = at.lat;
		p->lon = at.lon;
	}
	p->weight = strtoll(feature_text(f, weights), NULL, 10);
	p->weight = p->weight < 0 ? 0 : p->weight > 100 ? 100 : p->weight;
	return area_of(w, f, p, why);
}

static enum rc
put_name(struct work *w, const struct feature *f, const char **why)
{
	struct name	 p;
	enum place_put	 how;
	enum rc		 rc;

	if (!read_name(w, f, &p, why))
		return RC_INPUT;
	if ((rc = place_put(w->d->db, w->d->arena, &p, 0, &how)) != RC_OK)
		return rc;
	w->in->made += how == PLACE_NEW;
	w->in->changed += how == PLACE_CHANGED;
	w->in->same += how == PLACE_SAME;
	return RC_OK;
}

/* --- boundaries ------------------------------------------------------------------------ */

/* "kabupaten-sago-hulu": a neighbour has no code of ours. */
static const char *
code_of_name(struct arena *a, const char *name)
{
	char	*code = match_fold(a, name), *p;

	for (p = code; *p != '\0'; p++)
		if (*p == ' ')
			*p = '-';
	return code;
}

static enum rc
put_neighbour(struct work *w, const struct feature *f, struct boundary *b, const char **why)
{
	static const char *const	 contacts[] = { "contact", "kontak", "telepon", "phone", NULL };
	struct neighbour		 n = { feature_text(f, codes), feature_text(f, names),
					       feature_text(f, contacts) };

	*why = "a neighbour needs a name";
	if (*n.name == '\0')
		return RC_INPUT;
	if (*n.code == '\0')
		n.code = code_of_name(w->d->arena, n.name);
	b->code = n.code;
	return neighbour_put(w->d->db, &n);
}

static enum rc
put_boundary(struct work *w, const struct feature *f, const char **why)
{
	struct boundary		 b = { .neighbour = w->in->neighbour };
	const struct area	*v;
	enum rc			 rc = RC_OK;

	*why = "is no polygon, or has a ring of less than three points";
	if (!feature_shape(f, &b.shape, &b.outline, &b.box))
		return RC_INPUT;
	if (w->in->neighbour) {
		rc = put_neighbour(w, f, &b, why);
	} else {
		v = village_of_code(w->d->ref, feature_text(f, codes));
		v = v != NULL ? v : village_of_name(w->d, feature_text(f, names));
		*why = "no kelurahan has this code or name";
		b.code = v == NULL ? "" : v->code;
		rc = v == NULL ? RC_INPUT : RC_OK;
	}
	if (rc == RC_OK && (rc = boundary_put(w->d->db, &b)) == RC_OK)
		w->in->made++;
	return rc;
}

/* --- the file -------------------------------------------------------------------------- */

static enum rc
put_record(struct work *w, put_one *put)
{
	struct feature	 f;
	const char	*why = "";
	enum rc		 rc = RC_INPUT;

	if (feature_read(w->d->arena, &w->rows, w->head, &f, &why))
		rc = put(w, &f, &why);
	feature_end(&f);
	if (rc != RC_INPUT)
		return rc;
	tell(w->in, w->rows.line, why);
	return RC_OK;
}

static enum rc
put_batch(struct work *w, put_one *put, enum row *row)
{
	enum rc	 rc = RC_OK;
	int	 i;

	for (i = 0; i < BATCH && rc == RC_OK; i++) {
		if ((*row = rows_next(&w->rows)) == ROW_END)
			break;
		if (*row == ROW_BAD)
			tell(w->in, w->rows.line, w->rows.json ? "is no whole JSON" :
			    "a quote that does not end, or a line that is too long");
		else
			rc = put_record(w, put);
	}
	return rc;
}

static enum rc
put_all(struct work *w, put_one *put)
{
	enum row	 row = ROW_ONE;
	enum rc		 rc = RC_OK;
	int		 i;

	if (!w->rows.json) {
		w->in->why = "has no head";
		if (rows_next(&w->rows) != ROW_ONE)
			return RC_INPUT;
		w->rows.record.data[strcspn(w->rows.record.data, "\r\n")] = '\0';
		w->head = arena_text(w->keep, w->rows.record.data);
	}
	w->in->why = "";
	for (i = 1; row != ROW_END && rc == RC_OK; i++) {
		if ((rc = db_begin(w->d->db)) == RC_OK)
			rc = db_finish(w->d->db, put_batch(w, put, &row));
		if (rc == RC_OK && i % BATCHES_A_CHECKPOINT == 0)
			rc = db_checkpoint(w->d->db);
		arena_reset(w->d->arena);
	}
	return rc;
}

static enum rc
import(const struct desk *d, struct import *in, put_one *put)
{
	struct arena	 one = { 0 };
	struct desk	 desk = *d;
	struct work	 w = { .d = &desk, .in = in, .head = "", .keep = d->arena };
	FILE		*f = fopen(in->file, "re");
	enum rc		 rc;

	in->why = "";
	if (f == NULL)
		return errno == ENOENT ? RC_NOTFOUND : RC_FAIL;
	desk.arena = &one;
	rows_begin(&w.rows, f);
	rc = put_all(&w, put);
	rows_end(&w.rows);
	fclose(f);
	arena_reset(&one);
	return rc;
}

enum rc
place_import(const struct desk *d, struct import *in)
{
	return import(d, in, put_name);
}

enum rc
boundary_import(const struct desk *d, struct import *in)
{
	return import(d, in, put_boundary);
}

enum rc
neighbour_set(const struct desk *d, const char *code, const char *name, const char *contact)
{
	const struct neighbour	 n = { code, name, contact };
	enum rc			 rc;

	if (*code == '\0' || *name == '\0')
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, neighbour_put(d->db, &n));
}

enum rc
place_tell(const struct desk *d, struct place_tally *t)
{
	struct boundary		*b;
	struct neighbour	*nb;
	size_t			 n = 0, m = 0;
	enum rc			 rc;

	*t = (struct place_tally){ 0 };
	if ((rc = place_count(d->db, PLACE_STREET, &t->streets)) != RC_OK ||
	    (rc = place_count(d->db, PLACE_LANDMARK, &t->landmarks)) != RC_OK ||
	    (rc = place_count(d->db, PLACE_ADDRESS, &t->addresses)) != RC_OK ||
	    (rc = boundary_all(d->db, d->arena, &b, &n)) != RC_OK)
		return rc;
	rc = neighbour_all(d->db, d->arena, &nb, &m);
	t->boundaries = (int64_t)n;
	t->neighbours = (int64_t)m;
	return rc;
}

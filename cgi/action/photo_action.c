/*
 * photo_action.c: photos come with a report or a step.
 *
 * They are decoded within the request, which takes a tenth of a second for a
 * phone's photo and is bounded (PHOTO_PATIENCE): who sends a bad one is told
 * at once, beside the field, and no photo is ever kept that nobody could open.
 */
#include <string.h>

#include "action/photo_core.h"
#include "lib/darkroom.h"
#include "lib/lock.h"
#include "lib/log.h"
#include "lib/vault.h"
#include "lib/when.h"
#include "store/photo_store.h"

static const char *const files[] = { "original", "large", "small" };

static const char *
file_of(struct arena *a, const char *name, const char *what)
{
	return arena_printf(a, "%s.%s", name, what);
}

static const char *
context(struct arena *a, const char *name)
{
	return arena_printf(a, "photo:%s", name);
}

/* --- coming in --------------------------------------------------------------------- */

static enum picture_fault
look_at(struct bytes b)
{
	if (b.len > PICTURE_BYTES)
		return PICTURE_HEAVY;
	return picture_type(b) == PICTURE_NONE ? PICTURE_ALIEN : PICTURE_FINE;
}

enum rc
photo_check(const struct bytes *list, size_t n, struct photos *out)
{
	size_t	 i;

	*out = (struct photos){ .many = n > PHOTOS };
	for (i = 0; i < n && i < PHOTOS && out->fault == PICTURE_FINE; i++) {
		out->fault = look_at(list[i]);
		out->which = i + 1;
	}
	return out->many || out->fault != PICTURE_FINE ? RC_INPUT : RC_OK;
}

/* A camera's clock is of its zone, and without one of ours. */
static int64_t
taken(const struct desk *d, const struct picture *p)
{
	if (!p->has_time)
		return 0;
	return p->taken - (p->has_offset ? p->offset : d->ref->zone) * MINUTE;
}

static struct shot
shot_from(const struct desk *d, struct bytes b, const struct picture *p)
{
	struct shot	 s = {
		.name = secret_token(d->arena), .type = picture_type_name(p->type),
		.at = d->now, .size = (int64_t)b.len, .width = p->width, .height = p->height,
		.located = p->has_point, .lat = p->lat, .lon = p->lon, .taken = taken(d, p),
		.look = p->look,
	};

	secret_hash(b, (struct bytes){ "", 0 }, s.digest);
	return s;
}

static enum rc
put(const struct desk *d, struct shot *s, const struct bytes parts[COUNT(files)])
{
	const char	*key = secret_token(d->arena);
	size_t		 i;
	enum rc		 rc = RC_OK;

	s->sealed = secret_seal(d->secret, d->arena, context(d->arena, s->name), key);
	for (i = 0; i < COUNT(files) && rc == RC_OK; i++)
		rc = vault_put(key, file_of(d->arena, s->name, files[i]), parts[i]);
	return rc;
}

static enum rc
develop(const struct desk *d, struct bytes original, int patience, struct photos *out,
    struct buf *answer)
{
	struct bytes	 parts[COUNT(files)] = { original };
	struct picture	 p;
	enum rc		 rc;

	rc = darkroom_develop(original, patience, &p, answer, &parts[1], &parts[2]);
	if (rc != RC_OK)
		return rc;
	out->which = out->n + 1;
	if ((out->fault = p.fault) != PICTURE_FINE)
		return RC_INPUT;
	out->items[out->n++] = shot_from(d, original, &p);
	return put(d, &out->items[out->n - 1], parts);
}

enum rc
photo_develop(const struct desk *d, const struct bytes *list, size_t n, struct photos *out)
{
	int64_t		 until = lock_clock() + PHOTO_PATIENCE, left;
	struct buf	 answer = { 0 };
	size_t		 i;
	enum rc		 rc = photo_check(list, n, out);

	out->items = arena_alloc(d->arena, PHOTOS * sizeof(*out->items));
	for (i = 0; i < n && rc == RC_OK; i++) {
		left = until - lock_clock();
		rc = develop(d, list[i], left > 0 ? (int)left : 0, out, &answer);
	}
	buf_free(&answer);
	if (rc != RC_OK)
		photo_drop(out);
	return rc;
}

void
photo_drop(const struct photos *p)
{
	struct arena	 a = { 0 };
	size_t		 i, j;

	for (i = 0; p != NULL && i < p->n; i++)
		for (j = 0; j < COUNT(files); j++)
			(void)vault_drop(file_of(&a, p->items[i].name, files[j]));
	arena_reset(&a);
}

/* On a disk that fails, a commit that failed may turn out to be one when it is next opened. */
void
photo_end(const struct photos *p, enum rc rc)
{
	if (rc != RC_OK && rc != RC_FAIL)
		photo_drop(p);
}

enum rc
photo_keep(const struct work_on *w, const struct photos *p, enum shot_kind kind,
    int64_t reporter)
{
	struct shot	 s;
	size_t		 i;
	enum rc		 rc = RC_OK;

	for (i = 0; p != NULL && i < p->n && rc == RC_OK; i++) {
		s = p->items[i];
		s.ticket = w->t.id;
		s.event = w->event;
		s.kind = kind;
		s.reporter = reporter;
		rc = photo_insert(w->d->db, &s);
	}
	return rc;
}

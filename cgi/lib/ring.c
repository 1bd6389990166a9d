/* ring.c: the ring of keys: read from its file, added to, read again when it has changed. */
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/keyfile.h"
#include "lib/log.h"
#include "lib/ring.h"

_Static_assert((int)KEY == (int)crypto_kdf_KEYBYTES, "a key of another size");

/* "<id> <64 hex digits>": the line of a key made of chance. */
enum { LINE = 2 * KEY + 16 };

static void
make_line(uint32_t id, char line[LINE])
{
	unsigned char	 key[KEY];
	char		 hex[2 * KEY + 1];

	randombytes_buf(key, sizeof(key));
	sodium_bin2hex(hex, sizeof(hex), key, sizeof(key));
	snprintf(line, LINE, "%u %s\n", id, hex);
	sodium_memzero(key, sizeof(key));
	sodium_memzero(hex, sizeof(hex));
}

enum rc
secret_make(const char *path)
{
	char	 line[LINE];
	int	 fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0400);
	bool	 ok;

	if (fd < 0 && errno == EEXIST)
		return RC_CONFLICT;
	if (fd < 0) {
		log_warn("secret: %s: %s", path, strerror(errno));
		return RC_FAIL;
	}
	make_line(1, line);
	ok = write(fd, line, strlen(line)) == (ssize_t)strlen(line) && fsync(fd) == 0;
	ok = close(fd) == 0 && ok;
	sodium_memzero(line, sizeof(line));
	if (!ok)
		unlink(path);
	return ok ? RC_OK : RC_FAIL;
}

static void
derive(struct key *k, const unsigned char master[KEY])
{
	crypto_kdf_derive_from_key(k->seal, KEY, 1, "siagaSEA", master);
	crypto_kdf_derive_from_key(k->lookup, KEY, 2, "siagaLOO", master);
	crypto_kdf_derive_from_key(k->form, KEY, 3, "siagaFOR", master);
}

/* "<id> <64 hex digits>"; ids are never 0 and never twice. */
static bool
read_key(struct ring *s, const char *line)
{
	unsigned char	 master[KEY];
	char		*hex;
	const char	*end;
	unsigned long	 id = strtoul(line, &hex, 10);
	size_t		 len, i;
	bool		 ok;

	for (i = 0; i < s->n; i++)
		if (s->keys[i].id == id)
			return false;
	if (s->n == MAX_KEYS || id == 0 || id > UINT32_MAX || *hex++ != ' ')
		return false;
	ok = sodium_hex2bin(master, sizeof(master), hex, strlen(hex), NULL, &len, &end) == 0 &&
	    len == KEY && *end == '\0';
	if (ok) {
		s->keys[s->n].id = (uint32_t)id;
		derive(&s->keys[s->n++], master);
	}
	sodium_memzero(master, sizeof(master));
	return ok;
}

/* The keys of a text, a line each; NULL where a line is none.  The text is cut up. */
static struct ring *
read_ring(const char *path, char *text)
{
	struct ring	*ring = sodium_malloc(sizeof(*ring));
	char		*line, *end;

	if (ring == NULL)
		log_die("secret: out of memory");
	memset(ring, 0, sizeof(*ring));
	for (line = text; *line != '\0'; line = end) {
		end = line + strcspn(line, "\n");
		if (*end == '\n')
			*end++ = '\0';
		if (!read_key(ring, line)) {
			log_warn("secret: %s: line %zu is not a key", path, ring->n + 1);
			sodium_free(ring);
			return NULL;
		}
	}
	sodium_mprotect_readonly(ring);
	return ring;
}

/* Fills held but for its path. */
static bool
load(const char *path, struct held *to)
{
	struct keyfile	 file;
	bool		 ok = keyfile_read(path, &file);

	to->ring = ok ? read_ring(path, file.text) : NULL;
	to->st = file.st;
	sodium_memzero(&file, sizeof(file));
	if (to->ring != NULL && to->ring->n == 0) {
		sodium_free(to->ring);
		to->ring = NULL;
	}
	return to->ring != NULL;
}

struct secret *
secret_open(const char *path)
{
	struct secret	*s = calloc(1, sizeof(*s));

	if (sodium_init() < 0 || s == NULL || (s->held = calloc(1, sizeof(*s->held))) == NULL)
		log_die("secret: out of memory");
	if (!load(path, s->held))
		log_die("secret: %s: no key", path);
	if (snprintf(s->held->path, PATH_MAX, "%s", path) >= PATH_MAX)
		log_die("secret: %s: too long a name", path);
	return s;
}

void
secret_close(struct secret *s)
{
	sodium_free(s->held->ring);
	free(s->held);
	free(s);
}

/*
 * Keys come and go at the end; a file that begins with another key is
 * somebody else's, and one that cannot be read is no reason to forget ours.
 */
bool
secret_reload(const struct secret *s)
{
	struct held	*held = s->held, fresh;
	bool		 ok;

	if (!keyfile_changed(held->path, &held->st))
		return false;
	ok = load(held->path, &fresh);
	held->st = fresh.st;
	if (ok && (ok = sodium_memcmp(fresh.ring->keys[0].seal, held->ring->keys[0].seal,
	    KEY) == 0)) {
		sodium_free(held->ring);
		held->ring = fresh.ring;
	} else {
		log_warn("secret: %s: not what it was; the old keys stay", held->path);
		sodium_free(fresh.ring);
	}
	return ok;
}

/* One more line, by a new key; the lines may be in any order, ids are never twice. */
static enum rc
add_line(const struct ring *ring, struct keyfile *file, uint32_t *id)
{
	uint32_t	 most = 0;
	char		 line[LINE];
	size_t		 i;
	enum rc		 rc;

	for (i = 0; i < ring->n; i++)
		if (ring->keys[i].id > most)
			most = ring->keys[i].id;
	if (ring->n == MAX_KEYS || most == UINT32_MAX)
		return RC_INPUT;
	*id = most + 1;
	make_line(*id, line);
	rc = keyfile_append(file, line);
	sodium_memzero(line, sizeof(line));
	return rc;
}

/* Without the line of a key. */
static enum rc
cut_line(const struct ring *ring, struct keyfile *file, uint32_t id)
{
	if (id == ring->keys[0].id || id == ring->keys[ring->n - 1].id)
		return RC_FORBIDDEN;
	return keyfile_cut(file, id);
}

static enum rc
edit(const char *path, uint32_t *id, bool add)
{
	struct held	 now = { .ring = NULL };
	struct keyfile	 file;
	enum rc		 rc = RC_FAIL;

	if (load(path, &now) && keyfile_read(path, &file)) {
		rc = add ? add_line(now.ring, &file, id) : cut_line(now.ring, &file, *id);
		if (rc == RC_OK)
			rc = keyfile_replace(path, &file.st, file.text);
		sodium_memzero(&file, sizeof(file));
	}
	sodium_free(now.ring);
	return rc;
}

static enum rc
edit_alone(const char *path, uint32_t *id, bool add)
{
	int	 lock = keyfile_lock(path);
	enum rc	 rc;

	if (lock < 0)
		return RC_BUSY;
	rc = edit(path, id, add);
	keyfile_unlock(lock);
	return rc;
}

enum rc
secret_add(const char *path, uint32_t *id)
{
	return edit_alone(path, id, true);
}

enum rc
secret_drop(const char *path, uint32_t id)
{
	return edit_alone(path, &id, false);
}

size_t
secret_keys(const struct secret *s, uint32_t *ids, size_t max)
{
	size_t	 i;

	for (i = 0; i < s->held->ring->n && i < max; i++)
		ids[i] = s->held->ring->keys[i].id;
	return i;
}

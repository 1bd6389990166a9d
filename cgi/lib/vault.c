/*
 * vault.c: files that are sealed, in the folder photos of the store's.
 *
 * A file is: version (1 byte), nonce (24), ciphertext and tag: as in
 * lib/secret.c, with the file's name bound to it.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sodium.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/log.h"
#include "lib/vault.h"

enum {
	VERSION_1 = 1,
	KEY = crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
	AROUND = 1 + NONCE + TAG,
	MOST = 16 * 1024 * 1024,
};

/* The path; names are ours (random letters), but a slash would still be the end. */
static bool
locate(const char *name, char path[PATH_MAX])
{
	const char	*dir = getenv("SIAGA_DATA");

	if (dir == NULL || *name == '.' || strchr(name, '/') != NULL)
		return false;
	return snprintf(path, PATH_MAX, "%s/photos/%s", dir, name) < PATH_MAX;
}

static void
derive(const char *text, unsigned char key[KEY])
{
	crypto_generichash(key, KEY, (const unsigned char *)text, strlen(text),
	    (const unsigned char *)"siaga photo file", 16);
}

static void
seal(const char *text, const char *name, struct bytes b, unsigned char *out)
{
	unsigned char	 key[KEY];

	derive(text, key);
	out[0] = VERSION_1;
	randombytes_buf(out + 1, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(out + 1 + NONCE, NULL, b.data, b.len,
	    (const unsigned char *)name, strlen(name), NULL, out + 1, key);
	sodium_memzero(key, sizeof(key));
}

static bool
unseal(const char *text, const char *name, struct bytes b, unsigned char *out)
{
	const unsigned char	*in = b.data;
	unsigned char		 key[KEY];
	bool			 ok;

	if (b.len < AROUND || in[0] != VERSION_1)
		return false;
	derive(text, key);
	ok = crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL, in + 1 + NONCE,
	    b.len - 1 - NONCE, (const unsigned char *)name, strlen(name), in + 1, key) == 0;
	sodium_memzero(key, sizeof(key));
	return ok;
}

/* The folder knows it for certain, too. */
static bool
sync_folder(const char *path)
{
	char	 dir[PATH_MAX];
	int	 fd, err;
	bool	 ok;

	snprintf(dir, sizeof(dir), "%.*s", (int)(strrchr(path, '/') - path), path);
	if ((fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
		return false;
	ok = fsync(fd) == 0;
	err = errno;
	close(fd);
	errno = err;
	return ok;
}

/*
 * The folder is made when the first file is.  Whether who made it lived to
 * tell the one above for certain, nobody knows: so each process does, once.
 */
static bool
ready(const char *path)
{
	static bool	 known;
	char		 dir[PATH_MAX];
	bool		 made;

	snprintf(dir, sizeof(dir), "%.*s", (int)(strrchr(path, '/') - path), path);
	made = mkdir(dir, 0700) == 0;
	if (!made && errno != EEXIST)
		return false;
	if (made || !known)
		known = sync_folder(dir);
	return known;
}

static bool
fill(int fd, const unsigned char *data, size_t len)
{
	ssize_t	 n;

	for (; len > 0; data += n, len -= (size_t)n)
		if ((n = write(fd, data, len)) <= 0)
			return false;
	return fsync(fd) == 0;
}

/* 0, or what went wrong first. */
static int
keep(const char *path, const unsigned char *data, size_t len)
{
	int	 fd, err = 0;

	if (!ready(path) || (fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC |
	    O_NOFOLLOW, 0400)) < 0)
		return errno;
	if (!fill(fd, data, len))
		err = errno;
	if (close(fd) != 0 && err == 0)
		err = errno;
	if (err == 0 && !sync_folder(path))
		err = errno;
	if (err != 0)
		unlink(path);
	return err;
}

/* A full disk is RC_BUSY here as it is for the store. */
enum rc
vault_put(const char *key, const char *name, struct bytes b)
{
	char		 path[PATH_MAX];
	unsigned char	*sealed;
	int		 err;

	if (!locate(name, path) || b.len > MOST || (sealed = malloc(b.len + AROUND)) == NULL)
		return RC_FAIL;
	seal(key, name, b, sealed);
	err = keep(path, sealed, b.len + AROUND);
	free(sealed);
	if (err == 0)
		return RC_OK;
	log_warn("vault: not written: %s", strerror(err));
	return err == ENOSPC || err == EDQUOT ? RC_BUSY : RC_FAIL;
}

static enum rc
get(struct arena *a, int fd, const char *key, const char *name, struct bytes *out)
{
	struct stat	 st;
	unsigned char	*sealed, *plain;
	size_t		 len;

	if (fstat(fd, &st) != 0 || st.st_size < AROUND || st.st_size > MOST + AROUND)
		return RC_FAIL;
	len = (size_t)st.st_size;
	if ((sealed = malloc(len)) == NULL)
		return RC_FAIL;
	plain = arena_alloc(a, len - AROUND + 1);
	if (read(fd, sealed, len) != (ssize_t)len ||
	    !unseal(key, name, (struct bytes){ sealed, len }, plain))
		plain = NULL;
	free(sealed);
	*out = (struct bytes){ plain, len - AROUND };
	return plain == NULL ? RC_FAIL : RC_OK;
}

enum rc
vault_get(struct arena *a, const char *key, const char *name, struct bytes *out)
{
	char	 path[PATH_MAX];
	int	 fd;
	enum rc	 rc;

	*out = (struct bytes){ NULL, 0 };
	if (!locate(name, path))
		return RC_NOTFOUND;
	if ((fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) < 0)
		return errno == ENOENT ? RC_NOTFOUND : RC_FAIL;
	rc = get(a, fd, key, name, out);
	close(fd);
	if (rc != RC_OK)
		log_warn("vault: a file is not what was put there");
	return rc;
}

bool
vault_drop(const char *name)
{
	char	 path[PATH_MAX];

	return locate(name, path) && (unlink(path) == 0 || errno == ENOENT);
}

bool
vault_settle(void)
{
	char	 path[PATH_MAX];

	return locate("x", path) && (sync_folder(path) || errno == ENOENT);
}

/* --- a walk over all ----------------------------------------------------------------- */

static DIR *
open_folder(void)
{
	char	 path[PATH_MAX];

	if (!locate("x", path))
		return NULL;
	*strrchr(path, '/') = '\0';
	return opendir(path);
}

bool
vault_next(struct vault_walk *w, const char **name, int64_t *written)
{
	struct dirent	*e;
	struct stat	 st;

	if (w->folder == NULL && (w->folder = open_folder()) == NULL)
		return false;
	while ((e = readdir(w->folder)) != NULL) {
		if (*e->d_name == '.' || fstatat(dirfd(w->folder), e->d_name, &st,
		    AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode))
			continue;
		*name = e->d_name;
		*written = (int64_t)st.st_mtim.tv_sec * 1000 + st.st_mtim.tv_nsec / 1000000;
		return true;
	}
	vault_rest(w);
	return false;
}

void
vault_rest(struct vault_walk *w)
{
	if (w->folder != NULL)
		closedir(w->folder);
	w->folder = NULL;
}

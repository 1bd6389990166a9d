/* fuzz_keys.c: anything at all as the file of keys; one more key never spoils a good one. */
#include <fcntl.h>

#include "fuzz/fuzz.h"
#include "lib/secret.h"

enum { MOST = 16 };

static const char *
make_path(void)
{
	static char	 path[256];

	secret_start();
	snprintf(path, sizeof(path), "%s/key", fuzz_folder());
	return path;
}

/* The file opens, its last key is the new one and seals; one in between can go. */
static void
check(struct arena *a, const char *path, uint32_t id)
{
	struct secret	*s = secret_open(path);
	uint32_t	 ids[MOST];
	size_t		 n = secret_keys(s, ids, MOST);
	struct bytes	 seal = secret_seal(s, a, "x:1", "Siti");
	const char	*text;

	must(n >= 2 && ids[n - 1] == id && secret_key_of(seal) == id);
	must(secret_unseal(s, a, "x:1", seal, &text) == RC_OK && strcmp(text, "Siti") == 0);
	must(secret_drop(path, id) == RC_FORBIDDEN && secret_drop(path, ids[0]) == RC_FORBIDDEN);
	if (n > 2) {
		must(secret_drop(path, ids[1]) == RC_OK && secret_reload(s));
		must(secret_keys(s, ids, MOST) == n - 1 && ids[n - 2] == id);
	}
	secret_close(s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char	*path;
	struct arena		 a = { 0 };
	uint32_t		 id;
	int			 fd;

	if (path == NULL)
		path = make_path();
	unlink(path);
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0400);
	must(fd >= 0 && write(fd, data, size) == (ssize_t)size && close(fd) == 0);
	if (secret_add(path, &id) == RC_OK)
		check(&a, path, id);
	arena_reset(&a);
	return 0;
}

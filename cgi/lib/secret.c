/*
 * secret.c: the only door to libsodium: keys, seals, hashes, chance.
 *
 * A seal is: version (1 byte), key id (4, big end first), nonce (24), then
 * ciphertext and tag.  The first five and the context are bound to it.
 */
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/log.h"
#include "lib/secret.h"

enum {
	KEY = 32,
	MAX_KEYS = 16,
	VERSION_1 = 1,
	HEAD = 5,
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
	/* A form token: when (8 bytes), chance (18), our mark (16); no odd bits in base64. */
	MINT_DATA = 26,
	MINT_MARK = 16,
	MINT = MINT_DATA + MINT_MARK,
	MINT_TEXT = MINT / 3 * 4,
	MINT_SKEW = 60 * 1000,		/* ms by which another process' clock may be ahead */
	/* OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
	PW_OPS = 2,
	PW_MEM = 19 * 1024 * 1024,
};

_Static_assert((int)KEY == (int)crypto_kdf_KEYBYTES, "a key of another size");
_Static_assert((int)KEY == (int)crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "a key");
_Static_assert(MINT % 3 == 0, "base64 with odd bits has two spellings");

/* One line of the key file, spread into a key for each purpose. */
struct key {
	uint32_t	 id;
	unsigned char	 seal[KEY], lookup[KEY], form[KEY];
};

/* Lives in memory that is locked, guarded, and wiped when freed. */
struct secret {
	size_t		 n;
	struct key	 keys[MAX_KEYS];
};

void
secret_start(void)
{
	struct rlimit	 none = { 0, 0 };

	if (sodium_init() < 0)
		log_die("secret: libsodium does not start");
	if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || setrlimit(RLIMIT_CORE, &none) != 0)
		log_die("secret: core dumps cannot be switched off");
}

enum rc
secret_make(const char *path)
{
	unsigned char	 key[KEY];
	char		 hex[2 * KEY + 1], line[sizeof(hex) + 16];
	int		 fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0400);
	bool		 ok;

	if (fd < 0 && errno == EEXIST)
		return RC_CONFLICT;
	if (fd < 0) {
		log_warn("secret: %s: %s", path, strerror(errno));
		return RC_FAIL;
	}
	randombytes_buf(key, sizeof(key));
	sodium_bin2hex(hex, sizeof(hex), key, sizeof(key));
	snprintf(line, sizeof(line), "1 %s\n", hex);
	ok = write(fd, line, strlen(line)) == (ssize_t)strlen(line) && fsync(fd) == 0;
	ok = close(fd) == 0 && ok;
	sodium_memzero(key, sizeof(key));
	sodium_memzero(hex, sizeof(hex));
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
read_key(struct secret *s, const char *line)
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
	ok = sodium_hex2bin(master, sizeof(master), hex, strlen(hex), "\n", &len, &end) == 0 &&
	    len == KEY && *end == '\0';
	if (ok) {
		s->keys[s->n].id = (uint32_t)id;
		derive(&s->keys[s->n++], master);
	}
	sodium_memzero(master, sizeof(master));
	return ok;
}

/* Nobody but its owner (and, where programs differ, their group) may read it. */
static void
check_mode(const char *path, int fd)
{
	struct stat	 st;

	if (fd < 0 || fstat(fd, &st) != 0)
		log_die("secret: %s: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode) || (st.st_mode & 0037) != 0)
		log_die("secret: %s: not a file of mode 0400", path);
}

struct secret *
secret_open(const char *path)
{
	struct secret	*s = sodium_init() < 0 ? NULL : sodium_malloc(sizeof(*s));
	char		 line[160];
	FILE		*f;
	int		 fd = open(path, O_RDONLY | O_CLOEXEC);

	check_mode(path, fd);
	if (s == NULL || (f = fdopen(fd, "r")) == NULL)
		log_die("secret: out of memory");
	memset(s, 0, sizeof(*s));
	setvbuf(f, NULL, _IONBF, 0);		/* no copy of the keys stays behind */
	while (fgets(line, sizeof(line), f) != NULL)
		if (!read_key(s, line))
			log_die("secret: %s: line %zu is not a key", path, s->n + 1);
	fclose(f);
	sodium_memzero(line, sizeof(line));
	if (s->n == 0)
		log_die("secret: %s: no key", path);
	sodium_mprotect_readonly(s);
	return s;
}

void
secret_close(struct secret *s)
{
	sodium_free(s);
}

/* A number as n bytes, the big end first; and back. */
static void
put_number(unsigned char *to, uint64_t value, int n)
{
	for (; n > 0; value >>= 8)
		to[--n] = (unsigned char)value;
}

static uint64_t
get_number(const unsigned char *from, int n)
{
	uint64_t	 value = 0;

	while (n-- > 0)
		value = value << 8 | *from++;
	return value;
}

static const struct key *
newest(const struct secret *s)
{
	return &s->keys[s->n - 1];
}

static const struct key *
find(const struct secret *s, uint32_t id)
{
	size_t	 i;

	for (i = 0; i < s->n; i++)
		if (s->keys[i].id == id)
			return &s->keys[i];
	return NULL;
}

/* What is bound to a seal besides the text: its head and its context. */
static struct bytes
bind(struct arena *a, const unsigned char *head, const char *context)
{
	size_t		 len = strlen(context);
	unsigned char	*ad = arena_alloc(a, HEAD + len);

	memcpy(ad, head, HEAD);
	memcpy(ad + HEAD, context, len);
	return (struct bytes){ ad, HEAD + len };
}

struct bytes
secret_seal(const struct secret *s, struct arena *a, const char *context, const char *text)
{
	const struct key	*k = newest(s);
	size_t			 len = strlen(text);
	unsigned char		*out = arena_alloc(a, HEAD + NONCE + len + TAG);
	struct bytes		 ad;

	out[0] = VERSION_1;
	put_number(out + 1, k->id, 4);
	randombytes_buf(out + HEAD, NONCE);
	ad = bind(a, out, context);
	crypto_aead_xchacha20poly1305_ietf_encrypt(out + HEAD + NONCE, NULL,
	    (const unsigned char *)text, len, ad.data, ad.len, NULL, out + HEAD, k->seal);
	return (struct bytes){ out, HEAD + NONCE + len + TAG };
}

enum rc
secret_unseal(const struct secret *s, struct arena *a, const char *context,
    struct bytes seal, const char **text)
{
	const unsigned char	*in = seal.data;
	const struct key	*k;
	unsigned char		*out;
	struct bytes		 ad;

	if (seal.len < HEAD + NONCE + TAG || in[0] != VERSION_1)
		return RC_FAIL;
	if ((k = find(s, (uint32_t)get_number(in + 1, 4))) == NULL)
		return RC_FAIL;
	ad = bind(a, in, context);
	out = arena_alloc(a, seal.len - HEAD - NONCE - TAG + 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL, in + HEAD + NONCE,
	    seal.len - HEAD - NONCE, ad.data, ad.len, in + HEAD, k->seal) != 0)
		return RC_FAIL;
	*text = (const char *)out;
	return RC_OK;
}

/*
 * Always by the *first* key of the file: what was stored under one look-up
 * key is not found under another, and the text to hash again is not kept.
 */
void
secret_lookup(const struct secret *s, const char *purpose, const char *text,
    unsigned char out[HASH_SIZE])
{
	crypto_generichash_state	 state;

	crypto_generichash_init(&state, s->keys[0].lookup, KEY, HASH_SIZE);
	crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
	crypto_generichash_update(&state, (const unsigned char *)text, strlen(text));
	crypto_generichash_final(&state, out, HASH_SIZE);
	sodium_memzero(&state, sizeof(state));
}

void
secret_hash(struct bytes a, struct bytes b, unsigned char out[HASH_SIZE])
{
	crypto_generichash_state	 state;

	crypto_generichash_init(&state, NULL, 0, HASH_SIZE);
	crypto_generichash_update(&state, a.data, a.len);
	crypto_generichash_update(&state, b.data, b.len);
	crypto_generichash_final(&state, out, HASH_SIZE);
}

char *
secret_hex(struct arena *a, struct bytes b)
{
	char	*out = arena_alloc(a, 2 * b.len + 1);

	return sodium_bin2hex(out, 2 * b.len + 1, b.data, b.len);
}

char *
secret_password(struct arena *a, const char *password)
{
	char	*out = arena_alloc(a, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str_alg(out, password, strlen(password), PW_OPS, PW_MEM,
	    crypto_pwhash_ALG_ARGON2ID13) != 0)
		log_die("secret: out of memory for a password");
	return out;
}

bool
secret_password_fits(const char *hash, const char *password)
{
	return crypto_pwhash_str_verify(hash, password, strlen(password)) == 0;
}

bool
secret_password_is_old(const char *hash)
{
	return crypto_pwhash_str_needs_rehash(hash, PW_OPS, PW_MEM) != 0;
}

static char *
base64(struct arena *a, const unsigned char *data, size_t len)
{
	size_t	 size = sodium_base64_ENCODED_LEN(len, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	char	*out = arena_alloc(a, size);

	return sodium_bin2base64(out, size, data, len, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

char *
secret_token(struct arena *a)
{
	unsigned char	 chance[32];

	randombytes_buf(chance, sizeof(chance));
	return base64(a, chance, sizeof(chance));
}

char *
secret_letters(struct arena *a, size_t n)
{
	static const char	 letters[] = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
	char			*out = arena_alloc(a, n + 1);
	size_t			 i;

	for (i = 0; i < n; i++)
		out[i] = letters[secret_below(sizeof(letters) - 1)];
	return out;
}

uint32_t
secret_below(uint32_t limit)
{
	return randombytes_uniform(limit);
}

char *
secret_mint(const struct secret *s, struct arena *a, int64_t now)
{
	unsigned char	 token[MINT];

	put_number(token, (uint64_t)now, 8);
	randombytes_buf(token + 8, MINT_DATA - 8);
	crypto_generichash(token + MINT_DATA, MINT_MARK, token, MINT_DATA, newest(s)->form, KEY);
	return base64(a, token, sizeof(token));
}

/* By any key of the file: a form fetched before a change of keys is still ours. */
static bool
is_marked(const struct secret *s, const unsigned char token[MINT])
{
	unsigned char	 mark[MINT_MARK];
	size_t		 i;

	for (i = s->n; i-- > 0;) {
		crypto_generichash(mark, MINT_MARK, token, MINT_DATA, s->keys[i].form, KEY);
		if (sodium_memcmp(mark, token + MINT_DATA, MINT_MARK) == 0)
			return true;
	}
	return false;
}

bool
secret_minted(const struct secret *s, const char *text, int64_t now, int64_t max_age)
{
	unsigned char	 token[MINT];
	int64_t		 age;
	size_t		 len;

	if (strlen(text) != MINT_TEXT || sodium_base642bin(token, sizeof(token), text, MINT_TEXT,
	    NULL, &len, NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 || len != MINT)
		return false;
	if (!is_marked(s, token))
		return false;
	age = now - (int64_t)get_number(token, 8);
	return age >= -MINT_SKEW && age <= max_age;
}

bool
secret_same(const char *a, const char *b)
{
	size_t	 len = strlen(a);

	return len == strlen(b) && sodium_memcmp(a, b, len) == 0;
}

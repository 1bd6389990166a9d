/*
 * secret.c: seals, hashes, chance: with ring.c, the only door to libsodium.
 *
 * A seal is: version (1 byte), key id (4, big end first), nonce (24), then
 * ciphertext and tag.  The first five and the context are bound to it.
 */
#include <sodium.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "lib/log.h"
#include "lib/ring.h"

enum {
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
	/*
	 * OWASP's second choice for argon2id: 19 MiB, two passes, one lane.  18 ms of
	 * a core here: a sign-in may cost 150 on one eight times slower, and one
	 * process still answers fifty wrong ones a second (tests/bench/signin).
	 */
	PW_OPS = 2,
	PW_MEM = 19 * 1024 * 1024,
};

_Static_assert((int)KEY == (int)crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "a key");
_Static_assert(MINT % 3 == 0, "base64 with odd bits has two spellings");

void
secret_start(void)
{
	struct rlimit	 none = { 0, 0 };

	if (sodium_init() < 0)
		log_die("secret: libsodium does not start");
	if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || setrlimit(RLIMIT_CORE, &none) != 0)
		log_die("secret: core dumps cannot be switched off");
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
	return &s->held->ring->keys[s->held->ring->n - 1];
}

static const struct key *
find(const struct secret *s, uint32_t id)
{
	size_t	 i;

	for (i = 0; i < s->held->ring->n; i++)
		if (s->held->ring->keys[i].id == id)
			return &s->held->ring->keys[i];
	return NULL;
}

uint32_t
secret_key_of(struct bytes seal)
{
	const unsigned char	*in = seal.data;

	return seal.len < HEAD ? 0 : (uint32_t)get_number(in + 1, 4);
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
	const struct key	*k;
	size_t			 len = strlen(text);
	unsigned char		*out = arena_alloc(a, HEAD + NONCE + len + TAG);
	struct bytes		 ad;

	secret_reload(s);		/* a change of keys is not waited for: one stat() */
	k = newest(s);
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
	uint32_t		 id = secret_key_of(seal);
	const struct key	*k;
	unsigned char		*out;
	struct bytes		 ad;

	if (seal.len < HEAD + NONCE + TAG || in[0] != VERSION_1)
		return RC_FAIL;
	if ((k = find(s, id)) == NULL && (!secret_reload(s) || (k = find(s, id)) == NULL))
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

	crypto_generichash_init(&state, s->held->ring->keys[0].lookup, KEY, HASH_SIZE);
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
secret_sign(struct arena *a, const char *key, const char *time, struct bytes body)
{
	crypto_auth_hmacsha256_state	 state;
	unsigned char			 out[crypto_auth_hmacsha256_BYTES];

	crypto_auth_hmacsha256_init(&state, (const unsigned char *)key, strlen(key));
	crypto_auth_hmacsha256_update(&state, (const unsigned char *)time, strlen(time));
	crypto_auth_hmacsha256_update(&state, (const unsigned char *)".", 1);
	crypto_auth_hmacsha256_update(&state, body.data, body.len);
	crypto_auth_hmacsha256_final(&state, out);
	sodium_memzero(&state, sizeof(state));
	return secret_hex(a, (struct bytes){ out, sizeof(out) });
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

	for (i = s->held->ring->n; i-- > 0;) {
		crypto_generichash(mark, MINT_MARK, token, MINT_DATA,
		    s->held->ring->keys[i].form, KEY);
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
	/* Another process may know a newer key. */
	if (!is_marked(s, token) && !(secret_reload(s) && is_marked(s, token)))
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

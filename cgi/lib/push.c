/*
 * push.c: the only door to OpenSSL's libcrypto: messages for browsers that sleep.
 *
 * libsodium has no P-256, and browsers have nothing else.  What fails here but
 * for a key that is none is memory or the library itself: then the process dies.
 */
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>
#include <openssl/rand.h>
#include <inttypes.h>
#include <string.h>

#include "lib/buf.h"
#include "lib/json.h"
#include "lib/log.h"
#include "lib/push.h"

enum {
	AUTH = 16, SECRET = 32, KEY = 16, NONCE = 12, TAG = 16, RECORD = 4096,
	HEAD = PUSH_SALT + 4 + 1 + PUSH_PUBLIC,		/* RFC 8188, 2.1 */
	HALF = 32,					/* of a signature */
};

static void
must(bool ok, const char *what)
{
	if (!ok)
		log_die("push: %s failed", what);
}

/* --- base64url, without padding ------------------------------------------------------ */

static char *
encode(struct arena *a, const unsigned char *in, size_t len)
{
	size_t	 size = 4 * ((len + 2) / 3), i;
	char	*out = arena_alloc(a, size + 1);

	EVP_EncodeBlock((unsigned char *)out, in, (int)len);
	for (i = 0; out[i] != '\0' && out[i] != '='; i++)
		out[i] = (char)(out[i] == '+' ? '-' : out[i] == '/' ? '_' : out[i]);
	out[i] = '\0';
	return out;
}

/* Exactly len bytes; browsers send them with and without padding. */
static bool
decode(const char *text, unsigned char *out, size_t len)
{
	char		 in[4 * ((PUSH_PUBLIC + 2) / 3) + 1];
	unsigned char	 room[sizeof(in)];
	size_t		 n = strcspn(text, "="), want = (len * 4 + 2) / 3, i;

	if (n != want || strlen(text) > n + 2 || text[n + strspn(text + n, "=")] != '\0')
		return false;
	for (i = 0; i < n; i++)
		in[i] = (char)(text[i] == '-' ? '+' : text[i] == '_' ? '/' :
		    text[i] == '+' || text[i] == '/' ? '!' : text[i]);
	for (; i % 4 != 0; i++)
		in[i] = '=';
	if (EVP_DecodeBlock(room, (const unsigned char *)in, (int)i) < (int)len)
		return false;
	memcpy(out, room, len);
	return true;
}

/* --- keys ---------------------------------------------------------------------------- */

/* NULL: the point is not on the curve. */
static EVP_PKEY *
open_key(const unsigned char *public, const unsigned char *private)
{
	EVP_PKEY_CTX	*ctx = EVP_PKEY_CTX_new_from_name(NULL, "EC", NULL);
	OSSL_PARAM_BLD	*b = OSSL_PARAM_BLD_new();
	BIGNUM		*n = private == NULL ? NULL : BN_bin2bn(private, PUSH_PRIVATE, NULL);
	EVP_PKEY	*key = NULL;
	OSSL_PARAM	*list;

	must(ctx != NULL && b != NULL && EVP_PKEY_fromdata_init(ctx) > 0 &&
	    OSSL_PARAM_BLD_push_utf8_string(b, OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) > 0 &&
	    OSSL_PARAM_BLD_push_octet_string(b, OSSL_PKEY_PARAM_PUB_KEY, public,
	    PUSH_PUBLIC) > 0, "a key");
	if (n != NULL)
		must(OSSL_PARAM_BLD_push_BN(b, OSSL_PKEY_PARAM_PRIV_KEY, n) > 0, "a key");
	must((list = OSSL_PARAM_BLD_to_param(b)) != NULL, "a key");
	if (EVP_PKEY_fromdata(ctx, &key, n == NULL ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR,
	    list) <= 0)
		key = NULL;
	OSSL_PARAM_free(list);
	OSSL_PARAM_BLD_free(b);
	BN_clear_free(n);
	EVP_PKEY_CTX_free(ctx);
	return key;
}

/* The public half is the private one, times the base point.  False: 0, or too great. */
static bool
complete(struct push_key *k)
{
	EC_GROUP	*group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
	BIGNUM		*n = BN_bin2bn(k->private, PUSH_PRIVATE, NULL);
	EC_POINT	*at = NULL;
	bool		 ok;

	must(group != NULL && n != NULL && (at = EC_POINT_new(group)) != NULL, "a point");
	ok = !BN_is_zero(n) && BN_cmp(n, EC_GROUP_get0_order(group)) < 0;
	if (ok)
		must(EC_POINT_mul(group, at, n, NULL, NULL, NULL) > 0 &&
		    EC_POINT_point2oct(group, at, POINT_CONVERSION_UNCOMPRESSED, k->public,
		    PUSH_PUBLIC, NULL) == PUSH_PUBLIC, "a point");
	EC_POINT_clear_free(at);
	BN_clear_free(n);
	EC_GROUP_free(group);
	return ok;
}

void
push_make(struct push_key *k)
{
	do
		must(RAND_priv_bytes(k->private, PUSH_PRIVATE) > 0, "chance");
	while (!complete(k));
}

char *
push_private(struct arena *a, const struct push_key *k)
{
	return encode(a, k->private, PUSH_PRIVATE);
}

enum rc
push_read(const char *text, struct push_key *k)
{
	return decode(text, k->private, PUSH_PRIVATE) && complete(k) ? RC_OK : RC_INPUT;
}

char *
push_public(struct arena *a, const struct push_key *k)
{
	return encode(a, k->public, PUSH_PUBLIC);
}

void
push_wipe(struct push_key *k)
{
	explicit_bzero(k, sizeof(*k));
}

bool
push_is_browser(const char *p256dh, const char *auth)
{
	unsigned char	 public[PUSH_PUBLIC], secret[AUTH];
	EVP_PKEY	*key;

	if (!decode(p256dh, public, sizeof(public)) || !decode(auth, secret, sizeof(secret)) ||
	    (key = open_key(public, NULL)) == NULL)
		return false;
	EVP_PKEY_free(key);
	return true;
}

/* --- a message ------------------------------------------------------------------------ */

static void
derive(struct bytes secret, struct bytes salt, struct bytes info, unsigned char *out, size_t len)
{
	EVP_PKEY_CTX	*c = EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, NULL);

	must(c != NULL && EVP_PKEY_derive_init(c) > 0 &&
	    EVP_PKEY_CTX_set_hkdf_md(c, EVP_sha256()) > 0 &&
	    EVP_PKEY_CTX_set1_hkdf_salt(c, salt.data, (int)salt.len) > 0 &&
	    EVP_PKEY_CTX_set1_hkdf_key(c, secret.data, (int)secret.len) > 0 &&
	    EVP_PKEY_CTX_add1_hkdf_info(c, info.data, (int)info.len) > 0 &&
	    EVP_PKEY_derive(c, out, &len) > 0, "HKDF");
	EVP_PKEY_CTX_free(c);
}

/* What both sides know of each other's keys.  False: theirs is no key. */
static bool
agree(const struct push_key *ours, const unsigned char *theirs, unsigned char *out)
{
	EVP_PKEY	*us = open_key(ours->public, ours->private), *them = open_key(theirs, NULL);
	EVP_PKEY_CTX	*c = us == NULL ? NULL : EVP_PKEY_CTX_new(us, NULL);
	size_t		 len = SECRET;
	bool		 ok = them != NULL && c != NULL && EVP_PKEY_derive_init(c) > 0 &&
			    EVP_PKEY_derive_set_peer(c, them) > 0 &&
			    EVP_PKEY_derive(c, out, &len) > 0;

	EVP_PKEY_CTX_free(c);
	EVP_PKEY_free(us);
	EVP_PKEY_free(them);
	return ok;
}

/* RFC 8291, 3.4: the input of RFC 8188's derivation. */
static bool
agree_on_input(const struct push_key *k, const char *p256dh, const char *auth,
    unsigned char *out)
{
	static const char	 name[] = "WebPush: info";
	unsigned char		 theirs[PUSH_PUBLIC], secret[SECRET], salt[AUTH];
	unsigned char		 info[sizeof(name) + 2 * PUSH_PUBLIC];

	if (!decode(p256dh, theirs, sizeof(theirs)) || !decode(auth, salt, sizeof(salt)) ||
	    !agree(k, theirs, secret))
		return false;
	memcpy(info, name, sizeof(name));
	memcpy(info + sizeof(name), theirs, PUSH_PUBLIC);
	memcpy(info + sizeof(name) + PUSH_PUBLIC, k->public, PUSH_PUBLIC);
	derive((struct bytes){ secret, sizeof(secret) }, (struct bytes){ salt, sizeof(salt) },
	    (struct bytes){ info, sizeof(info) }, out, SECRET);
	explicit_bzero(secret, sizeof(secret));
	return true;
}

static void
encrypt(const unsigned char *key, const unsigned char *nonce, const char *text, size_t len,
    unsigned char *out)
{
	EVP_CIPHER_CTX	*c = EVP_CIPHER_CTX_new();
	int		 n = 0, more = 0;

	must(c != NULL && EVP_EncryptInit_ex(c, EVP_aes_128_gcm(), NULL, key, nonce) > 0 &&
	    EVP_EncryptUpdate(c, out, &n, (const unsigned char *)text, (int)len) > 0 &&
	    EVP_EncryptUpdate(c, out + n, &more, (const unsigned char *)"\2", 1) > 0 &&
	    EVP_EncryptFinal_ex(c, out + n + more, &(int){ 0 }) > 0 &&
	    EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_GCM_GET_TAG, TAG, out + n + more) > 0, "AES");
	EVP_CIPHER_CTX_free(c);
}

enum rc
push_seal_as(struct arena *a, const struct push_key *k, const unsigned char *salt,
    const char *p256dh, const char *auth, const char *text, struct bytes *out)
{
	static const char	 key_name[] = "Content-Encoding: aes128gcm";
	static const char	 nonce_name[] = "Content-Encoding: nonce";
	unsigned char		 input[SECRET], key[KEY], nonce[NONCE], *b;
	struct bytes		 in = { input, sizeof(input) }, chance = { salt, PUSH_SALT };
	size_t			 len = strlen(text);

	if (len > PUSH_TEXT || !agree_on_input(k, p256dh, auth, input))
		return RC_INPUT;
	derive(in, chance, (struct bytes){ key_name, sizeof(key_name) }, key, sizeof(key));
	derive(in, chance, (struct bytes){ nonce_name, sizeof(nonce_name) }, nonce,
	    sizeof(nonce));
	b = arena_alloc(a, HEAD + len + 1 + TAG);
	memcpy(b, salt, PUSH_SALT);
	memcpy(b + PUSH_SALT, (const unsigned char[]){ 0, 0, RECORD >> 8, RECORD & 255,
	    PUSH_PUBLIC }, 5);
	memcpy(b + PUSH_SALT + 5, k->public, PUSH_PUBLIC);
	encrypt(key, nonce, text, len, b + HEAD);
	*out = (struct bytes){ b, HEAD + len + 1 + TAG };
	explicit_bzero(input, sizeof(input));
	explicit_bzero(key, sizeof(key));
	return RC_OK;
}

enum rc
push_seal(struct arena *a, const char *p256dh, const char *auth, const char *text,
    struct bytes *out)
{
	unsigned char	 salt[PUSH_SALT];
	struct push_key	 k;
	enum rc		 rc;

	must(RAND_bytes(salt, sizeof(salt)) > 0, "chance");
	push_make(&k);
	rc = push_seal_as(a, &k, salt, p256dh, auth, text, out);
	push_wipe(&k);
	return rc;
}

/* --- who we are ------------------------------------------------------------------------ */

/* r and s, each of 32 bytes (RFC 7518, 3.4); OpenSSL writes them as DER. */
static void
sign(const struct push_key *k, const char *text, unsigned char out[2 * HALF])
{
	EVP_PKEY		*key = open_key(k->public, k->private);
	EVP_MD_CTX		*c = EVP_MD_CTX_new();
	unsigned char		 der[128];
	const unsigned char	*at = der;
	size_t			 len = sizeof(der);
	ECDSA_SIG		*s = NULL;

	must(key != NULL && c != NULL &&
	    EVP_DigestSignInit(c, NULL, EVP_sha256(), NULL, key) > 0 &&
	    EVP_DigestSign(c, der, &len, (const unsigned char *)text, strlen(text)) > 0 &&
	    (s = d2i_ECDSA_SIG(NULL, &at, (long)len)) != NULL &&
	    BN_bn2binpad(ECDSA_SIG_get0_r(s), out, HALF) == HALF &&
	    BN_bn2binpad(ECDSA_SIG_get0_s(s), out + HALF, HALF) == HALF, "a signature");
	ECDSA_SIG_free(s);
	EVP_MD_CTX_free(c);
	EVP_PKEY_free(key);
}

static char *
encode_text(struct arena *a, const char *text)
{
	return encode(a, (const unsigned char *)text, strlen(text));
}

char *
push_vouch(struct arena *a, const struct push_key *k, const char *endpoint,
    const char *subject, int64_t until)
{
	const char	*host = strstr(endpoint, "//");
	int		 origin = host == NULL ? 0 :
			    (int)(host + 2 - endpoint + (ptrdiff_t)strcspn(host + 2, "/"));
	unsigned char	 mark[2 * HALF];
	struct buf	 b = { 0 };
	char		*t;

	buf_text(&b, "{\"aud\":");
	json_put_text(&b, arena_printf(a, "%.*s", origin, endpoint));
	buf_printf(&b, ",\"exp\":%" PRId64 ",\"sub\":", until);
	json_put_text(&b, subject);
	buf_text(&b, "}");
	t = arena_printf(a, "%s.%s", encode_text(a, "{\"typ\":\"JWT\",\"alg\":\"ES256\"}"),
	    encode_text(a, b.data));
	buf_free(&b);
	sign(k, t, mark);
	return arena_printf(a, "vapid t=%s.%s, k=%s", t, encode(a, mark, sizeof(mark)),
	    push_public(a, k));
}

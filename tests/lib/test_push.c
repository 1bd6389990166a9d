/* test_push.c: what RFC 8291 and RFC 8292 print; and what is no browser's. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <string.h>

#include "check.h"
#include "lib/push.h"

/* RFC 8291, 5 and appendix A. */
#define TEXT	"When I grow up, I want to be a watermelon"
#define AS_PRIVATE "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
#define AS_PUBLIC "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"
#define UA_PUBLIC "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
#define AUTH	"BTBZMqHH6r4Tts7J_aSIgg"
#define SEALED	"DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIg" \
		"Dll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVB" \
		"St2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"

/* RFC 8292, 2.4. */
#define TOKEN	"eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5u" \
		"ZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0"
#define MARK	"i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA"
#define SIGNER	"BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"

static struct arena	 arena;

/* base64url by another hand than the door's. */
static size_t
decode(const char *text, unsigned char *out)
{
	static const char	 digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	unsigned		 held = 0, bits = 0;
	size_t			 n = 0;

	for (; *text != '\0'; text++) {
		held = held << 6 | (unsigned)(strchr(digits, *text) - digits);
		if ((bits += 6) >= 8)
			out[n++] = (unsigned char)(held >> (bits -= 8));
	}
	return n;
}

static bool
is_signed(const char *text, const char *mark, const char *by)
{
	EC_KEY			*key = EC_KEY_new_by_curve_name(NID_X9_62_prime256v1);
	unsigned char		 raw[70], point[70], sum[EVP_MAX_MD_SIZE];
	ECDSA_SIG		*s = ECDSA_SIG_new();
	bool			 ok;

	CHECK_INT(decode(mark, raw), 64);
	CHECK_INT(decode(by, point), 65);
	ECDSA_SIG_set0(s, BN_bin2bn(raw, 32, NULL), BN_bin2bn(raw + 32, 32, NULL));
	CHECK(EC_KEY_oct2key(key, point, 65, NULL) == 1);
	EVP_Digest(text, strlen(text), sum, NULL, EVP_sha256(), NULL);
	ok = ECDSA_do_verify(sum, 32, s, key) == 1;
	ECDSA_SIG_free(s);
	EC_KEY_free(key);
	return ok;
}

static void
a_message_is_sealed_as_rfc_8291_prints(void **state)
{
	unsigned char	 salt[20], want[400];
	struct push_key	 k;
	struct bytes	 out;
	size_t		 len = decode(SEALED, want);

	(void)state;
	CHECK_INT(decode("DGv6ra1nlYgDCS1FRnbzlw", salt), PUSH_SALT);
	CHECK_INT(push_read(AS_PRIVATE, &k), RC_OK);
	CHECK_TEXT(push_public(&arena, &k), AS_PUBLIC);
	CHECK_TEXT(push_private(&arena, &k), AS_PRIVATE);
	CHECK_INT(push_seal_as(&arena, &k, salt, UA_PUBLIC, AUTH, TEXT, &out), RC_OK);
	CHECK_INT(out.len, len);
	CHECK(memcmp(out.data, want, len) == 0);
}

static void
no_two_messages_are_sealed_alike(void **state)
{
	struct bytes	 one, other;

	(void)state;
	CHECK_INT(push_seal(&arena, UA_PUBLIC, AUTH, TEXT, &one), RC_OK);
	CHECK_INT(push_seal(&arena, UA_PUBLIC, AUTH, TEXT, &other), RC_OK);
	CHECK_INT(one.len, other.len);
	CHECK(memcmp(one.data, other.data, 16) != 0);
	CHECK(memcmp((const char *)one.data + 86, (const char *)other.data + 86,
	    one.len - 86) != 0);
}

static void
we_vouch_as_rfc_8292_prints(void **state)
{
	struct push_key	 k;
	char		*line, *mark, *key;

	(void)state;
	CHECK(is_signed(TOKEN, MARK, SIGNER));
	CHECK_INT(push_read(AS_PRIVATE, &k), RC_OK);
	line = push_vouch(&arena, &k, "https://push.example.net/p/JzLQ3raZJfFBR0aqvOMsLrt54w4",
	    "mailto:push@example.com", 1453523768);
	CHECK(strncmp(line, "vapid t=" TOKEN ".", strlen("vapid t=" TOKEN ".")) == 0);
	mark = line + strlen("vapid t=" TOKEN ".");
	CHECK((key = strstr(mark, ", k=")) != NULL);
	*key = '\0';
	CHECK_TEXT(key + 4, AS_PUBLIC);
	CHECK(is_signed(TOKEN, mark, AS_PUBLIC));
	CHECK(!is_signed(TOKEN "x", mark, AS_PUBLIC));
}

static void
a_pair_that_was_made_is_a_pair(void **state)
{
	struct push_key	 k, again;

	(void)state;
	push_make(&k);
	CHECK_INT(push_read(push_private(&arena, &k), &again), RC_OK);
	CHECK(memcmp(&k, &again, sizeof(k)) == 0);
	push_wipe(&k);
	CHECK(memcmp(&k, &again, sizeof(k)) != 0);
}

static void
what_is_no_browser_is_refused(void **state)
{
	struct push_key	 k;
	struct bytes	 out;
	char		 odd[] = UA_PUBLIC, *huge = arena_alloc(&arena, PUSH_TEXT + 2);

	(void)state;
	odd[20] = odd[20] == 'A' ? 'B' : 'A';	/* no point of the curve any more */
	CHECK(push_is_browser(UA_PUBLIC, AUTH));
	CHECK(push_is_browser(UA_PUBLIC "=", AUTH "=="));
	CHECK(!push_is_browser(odd, AUTH));
	CHECK(!push_is_browser(UA_PUBLIC "A", AUTH));
	CHECK(!push_is_browser(UA_PUBLIC, "BTBZMqHH6r4Tts7J_aSI"));
	CHECK(!push_is_browser(UA_PUBLIC, "BTBZMqHH6r4Tts7J/aSIgg"));
	CHECK(!push_is_browser("", ""));
	CHECK_INT(push_seal(&arena, odd, AUTH, TEXT, &out), RC_INPUT);
	memset(huge, 'x', PUSH_TEXT + 1);
	huge[PUSH_TEXT + 1] = '\0';
	CHECK_INT(push_seal(&arena, UA_PUBLIC, AUTH, huge, &out), RC_INPUT);
	huge[PUSH_TEXT] = '\0';
	CHECK_INT(push_seal(&arena, UA_PUBLIC, AUTH, huge, &out), RC_OK);
	CHECK(out.len <= 4096);
	CHECK_INT(push_read("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", &k), RC_INPUT);
	CHECK_INT(push_read("_____________________________________________", &k), RC_INPUT);
	CHECK_INT(push_read("___________________________________________", &k), RC_INPUT);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(a_message_is_sealed_as_rfc_8291_prints),
		cmocka_unit_test(no_two_messages_are_sealed_alike),
		cmocka_unit_test(we_vouch_as_rfc_8292_prints),
		cmocka_unit_test(a_pair_that_was_made_is_a_pair),
		cmocka_unit_test(what_is_no_browser_is_refused),
	};
	int			 failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_reset(&arena);
	return failed;
}

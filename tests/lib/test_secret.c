/* test_secret.c: keys, seals, hashes and chance. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "lib/secret.h"

#define KEY_1	"1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
#define KEY_2	"2 202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f\n"
#define KEY_3	"3 404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f\n"
#define LAST	"4294967295 aff102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"

static struct arena	 a;
static char		 path[64];

static int
setup(void **state)
{
	(void)state;
	snprintf(path, sizeof(path), "/tmp/test_secret.%d", (int)getpid());
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	unlink(path);
	arena_reset(&a);
	return 0;
}

static void
write_keys(const char *text, mode_t mode)
{
	FILE	*f;

	unlink(path);
	f = fopen(path, "w");
	CHECK(f != NULL);
	CHECK(fputs(text, f) >= 0);
	CHECK(fclose(f) == 0);
	CHECK(chmod(path, mode) == 0);
}

/* The file goes at once: these keys stay what they are. */
static struct secret *
with_keys(const char *text)
{
	struct secret	*s;

	write_keys(text, 0400);
	s = secret_open(path);
	unlink(path);
	return s;
}

static void
leaves_no_core(void **state)
{
	(void)state;
	CHECK(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0);
}

static void
makes_a_key_once(void **state)
{
	struct stat	 st;
	struct secret	*s;

	(void)state;
	CHECK(secret_make(path) == RC_OK);
	CHECK(stat(path, &st) == 0 && (st.st_mode & 0777) == 0400 && st.st_size == 67);
	CHECK(secret_make(path) == RC_CONFLICT);
	s = secret_open(path);
	secret_close(s);
}

static bool
dies_with(const char *text, mode_t mode)
{
	int	 status;

	write_keys(text, mode);
	if (fork() == 0) {
		close(STDERR_FILENO);
		secret_open(path);
		_exit(0);
	}
	wait(&status);
	return WIFEXITED(status) && WEXITSTATUS(status) == 111;
}

static void
dies_without_a_good_key_file(void **state)
{
	(void)state;
	CHECK(!dies_with(KEY_1, 0400));
	CHECK(!dies_with(KEY_1 KEY_2, 0440));
	CHECK(dies_with(KEY_1, 0444));
	CHECK(dies_with(KEY_1, 0460));
	CHECK(dies_with("", 0400));
	CHECK(dies_with("1 00\n", 0400));
	CHECK(dies_with("0" KEY_1, 0400) == false);	/* 01 is 1 */
	CHECK(dies_with("x" KEY_1, 0400));
	CHECK(dies_with(KEY_1 KEY_1, 0400));
	CHECK(dies_with(KEY_1 "\n", 0400));
	CHECK(dies_with("0 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n", 0400));
	CHECK(dies_with("1 g00102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n", 0400));
}

static void
what_is_sealed_opens_only_in_its_place(void **state)
{
	struct secret	*s = with_keys(KEY_1);
	struct bytes	 seal = secret_seal(s, &a, "reporter:17", "Siti");
	struct bytes	 again = secret_seal(s, &a, "reporter:17", "Siti");
	const char	*text = "";

	(void)state;
	CHECK(seal.len == 1 + 4 + 24 + 4 + 16);
	CHECK(memcmp(seal.data, "\1\0\0\0\1", 5) == 0);
	CHECK(memcmp(seal.data, again.data, seal.len) != 0);
	CHECK(secret_unseal(s, &a, "reporter:17", seal, &text) == RC_OK);
	CHECK_TEXT(text, "Siti");
	CHECK(secret_unseal(s, &a, "reporter:18", seal, &text) == RC_FAIL);
	CHECK(secret_unseal(s, &a, "", seal, &text) == RC_FAIL);
	seal = secret_seal(s, &a, "", "");
	CHECK(secret_unseal(s, &a, "", seal, &text) == RC_OK);
	CHECK_TEXT(text, "");
	secret_close(s);
}

static void
no_byte_of_a_seal_may_change(void **state)
{
	struct secret	*s = with_keys(KEY_1);
	struct bytes	 seal = secret_seal(s, &a, "x:1", "0812");
	unsigned char	 copy[64];
	const char	*text;
	size_t		 i;

	(void)state;
	CHECK(seal.len <= sizeof(copy));
	for (i = 0; i < seal.len; i++) {
		memcpy(copy, seal.data, seal.len);
		copy[i] ^= 1;
		CHECK(secret_unseal(s, &a, "x:1", (struct bytes){ copy, seal.len }, &text) == RC_FAIL);
		CHECK(secret_unseal(s, &a, "x:1", (struct bytes){ seal.data, i }, &text) == RC_FAIL);
	}
	secret_close(s);
}

static void
old_keys_open_what_they_sealed(void **state)
{
	struct secret	*one = with_keys(KEY_1), *both = with_keys(KEY_1 KEY_2), *other = with_keys(KEY_3);
	struct bytes	 old = secret_seal(one, &a, "x", "old"), new = secret_seal(both, &a, "x", "new");
	unsigned char	 h1[HASH_SIZE], h2[HASH_SIZE];
	const char	*text, *token = secret_mint(one, &a, 1000);

	(void)state;
	CHECK(secret_unseal(both, &a, "x", old, &text) == RC_OK);
	CHECK_TEXT(text, "old");
	CHECK(secret_unseal(both, &a, "x", new, &text) == RC_OK);
	CHECK(secret_unseal(one, &a, "x", new, &text) == RC_FAIL);
	CHECK(secret_unseal(other, &a, "x", old, &text) == RC_FAIL);
	CHECK(secret_minted(both, token, 1000, 10) && !secret_minted(other, token, 1000, 10));
	secret_lookup(one, "phone", "0812", h1);
	secret_lookup(both, "phone", "0812", h2);
	CHECK(memcmp(h1, h2, HASH_SIZE) == 0);		/* a new key loses nobody */
	secret_close(one);
	secret_close(both);
	secret_close(other);
}

/* A program that runs learns a new key when it meets one, and no sooner has to. */
static void
learns_new_keys_while_running(void **state)
{
	struct secret	*here, *there;
	struct bytes	 old, new;
	unsigned char	 h1[HASH_SIZE], h2[HASH_SIZE];
	const char	*text, *token;
	uint32_t	 id, ids[4];

	(void)state;
	write_keys(KEY_1, 0400);
	here = secret_open(path);
	there = secret_open(path);
	secret_lookup(here, "phone", "0812", h1);
	old = secret_seal(here, &a, "x", "old");
	CHECK(!secret_reload(here));			/* nothing has changed */
	CHECK(secret_add(path, &id) == RC_OK && id == 2);
	new = secret_seal(here, &a, "x", "new");
	CHECK(secret_key_of(old) == 1 && secret_key_of(new) == 2);
	CHECK(secret_unseal(there, &a, "x", new, &text) == RC_OK);
	CHECK_TEXT(text, "new");
	CHECK(secret_unseal(there, &a, "x", old, &text) == RC_OK);
	CHECK(secret_keys(there, ids, 4) == 2 && ids[0] == 1 && ids[1] == 2);
	secret_lookup(there, "phone", "0812", h2);
	CHECK(memcmp(h1, h2, HASH_SIZE) == 0);		/* what is found stays found */
	CHECK(secret_add(path, &id) == RC_OK && id == 3);
	CHECK(secret_reload(here));
	token = secret_mint(here, &a, 1000);
	CHECK(secret_minted(there, token, 1000, 10));	/* the others' newest forms are ours */
	secret_close(here);
	secret_close(there);
}

static void
keeps_its_keys_when_the_file_is_none(void **state)
{
	struct secret	*s;
	struct bytes	 old;
	const char	*text;

	(void)state;
	write_keys(KEY_1 KEY_2, 0400);
	s = secret_open(path);
	old = secret_seal(s, &a, "x", "old");
	write_keys("broken\n", 0400);
	CHECK(!secret_reload(s));
	write_keys(KEY_3, 0400);			/* begins with another: not ours */
	CHECK(!secret_reload(s));
	write_keys(KEY_1 KEY_2 KEY_3, 0444);		/* everybody may read it */
	CHECK(!secret_reload(s));
	CHECK(secret_unseal(s, &a, "x", old, &text) == RC_OK);
	CHECK(secret_key_of(secret_seal(s, &a, "x", "new")) == 2);
	secret_close(s);
}

/* A file that somebody wrote by hand: a new key is no reason for it to be none any more. */
static void
adds_no_id_twice(void **state)
{
	uint32_t	 id;

	(void)state;
	write_keys(KEY_3 KEY_2 KEY_1, 0400);
	CHECK(secret_add(path, &id) == RC_OK && id == 4);
	secret_close(secret_open(path));
	write_keys(LAST KEY_1, 0400);
	CHECK(secret_add(path, &id) == RC_INPUT);
	secret_close(secret_open(path));
}

static void
drops_a_key_between_the_first_and_the_last(void **state)
{
	struct stat	 st;
	struct secret	*s;
	uint32_t	 id, ids[4];
	int		 i;

	(void)state;
	write_keys(KEY_1 KEY_2 KEY_3, 0440);
	CHECK(secret_drop(path, 1) == RC_FORBIDDEN);
	CHECK(secret_drop(path, 3) == RC_FORBIDDEN);
	CHECK(secret_drop(path, 9) == RC_NOTFOUND);
	CHECK(secret_drop(path, 2) == RC_OK);
	CHECK(stat(path, &st) == 0 && (st.st_mode & 0777) == 0440);	/* as it was */
	s = secret_open(path);
	CHECK(secret_keys(s, ids, 4) == 2 && ids[0] == 1 && ids[1] == 3);
	secret_close(s);
	for (i = 4; i <= 17; i++)
		CHECK(secret_add(path, &id) == RC_OK && id == (uint32_t)i);
	CHECK(secret_add(path, &id) == RC_INPUT);	/* sixteen are enough */
	s = secret_open(path);
	CHECK(secret_keys(s, ids, 4) == 4);
	secret_close(s);
}

static void
looks_up_by_purpose(void **state)
{
	struct secret	*s = with_keys(KEY_1), *other = with_keys(KEY_2);
	unsigned char	 h[4][HASH_SIZE];

	(void)state;
	secret_lookup(s, "phone", "0812", h[0]);
	secret_lookup(s, "code", "0812", h[1]);
	secret_lookup(s, "phone", "0813", h[2]);
	secret_lookup(other, "phone", "0812", h[3]);
	CHECK(memcmp(h[0], h[1], HASH_SIZE) != 0);
	CHECK(memcmp(h[0], h[2], HASH_SIZE) != 0);
	CHECK(memcmp(h[0], h[3], HASH_SIZE) != 0);
	secret_lookup(s, "phone", "0812", h[3]);
	CHECK(memcmp(h[0], h[3], HASH_SIZE) == 0);
	secret_close(s);
	secret_close(other);
}

/* BLAKE2b-256 of "abc", from: b2sum -l 256. */
static void
hashes_as_everybody_does(void **state)
{
	unsigned char	 h[HASH_SIZE];

	(void)state;
	secret_hash((struct bytes){ "ab", 2 }, (struct bytes){ "c", 1 }, h);
	CHECK_TEXT(secret_hex(&a, (struct bytes){ h, sizeof(h) }),
	    "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
	secret_hash((struct bytes){ NULL, 0 }, (struct bytes){ "abc", 3 }, h);
	CHECK_TEXT(secret_hex(&a, (struct bytes){ h, 4 }), "bddd813c");
}

static void
passwords_fit_or_do_not(void **state)
{
	const char	*hash = secret_password(&a, "benar kuda baterai");

	(void)state;
	CHECK(strncmp(hash, "$argon2id$v=19$m=19456,t=2,p=1$", 31) == 0);
	CHECK(secret_password_fits(hash, "benar kuda baterai"));
	CHECK(!secret_password_fits(hash, "benar kuda baterai "));
	CHECK(!secret_password_fits("", "x"));
	CHECK(!secret_password_fits("$argon2id$", "x"));
	CHECK(!secret_password_is_old(hash));
	CHECK(secret_password_is_old("$argon2id$v=19$m=8192,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
	    "c29tZWhhc2hzb21laGFzaHNvbWVoYXNoc29tZWhhc2g"));
}

static void
chance_is_even_and_of_the_right_kind(void **state)
{
	unsigned	 seen[5] = { 0 };
	const char	*t = secret_token(&a), *l = secret_letters(&a, 1000);
	int		 i;

	(void)state;
	CHECK(strlen(t) == 43 && strspn(t, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789-_") == 43);
	CHECK(strcmp(t, secret_token(&a)) != 0);
	CHECK(strlen(l) == 1000 && strspn(l, "ABCDEFGHJKMNPQRSTUVWXYZ23456789") == 1000);
	for (i = 0; i < 5000; i++)
		seen[secret_below(5)]++;
	for (i = 0; i < 5; i++)
		CHECK(seen[i] > 800 && seen[i] < 1200);
}

static void
tokens_show_that_we_made_them_and_when(void **state)
{
	struct secret	*s = with_keys(KEY_1);
	const int64_t	 now = INT64_C(1795246325000);
	char		*t = secret_mint(s, &a, now);
	size_t		 i;

	(void)state;
	CHECK(strlen(t) == 56);
	CHECK(strcmp(t, secret_mint(s, &a, now)) != 0);
	CHECK(secret_minted(s, t, now, 0) && secret_minted(s, t, now + 1000, 1000));
	CHECK(!secret_minted(s, t, now + 1001, 1000));
	CHECK(secret_minted(s, t, now - 1000, 1000));		/* a clock a little ahead */
	CHECK(!secret_minted(s, t, now - 61000, 1000));
	CHECK(!secret_minted(s, "", now, 1000));
	CHECK(!secret_minted(s, arena_printf(&a, "%sA", t), now, 1000));
	for (i = 0; i < 56; i++) {
		t[i] = t[i] == 'A' ? 'B' : 'A';
		CHECK(!secret_minted(s, t, now, 1000));
		t[i] = '=';
		CHECK(!secret_minted(s, t, now, 1000));
		t = secret_mint(s, &a, now);
	}
	secret_close(s);
}

static void
compares(void **state)
{
	(void)state;
	CHECK(secret_same("abc", "abc") && secret_same("", ""));
	CHECK(!secret_same("abc", "abd") && !secret_same("abc", "ab") && !secret_same("", "a"));
}

/* printf '1764000000.{"id":"a"}' | openssl dgst -sha256 -hmac kunci */
static void
signs_as_everybody_does(void **state)
{
	struct bytes	 body = { "{\"id\":\"a\"}", 10 };
	const char	*good = secret_sign(&a, "kunci", "1764000000", body);

	(void)state;
	CHECK_TEXT(good, "12feb039af4f23b198b70a450420e2fee57181f2331cbb89298a0abe333f0b72");
	CHECK(strcmp(secret_sign(&a, "kunci", "1764000001", body), good) != 0);
	CHECK(strcmp(secret_sign(&a, "kuncI", "1764000000", body), good) != 0);
	body.len--;
	CHECK(strcmp(secret_sign(&a, "kunci", "1764000000", body), good) != 0);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(leaves_no_core),
		T(makes_a_key_once),
		T(dies_without_a_good_key_file),
		T(what_is_sealed_opens_only_in_its_place),
		T(no_byte_of_a_seal_may_change),
		T(old_keys_open_what_they_sealed),
		T(learns_new_keys_while_running),
		T(keeps_its_keys_when_the_file_is_none),
		T(adds_no_id_twice),
		T(drops_a_key_between_the_first_and_the_last),
		T(looks_up_by_purpose),
		T(hashes_as_everybody_does),
		T(signs_as_everybody_does),
		T(passwords_fit_or_do_not),
		T(chance_is_even_and_of_the_right_kind),
		T(tokens_show_that_we_made_them_and_when),
		T(compares),
	};

	secret_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

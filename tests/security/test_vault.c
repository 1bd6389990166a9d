/* test_vault.c: a file's name leads nowhere but into its folder. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "lib/secret.h"
#include "lib/vault.h"

static char		 dir[] = "/tmp/siaga-vault.XXXXXX";
static struct arena	 a;

static const char *
in_dir(const char *name)
{
	return arena_printf(&a, "%s/%s", dir, name);
}

static int
setup(void **state)
{
	(void)state;
	secret_start();
	if (mkdtemp(dir) == NULL || setenv("SIAGA_DATA", dir, 1) != 0)
		return -1;
	return mkdir(in_dir("photos"), 0700);
}

static int
teardown(void **state)
{
	(void)state;
	unlink(in_dir("photos/fine"));
	unlink(in_dir("siaga.key"));
	rmdir(in_dir("photos"));
	rmdir(dir);
	arena_reset(&a);
	return 0;
}

static void
write_key(void)
{
	FILE	*f = fopen(in_dir("siaga.key"), "w");

	CHECK(f != NULL && fputs("not a photo", f) >= 0 && fclose(f) == 0);
}

static void
a_name_is_no_path(void **state)
{
	static const char *const	 odd[] = {
		"../siaga.key", "../written", "..", ".", ".fine", "/etc/passwd", "a/b",
		"fine/../../written",
	};
	const struct bytes		 b = { "jpeg", 4 };
	struct bytes			 out;
	size_t				 i;

	(void)state;
	write_key();
	CHECK_INT(vault_put("key", "fine", b), RC_OK);
	CHECK_INT(vault_get(&a, "key", "fine", &out), RC_OK);
	CHECK_INT(out.len, 4);
	for (i = 0; i < COUNT(odd); i++) {
		if (vault_put("key", odd[i], b) == RC_OK)
			fail_msg("%s is written", odd[i]);
		if (vault_get(&a, "key", odd[i], &out) != RC_NOTFOUND)
			fail_msg("%s is looked for", odd[i]);
		(void)vault_drop(odd[i]);
	}
	CHECK_INT(access(in_dir("siaga.key"), F_OK), 0);
	CHECK_INT(access(in_dir("photos/fine"), F_OK), 0);
	CHECK(access(in_dir("written"), F_OK) != 0);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_setup_teardown(a_name_is_no_path, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

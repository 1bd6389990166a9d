/* test_hook.c: whither we hand over, and whither never. */
#include <arpa/inet.h>
#include <string.h>

#include "check.h"
#include "lib/hook.h"

static bool
private(const char *text)
{
	unsigned char	 at[16];

	if (inet_pton(AF_INET, text, at) == 1)
		return hook_is_private(at, 4);
	assert_int_equal(inet_pton(AF_INET6, text, at), 1);
	return hook_is_private(at, 16);
}

static void
networks_of_nobody_outside_are_known(void **state)
{
	static const char *const	 inside[] = { "0.0.0.0", "10.0.0.1", "10.255.255.255",
		"100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.8.8", "169.254.169.254",
		"172.16.0.1", "172.31.255.255", "192.168.1.1", "198.18.0.1", "224.0.0.1",
		"255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "fc00::1",
		"fd12::1", "fe80::1", "ff02::1", "::10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::" };
	static const char *const	 outside[] = { "1.1.1.1", "9.255.255.255", "11.0.0.1",
		"100.63.255.255", "100.128.0.1", "126.255.255.255", "128.0.0.1", "172.15.255.255",
		"172.32.0.1", "192.167.255.255", "192.169.0.1", "223.255.255.255",
		"::ffff:8.8.8.8", "2606:4700::1111", "2a00:1450::1" };
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(inside); i++)
		if (!private(inside[i]))
			fail_msg("%s is taken for outside", inside[i]);
	for (i = 0; i < COUNT(outside); i++)
		if (private(outside[i]))
			fail_msg("%s is taken for inside", outside[i]);
	CHECK(hook_is_private((const unsigned char *)"\1\2\3", 3));
}

static void
a_browser_names_only_services_outside(void **state)
{
	(void)state;
	CHECK(hook_is_push("https://push.example/abc", false));
	CHECK(!hook_is_push("http://push.example/abc", false));
	CHECK(!hook_is_push("https://127.0.0.1/abc", false));
	CHECK(!hook_is_push("https://10.1.2.3/abc", true));
	CHECK(!hook_is_push("https://[::1]/abc", false));
	CHECK(!hook_is_push("https://localhost/abc", false));
	CHECK(!hook_is_push("https://a@push.example/abc", false));
	CHECK(!hook_is_push("https:///abc", false));
	CHECK(!hook_is_push("https://push.example/a b", false));
	CHECK(!hook_is_push("ftp://push.example/", true));
	CHECK(!hook_is_push("http://127.0.0.1:80/abc", false));
	CHECK(hook_is_push("http://127.0.0.1:80/abc", true));
	CHECK(!hook_is_push("http://127.0.0.1.push.example:80/abc", true));
	CHECK(!hook_is_push("http://127.0.0.10:80/abc", true));
}

static void
what_is_no_address_is_never_asked(void **state)
{
	struct arena	 a = { 0 };

	(void)state;
	CHECK_INT(hook_push(&a, &(struct hook_push){ .url = "http://127.0.0.1:1/", .vouch = "x",
	    .body = { "x", 1 } }), RC_NOTFOUND);
	CHECK_INT(hook_post(&a, &(struct hook){ .url = "file:///etc/passwd", .body = "" }),
	    RC_INPUT);
	arena_reset(&a);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(networks_of_nobody_outside_are_known),
		cmocka_unit_test(a_browser_names_only_services_outside),
		cmocka_unit_test(what_is_no_address_is_never_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

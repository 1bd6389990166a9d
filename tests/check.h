/* check.h: cmocka, and three short words for it. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define CHECK(x)		assert_true(x)
#define CHECK_TEXT(got, want)	assert_string_equal(got, want)
#define CHECK_INT(got, want)	assert_int_equal(got, want)

#endif

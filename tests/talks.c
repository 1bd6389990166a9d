/* talks.c: a city where emergencies are written, for the tests of them. */
#include "action/verify_action.h"
#include "check.h"
#include "lib/when.h"
#include "talks.h"

struct desk		 city;
static int		 said;

int
talks_setup(void **state)
{
	(void)state;
	city = city_open();
	return 0;
}

int
talks_teardown(void **state)
{
	struct chain	 chain;
	struct desk	 d = city_as(&city, "auditor");

	(void)state;
	CHECK_INT(verify_chain(&d, &chain), RC_OK);
	city_close(&city);
	return 0;
}

struct text_report
fire(const char *token)
{
	return (struct text_report){ .token = token,
	    .category = ref_category_code(city.ref, "KBR-BGN"),
	    .place = { .text = "Jl. Rimbo 2", .area = "99.71.07.1001" },
	    .words = "Api dari dapur", .name = "Ratna", .phone = "081277450391", .lang = "id",
	    .channel = "text", .sender = "" };
}

const char *
sends(struct text_report r)
{
	struct desk	 d = city_as(&city, "reporter");
	const char	*code;
	bool		 again;

	CHECK_INT(text_send(&d, &r, &code, &again), RC_OK);
	CHECK(!again);
	return code;
}

struct talk
now_is(const char *code)
{
	struct desk	 d = city_as(&city, "reporter");
	struct talk	 t;

	CHECK_INT(text_open(&d, code, "192.0.2.7", &t), RC_OK);
	return t;
}

enum rc
takes(const char *login, int64_t id)
{
	struct desk	 d = city_as(&city, login);
	struct talk	 t;

	return text_take(&d, id, &t);
}

enum rc
answers(const char *code, const char *words)
{
	struct desk		 d = city_as(&city, "reporter");
	const struct talk	 t = now_is(code);

	return text_answer(&d, &t, arena_printf(d.arena, "line%d", said++), words);
}

size_t
works(void)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	CHECK_INT(worker_texts(&d, &n), RC_OK);
	return n;
}

void
sets(const char *script)
{
	CHECK_INT(db_script(city.db, script), RC_OK);
}

struct filing
form(const char *token)
{
	return (struct filing){ .token = token,
	    .category = ref_category_code(city.ref, "KBR-BGN"),
	    .place = { .text = "Jl. Rimbo 2", .area = "99.71.07.1001" }, .title = "",
	    .detail = "Api dari dapur, nenek di dalam", .channel = "text",
	    .privacy = PRIVACY_CONFIDENTIAL, .who = { "Ratna", "081277450391", "", "" },
	    .lang = "id", .priority = PRIORITY_COUNT, .rang = city.now };
}

/* setting_action.c: what of a city whoever runs the system may change. */
#include <stdlib.h>
#include <string.h>

#include "action/init_action.h"
#include "domain/shift.h"
#include "lib/text.h"
#include "store/init_store.h"
#include "store/ref_store.h"

static bool
is_minute(const char *value)
{
	char	*end;
	long	 n = strtol(value, &end, 10);

	return *value != '\0' && *end == '\0' && n >= 0 && n < 24 * 60;
}

static bool
is_wait(const char *value)
{
	return is_minute(value) && strcmp(value, "0") != 0;
}

static bool
is_mail_or_none(const char *value)
{
	return *value == '\0' || text_is_mail(value);
}

static bool
is_name(const char *value)
{
	return *value != '\0' && text_is_utf8(value) && text_length(value) <= 80;
}

/* Of minutes, of calls, of days: a few, never none. */
static bool
is_some(const char *value)
{
	char	*end;
	long	 n = strtol(value, &end, 10);

	return *value != '\0' && *end == '\0' && n >= 1 && n <= 120;
}

static bool
is_codes(const char *value)
{
	return strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-,") == strlen(value) &&
	    strlen(value) <= 400;
}

static const struct setting {
	const char	*name;
	bool		(*is_good)(const char *);
} settings[] = {
	{ "mail_from", is_mail_or_none },
	{ "audit_mail", is_mail_or_none },
	{ "privacy_mail", is_mail_or_none },
	{ "city_name", is_name },
	{ "opens", is_minute },
	{ "closes", is_minute },
	{ "rest_kinds", is_codes },	/* categories that weigh on who takes them: "JNZ,KDRT" */
	{ "rest_in_a_row", is_minute },
	{ "rest_working", is_wait },	/* minutes without a pause */
	{ "night_from", is_minute },
	{ "night_until", is_minute },
	{ "note_wait", is_minute },	/* seconds in which a public note can be taken back; 0 none */
	{ "text_wait", is_minute },	/* seconds a written emergency waits for a person; 0 on and on */
	{ "text_most", is_minute },	/* so many in ten minutes are passed on by themselves */
	{ "shifts", shift_is_good },	/* when they begin: "07.00 15.00 23.00" */
	{ "nuisance_days", is_some },	/* until a prank counts half */
	{ "recall_alarm", is_some },	/* minutes until the supervisor hears who waits */
	{ "recall_again", is_some },	/* minutes until a number is tried again */
	{ "burst_calls", is_some },	/* hang-ups that are a burst, in the city ... */
	{ "burst_line_calls", is_some },	/* ... or of one line ... */
	{ "burst_minutes", is_some },	/* ... within so many minutes */
	{ "push_here", is_minute },	/* 1: push services on this machine, too; of a demo alone */
	{ "draft_minutes", is_wait },	/* until a call that nobody types any more is left */
};

static const struct setting *
find(const char *name)
{
	size_t	 i;

	for (i = 0; i < COUNT(settings); i++)
		if (strcmp(settings[i].name, name) == 0)
			return &settings[i];
	return NULL;
}

enum rc
setting_read(struct db *db, struct arena *a, const char *name, const char **value)
{
	return find(name) == NULL ? RC_NOTFOUND : setting_get(db, a, name, value);
}

/* Every process sees the new version with its next request. */
static enum rc
put(struct db *db, const char *name, const char *value)
{
	struct arena	 a = { 0 };
	int64_t		 version;
	enum rc		 rc;

	if ((rc = setting_put(db, name, value)) == RC_OK &&
	    (rc = ref_version(db, &version)) == RC_OK)
		rc = setting_put(db, "ref_version",
		    arena_printf(&a, "%lld", (long long)version + 1));
	arena_reset(&a);
	return rc;
}

enum rc
setting_write(struct db *db, const char *name, const char *value)
{
	const struct setting	*s = find(name);
	enum rc			 rc;

	if (s == NULL)
		return RC_NOTFOUND;
	if (!s->is_good(value))
		return RC_INPUT;
	if ((rc = db_begin(db)) != RC_OK)
		return rc;
	return db_finish(db, put(db, name, value));
}

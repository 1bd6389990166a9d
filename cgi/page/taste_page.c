/* taste_page.c: a visitor's language and colours, kept in a cookie for a year. */
#include <string.h>

#include "page/taste_page.h"

enum { A_YEAR = 365 * 24 * 3600 };

/* Sets the cookie of that name to the value sent, if it is one of those known. */
static enum rc
keep(struct visit *v, const char *name, const char *const *known)
{
	const char	*wanted = pairs_get(&v->req->sent, name);

	while (*known != NULL && (wanted == NULL || strcmp(*known, wanted) != 0))
		known++;
	if (*known == NULL)
		return RC_INPUT;
	http_cookie(v->req, name, *known, A_YEAR);
	http_redirect(v->req, "%s", page_path(pairs_get(&v->req->sent, "ke"), "/"));
	return RC_OK;
}

enum rc
taste_language(struct visit *v)
{
	return keep(v, "bahasa", (const char *const[]){ "id", "en", NULL });
}

enum rc
taste_theme(struct visit *v)
{
	return keep(v, "tema", (const char *const[]){ "terang", "gelap", "otomatis", NULL });
}

/* hook.c: a door to libcurl, too: one JSON text to one address that an admin gave. */
#include <curl/curl.h>
#include <stdbool.h>
#include <string.h>

#include "lib/hook.h"
#include "lib/log.h"

enum { TIMEOUT_S = 10 };

bool
hook_is_url(const char *url)
{
	const char	*p, *host;

	if (strncmp(url, "https://", 8) != 0 && strncmp(url, "http://", 7) != 0)
		return false;
	host = strstr(url, "//") + 2;
	for (p = url; *p != '\0'; p++)
		if (*p <= ' ' || *p >= 0x7f || *p == '"' || *p == '\\')
			return false;
	return *host != '\0' && *host != '/' && strlen(url) <= 500;
}

static size_t
ignore(char *data, size_t size, size_t n, void *arg)
{
	(void)data, (void)arg;
	return size * n;
}

static struct curl_slist *
add(struct curl_slist *list, const char *line)
{
	struct curl_slist	*more = curl_slist_append(list, line);

	if (more == NULL)
		log_die("hook: out of memory");
	return more;
}

static struct curl_slist *
headers(struct arena *a, const struct hook *h)
{
	struct curl_slist	*list = NULL;

	list = add(list, "Content-Type: application/json");
	list = add(list, arena_printf(a, "Authorization: Bearer %s", h->bearer));
	list = add(list, arena_printf(a, "X-Siaga-Time: %s", h->time));
	return add(list, arena_printf(a, "X-Siaga-Signature: %s", h->signature));
}

static void
prepare(CURL *c, const struct hook *h)
{
	curl_easy_setopt(c, CURLOPT_URL, h->url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_POSTFIELDS, h->body);
	curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)strlen(h->body));
	curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, ignore);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)TIMEOUT_S);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)TIMEOUT_S);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_PROXY, "");
}

/* 408 and 429 are a matter of time; what else is refused is refused for good. */
static enum rc
outcome(CURL *c, CURLcode err)
{
	long	 code = 0;

	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &code);
	if (err == CURLE_OK && code >= 200 && code <= 299)
		return RC_OK;
	log_warn("hook: not taken: %s (%ld)", curl_easy_strerror(err), code);
	return err == CURLE_OK && code >= 400 && code <= 499 && code != 408 && code != 429 ?
	    RC_INPUT : RC_BUSY;
}

enum rc
hook_post(struct arena *a, const struct hook *h)
{
	static bool		 started;
	struct curl_slist	*list;
	CURL			*c;
	enum rc			 rc;

	if (!hook_is_url(h->url))
		return RC_INPUT;
	if (!started && curl_global_init(CURL_GLOBAL_DEFAULT) != 0)
		log_die("hook: libcurl does not start");
	started = true;
	if ((c = curl_easy_init()) == NULL)
		log_die("hook: out of memory");
	list = headers(a, h);
	prepare(c, h);
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, list);
	rc = outcome(c, curl_easy_perform(c));
	curl_slist_free_all(list);
	curl_easy_cleanup(c);
	return rc;
}

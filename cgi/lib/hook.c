/* hook.c: a door to libcurl, too: what is handed over to machines by HTTP. */
#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

#include "lib/hook.h"
#include "lib/log.h"

enum { TIMEOUT_S = 10, URL_MAX = 500 };

static bool
has_plain_host(const char *url)
{
	const char	*p, *host = strstr(url, "//") + 2;

	for (p = url; *p != '\0'; p++)
		if (*p <= ' ' || *p >= 0x7f || *p == '"' || *p == '\\')
			return false;
	return *host != '\0' && *host != '/' && strlen(url) <= URL_MAX;
}

bool
hook_is_url(const char *url)
{
	return (strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0) &&
	    has_plain_host(url);
}

/* --- private addresses --------------------------------------------------------------- */

/* Networks by their first bits.  Sources: RFC 6890, 6598, 4193, 4291. */
static const struct net {
	unsigned char	 at[4];
	unsigned	 bits;
} nets4[] = {
	{ { 0 }, 8 }, { { 10 }, 8 }, { { 100, 64 }, 10 }, { { 127 }, 8 }, { { 169, 254 }, 16 },
	{ { 172, 16 }, 12 }, { { 192, 0, 0 }, 24 }, { { 192, 168 }, 16 }, { { 198, 18 }, 15 },
	{ { 224 }, 3 },
}, nets6[] = {
	{ { 0xfc }, 7 }, { { 0xfe, 0x80 }, 10 }, { { 0xfe, 0xc0 }, 10 }, { { 0xff }, 8 },
	{ { 0x20, 0x02 }, 16 },	/* 6to4: a private address may stand behind it */
	{ { 0x00, 0x64, 0xff, 0x9b }, 32 }, { { 0x20, 0x01, 0, 0 }, 32 },
};

static bool
is_in(const unsigned char *at, const struct net *net)
{
	uint32_t	 a = (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 |
			    at[3];
	uint32_t	 b = (uint32_t)net->at[0] << 24 | (uint32_t)net->at[1] << 16 |
			    (uint32_t)net->at[2] << 8 | net->at[3];

	return (a ^ b) >> (32 - net->bits) == 0;
}

static bool
is_in_any(const unsigned char *at, const struct net *nets, size_t n)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (is_in(at, &nets[i]))
			return true;
	return false;
}

bool
hook_is_private(const unsigned char *at, size_t len)
{
	static const unsigned char	 none[12], mapped[12] = { [10] = 0xff, [11] = 0xff };

	if (len == 4)
		return is_in_any(at, nets4, COUNT(nets4));
	if (len != 16)
		return true;
	if (memcmp(at, none, 12) == 0 || memcmp(at, mapped, 12) == 0)
		return is_in_any(at + 12, nets4, COUNT(nets4));
	return is_in_any(at, nets6, COUNT(nets6));
}

static bool
is_private(const struct sockaddr *sa)
{
	struct sockaddr_in	 four;
	struct sockaddr_in6	 six;

	if (sa->sa_family == AF_INET) {
		memcpy(&four, sa, sizeof(four));
		return hook_is_private((const unsigned char *)&four.sin_addr, 4);
	}
	if (sa->sa_family != AF_INET6)
		return true;
	memcpy(&six, sa, sizeof(six));
	return hook_is_private((const unsigned char *)&six.sin6_addr, 16);
}

/* Asked with the very address that is about to be spoken to: no second look-up in between. */
static curl_socket_t
open_outside(void *arg, curlsocktype what, struct curl_sockaddr *to)
{
	(void)arg, (void)what;
	if (is_private(&to->addr)) {
		log_warn("hook: a name leads into a private network");
		return CURL_SOCKET_BAD;
	}
	return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

/* An address of numbers, or this machine by its name: then it is meant. */
static bool
is_literal(const char *url)
{
	const char	*host = strstr(url, "//") + 2;
	size_t		 len = strcspn(host, "/:?#");
	char		 name[64];
	struct in_addr	 four;

	if (*host == '[')
		return true;
	if (len >= sizeof(name))
		return false;
	memcpy(name, host, len);
	name[len] = '\0';
	return strcmp(name, "localhost") == 0 || inet_pton(AF_INET, name, &four) == 1;
}

bool
hook_is_push(const char *url, bool here)
{
	if (here && strncmp(url, "http://127.0.0.1:", 17) == 0)
		return has_plain_host(url);
	return strncmp(url, "https://", 8) == 0 && has_plain_host(url) && !is_literal(url) &&
	    strchr(url, '@') == NULL;
}

/* --- handing over ---------------------------------------------------------------------- */

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

/* What is handed over, to whom. */
struct call {
	const char		*url;
	struct curl_slist	*lines;
	struct bytes		 body;
	bool			 inside;	/* a private network is meant */
};

static void
prepare(CURL *c, const struct call *call)
{
	curl_easy_setopt(c, CURLOPT_URL, call->url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, call->lines);
	curl_easy_setopt(c, CURLOPT_POSTFIELDS, call->body.data);
	curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)call->body.len);
	curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, ignore);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)TIMEOUT_S);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)TIMEOUT_S);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_PROXY, "");
	if (!call->inside)
		curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, open_outside);
}

/* 408 and 429 are a matter of time; what else is refused is refused for good. */
static enum rc
outcome(CURLcode err, long code)
{
	if (err == CURLE_OK && code >= 200 && code <= 299)
		return RC_OK;
	log_warn("hook: not taken: %s (%ld)", curl_easy_strerror(err), code);
	return err == CURLE_OK && code >= 400 && code <= 499 && code != 408 && code != 429 ?
	    RC_INPUT : RC_BUSY;
}

static enum rc
perform(const struct call *call, long *code)
{
	static bool	 started;
	CURLcode	 err;
	CURL		*c;

	if (!started && curl_global_init(CURL_GLOBAL_DEFAULT) != 0)
		log_die("hook: libcurl does not start");
	started = true;
	if ((c = curl_easy_init()) == NULL)
		log_die("hook: out of memory");
	prepare(c, call);
	err = curl_easy_perform(c);
	*code = 0;
	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, code);
	curl_slist_free_all(call->lines);
	curl_easy_cleanup(c);
	return outcome(err, *code);
}

enum rc
hook_post(struct arena *a, const struct hook *h)
{
	struct call	 call = { .url = h->url, .body = { h->body, strlen(h->body) } };
	long		 code;

	if (!hook_is_url(h->url))
		return RC_INPUT;
	call.inside = is_literal(h->url);
	call.lines = add(NULL, "Content-Type: application/json");
	call.lines = add(call.lines, arena_printf(a, "Authorization: Bearer %s", h->bearer));
	call.lines = add(call.lines, arena_printf(a, "X-Siaga-Time: %s", h->time));
	call.lines = add(call.lines, arena_printf(a, "X-Siaga-Signature: %s", h->signature));
	return perform(&call, &code);
}

enum rc
hook_push(struct arena *a, const struct hook_push *p)
{
	struct call	 call = { .url = p->url, .body = p->body,
		.inside = strncmp(p->url, "http://", 7) == 0 };
	enum rc		 rc;
	long		 code;

	if (!hook_is_push(p->url, p->here))
		return RC_NOTFOUND;
	call.lines = add(NULL, "Content-Type: application/octet-stream");
	call.lines = add(call.lines, "Content-Encoding: aes128gcm");
	call.lines = add(call.lines, arena_printf(a, "Authorization: %s", p->vouch));
	call.lines = add(call.lines, arena_printf(a, "TTL: %lld", (long long)p->keep));
	call.lines = add(call.lines, p->urgent ? "Urgency: high" : "Urgency: normal");
	rc = perform(&call, &code);
	return code == 404 || code == 410 ? RC_NOTFOUND : rc;
}

/*
 * mail.c: the only door to libcurl: one letter to one SMTP server.
 *
 * "smtp://" takes TLS where the server offers it, but on this machine;
 * "smtps://" insists on it.  A name and a password may stand in the address.
 */
#include <curl/curl.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lib/buf.h"
#include "lib/log.h"
#include "lib/mail.h"
#include "lib/text.h"
#include "lib/when.h"

enum {
	TIMEOUT_S = 10,
	BASE64_LINE = 57,	/* bytes that make a line of 76 */
	WORD = 45,		/* bytes that make an encoded word of 72 */
};

/* RFC 4648, with padding. */
static void
put_base64(struct buf *b, const char *text, size_t len)
{
	static const char	 digit[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned char		 in[3];
	char			 out[4];
	size_t			 n;

	for (; len > 0; text += n, len -= n) {
		n = len < 3 ? len : 3;
		memset(in, 0, sizeof(in));
		memcpy(in, text, n);
		out[0] = digit[in[0] >> 2];
		out[1] = digit[(in[0] << 4 | in[1] >> 4) & 63];
		out[2] = n > 1 ? digit[(in[1] << 2 | in[2] >> 6) & 63] : '=';
		out[3] = n > 2 ? digit[in[2] & 63] : '=';
		buf_add(b, out, sizeof(out));
	}
}

/* RFC 2047: words of whole characters, each on a line of its own. */
static void
put_words(struct buf *b, const char *text)
{
	size_t	 len = strlen(text), n;

	while (len > 0) {
		n = len < WORD ? len : WORD;
		while (n < len && n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80)
			n--;
		buf_text(b, "=?UTF-8?B?");
		put_base64(b, text, n);
		buf_text(b, "?=");
		text += n;
		len -= n;
		if (len > 0)
			buf_text(b, "\r\n ");
	}
}

/* As lines of 76; ends of lines in the text are CR LF on the wire. */
static void
put_body(struct buf *b, const char *text)
{
	struct buf	 wire = { 0 };
	size_t		 i, n;

	for (; *text != '\0'; text++)
		if (*text == '\n')
			buf_text(&wire, "\r\n");
		else if (*text != '\r')
			buf_add(&wire, text, 1);
	for (i = 0; i < wire.len; i += n) {
		n = wire.len - i < BASE64_LINE ? wire.len - i : BASE64_LINE;
		put_base64(b, wire.data + i, n);
		buf_text(b, "\r\n");
	}
	buf_free(&wire);
}

/* RFC 5322 3.3, in UTC. */
static void
put_date(struct buf *b, int64_t at)
{
	static const char	 days[] = "SunMonTueWedThuFriSat";
	static const char	 months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	struct civil		 c = when_civil(at, 0);

	buf_printf(b, "Date: %.3s, %d %.3s %04d %02d:%02d:%02d +0000\r\n", days + 3 * c.weekday,
	    c.day, months + 3 * (c.month - 1), c.year, c.hour, c.minute, c.second);
}

static void
write_letter(struct buf *b, const struct letter *l)
{
	put_date(b, l->at);
	buf_printf(b, "From: <%s>\r\nTo: <%s>\r\nMessage-ID: <%s%s>\r\nSubject: ", l->from, l->to,
	    l->message_id, strchr(l->message_id, '@') == NULL ? strchr(l->from, '@') : "");
	put_words(b, l->subject);
	buf_text(b, "\r\nAuto-Submitted: auto-generated\r\n"
	    "MIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: base64\r\n\r\n");
	put_body(b, l->text);
}

/* Plain ASCII without a mark that means something to SMTP or to a header. */
static bool
is_plain(const char *text)
{
	const char	*p;

	for (p = text; *p != '\0'; p++)
		if (*p <= ' ' || *p >= 0x7f || strchr("<>()[]\\,;:\"", *p) != NULL)
			return false;
	return p > text;
}

static bool
is_letter(const struct letter *l)
{
	return is_plain(l->from) && text_is_mail(l->from) &&
	    is_plain(l->to) && text_is_mail(l->to) && is_plain(l->message_id) &&
	    text_is_utf8(l->subject) && !text_has_control(l->subject, "") &&
	    text_is_utf8(l->text) && !text_has_control(l->text, "\t\n\r");
}

/* What is left to send. */
struct rest {
	const char	*data;
	size_t		 len;
};

static size_t
hand_over(char *to, size_t size, size_t n, void *arg)
{
	struct rest	*r = arg;
	size_t		 len = size * n < r->len ? size * n : r->len;

	memcpy(to, r->data, len);
	r->data += len;
	r->len -= len;
	return len;
}

static size_t
ignore(char *data, size_t size, size_t n, void *arg)
{
	(void)data, (void)arg;
	return size * n;
}

static bool
is_here(const char *server)
{
	return strstr(server, "//127.0.0.1") != NULL || strstr(server, "//localhost") != NULL ||
	    strstr(server, "//[::1]") != NULL;
}

static void
prepare(CURL *c, struct arena *a, const struct letter *l, struct rest *rest)
{
	curl_easy_setopt(c, CURLOPT_URL, l->server);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(c, CURLOPT_USE_SSL,
	    is_here(l->server) ? (long)CURLUSESSL_NONE : (long)CURLUSESSL_TRY);
	curl_easy_setopt(c, CURLOPT_MAIL_FROM, arena_printf(a, "<%s>", l->from));
	curl_easy_setopt(c, CURLOPT_READFUNCTION, hand_over);
	curl_easy_setopt(c, CURLOPT_READDATA, rest);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, ignore);
	curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(c, CURLOPT_INFILESIZE_LARGE, (curl_off_t)rest->len);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)TIMEOUT_S);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)TIMEOUT_S);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_PROXY, "");		/* no proxy from the environment */
}

/* A refused sign-in is our mistake, not the letter's: it is kept. */
static enum rc
outcome(CURL *c, CURLcode err)
{
	long	 code = 0;

	if (err == CURLE_OK)
		return RC_OK;
	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &code);
	log_warn("mail: not sent: %s (%ld)", curl_easy_strerror(err), code);
	if (err == CURLE_LOGIN_DENIED || code == 530)
		return RC_BUSY;
	return code >= 500 && code <= 599 ? RC_INPUT : RC_BUSY;
}

static enum rc
deliver(CURL *c, struct arena *a, const struct letter *l, const struct buf *b)
{
	struct rest		 rest = { b->data, b->len };
	struct curl_slist	*to = curl_slist_append(NULL, arena_printf(a, "<%s>", l->to));
	enum rc			 rc;

	if (to == NULL)
		log_die("mail: out of memory");
	prepare(c, a, l, &rest);
	curl_easy_setopt(c, CURLOPT_MAIL_RCPT, to);
	rc = outcome(c, curl_easy_perform(c));
	curl_slist_free_all(to);
	return rc;
}

enum rc
mail_send(struct arena *a, const struct letter *l)
{
	static bool	 started;
	struct buf	 b = { 0 };
	CURL		*c;
	enum rc		 rc;

	if (!is_letter(l))
		return RC_INPUT;
	if (!started && curl_global_init(CURL_GLOBAL_DEFAULT) != 0)
		log_die("mail: libcurl does not start");
	started = true;
	if ((c = curl_easy_init()) == NULL)
		log_die("mail: out of memory");
	write_letter(&b, l);
	rc = deliver(c, a, l, &b);
	curl_easy_cleanup(c);
	explicit_bzero(b.data, b.len);
	buf_free(&b);
	return rc;
}

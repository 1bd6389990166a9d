/* http.h: one request and its answer. */
#ifndef LIB_HTTP_H
#define LIB_HTTP_H

#include <stdbool.h>

#include "lib/buf.h"
#include "lib/multipart.h"

enum method { METHOD_OTHER = 0, GET, POST };

struct req {
	struct arena	*arena;
	enum method	 method;	/* HEAD is GET; the server drops the body */
	const char	*path;
	const char	*query_text;	/* as it came, "" where none */
	struct pairs	 query;
	struct pairs	 sent;		/* the form, on POST */
	struct uploads	 files;		/* and its files, where the route takes any */
	struct pairs	 cookies;
	const char	*remote;	/* the address of the other side */
	const char	*origin;	/* headers, "" where absent */
	const char	*fetch_site;
	const char	*if_none_match;
	const char	*language;	/* Accept-Language */
	const char	*agent;		/* what the browser calls itself; NULL unknown */
	/* of a machine, where the server reads JSON; else "" */
	const char	*bearer;	/* "Bearer " and who it says it is */
	const char	*signed_at, *signature;
	const char	*text;		/* the body as it came */
	const char	*id;		/* of this request, for people who ask and for the log */
	const char	*aside;		/* where nginx takes what may wait: http_aside(); "" nowhere */
	bool		 full;		/* it was taken there, and there was no room */

	int		 status;	/* set by the server where it could not read: 400, 405, ... */
	const char	*type;		/* Content-Type; NULL is HTML */
	const char	*cache;		/* Cache-Control; NULL is no-store */
	const char	*referrer;	/* Referrer-Policy; NULL is same-origin */
	bool		 moved;		/* somebody else answers: http_aside() */
	struct buf	 head;
	struct buf	 body;
};

enum {
	MAX_PATH = 2048, MAX_QUERY = 8192, MAX_COOKIES = 8192, MAX_BODY = 64 * 1024,
	/* Six photos of 8 MB; and room for a few more, so that a form can say they are too many. */
	MAX_UPLOAD = 64 * 1024 * 1024,
};

/* 303.  The path begins with one '/', else the program dies; CR and LF are refused. */
void	 http_redirect(struct req *, const char *fmt, ...) PRINTF(2, 3);
/* HttpOnly, SameSite=Lax; Secure with a __Host- name where SIAGA_SECURE=1; 0 seconds deletes. */
void	 http_cookie(struct req *, const char *name, const char *value, int seconds);
const char *http_cookie_get(const struct req *, const char *name);	/* or NULL */
void	 http_header(struct req *, const char *name, const char *value);
/*
 * nginx asks again at q->aside, which is not "": a pool of its own, that may
 * be slow or full.  Nothing else of this answer goes out.
 */
void	 http_aside(struct req *);
/* Sets the ETag; true when the visitor has that version: 304, no body. */
bool	 http_unchanged(struct req *, const char *etag);

#endif

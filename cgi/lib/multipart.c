/* multipart.c: a form with files, as a browser sends it (RFC 7578). */
#include <stdbool.h>
#include <string.h>

#include "lib/multipart.h"
#include "lib/text.h"

enum { MAX_PART_HEAD = 1024 };

/* --- the boundary ------------------------------------------------------------------ */

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "0123456789'()+_,-./:=?";

const char *
multipart_boundary(struct arena *a, const char *type)
{
	static const char	 kind[] = "multipart/form-data";
	const char		*p;
	size_t			 len;

	if (strncasecmp(type, kind, sizeof(kind) - 1) != 0 ||
	    (p = strcasestr(type, "boundary=")) == NULL)
		return NULL;
	p += strlen("boundary=");
	if (*p == '"')
		p++;
	len = strspn(p, letters);
	if (len == 0 || len > MAX_BOUNDARY || strchr("\"; ", p[len]) == NULL)
		return NULL;
	return arena_printf(a, "%.*s", (int)len, p);
}

/* --- one part ----------------------------------------------------------------------- */

struct part {
	const char	*name;
	bool		 is_file;
	struct bytes	 data;
};

/* What stands between the quotes behind a word of a header; NULL where it does not. */
static const char *
quoted(struct arena *a, const char *head, const char *word)
{
	const char	*p = head;
	size_t		 len = strlen(word);

	while ((p = strcasestr(p, word)) != NULL) {
		if (p > head && (p[-1] == ' ' || p[-1] == ';') && p[len] == '"') {
			p += len + 1;
			return arena_printf(a, "%.*s", (int)strcspn(p, "\"\r\n"), p);
		}
		p += len;
	}
	return NULL;
}

/* Our own fields have plain names; nothing else gets as far as a template. */
static bool
is_name(const char *name)
{
	return *name != '\0' && strlen(name) <= 40 &&
	    strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-") ==
	    strlen(name);
}

static bool
read_part(struct arena *a, struct bytes b, struct part *out)
{
	const char	*end = memmem(b.data, b.len, "\r\n\r\n", 4);
	size_t		 len = end == NULL ? 0 : (size_t)(end - (const char *)b.data);
	char		*head, *line;

	if (end == NULL || len > MAX_PART_HEAD || memchr(b.data, 0, len) != NULL)
		return false;
	head = arena_alloc(a, len + 1);
	memcpy(head, b.data, len);
	if ((line = strcasestr(head, "content-disposition:")) == NULL ||
	    (line > head && line[-1] != '\n'))
		return false;
	line = arena_printf(a, "%.*s", (int)strcspn(line, "\r\n"), line);
	if (strcasestr(line, "form-data") == NULL ||
	    (out->name = quoted(a, line, "name=")) == NULL || !is_name(out->name))
		return false;
	out->is_file = quoted(a, line, "filename=") != NULL ||
	    strcasestr(line, "filename*=") != NULL;
	out->data = (struct bytes){ end + 4, b.len - len - 4 };
	return true;
}

/* --- all of them -------------------------------------------------------------------- */

static enum rc
keep_text(struct arena *a, const struct part *p, struct pairs *fields, size_t *bytes)
{
	char	*text;

	*bytes += p->data.len;
	if (fields->n == MAX_FIELDS || *bytes > MAX_FIELD)
		return RC_FORBIDDEN;
	if (memchr(p->data.data, 0, p->data.len) != NULL)
		return RC_INPUT;
	text = arena_alloc(a, p->data.len + 1);
	memcpy(text, p->data.data, p->data.len);
	if (!text_is_utf8(text) || text_has_control(text, "\t\n\r"))
		return RC_INPUT;
	fields->items[fields->n++] = (struct pair){ p->name, text };
	return RC_OK;
}

static enum rc
keep_file(const struct part *p, struct uploads *files)
{
	if (p->data.len == 0)
		return RC_OK;
	if (files->n == MAX_FILES)
		return RC_FORBIDDEN;
	files->items[files->n++] = (struct upload){ p->name, p->data };
	return RC_OK;
}

/* Moves over a boundary and its line end; false at the last one ("--"), or a bad one. */
static bool
pass(struct bytes *b, size_t len, bool *last)
{
	const char	*p = (const char *)b->data + len;
	size_t		 left = b->len - len;

	*last = left >= 2 && memcmp(p, "--", 2) == 0;
	if (*last || left < 2 || memcmp(p, "\r\n", 2) != 0)
		return false;
	*b = (struct bytes){ p + 2, left - 2 };
	return true;
}

static enum rc
read_parts(struct arena *a, struct bytes b, const char *mark, struct pairs *fields,
    struct uploads *files)
{
	size_t		 len = strlen(mark), bytes = 0, parts = 0;
	const char	*next;
	struct part	 p;
	bool		 last = false;
	enum rc		 rc = RC_OK;

	/* The first boundary has no line end before it. */
	if (b.len < len - 2 || memcmp(b.data, mark + 2, len - 2) != 0)
		return RC_INPUT;
	if (!pass(&b, len - 2, &last))
		return last ? RC_OK : RC_INPUT;
	while (rc == RC_OK && !last) {
		if (++parts > MAX_FILES + MAX_FIELDS)
			return RC_FORBIDDEN;
		if ((next = memmem(b.data, b.len, mark, len)) == NULL ||
		    !read_part(a, (struct bytes){ b.data,
		    (size_t)(next - (const char *)b.data) }, &p))
			return RC_INPUT;
		rc = p.is_file ? keep_file(&p, files) : keep_text(a, &p, fields, &bytes);
		b = (struct bytes){ next, b.len - (size_t)(next - (const char *)b.data) };
		if (!pass(&b, len, &last) && !last)
			return RC_INPUT;
	}
	return rc;
}

enum rc
multipart_read(struct arena *a, struct bytes body, const char *boundary, struct pairs *fields,
    struct uploads *files)
{
	const char	*mark = arena_printf(a, "\r\n--%s", boundary);

	*fields = (struct pairs){ .items = arena_alloc(a, MAX_FIELDS * sizeof(struct pair)) };
	*files = (struct uploads){ .items = arena_alloc(a, MAX_FILES * sizeof(struct upload)) };
	return read_parts(a, body, mark, fields, files);
}

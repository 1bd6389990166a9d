/*
 * photo.c: decodes one photo from its standard input, and tells on its
 * standard output what it is: a line of numbers, then two JPEGs.
 *
 * Started for each photo by lib/darkroom.c.  It confines itself before it
 * reads a byte: no file, no network, five seconds, 512 MB.
 */
#include <stdlib.h>
#include <unistd.h>

#include "lib/confine.h"
#include "lib/image.h"

enum { SECONDS = 5, MEMORY = 512 * 1024 * 1024 };

/* All of it, and one byte more than is allowed, so that too much is seen. */
static struct bytes
take(void)
{
	char	*data = malloc(PICTURE_BYTES + 1);
	size_t	 len = 0;
	ssize_t	 n;

	while (data != NULL && len < PICTURE_BYTES + 1 &&
	    (n = read(STDIN_FILENO, data + len, PICTURE_BYTES + 1 - len)) > 0)
		len += (size_t)n;
	return (struct bytes){ data, len };
}

static bool
give(const void *data, size_t len)
{
	const char	*p = data;
	ssize_t		 n;

	for (; len > 0; p += n, len -= (size_t)n)
		if ((n = write(STDOUT_FILENO, p, len)) <= 0)
			return false;
	return true;
}

int
main(void)
{
	struct picture	 p;
	struct prints	 prints;
	char		 line[PICTURE_HEAD];
	int		 len;
	bool		 ok;

	confine(SECONDS, MEMORY);
	image_develop(take(), &p, &prints);
	len = picture_write(&p, line);
	ok = give(line, (size_t)len) && give(prints.large, (size_t)p.large) &&
	    give(prints.small, (size_t)p.small);
	_exit(ok ? 0 : 1);	/* no time for tidying, and no right to it */
}

/* qr.c: the only door to libqrencode: a QR code as the path of an SVG. */
#include <qrencode.h>
#include <stddef.h>

#include "lib/buf.h"
#include "lib/qr.h"

/* The lowest bit of a module says whether it is dark. */
static int
run_of(const unsigned char *row, int x, int side)
{
	int	 n = 0;

	while (x + n < side && (row[x + n] & 1) != 0)
		n++;
	return n;
}

/* One rectangle, one module high, for each run of dark modules. */
static void
draw(struct buf *b, const QRcode *code)
{
	const unsigned char	*row;
	int			 x, y, n;

	for (y = 0; y < code->width; y++) {
		row = code->data + (size_t)y * (size_t)code->width;
		for (x = 0; x < code->width; x += n + 1)
			if ((n = run_of(row, x, code->width)) > 0)
				buf_printf(b, "M%d %dh%dv1h-%dz", x, y, n, n);
	}
}

char *
qr_path(struct arena *a, const char *text, int *side)
{
	QRcode		*code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	struct buf	 b = { 0 };
	char		*out;

	if (code == NULL)
		return NULL;
	draw(&b, code);
	*side = code->width;
	out = arena_text(a, b.data);
	buf_free(&b);
	QRcode_free(code);
	return out;
}

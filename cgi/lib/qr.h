/* qr.h: the only door to libqrencode: a QR code as the path of an SVG. */
#ifndef LIB_QR_H
#define LIB_QR_H

#include "lib/arena.h"

/* "M0 0h7v1h-7z..." on a grid of *side modules, error level M; NULL where too long. */
char	*qr_path(struct arena *, const char *text, int *side);

#endif

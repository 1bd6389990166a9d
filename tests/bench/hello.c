/* hello.c: a bare FastCGI program that answers with as many bytes as HELLO_BYTES says. */
#include <fcgiapp.h>
#include <stdlib.h>
#include <string.h>

int
main(void)
{
	const char	*wanted = getenv("HELLO_BYTES");
	size_t		 size = wanted == NULL ? 0 : strtoul(wanted, NULL, 10);
	char		*page = malloc(size + 1);
	FCGX_Request	 q;

	if (page == NULL || FCGX_Init() != 0 || FCGX_InitRequest(&q, 0, 0) != 0)
		return 1;
	memset(page, 'x', size);
	while (FCGX_Accept_r(&q) == 0) {
		FCGX_FPrintF(q.out, "Content-Type: text/html\r\n\r\n");
		FCGX_PutStr(page, (int)size, q.out);
		FCGX_Finish_r(&q);
	}
	free(page);
	return 0;
}

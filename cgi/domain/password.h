/*
 * password.h: which passwords are good enough.
 *
 * Length counts, not a mixture of signs; what everybody chooses and what the
 * user is called is refused.  Source: NIST SP 800-63B 5.1.1.2, ASVS 5.0 6.2.
 */
#ifndef DOMAIN_PASSWORD_H
#define DOMAIN_PASSWORD_H

#include <stdbool.h>
#include <stddef.h>

enum { PASSWORD_MIN = 12, PASSWORD_MAX = 128 };	/* characters */

enum flaw { FLAW_NONE = 0, FLAW_SHORT, FLAW_LONG, FLAW_COMMON, FLAW_OWN, FLAW_COUNT };

enum flaw	 password_flaw(const char *password, const char *login, const char *name);
const char	*password_flaw_key(enum flaw);	/* of the catalogues; NULL for none */

extern const char *const common_passwords[];	/* db/data/common-passwords.txt, compiled in */
extern const size_t ncommon_passwords;

#endif

/*
 * proof.h: what speaks against a photo as proof of work.
 *
 * Flags for the one who validates, never a refusal: phones lose their place
 * and their time for honest reasons, too.
 */
#ifndef DOMAIN_PROOF_H
#define DOMAIN_PROOF_H

#include "domain/ticket.h"
#include "lib/secret.h"

enum {
	PROOF_REUSED	= 1 << 0,	/* the same file is on another ticket */
	PROOF_SAME	= 1 << 1,	/* it is, or looks like, the complaint's own photo */
	PROOF_OLD	= 1 << 2,	/* taken before the ticket was there */
	PROOF_FAR	= 1 << 3,	/* taken over PROOF_METRES from the ticket's point */
	PROOF_NO_TIME	= 1 << 4,	/* the camera says neither ... */
	PROOF_NO_POINT	= 1 << 5,	/* ... nor */
	PROOF_FLAGS	= 6,		/* how many there are */
	PROOF_METRES	= 500,
	PROOF_ALIKE	= 5,		/* of 64 bits, as many may differ in photos that look alike */
};

enum shot_kind { SHOT_NONE = 0, SHOT_REPORT, SHOT_PROOF, SHOT_KINDS };

/* One photo of a ticket. */
struct shot {
	int64_t		 id, ticket, event, reporter;
	const char	*name;		/* random; its files' */
	const char	*type;		/* of the original: "image/jpeg" */
	enum shot_kind	 kind;
	bool		 public;	/* the desk lets everybody see it */
	int64_t		 at;		/* when it came */
	int64_t		 size, width, height;
	unsigned char	 digest[HASH_SIZE];	/* BLAKE2b of the original */
	bool		 located;
	int64_t		 lat, lon;
	int64_t		 taken;		/* by the camera; 0: it does not say */
	uint64_t	 look;
	struct bytes	 sealed;	/* the key of its files */
	const char	*gone;		/* why they are there no more: "retention", "erase"; or "" */
};

const char	*shot_code(enum shot_kind);		/* "proof" */
enum shot_kind	 shot_of(const char *code);
const char	*proof_code(size_t flag);		/* of 1 << flag: "reused", for catalogues */

/*
 * PROOF_ bits.  all: every photo of the ticket, this one among them.  reused:
 * the store knows the digest from another ticket.  Of a complaint's own photo
 * only what tells something is asked: reused, and far away.
 */
unsigned	 proof_flags(const struct shot *, const struct ticket *,
		     const struct shot *all, size_t n, bool reused);

#endif

/* mask.c: what of a person, and of what is sensitive, a reader of a ticket sees. */
#include "domain/mask.h"

/* Readers that see alike. */
enum class { CLASS_NOBODY = 0, CLASS_DESK, CLASS_LEAD, CLASS_SUPPORT, CLASS_PAST, CLASS_CHECK,
       CLASS_COUNT };

enum { PRIVACIES = PRIVACY_CONFIDENTIAL + 1, OPENS = THING_COUNT };

/*
 * s shown, m masked, - hidden: name, phone, e-mail, NIK, words, detail, place;
 * then o where it may be opened with a reason.  A row left out hides all.
 */
static const char *const rows[CLASS_COUNT][KIND_COUNT][PRIVACIES] = {
	[CLASS_DESK] = {		/* 112: call takers, dispatchers, supervisors */
		[KIND_PLAIN]     = { NULL, "smm-ssso", "----sss-", "smm-ssso" },
		[KIND_SENSITIVE] = { NULL, "mmm-ssso", "----sss-", "mmm-ssso" },
		[KIND_URGENT]    = { NULL, "mmm-ssso", "----sss-", "mmm-ssso" },
	},
	[CLASS_LEAD] = {		/* the agency that leads */
		[KIND_PLAIN]     = { NULL, "sm--ssso", "----sss-", "sm--ssso" },
		[KIND_SENSITIVE] = { NULL, "mm--ssso", "----sss-", "mm--ssso" },
		[KIND_URGENT]    = { NULL, "mm--ssso", "----sss-", "mm--ssso" },
	},
	[CLASS_SUPPORT] = {		/* agencies that help: of what is sensitive, the kind,
					   area and time; the place while they must go there */
		[KIND_PLAIN]     = { NULL, "sm--sss-", "----sss-", "----sss-" },
		[KIND_SENSITIVE] = { NULL, "--------", "--------", "--------" },
		[KIND_URGENT]    = { NULL, "------s-", "------s-", "------s-" },
	},
	[CLASS_PAST] = {		/* agencies that gave it back, or were released */
		[KIND_PLAIN]     = { NULL, "----sss-", "----sss-", "----sss-" },
	},
	[CLASS_CHECK] = {		/* the verifier looks at the work, not at the person */
		[KIND_PLAIN]     = { NULL, "----sss-", "----sss-", "----sss-" },
		[KIND_SENSITIVE] = { NULL, "-----ss-", "-----ss-", "-----ss-" },
		[KIND_URGENT]    = { NULL, "-----ss-", "-----ss-", "-----ss-" },
	},
};

static enum class
class_of(struct reader r)
{
	static const enum class	 by_stake[STAKE_COUNT] = {
		[STAKE_NONE] = CLASS_PAST, [STAKE_SUPPORTS] = CLASS_SUPPORT,
		[STAKE_LEADS] = CLASS_LEAD,
	};

	switch (r.role) {
	case ROLE_CALL_TAKER:
	case ROLE_DISPATCHER:
	case ROLE_SUPERVISOR:
		return CLASS_DESK;
	case ROLE_OPD_OPERATOR:
	case ROLE_OPD_HEAD:
	case ROLE_RESPONDER:
		return r.stake < STAKE_COUNT ? by_stake[r.stake] : CLASS_NOBODY;
	case ROLE_VERIFIER:
		return CLASS_CHECK;
	case ROLE_NONE:
	case ROLE_VISITOR:
	case ROLE_REPORTER:
	case ROLE_EXECUTIVE:
	case ROLE_AUDITOR:		/* who did, and who saw; never whom */
	case ROLE_ADMIN:
	case ROLE_WORKER:
	case ROLE_COUNT:
		break;
	}
	return CLASS_NOBODY;
}

static char
cell(struct reader r, enum kind kind, enum privacy privacy, int column)
{
	const char	*row = kind < KIND_COUNT && (int)privacy < PRIVACIES ?
	    rows[class_of(r)][kind][privacy] : NULL;

	return row == NULL ? '-' : row[column];
}

enum kind
mask_kind(bool sensitive, const struct ticket *t)
{
	if (!sensitive)
		return KIND_PLAIN;
	return t->track == TRACK_EMERGENCY && t->open ? KIND_URGENT : KIND_SENSITIVE;
}

enum sight
mask_sight(struct reader r, enum kind kind, enum privacy privacy, enum thing thing)
{
	char	 c = thing < THING_COUNT ? cell(r, kind, privacy, (int)thing) : '-';

	return c == 's' ? SIGHT_SHOWN : c == 'm' ? SIGHT_MASKED : SIGHT_HIDDEN;
}

bool
mask_opens(struct reader r, enum kind kind, enum privacy privacy)
{
	return role_may(r.role, MAY_OPEN_IDENTITY) && cell(r, kind, privacy, OPENS) == 'o';
}

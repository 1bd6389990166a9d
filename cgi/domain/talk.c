/* talk.c: an emergency that is written, and what is said about it. */
#include <string.h>

#include "domain/talk.h"
#include "lib/rc.h"

const char *const	 talk_channels[] = {
	"call", "whatsapp", "sms", "walk_in", "radio", "paper", "other"
};
const size_t		 talk_nchannels = COUNT(talk_channels);

static const char *const	 states[TALK_STATES] = {
	[TALK_WAITS] = "waits", [TALK_READ] = "read", [TALK_ROUTED] = "routed",
	[TALK_SENT] = "sent", [TALK_OVER] = "over",
};

static const char *const	 sides[SIDES] = {
	[SIDE_IN] = "in", [SIDE_OUT] = "out", [SIDE_WE] = "we",
};

enum talk_state
talk_state(const struct talk *t)
{
	if (t->ended != 0)
		return TALK_OVER;
	if (t->sure != 0)
		return TALK_SENT;
	if (t->account != 0)
		return TALK_READ;
	return t->ticket != 0 ? TALK_ROUTED : TALK_WAITS;
}

const char *
talk_state_code(enum talk_state s)
{
	return s < TALK_STATES ? states[s] : "";
}

const char *
side_code(enum side s)
{
	return s < SIDES ? sides[s] : "";
}

enum side
side_of(const char *code)
{
	enum side	 s;

	for (s = SIDE_IN; s < SIDE_WE; s++)
		if (strcmp(sides[s], code) == 0)
			return s;
	return SIDE_WE;
}

bool
talk_waits(const struct talk *t)
{
	return t->account == 0 && t->ended == 0;
}

const char *
talk_channel(const char *code)
{
	size_t	 i;

	for (i = 0; i < talk_nchannels; i++)
		if (strcmp(talk_channels[i], code) == 0)
			return talk_channels[i];
	return talk_channels[0];
}

/* ref.h: the reference data: a city's settings, agencies, areas, categories, SOP cards. */
#ifndef DOMAIN_REF_H
#define DOMAIN_REF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/clock.h"
#include "domain/ladder.h"
#include "domain/priority.h"

struct agency {
	int64_t		 id;
	const char	*code;		/* "DAMKAR" */
	const char	*name;		/* "Dinas Pemadam Kebakaran dan Penyelamatan" */
	const char	*brief;		/* "Damkar": for lists */
	const char	*kind;		/* "OPD", "BUMD", "Eksternal", ... */
	const char	*standby;	/* "ya" round the clock, "piket" on call, "tidak" office hours */
	const char	*duty;		/* what it does, one line */
	const char	*email;		/* of its duty desk, "" where unknown */
	const char	*phone;
	bool		 own;		/* the city's own: may lead */
};

enum area_level { AREA_NONE = 0, AREA_REGENCY, AREA_DISTRICT, AREA_VILLAGE };

struct area {
	const char	*code;		/* "13.71.01.1001" */
	const char	*parent;
	const char	*name;
	enum area_level	 level;
	int64_t		 lat, lon;	/* a point inside, micro-degrees; both 0: unknown */
};

enum track { TRACK_NONE = 0, TRACK_EMERGENCY, TRACK_COMPLAINT, TRACK_COUNT };

enum display { DISPLAY_CLOSED = 0, DISPLAY_PRESENT, DISPLAY_FULL };	/* to the public */

struct category {
	int64_t		 id;
	const char	*code;		/* "KBR-BGN" */
	const char	*name, *name_en;
	const char	*group;
	const char	*words;		/* a caller's words: "api,rumah terbakar" */
	const char	*icon;		/* of the tile; "" where the public form has no tile */
	int64_t		 tile;		/* its place on the public form; 0: none */
	enum track	 track;
	int64_t		 lead;		/* an agency's id; 0: waits at the triage desk */
	const int64_t	*support;	/* agencies' ids */
	size_t		 nsupport;
	enum priority	 priority;
	int64_t		 ack, arrive, finish;	/* minutes; 0: no limit */
	int64_t		 quiet;		/* minutes without a word to the public; 0: no limit */
	bool		 office;	/* minutes count in office hours only */
	int64_t		 radius, window;	/* of duplicates: metres, minutes */
	enum display	 display;
	bool		 sensitive;
	const char	*sop;		/* code of its card, "" where none */
	bool		 current;	/* in force; older ones stay for older tickets */
};

struct card {			/* an SOP card; its JSON is read where it is shown */
	const char	*code, *title;
	int64_t		 version;
	bool		 approved;
	const char	*body;		/* JSON: see db/data/sop.json */
};

struct unit {
	int64_t		 id, agency;
	const char	*code, *name;	/* "A1", "Pompa 4.000 L" */
	const char	*base;		/* where it stands */
	int64_t		 crew;
	const char	*kind, *plate, *load;	/* "Pompa", "BA 8112 X", "4.000 L"; "" unknown */
	int64_t		 lat, lon;	/* of the base, micro-degrees; both 0: unknown */
	int64_t		 version;
};

struct rule {			/* an area's exception from a category's agencies */
	int64_t		 category, agency;
	const char	*area;		/* a district's or a village's code; "" everywhere */
	int64_t		 from;		/* in force since then */
};

struct ref {
	const char		*city, *city_code;	/* "Kota Bahari" */
	int			 zone;		/* minutes east of UTC */
	const char		*zone_name;	/* "WIB" */
	const struct agency	*agencies;
	size_t			 nagencies;
	const struct area	*areas;		/* the city's, ordered by code */
	size_t			 nareas;
	const struct category	*categories;	/* by id; the older ones, too */
	size_t			 ncategories;
	const struct card	*cards;
	size_t			 ncards;
	const struct unit	*units;
	size_t			 nunits;
	const struct rule	*rules;
	size_t			 nrules;
	struct calendar		 calendar;
	const struct rung	*ladder;	/* of all agencies, of all times */
	size_t			 nladder;
	int64_t			 triage;	/* the agency of the triage desk */
	bool			 demo;		/* a city to try: everybody knows its passwords */
};

/* Each NULL where there is none. */
const struct agency	*ref_agency(const struct ref *, int64_t id);
const struct agency	*ref_agency_code(const struct ref *, const char *code);
const struct area	*ref_area(const struct ref *, const char *code);
const struct category	*ref_category(const struct ref *, int64_t id);	/* in force or not */
const struct category	*ref_category_code(const struct ref *, const char *code);
const struct card	*ref_card(const struct ref *, const char *code);
const struct unit	*ref_unit(const struct ref *, int64_t id);
const char		*ref_district_name(const struct ref *, const char *village);	/* or "" */

/*
 * Who gets a ticket of this category in this area now: out[0] leads.  A rule
 * in force replaces the lead: the nearest area's, of those the newest.  0
 * where nobody leads (the triage desk).
 */
size_t			 ref_route(const struct ref *, const struct category *,
			     const char *area, int64_t now, int64_t *out, size_t max);

#endif

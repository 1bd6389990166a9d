/* cli_place.c: siaga place: the gazetteer, the boundaries, the neighbours. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "action/place_action.h"
#include "prog/cli.h"

static int
report(struct cli *c, enum rc rc, const struct import *in)
{
	size_t	 i;

	for (i = 0; i < in->ntold; i++)
		fprintf(stderr, "%s:%" PRId64 ": %s\n", in->file, in->told[i].line, in->told[i].why);
	if (in->bad > (int64_t)in->ntold)
		fprintf(stderr, "%s: and %" PRId64 " more\n", in->file, in->bad - (int64_t)in->ntold);
	if (rc != RC_OK)
		return cli_report(c, rc, arena_printf(&c->arena, "%s%s%s", in->file,
		    *in->why == '\0' ? "" : ": ", in->why));
	printf("%s: %" PRId64 " new, %" PRId64 " changed, %" PRId64 " as before, %" PRId64
	    " refused\n", in->file, in->made, in->changed, in->same, in->bad);
	return in->bad > 0;
}

static const char *
file_of(struct cli *c)
{
	const char	*file = cli_word(c);

	if (file == NULL)
		cli_die("place: which file?");
	return file;
}

static int
import_names(struct cli *c)
{
	const char	*kind = cli_option(c, "--kind", "");
	struct import	 in = { .kind = place_kind_of(kind) };
	struct desk	 d;

	if (*kind != '\0' && in.kind < PLACE_STREET)
		cli_die("place: --kind is street, landmark or address");
	in.file = file_of(c);
	cli_open(c);
	cli_end(c);
	d = cli_desk(c, ROLE_ADMIN);
	return report(c, place_import(&d, &in), &in);
}

static int
import_boundaries(struct cli *c)
{
	struct import	 in = { .neighbour = cli_flag(c, "--neighbour") };
	struct desk	 d;

	in.file = file_of(c);
	cli_open(c);
	cli_end(c);
	d = cli_desk(c, ROLE_ADMIN);
	return report(c, boundary_import(&d, &in), &in);
}

static int
set_neighbour(struct cli *c)
{
	const char	*code = cli_word(c), *name = cli_option(c, "--name", ""),
			*contact = cli_option(c, "--contact", "");
	struct desk	 d;

	if (code == NULL)
		cli_die("place neighbour: CODE --name N --contact NUMBER");
	cli_open(c);
	cli_end(c);
	d = cli_desk(c, ROLE_ADMIN);
	return cli_report(c, neighbour_set(&d, code, name, contact), "place neighbour");
}

static int
tell(struct cli *c)
{
	struct place_tally	 t;
	struct desk		 d;
	enum rc			 rc;

	cli_open(c);
	cli_end(c);
	d = cli_desk(c, ROLE_ADMIN);
	if ((rc = place_tell(&d, &t)) == RC_OK)
		printf("%" PRId64 " streets, %" PRId64 " landmarks, %" PRId64 " past addresses, %"
		    PRId64 " boundaries, %" PRId64 " neighbours\n", t.streets, t.landmarks,
		    t.addresses, t.boundaries, t.neighbours);
	return cli_report(c, rc, "place list");
}

int
cli_place(struct cli *c)
{
	static const struct { const char *word; int (*run)(struct cli *); } all[] = {
		{ "import", import_names }, { "boundary", import_boundaries },
		{ "neighbour", set_neighbour }, { "list", tell },
	};
	const char	*word;
	size_t		 i;

	cli_data(c, "");	/* takes --data with its word, before words are counted */
	word = cli_word(c);
	for (i = 0; word != NULL && i < COUNT(all); i++)
		if (strcmp(all[i].word, word) == 0)
			return all[i].run(c);
	cli_die("place: import FILE, boundary FILE, neighbour CODE, or list");
}

/* The demo city's places, beside its other files. */
int
cli_place_demo(struct cli *c, const char *files)
{
	static const struct { const char *file; bool boundary, neighbour; } all[] = {
		{ "boundaries-bahari.geojson", true, false },
		{ "neighbours-bahari.geojson", true, true },
		{ "places-bahari.csv", false, false },
	};
	struct desk	 d = cli_desk(c, ROLE_ADMIN);
	struct import	 in;
	size_t		 i;
	enum rc		 rc = RC_OK;

	for (i = 0; i < COUNT(all) && rc == RC_OK; i++) {
		in = (struct import){ .neighbour = all[i].neighbour,
		    .file = arena_printf(&c->arena, "%s/%s", files, all[i].file) };
		rc = all[i].boundary ? boundary_import(&d, &in) : place_import(&d, &in);
		if ((rc != RC_OK || in.bad > 0) && report(c, rc, &in) != 0)
			return 1;
	}
	return 0;
}

/* demo_load.c: the words of the demo, out of db/data/texts-bahari.tsv and phrases-bahari.tsv. */
#include <string.h>

#include "action/demo_core.h"
#include "action/init_action.h"
#include "action/init_cell.h"

static const char *const	kinds[] = {
	[SAY_STREET] = "jalan", [SAY_LANDMARK] = "patokan", [SAY_NAME] = "nama",
	[SAY_FAMILY] = "marga", [SAY_BEGIN] = "mulai", [SAY_NEWS] = "kabar",
	[SAY_INSIDE] = "dalam", [SAY_DONE] = "selesai", [SAY_PROOF] = "bukti",
	[SAY_HELPED] = "dukung", [SAY_ASK] = "tanya", [SAY_ANSWER] = "jawab",
	[SAY_NOT_OURS] = "tolak", [SAY_DISPUTE] = "bantah", [SAY_WAIT] = "tunda",
	[SAY_PLAN] = "jadwal", [SAY_REFER] = "rujuk", [SAY_RETURN] = "ulang",
	[SAY_CANCEL] = "batal", [SAY_AGAIN] = "buka", [SAY_PRANK] = "iseng",
	[SAY_SILENT] = "senyap", [SAY_INFO] = "tanya112", [SAY_FULL] = "penuh",
	[SAY_ELSEWHERE] = "alih", [SAY_WITNESS] = "saksi", [SAY_COUNT] = NULL,
};

static enum rc
load_texts(struct demo *p, struct table *t)
{
	struct words	*w;

	p->texts = arena_alloc(p->keep, (t->sheet.n + 1) * sizeof(*p->texts));
	for (t->row = 0; t->row < t->sheet.n && t->rc == RC_OK; t->row++) {
		w = &p->texts[p->ntexts++];
		w->c = ref_category_code(p->d.ref, cell_needed(t, "kode"));
		w->weight = cell_count(t, "bobot");
		w->title = cell_needed(t, "judul");
		w->detail = cell_needed(t, "rincian");
		if (w->c == NULL)
			table_fault(t, "kode", "no category %s", cell(t, "kode"));
	}
	return t->rc;
}

static enum rc
load_phrases(struct demo *p, struct table *t)
{
	int	 kind;

	for (kind = 0; kind < SAY_COUNT; kind++)
		p->said[kind] = arena_alloc(p->keep, (t->sheet.n + 1) * sizeof(char *));
	for (t->row = 0; t->row < t->sheet.n && t->rc == RC_OK; t->row++) {
		kind = cell_word(t, "jenis", kinds);
		p->said[kind][p->nsaid[kind]++] = cell_needed(t, "teks");
	}
	for (kind = 0; kind < SAY_COUNT; kind++)
		if (p->nsaid[kind] == 0)
			table_fault(t, "jenis", "nothing is said for \"%s\"", kinds[kind]);
	return t->rc;
}

static void
load_villages(struct demo *p)
{
	size_t	 i;

	p->villages = arena_alloc(p->keep, (p->d.ref->nareas + 1) * sizeof(struct area *));
	for (i = 0; i < p->d.ref->nareas; i++)
		if (p->d.ref->areas[i].level == AREA_VILLAGE)
			p->villages[p->nvillages++] = &p->d.ref->areas[i];
}

enum rc
demo_load(struct demo *p, const char *files)
{
	struct table	 t;
	enum rc		 rc;

	if ((rc = demo_people(p->d.db, p->keep, &p->people, &p->npeople)) != RC_OK) {
		p->why = "this is no demo store; siaga init --demo-city makes one";
		return rc;
	}
	if ((rc = table_read(&t, p->keep, files, "texts-bahari.tsv")) != RC_OK ||
	    (rc = load_texts(p, &t)) != RC_OK ||
	    (rc = table_read(&t, p->keep, files, "phrases-bahari.tsv")) != RC_OK ||
	    (rc = load_phrases(p, &t)) != RC_OK)
		p->why = t.why;
	load_villages(p);
	p->busy = arena_alloc(p->keep, (p->d.ref->nunits + 1) * sizeof(*p->busy));
	return rc;
}

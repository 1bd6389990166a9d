/* report_page.c: the form citizens report with. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/text.h"
#include "page/photo_page.h"
#include "page/public_view.h"
#include "page/receipt_page.h"
#include "page/report_page.h"
#include "page/view.h"

enum { SHORTEST_STORY = 20 };

struct report {
	const char	*category, *area, *place, *point, *story;
	const char	*privacy, *name, *phone, *email;
	bool		 consent;
	struct many	 foto;
};

#define PLACE_FIELDS \
	CODE(struct report, area, "L.portal.report.area"), \
	TEXT(struct report, place, "L.portal.report.place", \
	    .hint = "L.portal.report.place_hint", .fill = "off"), \
	TEXT(struct report, point, "L.portal.report.point", .max = 60)
#define CONTACT_FIELDS \
	TEXT(struct report, name, "L.portal.report.name", .max = 100, \
	    .hint = "L.portal.report.name_hint", .fill = "name"), \
	PHONE(struct report, phone, "L.portal.report.phone", \
	    .hint = "L.portal.report.phone_hint", .fill = "tel"), \
	MAIL(struct report, email, "L.portal.report.email", \
	    .hint = "L.portal.report.email_hint", .fill = "email")

static const struct field fields[] = {
	CODE(struct report, category, "L.portal.report.category", .required = true,
	    .missing = "L.portal.report.category_missing"),
	PLACE_FIELDS,
	AREA(struct report, story, "L.portal.report.story", .required = true, .max = 1500,
	    .hint = "L.portal.report.story_hint",
	    .missing = "L.portal.report.story_missing"),
	PHOTO_FIELD(struct report, "L.photo.label", "L.photo.hint"),
	CODE(struct report, privacy, "L.portal.report.privacy", .required = true,
	    .missing = "L.portal.report.privacy_missing"),
	CONTACT_FIELDS,
	FLAG(struct report, consent, "L.portal.report.consent", .required = true,
	    .missing = "L.portal.report.consent_missing"),
};

/* --- showing ------------------------------------------------------------------------ */

static void
view_privacy(struct visit *v, const struct form *form)
{
	static const struct { const char *code, *word, *text; } ways[] = {
		{ "confidential", "L.portal.report.confidential",
		  "L.portal.report.confidential_text" },
		{ "public", "L.portal.report.public", "L.portal.report.public_text" },
		{ "anonymous", "L.portal.report.anonymous", "L.portal.report.anonymous_text" },
	};
	struct vars	*way;
	size_t		 i;

	for (i = 0; i < COUNT(ways); i++) {
		way = form_choice(form, v->vars, "privacy", ways[i].code,
		    view_word(v, ways[i].word));
		set_kept(way, "sub", view_word(v, ways[i].text));
	}
}

/* areas.N.* */
static enum rc
show_form(struct visit *v, const struct form *form)
{
	page_form(v, form);
	view_photo_field(v, form);
	view_tiles(v, form);
	view_privacy(v, form);
	view_areas(v, form);
	page_here(v, "lapor");
	page_title(v, "L.portal.report.title");
	return page_show(v, "report.cs");
}

enum rc
report_show(struct visit *v)
{
	static const struct report	 nothing = {
		"", "", "", "", "", "confidential", "", "", "", false, { NULL, 0 },
	};
	struct form			 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	form_fill(&form, &nothing);
	return show_form(v, &form);
}

/* --- reading ---------------------------------------------------------------------- */

static bool
read_degrees(const char **at, double low, double high, int64_t *out)
{
	char	*end;
	double	 d = strtod(*at, &end);

	if (end == *at || !(d >= low && d <= high))
		return false;
	*out = llround(d * 1e6);
	*at = end;
	return true;
}

bool
report_point(const char *text, int64_t *lat, int64_t *lon)
{
	if (strncmp(text, "geo:", 4) == 0)
		text += 4;
	if (strspn(text, "+-0123456789., ") != strlen(text) ||
	    !read_degrees(&text, -11.5, 6.5, lat) || *text++ != ',')
		return false;
	return read_degrees(&text, 94.5, 141.5, lon) && *text == '\0';
}

/* A category the form offers, or NULL. */
static const struct category *
category_of(const struct visit *v, const char *code)
{
	const struct category	*c = ref_category_code(v->desk.ref, code);

	return c == NULL || c->track != TRACK_COMPLAINT || c->tile <= 0 ? NULL : c;
}

static bool
is_village(const struct visit *v, const char *code)
{
	const struct area	*a = ref_area(v->desk.ref, code);

	return a != NULL && a->level == AREA_VILLAGE;
}

/* What the table of fields cannot know: what the city has, and that a place is needed. */
static void
check(const struct visit *v, struct form *form, const struct report *in, struct filing *f)
{
	if (f->category == NULL && *in->category != '\0')
		form_fault(form, "category", "L.form.choose");
	if (*in->area != '\0' && !is_village(v, in->area))
		form_fault(form, "area", "L.form.choose");
	if (*in->point != '\0' && !report_point(in->point, &f->place.lat, &f->place.lon))
		form_fault(form, "point", "L.portal.report.point_bad");
	if (*in->area == '\0' && *in->place == '\0' && *in->point == '\0')
		form_fault(form, "area", "L.portal.report.place_missing");
	if (text_length(in->story) < SHORTEST_STORY)
		form_fault(form, "story", "L.portal.report.story_missing");
	if (*in->privacy != '\0' && privacy_of(in->privacy) == PRIVACY_NONE)
		form_fault(form, "privacy", "L.form.choose");
}

/* Without a name there is nobody to write to: nothing of it is kept. */
static struct identity
identity_of(const struct report *in)
{
	if (privacy_of(in->privacy) == PRIVACY_ANONYMOUS)
		return (struct identity){ "", "", "", "" };
	return (struct identity){ in->name, in->phone, in->email, "" };
}

static struct filing
filing_of(const struct visit *v, const struct report *in)
{
	struct identity	 who = identity_of(in);

	return (struct filing){
		.token = page_token(v),
		.category = category_of(v, in->category),
		.place = { .text = in->place, .area = in->area },
		.title = "",
		.detail = in->story,
		.channel = "web",
		.privacy = privacy_of(in->privacy),
		.who = who,
		.mail = *who.email != '\0',
		.lang = tmpl_lang(v->lang),
		.priority = PRIORITY_COUNT,
		.line = "",
	};
}

enum rc
report_send(struct visit *v)
{
	struct report	 in = { .privacy = "confidential" };	/* unless asked */
	struct form	 form;
	struct filing	 f;
	struct receipt	 r;
	struct photos	 photos;
	enum rc		 rc;

	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &in);
	f = filing_of(v, &in);
	check(v, &form, &in, &f);
	photo_look(v, &form, &photos);
	if (rc == RC_OK && form_ok(&form))
		rc = photo_take(v, &form, &photos);
	f.photos = &photos;
	if (rc == RC_OK && form_ok(&form))
		rc = file_report(&v->desk, &f, &r);
	if (page_again(v, &form, rc))
		return show_form(v, &form);
	return rc == RC_OK ? receipt_show(v, &f, &r) : rc;
}

/* --- similar reports, as the form is filled in ---------------------------------------- */

struct near {
	const char	*category, *area, *point;
};

static const struct field near_fields[] = {
	CODE(struct near, category, "L.portal.report.category", .required = true),
	CODE(struct near, area, "L.portal.report.area"),
	TEXT(struct near, point, "L.portal.report.point", .max = 60),
};

enum rc
report_similar(struct visit *v)
{
	struct near		 in;
	struct form		 form;
	struct place		 place = { .text = "" };
	const struct category	*category;
	struct near_row		*rows;
	size_t			 n;
	enum rc			 rc;

	if ((rc = form_read(&form, v->req->arena, near_fields, COUNT(near_fields),
	    &v->req->query, &in)) != RC_OK)
		return rc;
	category = category_of(v, in.category);
	place.area = in.area;
	if (category == NULL ||
	    (*in.point != '\0' && !report_point(in.point, &place.lat, &place.lon)))
		return RC_INPUT;
	if ((rc = see_near(&v->desk, category, &place, &rows, &n, 3)) != RC_OK)
		return rc;
	view_similar(v, rows, n);
	return page_show(v, "part/public_similar.cs");
}

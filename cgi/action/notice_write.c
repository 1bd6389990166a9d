/* notice_write.c: a message to a person becomes words, of a template that is data. */
#include <inttypes.h>
#include <string.h>

#include "action/notice_action.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/pattern_store.h"
#include "store/ticket_store.h"
#include "store/way_store.h"

struct sheet {
	const struct desk		*d;
	const struct post_office	*office;
	const struct post		*post;
	enum notice			 kind;
	struct manner			 told;
	struct ticket			 t;
	const char			*blanks[BLANK_COUNT];
};

static const char *
word(const struct sheet *s, const char *key)
{
	return tmpl_word(s->office->tmpl, strcmp(s->told.lang, "en") == 0 ? LANG_EN : LANG_ID, key);
}

/* --- to whom ------------------------------------------------------------------------------ */

static enum rc
address(const struct sheet *s, const char **to)
{
	const struct desk	*d = s->d;
	const struct post	*p = s->post;
	struct way		 w;
	enum rc			 rc = way_of(d->db, d->arena, p->account, p->channel, &w);

	*to = "";
	if (rc == RC_NOTFOUND && p->channel == CHANNEL_MAIL) {
		rc = way_mail(d->db, d->arena, p->account, to);
		return rc == RC_OK && !text_is_mail(*to) ? RC_NOTFOUND : rc;
	}
	if (rc != RC_OK || (w.verified == 0 && s->kind != NOTICE_CODE))
		return rc == RC_OK ? RC_NOTFOUND : rc;
	if (p->channel == CHANNEL_PUSH)
		return RC_OK;
	rc = secret_unseal(d->secret, d->arena, arena_printf(d->arena, "way:%" PRId64 ":%s",
	    p->account, channel_code(p->channel)), w.sealed, to);
	return rc == RC_OK ? RC_OK : RC_NOTFOUND;	/* another key's: nobody can send it */
}

/* --- what is put in ------------------------------------------------------------------------ */

/* Until when it is to be accepted.  RC_CONFLICT: it is, or it is no more that agency's. */
static enum rc
part(struct sheet *s)
{
	const struct desk	*d = s->d;
	struct assignment	 p;
	struct civil		 c;
	enum rc			 rc;

	if (s->post->agency == 0 || s->kind == NOTICE_TASK || s->post->agency == d->ref->triage)
		return s->t.open ? RC_OK : RC_CONFLICT;
	rc = assignment_of(d->db, d->arena, s->t.id, s->post->agency, &p);
	if (rc == RC_NOTFOUND || (rc == RC_OK && (p.accepted != 0 || !p.open)))
		return RC_CONFLICT;
	if (rc != RC_OK || p.ack_due == 0)
		return rc;
	c = when_civil(p.ack_due, d->ref->zone);
	s->blanks[BLANK_DUE] = arena_printf(d->arena, "%02d.%02d %s", c.hour, c.minute,
	    d->ref->zone_name);
	return RC_OK;
}

/* What is sensitive is not told where it may be read over a shoulder. */
static void
fill_place(struct sheet *s, const struct category *c)
{
	bool			 hidden = c == NULL || c->sensitive ||
				    s->t.privacy == PRIVACY_CONFIDENTIAL;
	const struct area	*a = hidden ? NULL : ref_area(s->d->ref, s->t.place.area);

	s->blanks[BLANK_KIND] = hidden ? word(s, "L.notify.hidden") :
	    strcmp(s->told.lang, "en") == 0 && *c->name_en != '\0' ? c->name_en : c->name;
	s->blanks[BLANK_VILLAGE] = hidden ? word(s, "L.notify.hidden_place") :
	    a == NULL ? word(s, "L.notify.no_place") : a->name;
}

static enum rc
fill_ticket(struct sheet *s)
{
	const struct desk	*d = s->d;
	const struct agency	*a = ref_agency(d->ref, s->post->agency);
	enum rc			 rc = ticket_by_id(d->db, d->arena, s->post->ticket, &s->t);

	if (rc != RC_OK || (rc = part(s)) != RC_OK)
		return rc;
	fill_place(s, ref_category(d->ref, s->t.category));
	s->blanks[BLANK_NUMBER] = s->t.number;
	s->blanks[BLANK_PRIORITY] = priority_code(s->t.priority);
	s->blanks[BLANK_AGENCY] = a == NULL ? word(s, "L.notify.desk") : a->brief;
	s->blanks[BLANK_LINK] = arena_printf(d->arena, "%s/tiket/%s", s->office->url, s->t.number);
	return RC_OK;
}

static enum rc
fill(struct sheet *s)
{
	const struct desk	*d = s->d;
	const struct post	*p = s->post;

	s->blanks[BLANK_CITY] = d->ref->city;
	if (s->kind == NOTICE_CODE)
		return secret_unseal(d->secret, d->arena, arena_printf(d->arena,
		    "letter:0:%" PRId64, p->event), p->sealed, &s->blanks[BLANK_CODE]) == RC_OK ?
		    RC_OK : RC_INPUT;
	return p->ticket == 0 ? RC_OK : fill_ticket(s);
}

/* --- all of it ------------------------------------------------------------------------------ */

/* The first line is what it is called, where the channel has such a thing. */
static void
cut(const struct sheet *s, char *text, struct notice_text *m)
{
	char	*line = strchr(text, '\n');

	m->text = text;
	if (line == NULL || s->post->channel == CHANNEL_SMS || s->post->channel == CHANNEL_WHATSAPP)
		return;
	*line = '\0';
	m->subject = text;
	m->text = line + 1 + strspn(line + 1, "\n");
}

enum rc
notice_write(const struct desk *d, const struct post_office *office, const struct post *p,
    struct notice_text *m)
{
	struct sheet	 s = { .d = d, .office = office, .post = p, .kind = notice_of(p->kind) };
	struct pattern	 words = { .kind = s.kind, .channel = p->channel };
	struct buf	 b = { 0 };
	size_t		 n;
	enum rc		 rc;

	*m = (struct notice_text){ .to = "", .subject = "", .text = "", .number = "" };
	if ((rc = told_of(d->db, p->account, &s.told)) != RC_OK ||
	    (rc = address(&s, &m->to)) != RC_OK || (rc = fill(&s)) != RC_OK)
		return rc;
	words.lang = s.told.lang;
	rc = pattern_versions(d->db, d->arena, &words, &words, &n, 1);
	if (rc != RC_OK || n == 0)
		return rc == RC_OK ? RC_INPUT : rc;
	pattern_fill(&b, words.words, s.blanks);
	cut(&s, arena_text(d->arena, b.data), m);
	if (p->ticket != 0)
		m->number = s.t.number;
	explicit_bzero(b.data, b.len);
	buf_free(&b);
	return RC_OK;
}

enum rc
notice_hold(const struct desk *d, const struct post *p, int64_t *until)
{
	struct manner	 t;
	enum rc		 rc = RC_OK;

	*until = 0;
	if (p->urgent || (int)notice_of(p->kind) > NOTICE_CHOSEN)
		return RC_OK;
	if ((rc = told_of(d->db, p->account, &t)) == RC_OK)
		*until = quiet_until(&t.quiet, d->now, d->ref->zone);
	return rc;
}

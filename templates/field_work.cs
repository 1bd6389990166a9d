<!doctype html>
<html lang="<?cs var:lang ?>"<?cs if:theme ?> data-theme="<?cs var:theme ?>"<?cs /if ?>>
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title><?cs var:title ?> – Siaga <?cs var:city ?></title>
<meta name="theme-color" content="#0a4146"><meta name="color-scheme" content="light dark">
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/static/field.css">
<script src="/static/field-queue.js" defer></script><script src="/static/field.js" defer></script><script src="/static/live.js" defer></script>
</head>
<body data-account="<?cs var:account ?>">
<a class="skip" href="#isi"><?cs var:L.common.skip ?></a>
<header><p class="logo">siaga <span><?cs var:whose ?></span></p><details class="menu"><summary><?cs var:L.field.menu ?></summary><div><p><b><?cs var:me.name ?></b> <?cs var:me.role ?></p><nav aria-label="<?cs var:L.common.staff_menu ?>"><?cs each:n = nav ?><a href="/<?cs var:n.path ?>"<?cs if:n.current ?> aria-current="page"<?cs /if ?>><?cs var:n.word ?></a><?cs /each ?><a href="/sesi"><?cs var:L.signin.account ?></a></nav><?cs include!"part/theme.cs" ?><?cs include!"part/lang.cs" ?><form method="post" action="/keluar" id="keluar" data-sure="<?cs var:L.field.sure ?>"><?cs include!"part/keys.cs" ?><button class="btn"><?cs var:L.common.sign_out ?></button></form></div></details></header>
<main id="isi" tabindex="-1">
<h1><?cs var:title ?></h1>
<p id="antre" role="status" data-one="<?cs var:L.field.wait_one ?>" data-many="<?cs var:L.field.wait_many ?>" data-none="<?cs var:L.field.no_signal ?>" data-door="<?cs var:L.field.door ?>" data-other="<?cs var:L.field.other ?>" data-gone="<?cs var:L.field.gone ?>" data-refused="<?cs var:L.field.not_taken ?>" data-waits="<?cs var:L.field.waits ?>" data-photo="<?cs var:L.field.photo_one ?>" data-note="<?cs var:L.field.note_one ?>" data-shrink="<?cs var:L.field.photo_bad ?>" data-full="<?cs var:L.field.full ?>" data-ok="<?cs var:L.field.ok ?>" data-retry="<?cs var:L.field.retry ?>" data-words="<?cs var:L.field.words ?>" hidden></p>
<div id="gagal"></div>
<label class="tick" hidden><input type="checkbox" id="posisi"> <?cs var:L.field.position ?></label>
<div id="daftar"><p class="as" data-pulse="<?cs var:pulse ?>"><?cs var:L.worklist.as_of ?> <time><?cs var:clock ?></time></p>
<?cs if:done ?><p class="ban ok" role="status"><?cs var:done ?></p><?cs /if ?><?cs if:late ?><p class="ban am" role="alert"><?cs var:late ?></p><?cs /if ?><?cs if:fault ?><p class="ban rd" role="alert"><?cs var:fault ?></p><?cs /if ?>
<?cs each:j = job ?><?cs include!"part/field_job.cs" ?><?cs /each ?>
<?cs if:!job.0.number ?><div class="empty"><h2><?cs var:L.field.empty ?></h2><p><?cs var:L.field.empty_more ?></p></div><?cs /if ?>
<?cs if:rest.0.number ?><section><h2><?cs var:L.field.rest ?></h2><ul class="rest"><?cs each:r = rest ?><li><a href="/lapangan?tiket=<?cs var:r.number ?>"><span class="pr <?cs var:r.pr.class ?>"><svg viewBox="0 0 18 18" aria-hidden="true"><path d="<?cs var:r.pr.shape ?>"/></svg><?cs var:r.pr.code ?> <?cs var:r.pr.word ?></span> <b><?cs var:r.title ?></b> <?cs var:r.place ?></a></li><?cs /each ?></ul></section><?cs /if ?><?cs if:more ?><p><a class="btn" href="/tugas"><?cs var:L.field.all ?></a></p><?cs /if ?></div>
</main>
<ul id="alur" hidden><?cs each:c = chain ?><li data-life="<?cs var:c.life ?>" data-from="<?cs var:c.from ?>" data-to="<?cs var:c.to ?>" data-act="<?cs var:c.act ?>" data-rank="<?cs var:c.rank ?>"><?cs var:c.word ?></li><?cs /each ?></ul>
</body></html>

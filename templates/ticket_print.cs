<?cs include!"part/badge.cs" ?><!doctype html>
<html lang="<?cs var:lang ?>" data-theme="light">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title><?cs var:title ?> – Siaga <?cs var:city ?></title>
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/siaga.css"><link rel="stylesheet" href="/static/ticket-print.css"><script src="/static/siaga.js" defer></script>
</head>
<body class="tprint">
<header class="noprint bar2"><a class="btn btn-2" href="/tiket/<?cs var:ticket.number ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:ticket.number ?></a> <button class="btn" type="button" data-print hidden><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-printer"/></svg><?cs var:L.common.print ?></button></header>
<main id="isi" tabindex="-1"><section class="sheet"><header><div><p><b>Siaga <?cs var:city ?></b></p><h1><?cs var:ticket.number ?> <?cs var:ticket.title ?></h1></div><div><?cs call:pr(ticket) ?><p><b><?cs var:ticket.state.word ?></b></p></div></header>
<?cs if:ticket.sensitive ?><p class="b"><?cs var:L.worklist.sensitive ?></p><?cs /if ?>
<div class="tp2"><dl class="dl"><dt><?cs var:L.worklist.kind ?></dt><dd><?cs var:ticket.code ?> <?cs var:ticket.category ?></dd><dt><?cs var:L.worklist.location ?></dt><dd><?cs var:ticket.place ?><?cs if:ticket.area ?>, <?cs var:ticket.area ?><?cs /if ?><?cs if:ticket.geo ?><br><?cs var:ticket.coordinates ?><?cs /if ?></dd><?cs if:ticket.lead ?><dt><?cs var:L.worklist.lead ?></dt><dd><?cs var:ticket.lead ?></dd><?cs /if ?><dt><?cs var:L.worklist.recorded ?></dt><dd><?cs var:ticket.recorded ?></dd><?cs if:ticket.voice ?><dt><?cs var:L.worklist.voice ?></dt><dd><?cs var:ticket.voice ?></dd><?cs /if ?></dl>
<dl class="dl"><?cs each:g = stage ?><dt><?cs var:g.word ?></dt><dd><?cs if:g.clock ?><?cs var:g.clock ?><?cs if:g.span ?> · <?cs var:g.span ?><?cs /if ?><?cs if:g.limit ?> <?cs var:L.handoff.of ?> <?cs var:g.limit ?><?cs /if ?><?cs else ?>–<?cs if:g.limit ?> (<?cs var:L.worklist.target ?> <?cs var:g.limit ?>)<?cs elif:g.target ?> (<?cs var:L.worklist.target ?> <?cs var:g.target ?>)<?cs /if ?><?cs /if ?><?cs if:g.late ?> <b><?cs var:L.worklist.stage_late ?></b><?cs /if ?></dd><?cs /each ?></dl></div>
<?cs if:ticket.detail ?><p class="pre tpd"><?cs var:ticket.detail ?></p><?cs /if ?>
<?cs if:locked.0.asked ?><h2><?cs var:L.sop.locks ?></h2><ul><?cs each:k = locked ?><li><?cs var:k.asked ?>: <b><?cs var:k.word ?></b></li><?cs /each ?></ul><?cs /if ?>
<?cs if:answer.0.asked ?><h2><?cs var:L.worklist.answers ?></h2><ul class="tpa"><?cs each:a = answer ?><li><?cs var:a.asked ?>: <b><?cs var:a.said ?></b></li><?cs /each ?></ul><?cs /if ?>
<h2><?cs var:L.worklist.parts ?></h2><ul><?cs each:p = part ?><li><b><?cs var:p.agency ?></b><?cs if:p.lead ?> (<?cs var:L.worklist.lead_mark ?>)<?cs /if ?>: <?cs var:p.state.word ?><?cs if:p.units ?> · <?cs var:p.units ?><?cs /if ?><?cs each:t = p.time ?> · <?cs var:t.word ?> <?cs var:t.clock ?><?cs if:t.late ?> (<?cs var:L.worklist.late_mark ?>)<?cs /if ?><?cs /each ?></li><?cs /each ?><?cs each:h = hand ?><li><b><?cs var:h.name ?></b> (<?cs var:L.handoff.outside ?>): <?cs var:h.word ?> · <?cs var:h.way ?> <?cs var:h.clock ?><?cs if:h.taker ?> · <?cs var:L.handoff.taken_by ?> <?cs var:h.taker ?><?cs /if ?><?cs if:h.reference ?> · <?cs var:L.handoff.their_number ?> <?cs var:h.reference ?><?cs /if ?></li><?cs /each ?></ul>
<?cs if:ride.0.unit ?><h2><?cs var:L.worklist.units ?></h2><ul class="tpa"><?cs each:r = ride ?><li><b><?cs var:r.unit ?></b> <?cs var:r.kind ?>: <?cs var:r.state.word ?> <?cs var:r.clock ?></li><?cs /each ?></ul><?cs /if ?>
<?cs if:child.0.number ?><h2><?cs var:L.handoff.children ?></h2><p><?cs each:c = child ?><?cs var:c.number ?> <?cs /each ?></p><?cs /if ?>
<h2><?cs var:L.worklist.people ?></h2><ul class="tpa"><?cs each:p = person ?><li><?cs var:p.clock ?> · <?cs var:p.channel ?> · <?cs if:p.who ?><?cs var:p.who ?><?cs elif:p.hidden ?><?cs var:L.worklist.hidden ?><?cs elif:p.withheld ?><?cs var:L.identity.withheld ?><?cs else ?><?cs var:L.worklist.no_name ?><?cs /if ?><?cs if:p.phone ?> · <?cs var:p.phone ?><?cs /if ?></li><?cs /each ?></ul>
<h2><?cs var:L.worklist.line ?></h2><ol class="tpl"><?cs each:e = line ?><li><?cs var:e.clock ?> <b><?cs var:e.act.did ?></b><?cs if:e.about ?> · <?cs var:e.about ?><?cs /if ?> · <?cs var:e.who ?><?cs if:e.note ?>: <?cs if:e.public ?>[<?cs var:L.common.public ?>] <?cs /if ?><?cs var:e.note ?><?cs /if ?></li><?cs /each ?></ol>
<footer><span><?cs var:L.handoff.printed ?> <?cs var:printed ?>, <?cs var:printer ?></span><span><?cs var:L.handoff.page_kept ?></span></footer></section></main>
</body></html>

<!doctype html>
<html lang="<?cs var:lang ?>" data-theme="light">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title><?cs var:title ?> – Siaga <?cs var:city ?></title>
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/siaga.css"><link rel="stylesheet" href="/static/paper.css"><script src="/static/siaga.js" defer></script>
</head>
<body class="paper">
<header class="noprint bar2"><a class="btn btn-2" href="/panggilan/kertas/pak/<?cs var:pack ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:L.paper.pack ?></a> <button class="btn" type="button" data-print hidden><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-printer"/></svg><?cs var:L.paper.print ?></button> <span class="sm"><?cs var:L.paper.print_how ?></span></header>
<main id="isi" tabindex="-1"><h1 class="vh"><?cs var:title ?></h1><?cs each:s = sheet ?><section class="sheet" aria-label="<?cs var:s.number ?>"><header><div><b class="big"><?cs var:L.paper.sheet ?></b><br><?cs var:city ?><?cs if:sop.code ?><br><b><?cs var:sop.code ?> <?cs var:sop.title ?></b><?cs /if ?></div><div class="no"><?cs var:s.number ?></div><svg class="qr" viewBox="0 0 <?cs var:s.side ?> <?cs var:s.side ?>" role="img" aria-label="QR <?cs var:s.number ?>"><path d="<?cs var:s.qr ?>"/></svg></header>
<p class="t4"><span><?cs var:L.paper.day ?> <i></i></span><span><?cs var:L.paper.received ?> <i class="hm"></i></span><span><?cs var:L.paper.alerted ?> <i class="hm"></i></span><span><?cs var:L.paper.arrived ?> <i class="hm"></i></span><span><?cs var:L.paper.ended ?> <i class="hm"></i></span></p>
<p class="l2"><span><?cs var:L.intake.phone ?> <i></i></span><span><?cs var:L.intake.name ?> <i></i></span></p><p class="l2"><span><?cs var:L.intake.type ?> <i></i></span><span><?cs var:L.intake.village ?> <i></i></span></p><p><span><?cs var:L.intake.place ?> <i></i></span></p><p><span><?cs var:L.intake.landmark ?> <i></i></span></p>
<?cs if:sop.code ?><p class="open"><?cs var:L.intake.open_with ?> <?cs var:sop.opening ?></p><ol><?cs each:q = sop.q ?><li><span><?cs var:q.ask ?></span> <?cs if:q.text ?><i class="w"></i><?cs else ?><?cs each:o = q.o ?><span class="bx"><u></u> <?cs var:o.label ?></span><?cs /each ?><?cs /if ?></li><?cs /each ?></ol><?cs else ?><p><span><?cs var:L.paper.danger ?></span> <span class="bx"><u></u> <?cs var:L.paper.inside ?></span><span class="bx"><u></u> <?cs var:L.paper.hurt ?></span><span class="bx"><u></u> <?cs var:L.paper.fire ?></span><span class="bx"><u></u> <?cs var:L.paper.weapon ?></span></p><?cs /if ?>
<p><?cs var:L.intake.detail ?></p><div class="lines"></div>
<p><b><?cs var:L.paper.told ?></b> <?cs each:a = agency ?><span class="bx"><u></u> <?cs var:a.brief ?> <i class="hm"></i></span><?cs /each ?></p>
<footer><span><?cs var:L.paper.result ?> <span class="bx"><u></u> <?cs var:L.paper.r_ticket ?></span><span class="bx"><u></u> <?cs var:L.reason.prank ?></span><span class="bx"><u></u> <?cs var:L.reason.information ?></span><span class="bx"><u></u> <?cs var:L.paper.r_spoiled ?></span></span><span><?cs var:L.paper.officer ?> <i></i></span></footer></section><?cs /each ?></main>
</body></html>

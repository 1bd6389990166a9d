<?cs include!"part/staff_top.cs" ?>
<p><a class="lk" href="/panggilan/kertas"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:L.paper.title ?></a></p>
<div class="row sb"><h1><?cs var:title ?></h1><a class="btn btn-2" href="/panggilan/kertas/cetak/<?cs var:pack.id ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-printer"/></svg><?cs var:L.paper.print_again ?></a></div>
<p class="mut"><?cs var:pack.card ?> · <?cs var:pack.at ?> · <?cs var:pack.who ?></p>
<?cs if:notice ?><div class="ban am mt2" role="alert"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-info"/></svg><div><p><?cs var:notice ?></p></div></div><?cs /if ?>
<?cs if:pack.gaps ?><p class="b red mt2"><?cs var:L.paper.gaps_how ?></p><?cs /if ?>
<form method="post" action="/panggilan/kertas/pak/<?cs var:pack.id ?>" id="lembar" class="mt4"><?cs include!"part/keys.cs" ?>
<ul class="sheets"><?cs each:s = sheet ?><li id="l<?cs var:s.no ?>" tabindex="-1"<?cs if:s.gap ?> class="gap"<?cs /if ?>><a class="b num" href="/panggilan/kertas/<?cs var:s.number ?>"><?cs var:s.number ?></a> <span class="bdg<?cs if:s.used ?> b-done<?cs elif:s.gap ?> b-late<?cs /if ?>"><?cs var:s.word ?></span><?cs if:s.ticket ?> <a class="num" href="/tiket/<?cs var:s.ticket ?>"><?cs var:s.ticket ?></a><?cs /if ?><?cs if:s.by ?> <span class="sub"><?cs var:s.by ?></span><?cs /if ?><?cs if:s.say.0.value ?><span class="row g1"><?cs each:o = s.say ?><button class="btn btn-2 btn-s" name="lembar" value="<?cs var:o.value ?>" data-key="<?cs var:o.key ?>"><?cs var:o.word ?> <kbd><?cs var:o.key ?></kbd><span class="vh"> <?cs var:s.number ?></span></button><?cs /each ?></span><?cs /if ?></li><?cs /each ?></ul></form>
<p class="kbdbar" id="keybar" hidden><span><kbd>J</kbd> <kbd>K</kbd> <?cs var:L.paper.key_move ?></span></p>
<script src="/static/paper.js" defer></script>
<?cs include!"part/staff_foot.cs" ?>

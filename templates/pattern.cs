<?cs include!"part/staff_top.cs" ?><?cs include!"part/field.cs" ?>
<div class="narrow stack"><p><a href="/pengiriman/pola?kanal=<?cs var:channel_code ?>"><?cs var:L.notify.patterns ?></a></p>
<h1><?cs var:kind ?> · <?cs var:channel ?> · <?cs var:tongue ?></h1>
<?cs if:done ?><div class="ban gr" role="status"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-circle-check"/></svg><div><p><?cs var:L.notify.in_force ?></p></div></div><?cs /if ?>
<form class="stack" method="post" action="/pengiriman/pola/<?cs var:name ?>" novalidate><?cs include!"part/errsum.cs" ?><?cs include!"part/keys.cs" ?><input type="hidden" name="version" value="<?cs var:newest ?>"><?cs call:area(form.words) ?><p><button class="btn"><?cs var:L.notify.put ?></button></p></form>
<section class="panel"><h2><?cs var:L.notify.example_word ?></h2><div class="pb stack-s"><p class="pre"><?cs var:example ?></p><p class="sm mut"><?cs var:length ?></p></div></section>
<section class="panel"><h2><?cs var:L.notify.blanks ?></h2><div class="pb"><ul class="lst"><?cs each:b = blanks ?><li><code><?cs var:b.name ?></code> <?cs var:b.word ?></li><?cs /each ?></ul></div></section>
<section class="panel"><h2><?cs var:L.notify.versions ?></h2><div class="pb"><ol class="lst"><?cs each:o = old ?><li><b><?cs var:L.notify.version ?> <?cs var:o.version ?></b> <span class="mut"><?cs var:o.author ?><?cs if:o.at ?>, <?cs var:o.at ?><?cs /if ?></span><p class="pre sm"><?cs var:o.words ?></p></li><?cs /each ?></ol></div></section></div>
<?cs include!"part/staff_foot.cs" ?>

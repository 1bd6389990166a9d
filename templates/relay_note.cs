<?cs include!"part/staff_top.cs" ?>
<p class="noprint"><a class="lk" href="/piket/serah"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:L.duty.relay ?></a></p>
<h1><?cs var:L.duty.relay ?> <?cs var:agency_name ?></h1><p class="sub"><?cs var:when ?></p><p class="b"><?cs var:by ?></p>
<?cs if:reads ?><form class="mt3 noprint" method="post" action="/piket/serah/<?cs var:id ?>"><?cs include!"part/keys.cs" ?><button class="btn"><?cs var:L.duty.mark ?></button></form><?cs /if ?>
<section class="card mt3" aria-labelledby="kata"><h2 id="kata"><?cs var:L.duty.words ?></h2><?cs if:words ?><p class="pre"><?cs var:words ?></p><?cs else ?><p class="mut"><?cs var:L.duty.no_words ?></p><?cs /if ?></section>
<section class="card mt3" aria-labelledby="terbuka"><h2 id="terbuka"><?cs var:L.duty.open_then ?></h2><?cs include!"part/relay_facts.cs" ?></section>
<section class="card mt3" aria-labelledby="pembaca"><h2 id="pembaca"><?cs var:L.duty.readers ?></h2><?cs if:reader.0.when ?><ul><?cs each:r = reader ?><li><?cs var:r.name ?>, <?cs var:r.when ?></li><?cs /each ?></ul><?cs else ?><p class="mut"><?cs var:L.duty.readers_none ?></p><?cs /if ?></section>
<?cs include!"part/staff_foot.cs" ?>

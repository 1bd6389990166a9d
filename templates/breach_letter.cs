<?cs include!"part/head.cs" ?><body class="pub">
<a class="skip" href="#isi"><?cs var:L.common.skip ?></a>
<main id="isi" tabindex="-1"><div class="wrap narrow main"><p class="row noprint"><a class="btn btn-2" href="/privasi/kebocoran/<?cs var:b.number ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:L.common.back ?></a><button class="btn" type="button" data-print hidden><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-printer"/></svg><?cs var:L.common.print ?></button></p>
<p class="mt4"><b><?cs var:office ?></b><br><?cs var:city ?></p><p class="mt3"><?cs var:date ?></p><p class="mt3"><?cs var:L.breach.letter.number ?>: <?cs var:b.number ?></p><p class="mt3"><?cs if:authority ?><?cs var:L.breach.letter.to_authority ?><?cs else ?><?cs var:L.breach.letter.to_people ?><?cs /if ?></p>
<h1 class="mt4"><?cs var:L.breach.letter.title ?></h1>
<p class="mt3"><?cs if:authority ?><?cs var:L.breach.letter.open_authority ?><?cs else ?><?cs var:L.breach.letter.open_people ?><?cs /if ?></p>
<section class="sec"><h2><?cs var:L.breach.letter.data ?></h2><p class="pre mt1"><?cs var:b.data ?></p><?cs if:authority ?><p class="mt1"><?cs var:L.breach.people ?>: <?cs var:b.people ?></p><?cs /if ?></section>
<section class="sec"><h2><?cs var:L.breach.letter.when ?></h2><dl class="dl mt1"><dt><?cs var:L.breach.happened ?></dt><dd><?cs var:b.happened ?></dd><dt><?cs var:L.breach.found ?></dt><dd><?cs var:b.found ?></dd></dl><p class="pre mt2"><?cs var:b.cause ?></p></section>
<section class="sec"><h2><?cs var:L.breach.letter.measures ?></h2><p class="pre mt1"><?cs var:b.measures ?></p></section>
<?cs if:!authority ?><section class="sec"><h2><?cs var:L.breach.letter.you ?></h2><p class="mt1"><?cs var:L.breach.letter.you_text ?></p></section><?cs /if ?>
<p class="mt5"><?cs var:L.breach.letter.contact ?></p><p class="mt6"><?cs var:L.breach.letter.sign ?></p></div></main>
</body></html>

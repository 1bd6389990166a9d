<?cs include!"part/field.cs" ?><?cs include!"part/public_top.cs" ?><div class="wrap narrow main"><?cs include!"part/errsum.cs" ?>
<h1><?cs var:L.channel.talk.title ?></h1>
<div class="mt3" id="talk" role="log" aria-live="polite" aria-label="<?cs var:L.channel.talk.log ?>"><?cs include!"part/text_own.cs" ?></div>
<?cs if:!over ?><form method="post" action="/darurat/percakapan/jawab" novalidate id="talk-form" class="mt4" data-text-keep data-lost="<?cs var:L.channel.talk.lost ?>"><?cs include!"part/keys.cs" ?>
<fieldset class="field"><legend><?cs var:L.channel.talk.quick ?></legend><div class="row"><?cs each:q = form.quick.choice ?><button class="btn btn-2" name="quick" value="<?cs var:q.value ?>"><?cs var:q.label ?></button><?cs /each ?></div></fieldset>
<div id="talk-box"<?cs if:!writes ?> hidden<?cs /if ?>><div class="mt3"><?cs call:area(form.words) ?></div><div class="row mt3"><button class="btn btn-xl"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-send"/></svg><?cs var:L.channel.talk.send ?></button><?cs if:writes ?><a class="btn btn-2" href="/darurat/percakapan" data-watch><?cs var:L.channel.talk.watch ?></a><?cs /if ?></div></div><?cs if:!writes ?><p class="mt3" data-watch><a class="btn" href="/darurat/percakapan?tulis=1"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-pencil"/></svg><?cs var:L.channel.talk.write ?></a></p><?cs /if ?><p class="hint mt2" role="status" id="talk-said"></p></form><?cs else ?><p class="mt4"><a class="btn btn-r" href="/darurat"><?cs var:L.channel.talk.write_new ?></a></p><?cs /if ?>
<div class="card mt5"><p class="mut"><?cs var:L.portal.receipt.code ?></p><p class="secret" translate="no"><?cs var:code ?></p><p class="hint mt2"><?cs var:L.channel.talk.code_hint ?></p></div>
<p class="mt4"><a class="lk" href="tel:112"><?cs var:L.channel.form.call ?></a></p>
<form method="post" action="/darurat/percakapan/tutup" class="mt3"><button class="btn btn-g btn-s"><?cs var:L.channel.talk.leave ?></button><p class="hint"><?cs var:L.channel.talk.leave_text ?></p></form></div>
<script src="/static/text.js" defer></script>
<?cs include!"part/public_foot.cs" ?>

<?cs include!"part/staff_top.cs" ?><?cs include!"part/field.cs" ?>
<div class="narrow stack">
<div class="page-h"><h1><?cs var:L.notify.title ?></h1></div><p class="lede"><?cs var:L.notify.lede ?></p>
<?cs if:done ?><div class="ban gr" role="status"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-circle-check"/></svg><div><p><?cs var:L.notify.done ?></p></div></div><?cs /if ?>
<?cs include!"part/errsum.cs" ?>
<?cs if:by_account ?><div class="ban" role="note"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-info"/></svg><div><p><?cs var:L.notify.by_account ?> <b><?cs var:by_account ?></b>. <?cs var:L.notify.by_account_until ?></p></div></div><?cs /if ?>
<?cs each:w = ways ?><?cs include!"part/notify_way.cs" ?><?cs /each ?>
<section class="panel" aria-labelledby="tenang"><h2 id="tenang"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-moon"/></svg><?cs var:L.notify.quiet ?></h2><div class="pb stack"><p class="sm mut"><?cs var:L.notify.quiet_rule ?></p><form class="stack" method="post" action="/kabar/waktu" novalidate><?cs include!"part/keys.cs" ?>
<div class="inl"><div class="field<?cs if:form.from.error ?> bad<?cs /if ?>"><label for="f-from"><?cs var:L.notify.from ?></label><?cs if:form.from.error ?><p class="err-msg" id="f-from-e"><?cs var:form.from.error ?></p><?cs /if ?><input type="time" id="f-from" name="from" value="<?cs if:form.from.value ?><?cs var:form.from.value ?><?cs else ?><?cs var:quiet.from ?><?cs /if ?>"<?cs if:form.from.error ?> aria-invalid="true" aria-describedby="f-from-e"<?cs /if ?>></div><div class="field<?cs if:form.until.error ?> bad<?cs /if ?>"><label for="f-until"><?cs var:L.notify.until ?></label><?cs if:form.until.error ?><p class="err-msg" id="f-until-e"><?cs var:form.until.error ?></p><?cs /if ?><input type="time" id="f-until" name="until" value="<?cs if:form.until.value ?><?cs var:form.until.value ?><?cs else ?><?cs var:quiet.until ?><?cs /if ?>"<?cs if:form.until.error ?> aria-invalid="true" aria-describedby="f-until-e"<?cs /if ?>></div></div>
<fieldset class="field"><legend><?cs var:L.notify.days ?></legend><p class="hint"><?cs var:L.notify.days_hint ?></p><div class="row"><?cs each:d = quiet.days ?><label class="chk" for="hari-<?cs var:d.value ?>"><input type="checkbox" id="hari-<?cs var:d.value ?>" name="days" value="<?cs var:d.value ?>"<?cs if:d.on ?> checked<?cs /if ?>><span><?cs var:d.word ?></span></label><?cs /each ?></div></fieldset>
<div class="field"><label for="f-lang"><?cs var:L.notify.lang ?></label><select id="f-lang" name="lang"><option value="1"><?cs var:L.notify.lang_id ?></option><option value="2"<?cs if:quiet.en ?> selected<?cs /if ?>><?cs var:L.notify.lang_en ?></option></select></div>
<p><button class="btn"><?cs var:L.common.save ?></button></p></form></div></section>
</div>
<script src="/static/notify.js" defer></script>
<?cs include!"part/staff_foot.cs" ?>

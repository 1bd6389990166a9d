<?cs include!"part/field.cs" ?><?cs include!"part/public_top.cs" ?><div class="wrap narrow main">
<?cs include!"part/errsum.cs" ?><h1><?cs var:L.channel.form.title ?></h1><p class="lede mt2"><?cs var:L.channel.form.lede ?> <a class="lk" href="tel:112"><?cs var:L.channel.form.call ?></a></p>
<form method="post" action="/darurat" novalidate data-report data-text-keep>
<?cs include!"part/keys.cs" ?><div class="anyof mt4"><?cs call:tiles(form.kind) ?>
<div class="mt4"><?cs call:area(form.words) ?></div></div>
<h2 class="h3 mt5"><?cs var:L.portal.report.where ?></h2><p class="hint"><?cs var:L.channel.form.where_hint ?></p>
<div class="mt2<?cs if:form.point.error ?> bad<?cs /if ?>" data-locate="<?cs var:L.portal.report.locating ?>" data-located="<?cs var:L.portal.report.located ?>" data-failed="<?cs var:L.portal.report.no_locate ?>"><?cs if:form.point.error ?><p class="err-msg" id="f-point-e"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-circle-x"/></svg><span><span class="vh"><?cs var:L.common.error_prefix ?> </span><?cs var:form.point.error ?></span></p><?cs /if ?><input type="hidden" name="point" value="<?cs var:form.point.value ?>"><div class="row"><button class="btn btn-2" type="button" id="f-point" hidden><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-locate-fixed"/></svg><?cs var:L.portal.report.locate ?></button><button class="btn btn-g" type="button" data-unlocate hidden><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-x"/></svg><?cs var:L.portal.report.unlocate ?></button></div><p class="mapcap" role="status" data-said><?cs if:form.point.value ?><?cs var:L.portal.report.point_kept ?><?cs /if ?></p></div>
<div class="anyof mt3"><?cs call:line(form.place) ?></div>
<div class="field mt4<?cs if:form.area.error ?> bad<?cs /if ?>"><label for="f-area"><?cs var:L.portal.report.area ?></label><?cs if:form.area.error ?><p class="err-msg" id="f-area-e"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-circle-x"/></svg><span><span class="vh"><?cs var:L.common.error_prefix ?> </span><?cs var:form.area.error ?></span></p><?cs /if ?><select id="f-area" name="area"<?cs if:form.area.error ?> aria-describedby="f-area-e" aria-invalid="true"<?cs /if ?>><option value=""><?cs var:L.portal.report.area_none ?></option><?cs each:d = areas ?><optgroup label="<?cs var:d.name ?>"><?cs each:a = d.village ?><option value="<?cs var:a.code ?>"<?cs if:a.picked ?> selected<?cs /if ?>><?cs var:a.name ?></option><?cs /each ?></optgroup><?cs /each ?></select></div>
<div class="mt4"><?cs call:flag(form.mute) ?></div>
<div class="inl mt4" data-contact><?cs call:phone(form.phone) ?><?cs call:line(form.name) ?></div>
<div class="row mt5"><button class="btn btn-xl btn-r"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-send"/></svg><?cs var:L.channel.form.send ?></button></div>
<p class="hint mt3"><?cs var:L.channel.form.next ?></p></form>
<p class="mt4"><a class="lk" href="/darurat/percakapan"><?cs var:L.channel.form.open ?></a></p></div>
<script src="/static/report.js" defer></script>
<script src="/static/text.js" defer></script>
<?cs include!"part/public_foot.cs" ?>

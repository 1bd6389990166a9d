<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<p><a class="lk" href="/relawan<?cs if:id ?>/<?cs var:id ?><?cs /if ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:L.common.back ?></a></p><h1><?cs var:title ?></h1>
<form method="post" action="/relawan/<?cs if:id ?><?cs var:id ?>/ubah<?cs else ?>baru<?cs /if ?>" class="mt4 narrow" novalidate><?cs include!"part/keys.cs" ?><input type="hidden" name="versi" value="<?cs var:form.versi.value ?>"><?cs include!"part/errsum.cs" ?>
<?cs if:names ?><?cs call:line(form.nama) ?><?cs /if ?><?cs call:phone(form.telepon) ?><?cs call:mail(form.surel) ?><?cs call:pick(form.area) ?><?cs if:choose_agency ?><?cs call:pick(form.opd) ?><?cs /if ?><?cs if:is_new ?><?cs call:many(form.keahlian) ?><?cs /if ?><?cs if:agrees ?><?cs call:flag(form.setuju) ?><?cs /if ?>
<p class="mt4"><button class="btn"><?cs var:L.common.save ?></button></p></form>
<?cs include!"part/staff_foot.cs" ?>

<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="narrow stack">
<div class="page-h"><h1><?cs var:L.admin.sandi.title ?></h1></div>
<?cs if:changed ?><div class="ban gr" role="status"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-circle-check"/></svg><div><b><?cs var:L.admin.sandi.changed ?></b><p><?cs var:L.admin.sandi.changed_text ?></p></div></div><?cs elif:must ?><div class="ban am"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-key-round"/></svg><div><b><?cs var:L.admin.sandi.must ?></b><p><?cs var:L.admin.sandi.must_text ?></p></div></div><?cs /if ?>
<?cs include!"part/errsum.cs" ?>
<form method="post" action="/sandi" novalidate><?cs include!"part/keys.cs" ?>
<section class="panel"><h2><?cs var:L.admin.sandi.panel ?></h2><div class="pb stack"><?cs call:secret(form.old) ?><?cs call:secret(form.new) ?><?cs call:secret(form.again) ?><div class="row"><button class="btn" type="submit"><?cs var:L.admin.sandi.save ?></button><?cs if:!must ?><a class="btn btn-2" href="/<?cs var:home ?>"><?cs var:L.common.cancel ?></a><?cs /if ?></div></div></section></form>
</div>
<?cs include!"part/staff_foot.cs" ?>

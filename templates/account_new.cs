<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="<?cs if:menu.here ?>adm<?cs /if ?>"><?cs include!"part/admin_menu.cs" ?>
<div><p><a class="lk" href="/akun"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg> <?cs var:L.admin.akun.title ?></a></p><div class="page-h mt2"><h1><?cs var:L.admin.akun.new ?></h1></div>
<?cs include!"part/errsum.cs" ?>
<form class="stack" method="post" action="/akun/baru" novalidate><?cs include!"part/account_fields.cs" ?>
<p class="mut"><?cs var:L.admin.akun.new_text ?></p>
<div class="row"><?cs include!"part/keys.cs" ?><button class="btn" type="submit"><?cs var:L.admin.akun.make ?></button><a class="btn btn-2" href="/akun"><?cs var:L.common.cancel ?></a></div></form></div></div>
<?cs include!"part/staff_foot.cs" ?>

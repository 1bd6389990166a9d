<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="adm"><?cs include!"part/privacy_menu.cs" ?>
<div><p><a class="lk" href="/privasi"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg> <?cs var:L.data.desk.title ?></a></p><div class="page-h mt2"><h1><?cs var:L.data.new.title ?></h1></div>
<?cs include!"part/errsum.cs" ?>
<form class="stack" method="post" action="/privasi/baru" novalidate><?cs call:line(form.number) ?><?cs call:phone(form.phone) ?><?cs call:opts(form.channel) ?><?cs call:opts(form.kind) ?><?cs call:area(form.words) ?><?cs call:flag(form.proved) ?>
<div class="row"><?cs include!"part/keys.cs" ?><button class="btn" type="submit"><?cs var:L.data.new.save ?></button><a class="btn btn-2" href="/privasi"><?cs var:L.common.cancel ?></a></div></form></div></div>
<?cs include!"part/staff_foot.cs" ?>

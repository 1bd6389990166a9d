<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<?cs include!"part/errsum.cs" ?><h1><?cs var:L.phone.title ?></h1><p class="mut"><?cs var:L.phone.how ?></p>
<form method="post" action="/panggilan/pesawat" novalidate autocomplete="off" class="mt4">
<?cs include!"part/keys.cs" ?><div class="keygrid"><?cs call:line(form.extension) ?><?cs call:line(form.line) ?></div>
<div class="row mt4"><button class="btn"><?cs var:L.common.save ?></button><a class="btn btn-g" href="/panggilan"><?cs var:L.phone.back ?></a></div></form>
<?cs include!"part/staff_foot.cs" ?>

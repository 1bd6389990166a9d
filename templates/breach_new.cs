<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="adm"><?cs include!"part/privacy_menu.cs" ?>
<div><p><a class="lk" href="/privasi/kebocoran"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg> <?cs var:L.breach.title ?></a></p><div class="page-h mt2"><h1><?cs var:L.breach.new ?></h1></div>
<?cs include!"part/errsum.cs" ?>
<form class="stack" method="post" action="/privasi/kebocoran/baru" novalidate><?cs call:moment(form.happened) ?><?cs call:moment(form.found) ?><?cs call:area(form.data) ?><?cs call:number(form.people) ?><?cs call:area(form.cause) ?><?cs call:area(form.measures) ?>
<div class="row"><?cs include!"part/keys.cs" ?><button class="btn" type="submit"><?cs var:L.breach.save ?></button><a class="btn btn-2" href="/privasi/kebocoran"><?cs var:L.common.cancel ?></a></div></form></div></div>
<?cs include!"part/staff_foot.cs" ?>

<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="<?cs if:menu.here ?>adm<?cs else ?>wrap main<?cs /if ?>"><?cs include!"part/admin_menu.cs" ?>
<div><p><a class="lk" href="/sop/<?cs var:code ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg> <?cs var:code ?></a></p><?cs include!"part/errsum.cs" ?><h1><?cs var:L.sop.edit_head ?> · <?cs var:code ?> v<?cs var:version ?></h1>
<form method="post" action="/sop/<?cs var:code ?>/ubah" novalidate class="stack"><?cs include!"part/keys.cs" ?><input type="hidden" name="revisi" value="<?cs var:revision ?>">
<?cs call:line(form.title) ?><?cs call:line(form.title_en) ?><?cs call:line(form.opening) ?><?cs call:area(form.tell) ?><?cs call:area(form.never) ?><?cs call:area(form.raise) ?><?cs call:area(form.crew) ?>
<fieldset><legend><?cs var:L.sop.locks ?></legend><?cs call:line(form.lock1) ?><?cs call:pick(form.agency1) ?><?cs call:line(form.lock2) ?><?cs call:pick(form.agency2) ?><?cs call:line(form.lock3) ?><?cs call:pick(form.agency3) ?><?cs call:line(form.lock4) ?><?cs call:pick(form.agency4) ?></fieldset>
<div class="row"><button class="btn"><?cs var:L.common.save ?></button><a class="btn btn-2" href="/sop/<?cs var:code ?>"><?cs var:L.common.cancel ?></a></div></form></div></div>
<?cs include!"part/staff_foot.cs" ?>

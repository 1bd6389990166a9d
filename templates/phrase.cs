<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="adm"><?cs include!"part/admin_menu.cs" ?><div><p><a class="lk" href="/frasa"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:L.handoff.phrase.title ?></a></p><h1><?cs var:title ?></h1>
<form method="post" action="/frasa/<?cs var:to ?>" class="mt4 narrow" novalidate><?cs include!"part/keys.cs" ?><?cs include!"part/errsum.cs" ?>
<?cs call:line(form.kata) ?><?cs call:line(form.kata_en) ?><?cs call:seg(form.jalur) ?><?cs call:pick(form.kategori) ?><?cs call:pick(form.keadaan) ?><?cs call:flag(form.umum) ?><?cs if:!own_only ?><?cs call:pick(form.opd) ?><?cs /if ?><?cs call:number(form.urutan) ?>
<p class="row mt4"><button class="btn"><?cs var:L.common.save ?></button><?cs if:id ?><button class="btn btn-2" name="do" value="drop"><?cs var:L.handoff.phrase.drop ?></button><?cs /if ?></p></form></div></div>
<?cs include!"part/staff_foot.cs" ?>

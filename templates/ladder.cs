<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="adm"><?cs include!"part/admin_menu.cs" ?>
<div><p class="sm"><a href="/eskalasi"><?cs var:L.ladder.title ?></a></p><div class="page-h"><h1><?cs var:L.ladder.change ?></h1><span class="mut"><?cs var:whose ?></span></div>
<?cs include!"part/errsum.cs" ?>
<p class="mut sm"><?cs var:L.ladder.form_text ?></p>
<form class="stack mt3" method="post" action="/eskalasi/<?cs var:code ?>" novalidate>
<fieldset class="field"><legend><?cs var:L.ladder.step ?> 1</legend><div class="grid g3 rung"><?cs call:pick(form.who1) ?><?cs call:number(form.n1) ?><?cs call:pick(form.per1) ?></div></fieldset>
<fieldset class="field"><legend><?cs var:L.ladder.step ?> 2</legend><div class="grid g3 rung"><?cs call:pick(form.who2) ?><?cs call:number(form.n2) ?><?cs call:pick(form.per2) ?></div></fieldset>
<fieldset class="field"><legend><?cs var:L.ladder.step ?> 3</legend><div class="grid g3 rung"><?cs call:pick(form.who3) ?><?cs call:number(form.n3) ?><?cs call:pick(form.per3) ?></div></fieldset>
<fieldset class="field"><legend><?cs var:L.ladder.step ?> 4</legend><div class="grid g3 rung"><?cs call:pick(form.who4) ?><?cs call:number(form.n4) ?><?cs call:pick(form.per4) ?></div></fieldset>
<fieldset class="field"><legend><?cs var:L.ladder.step ?> 5</legend><div class="grid g3 rung"><?cs call:pick(form.who5) ?><?cs call:number(form.n5) ?><?cs call:pick(form.per5) ?></div></fieldset>
<fieldset class="field"><legend><?cs var:L.ladder.step ?> 6</legend><div class="grid g3 rung"><?cs call:pick(form.who6) ?><?cs call:number(form.n6) ?><?cs call:pick(form.per6) ?></div></fieldset>
<?cs call:date(form.from) ?>
<div class="row"><?cs include!"part/keys.cs" ?><button class="btn"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-save"/></svg><?cs var:L.ladder.save ?></button><a class="btn btn-2" href="/eskalasi"><?cs var:L.common.cancel ?></a></div></form></div></div>
<?cs include!"part/staff_foot.cs" ?>

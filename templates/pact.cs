<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="narrow stack">
<div class="page-h"><h1><?cs var:L.signin.pact.title ?></h1><span class="mut"><?cs var:L.signin.pact.version ?> <?cs var:pact_version ?></span></div>
<?cs if:must ?><div class="ban am"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-info"/></svg><div><p><?cs var:L.signin.pact.must ?></p></div></div><?cs elif:signed ?><div class="ban gr"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-circle-check"/></svg><div><p><?cs var:L.signin.pact.signed ?></p></div></div><?cs else ?><div class="ban"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-info"/></svg><div><p><?cs var:L.signin.pact.demo ?></p></div></div><?cs /if ?>
<?cs include!"part/errsum.cs" ?>
<section class="panel"><h2><?cs var:L.signin.pact.promise ?></h2><div class="pb stack"><ol class="stack-s"><li><?cs var:L.signin.pact.p1 ?></li><li><?cs var:L.signin.pact.p2 ?></li><li><?cs var:L.signin.pact.p3 ?></li><li><?cs var:L.signin.pact.p4 ?></li><li><?cs var:L.signin.pact.p5 ?></li><li><?cs var:L.signin.pact.p6 ?></li><li><?cs var:L.signin.pact.p7 ?></li></ol><p class="sm mut"><?cs var:L.signin.pact.law ?></p></div></section>
<?cs if:!signed ?><form class="panel" method="post" action="/pakta" novalidate><div class="pb stack"><?cs include!"part/keys.cs" ?><?cs if:ke ?><input type="hidden" name="ke" value="<?cs var:ke ?>"><?cs /if ?><?cs call:flag(form.agree) ?><?cs call:line(form.name) ?><div class="row"><button class="btn" type="submit"><?cs var:L.signin.pact.sign ?></button></div></div></form><?cs /if ?>
</div>
<?cs include!"part/staff_foot.cs" ?>

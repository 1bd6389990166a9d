<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<p><a class="lk" href="/tempat"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:L.gazette.title ?></a></p><h1><?cs var:title ?></h1>
<?cs if:saved ?><div class="ban gr mt2" role="status"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-circle-check"/></svg><div><p><?cs var:L.gazette.saved ?></p></div></div><?cs /if ?>
<?cs if:hidden ?><div class="ban am mt2"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-eye-off"/></svg><div><p><?cs var:L.gazette.is_hidden ?></p></div></div><?cs /if ?>
<form method="post" action="/tempat/<?cs var:to ?>" class="mt4 narrow" novalidate><?cs include!"part/keys.cs" ?><?cs include!"part/errsum.cs" ?>
<?cs call:line(form.name) ?><?cs call:pick(form.kind) ?><?cs call:pick(form.area) ?><?cs call:line(form.point) ?><?cs call:area(form.words) ?>
<p class="row mt4"><button class="btn"><?cs var:L.common.save ?></button><?cs if:id ?><?cs if:hidden ?><button class="btn btn-2" name="do" value="show"><?cs var:L.gazette.show ?></button><?cs else ?><button class="btn btn-2" name="do" value="hide"><?cs var:L.gazette.hide ?></button><?cs /if ?><?cs /if ?></p></form>
<?cs include!"part/staff_foot.cs" ?>

<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<?cs include!"part/errsum.cs" ?><h1><?cs var:L.phone.recording ?></h1>
<?cs if:link ?><p class="mut"><?cs var:L.phone.recording_how ?></p><p class="mt4"><code id="link"><?cs var:link ?></code></p><?cs else ?><form method="post" action="/panggilan/daftar/<?cs var:call ?>/rekaman" novalidate><?cs include!"part/keys.cs" ?><?cs call:line(form.reason) ?><button class="btn"><?cs var:L.phone.listen ?></button></form><?cs /if ?>
<p class="mt4"><a href="/panggilan/daftar/<?cs var:call ?>"><?cs var:L.common.back ?></a></p>
<?cs include!"part/staff_foot.cs" ?>

<?cs include!"part/badge.cs" ?><?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="narrow"><p class="row"><a class="lk" href="/tiket/<?cs var:ticket.number ?>#foto"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:ticket.number ?></a><?cs call:pr(ticket) ?><?cs call:st(ticket) ?></p>
<h1 class="mt1"><?cs var:L.photo.original.get ?></h1>
<p class="mut mt1"><?cs var:ticket.title ?></p>
<p class="mt4"><img class="shot" src="/foto/<?cs var:photo_name ?>/kecil" alt="<?cs if:proof ?><?cs var:L.photo.original.of_proof ?><?cs else ?><?cs var:L.photo.original.of_report ?><?cs /if ?>"></p>
<?cs if:none ?><div class="ban mt4"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-eye-off"/></svg><div><p><?cs var:none ?></p></div></div><p class="mt4"><a class="btn" href="/tiket/<?cs var:ticket.number ?>#foto"><?cs var:L.identity.back ?></a></p>
<?cs else ?><div class="mt4"><?cs include!"part/errsum.cs" ?></div><div class="ban am mt4"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-lock"/></svg><div><b><?cs var:L.photo.original.recorded ?></b><p><?cs var:L.photo.original.what ?></p><?cs if:!proof ?><p><?cs var:L.photo.original.told ?></p><?cs /if ?></div></div>
<form class="panel mt4" method="post" action="/foto/<?cs var:photo_name ?>/asli" novalidate><?cs include!"part/keys.cs" ?><div class="pb"><?cs call:opts(form.alasan) ?><?cs call:area(form.kata) ?><p class="row mt4"><button class="btn"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-download"/></svg><?cs var:L.photo.original.get ?></button><a class="btn btn-2" href="/tiket/<?cs var:ticket.number ?>#foto"><?cs var:L.common.cancel ?></a></p></div></form><?cs /if ?></div>
<?cs include!"part/staff_foot.cs" ?>

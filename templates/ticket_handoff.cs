<?cs include!"part/badge.cs" ?><?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="narrow"><p class="row"><a class="lk" href="/tiket/<?cs var:ticket.number ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:ticket.number ?></a><?cs call:pr(ticket) ?><?cs call:st(ticket) ?></p>
<h1 class="mt1"><?cs var:L.act.handoff ?></h1>
<p class="mut mt1"><?cs var:ticket.title ?><?cs if:ticket.place ?> · <?cs var:ticket.place ?><?cs /if ?><?cs if:ticket.area ?> · <?cs var:ticket.area ?><?cs /if ?></p>
<div class="mt4"><?cs include!"part/errsum.cs" ?></div>
<?cs if:may ?><form class="panel mt4" method="post" action="/tiket/<?cs var:ticket.number ?>/serah" novalidate><?cs include!"part/keys.cs" ?><div class="pb"><p class="mut mb3"><?cs var:L.handoff.help ?></p>
<?cs call:pick(form.kepada) ?><?cs call:line(form.nama) ?><?cs call:seg(form.cara) ?><?cs call:area(form.isi) ?><?cs call:line(form.penerima) ?><?cs call:line(form.nomor) ?><?cs call:moment(form.jam) ?><?cs call:moment(form.tanya) ?>
<p class="row mt4"><button class="btn"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-share-2"/></svg><?cs var:L.handoff.save ?></button><a class="btn btn-2" href="/tiket/<?cs var:ticket.number ?>"><?cs var:L.common.cancel ?></a></p></div></form><?cs else ?><p class="mt4"><?cs var:L.handoff.not_now ?></p><p class="mt2"><a class="btn btn-2" href="/tiket/<?cs var:ticket.number ?>"><?cs var:L.common.cancel ?></a></p><?cs /if ?></div>
<?cs include!"part/staff_foot.cs" ?>

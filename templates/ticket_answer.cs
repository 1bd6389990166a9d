<?cs include!"part/badge.cs" ?><?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="narrow"><p class="row"><a class="lk" href="/tiket/<?cs var:ticket.number ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:ticket.number ?></a><?cs call:pr(ticket) ?><?cs call:st(ticket) ?></p>
<h1 class="mt1"><?cs var:L.handoff.note_answer ?>: <?cs var:to.name ?></h1>
<p class="mut mt1"><?cs var:ticket.title ?><?cs if:ticket.place ?> · <?cs var:ticket.place ?><?cs /if ?><?cs if:ticket.area ?> · <?cs var:ticket.area ?><?cs /if ?></p>
<div class="mt4"><?cs include!"part/errsum.cs" ?></div>
<p class="mt2"><?cs var:to.way ?> <?cs var:to.clock ?><?cs if:to.taker ?> · <?cs var:L.handoff.taken_by ?> <?cs var:to.taker ?><?cs /if ?><?cs if:to.reference ?> · <?cs var:L.handoff.their_number ?> <?cs var:to.reference ?><?cs /if ?></p>
<?cs if:may ?><form class="panel mt4" method="post" action="/tiket/<?cs var:ticket.number ?>/serah/<?cs var:to.id ?>" novalidate><?cs include!"part/keys.cs" ?><input type="hidden" name="versi" value="<?cs var:to.version ?>"><div class="pb"><?cs call:area(form.isi) ?><?cs call:line(form.nomor) ?><?cs call:flag(form.selesai) ?><?cs call:moment(form.tanya) ?>
<p class="row mt4"><button class="btn"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-reply"/></svg><?cs var:L.common.save ?></button><a class="btn btn-2" href="/tiket/<?cs var:ticket.number ?>"><?cs var:L.common.cancel ?></a></p></div></form><?cs else ?><p class="mt4"><?cs var:L.handoff.closed_already ?></p><p class="mt2"><a class="btn btn-2" href="/tiket/<?cs var:ticket.number ?>"><?cs var:L.common.cancel ?></a></p><?cs /if ?></div>
<?cs include!"part/staff_foot.cs" ?>

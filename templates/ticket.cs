<?cs include!"part/badge.cs" ?><?cs include!"part/ticket_button.cs" ?><?cs include!"part/staff_top.cs" ?>
<form method="post" action="/tiket/<?cs var:ticket.number ?>" id="langkah" hidden><?cs include!"part/keys.cs" ?></form>
<?cs if:unseen ?><form method="post" action="/tiket/<?cs var:ticket.number ?>/lihat" id="lihat" hidden><?cs include!"part/keys.cs" ?></form><?cs /if ?>
<div id="kepala" data-live><?cs include!"part/ticket_head.cs" ?></div>
<div class="page"><p class="bdg b-org mb3" data-ticket="<?cs var:ticket.number ?>" data-words="<?cs var:L.live.also_open ?>" role="status" hidden><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-eye"/></svg><span></span></p><?cs include!"part/work_said.cs" ?>
<?cs if:proposed ?><div class="ban rd mb3" role="status"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-siren"/></svg><div><p class="b"><?cs var:L.disaster.on_ticket ?></p><?cs if:disaster_mine ?><p class="row mt2"><button class="btn btn-r2 btn-s" form="langkah" formaction="/tiket/<?cs var:ticket.number ?>/langkah/disaster?objek=<?cs var:disaster_object ?>&amp;versi=<?cs var:disaster_version ?>"><?cs var:L.disaster.accept ?></button><a class="btn btn-2 btn-s" href="/tiket/<?cs var:ticket.number ?>/langkah/no_disaster?objek=<?cs var:disaster_object ?>"><?cs var:L.disaster.decline ?></a></p><?cs /if ?></div></div><?cs /if ?>
<?cs if:unsure ?><div class="ban am mb3" data-unsure><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-circle-question-mark"/></svg><div><p><?cs var:L.channel.desk.unsure_ticket ?></p></div></div><?cs /if ?>
<div id="tunda" data-live><?cs include!"part/ticket_banner.cs" ?></div>
<div id="prasyarat" data-live><?cs include!"part/ticket_lock.cs" ?></div>
<div class="tk">
<div class="stack" id="fakta" data-live><?cs include!"part/ticket_facts.cs" ?><?cs include!"part/photo_staff.cs" ?></div>
<div class="stack"><?cs include!"part/ticket_note.cs" ?>
<?cs include!"part/ticket_line.cs" ?></div>
<div class="stack mob44" id="sisi" data-live><?cs include!"part/ticket_parts.cs" ?>
<?cs include!"part/ticket_family.cs" ?>
<?cs include!"part/ticket_callout.cs" ?><?cs include!"part/ticket_people.cs" ?></div></div>
<aside class="kbdbar" id="tombol" aria-label="<?cs var:L.worklist.keys ?>" hidden><span><kbd>N</kbd> <?cs var:L.worklist.note ?></span><span><kbd>R</kbd> <?cs var:L.act.reject ?></span><span><kbd>G</kbd> <?cs var:L.act.send_unit ?></span><span><kbd>S</kbd> <?cs var:L.act.resolve ?></span><label class="chk mla" for="pintasan"><input type="checkbox" id="pintasan" checked><?cs var:L.worklist.keys_on ?></label></aside>
<?cs if:next.object ?><div class="acts stickyact only-s mt4"><?cs call:go(next) ?><?cs if:ticket.geo ?><a class="btn btn-2" href="geo:<?cs var:ticket.geo ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-navigation"/></svg><?cs var:L.worklist.navigate ?></a><?cs /if ?></div><?cs elif:ticket.geo ?><div class="acts stickyact only-s mt4"><a class="btn btn-2" href="geo:<?cs var:ticket.geo ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-navigation"/></svg><?cs var:L.worklist.navigate ?></a></div><?cs /if ?></div>
<script src="/static/live.js" defer></script>
<script src="/static/presence.js" defer></script>
<script src="/static/ticket.js" defer></script>
<?cs include!"part/staff_foot.cs" ?>

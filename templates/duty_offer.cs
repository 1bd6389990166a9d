<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<p class="noprint"><a class="lk" href="/piket"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:L.duty.back ?></a></p>
<?cs include!"part/errsum.cs" ?><h1><?cs var:L.duty.offer ?></h1><p class="b"><?cs var:when ?></p>
<form class="card mt3 narrow" method="post" action="/piket/tukar/<?cs var:id ?>" novalidate><?cs include!"part/keys.cs" ?><?cs call:pick(form.kepada) ?><?cs call:line(form.catatan) ?><p class="mt3"><button class="btn"><?cs var:L.duty.send_offer ?></button></p></form>
<?cs include!"part/staff_foot.cs" ?>

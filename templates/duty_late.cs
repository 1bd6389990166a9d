<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<p class="noprint"><a class="lk" href="/piket"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:L.duty.back ?></a></p>
<?cs include!"part/errsum.cs" ?><h1><?cs var:L.duty.swaps ?></h1><p class="mt3"><a class="btn" href="/piket"><?cs var:L.duty.back ?></a></p>
<?cs include!"part/staff_foot.cs" ?>

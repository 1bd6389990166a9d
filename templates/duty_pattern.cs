<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<p class="noprint"><a class="lk" href="/piket?opd=<?cs var:opd ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:L.duty.back ?></a></p>
<?cs include!"part/errsum.cs" ?><h1><?cs var:L.duty.by_pattern ?></h1><p class="sub"><?cs var:agency_name ?></p>
<form class="card mt3 narrow" method="post" action="/piket/pola" novalidate><?cs include!"part/keys.cs" ?><input type="hidden" name="opd" value="<?cs var:opd ?>"><?cs call:pick(form.orang) ?><?cs call:line(form.pola) ?><?cs call:date(form.dari) ?><?cs call:number(form.hari) ?><?cs call:flag(form.siaga) ?><p class="mt3"><button class="btn"><?cs var:L.duty.fill ?></button></p></form>
<?cs include!"part/staff_foot.cs" ?>

<?cs include!"part/field.cs" ?><?cs include!"part/staff_top.cs" ?>
<p class="noprint"><a class="lk" href="/piket?opd=<?cs var:opd ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:L.duty.back ?></a></p>
<?cs include!"part/errsum.cs" ?><h1><?cs var:L.duty.rules ?></h1><p class="sub"><?cs var:agency_name ?>. <?cs var:L.duty.rules_more ?></p>
<form class="card mt3 narrow" method="post" action="/piket/aturan" novalidate><?cs include!"part/keys.cs" ?><input type="hidden" name="opd" value="<?cs var:opd ?>"><?cs each:w = want ?><div class="field"><label for="f-<?cs var:w.name ?>"><?cs var:w.time ?></label><input type="text" inputmode="numeric" id="f-<?cs var:w.name ?>" name="<?cs var:w.name ?>" value="<?cs var:w.value ?>" maxlength="2"></div><?cs /each ?><?cs call:flag(form.otomatis) ?><p class="mt3"><button class="btn"><?cs var:L.common.save ?></button></p></form>
<?cs include!"part/staff_foot.cs" ?>

<?cs include!"part/field.cs" ?><?cs include!"part/public_top.cs" ?><div class="wrap main narrow">
<?cs if:done ?><h1><?cs var:L.place.sent ?></h1><p class="lead"><?cs var:L.place.sent_text ?></p><p><a class="lk" href="/lokasi/<?cs var:code ?>"><?cs var:L.place.again ?></a></p>
<?cs else ?><?cs include!"part/errsum.cs" ?><h1><?cs var:L.place.title ?></h1><p class="lead"><?cs var:L.place.lead ?></p>
<form id="here" method="post" action="/lokasi/<?cs var:code ?>" novalidate data-asking="<?cs var:L.place.asking ?>" data-refused="<?cs var:L.place.refused ?>"><?cs include!"part/keys.cs" ?>
<p class="mt4"><button class="btn btn-xl" type="button" id="here-now" hidden><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-locate-fixed"/></svg><?cs var:L.place.send_mine ?></button></p><p id="here-said" role="status"></p>
<input type="hidden" name="metres" id="here-metres" value="">
<details id="by-hand" class="mt4" open><summary><?cs var:L.place.by_hand ?></summary><ol class="dots"><li><?cs var:L.place.step_1 ?></li><li><?cs var:L.place.step_2 ?></li><li><?cs var:L.place.step_3 ?></li></ol>
<?cs call:line(form.at) ?><p class="mt4"><button class="btn"><?cs var:L.place.send ?></button></p></details></form>
<p class="sub mt4"><?cs var:L.place.privacy ?></p><script src="/static/locate.js" defer></script><?cs /if ?></div>
<?cs include!"part/public_foot.cs" ?>

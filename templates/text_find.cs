<?cs include!"part/field.cs" ?><?cs include!"part/public_top.cs" ?><div class="wrap narrow main"><?cs include!"part/errsum.cs" ?><h1><?cs var:L.channel.talk.find ?></h1><p class="lede mt2"><?cs var:L.channel.talk.find_lede ?></p>
<form class="mt4" method="post" action="/darurat/percakapan" novalidate><?cs call:line(form.code) ?><div class="row mt4"><button class="btn btn-xl"><?cs var:L.channel.talk.open ?></button></div></form>
<p class="mt4"><a class="lk" href="/darurat"><?cs var:L.channel.talk.write_new ?></a></p></div>
<?cs include!"part/public_foot.cs" ?>

<?cs include!"part/staff_top.cs" ?>
<div class="row sb g3x"><h1><?cs var:L.channel.desk.conversation ?></h1><a class="btn btn-2" href="/panggilan/masuk"><?cs var:L.channel.desk.title ?></a></div>
<p class="lede mt2"><?cs var:kind ?>, <?cs var:place ?><?cs if:talk.number ?> · <span class="num"><?cs var:talk.number ?></span><?cs /if ?></p>
<form method="post" action="/panggilan/masuk/<?cs var:talk.id ?>" novalidate id="room" class="mt4" data-keys="<?cs var:keymap ?>"><?cs include!"part/keys.cs" ?><?cs include!"part/call_talk.cs" ?></form>
<p class="mt4"><a class="btn" href="/panggilan"><?cs var:L.keys.back ?></a></p>
<script src="/static/live.js" defer></script>
<script type="module" src="/static/call-text.js"></script>
<?cs include!"part/staff_foot.cs" ?>

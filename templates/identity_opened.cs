<?cs include!"part/badge.cs" ?><?cs include!"part/staff_top.cs" ?>
<div class="narrow"><p class="row"><a class="lk" href="/tiket/<?cs var:ticket.number ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-arrow-left"/></svg><?cs var:ticket.number ?></a><?cs call:pr(ticket) ?><?cs call:st(ticket) ?></p>
<h1 class="mt1"><?cs var:L.identity.of ?></h1>
<p class="mut mt1"><?cs var:ticket.title ?> · <?cs var:channel ?>, <?cs var:clock ?></p>
<section class="panel mt4" aria-label="<?cs var:L.identity.of ?>"><div class="pb"><dl class="dl"><dt><?cs var:L.identity.name ?></dt><dd class="b"><?cs if:who.name ?><?cs var:who.name ?><?cs else ?><span class="mut"><?cs var:L.identity.not_given ?></span><?cs /if ?></dd><dt><?cs var:L.identity.phone ?></dt><dd><?cs if:who.phone ?><a class="lk num" href="tel:<?cs var:who.phone ?>"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-phone"/></svg><?cs var:who.phone ?></a><?cs else ?><span class="mut"><?cs var:L.identity.not_given ?></span><?cs /if ?></dd><dt><?cs var:L.identity.email ?></dt><dd><?cs if:who.email ?><?cs var:who.email ?><?cs else ?><span class="mut"><?cs var:L.identity.not_given ?></span><?cs /if ?></dd></dl></div></section>
<div class="ban am mt4"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-lock"/></svg><div><b><?cs var:L.identity.once ?></b><p><?cs var:L.identity.once_text ?></p><p class="sub"><?cs var:asof ?></p></div></div>
<p class="mt4"><a class="btn" href="/tiket/<?cs var:ticket.number ?>"><?cs var:L.identity.back ?></a></p></div>
<?cs include!"part/staff_foot.cs" ?>

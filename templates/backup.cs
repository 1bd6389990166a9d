<?cs include!"part/staff_top.cs" ?>
<div class="narrow stack">
<div class="page-h"><h1><?cs var:L.signin.backup.title ?></h1></div>
<div class="ban gr" role="status"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-circle-check"/></svg><div><p><?cs if:renewed ?><?cs var:L.signin.backup.renewed ?><?cs else ?><?cs var:L.signin.backup.on ?><?cs /if ?></p></div></div>
<section class="panel"><h2><?cs var:L.signin.backup.once ?></h2><div class="pb stack"><p><?cs var:L.signin.backup.text ?></p><ol class="mono" id="cadangan" translate="no"><?cs each:c = codes ?><li><?cs var:c.text ?></li><?cs /each ?></ol>
<div class="row noprint"><a class="btn" href="/<?cs if:next ?><?cs var:next ?><?cs else ?><?cs var:home ?><?cs /if ?>"><?cs var:L.signin.backup.done ?></a></div></div></section>
</div>
<?cs include!"part/staff_foot.cs" ?>

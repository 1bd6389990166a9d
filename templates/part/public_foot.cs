</main>
<footer class="foot noprint"><div class="wrap"><div class="grid g4">
<section><h2><?cs var:L.common.other_numbers ?></h2><ul><li><a class="tel" href="tel:110"><b>110</b> <?cs var:L.common.police ?></a></li><li><a class="tel" href="tel:113"><b>113</b> <?cs var:L.common.fire ?></a></li><li><a class="tel" href="tel:119"><b>119</b> <?cs var:L.common.ambulance ?></a></li><li><a class="tel" href="tel:115"><b>115</b> <?cs var:L.common.rescue ?></a></li></ul></section>
<section><h2><?cs var:L.common.services ?></h2><ul><li><a href="/lapor"><?cs var:L.common.make_report ?></a></li><li><a href="/lacak"><?cs var:L.common.track_report ?></a></li><li><a href="/laporan"><?cs var:L.common.public_reports ?></a></li></ul></section>
<section><h2><?cs var:L.common.staff ?></h2><ul><li><a href="/masuk"><?cs var:L.common.staff_sign_in ?></a></li></ul></section>
<section><h2><?cs var:L.common.about ?></h2><p><?cs var:L.common.about_text ?></p><ul><li><a href="/tentang"><?cs var:L.portal.about.link ?></a></li></ul></section></div>
<div class="base"><span class="lampl"><span class="lamp"></span><?cs var:L.common.on_standby ?></span><?cs if:!once ?><?cs include!"part/theme.cs" ?><?cs /if ?><span><?cs var:L.portal.about.areas ?></span><span>Siaga <?cs var:version ?></span></div></div></footer>
</body></html>

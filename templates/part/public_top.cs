<?cs include!"part/head.cs" ?><body class="pub">
<a class="skip" href="#isi"><?cs var:L.common.skip ?></a>
<header>
<div class="bar"><div class="wrap bar-in"><a class="logo" href="/"><?cs include!"part/mark.cs" ?>siaga <small><?cs var:city ?></small><span class="vh">, <?cs var:L.common.home ?></span></a>
<div class="bar-end"><?cs if:!once ?><?cs include!"part/lang.cs" ?><?cs /if ?><?cs if:here != "beranda" ?><a class="call-pill" href="tel:112"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-phone-call"/></svg>112</a><?cs /if ?></div></div></div>
<nav class="tabs" aria-label="<?cs var:L.common.main_menu ?>"><div class="wrap"><ul><li><a href="/lapor"<?cs if:here == "lapor" ?> aria-current="page"<?cs /if ?>><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-megaphone"/></svg><?cs var:L.nav.lapor ?></a></li><li><a href="/lacak"<?cs if:here == "lacak" ?> aria-current="page"<?cs /if ?>><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-search"/></svg><?cs var:L.nav.lacak ?></a></li><li><a href="/laporan"<?cs if:here == "laporan" ?> aria-current="page"<?cs /if ?>><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-list"/></svg><?cs var:L.nav.laporan ?></a></li></ul></div></nav>
<?cs if:!no_strip ?><div class="em-strip"><div class="wrap"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-triangle-alert"/></svg><p><?cs var:L.common.danger_now ?></p><a href="tel:112"><?cs var:L.common.call_112 ?></a></div></div><?cs /if ?>
</header>
<main id="isi" tabindex="-1">

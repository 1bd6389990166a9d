<?cs include!"part/field.cs" ?><?cs include!"part/head.cs" ?><body class="pub">
<a class="skip" href="#isi"><?cs var:L.common.skip ?></a>
<div class="login"><header class="lf bar"><?cs include!"part/arcs.cs" ?><div class="row sb"><a class="logo" href="/"><?cs include!"part/mark.cs" ?>siaga <small><?cs var:city ?></small><span class="vh">, <?cs var:L.common.home ?></span></a><?cs include!"part/lang.cs" ?></div><div class="stack-s hide-s mt6"><p class="tno"><?cs var:L.admin.signin.one_desk ?></p><p><?cs var:L.admin.signin.logged ?></p><p class="lampl mt4"><span class="lamp"></span><?cs var:L.common.on_standby ?></p></div></header>
<main class="rt" id="isi" tabindex="-1"><form class="stack-l" method="post" action="/undangan" novalidate><?cs include!"part/keys.cs" ?>
<div><h1><?cs var:L.signin.invite.title ?></h1><p class="mut mt2"><?cs var:L.signin.invite.text ?></p></div>
<div><?cs include!"part/errsum.cs" ?></div>
<div class="stack"><div class="field<?cs if:form.code.error ?> bad<?cs /if ?>"><label for="f-code"><?cs var:form.code.label ?></label><p class="hint" id="f-code-h"><?cs var:form.code.hint ?></p><?cs if:form.code.error ?><p class="err-msg" id="f-code-e"><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-circle-x"/></svg><span><span class="vh"><?cs var:L.common.error_prefix ?> </span><?cs var:form.code.error ?></span></p><?cs /if ?><input type="text" class="mono" id="f-code" name="code" value="<?cs var:form.code.value ?>" maxlength="<?cs var:form.code.max ?>" autocomplete="off" autocapitalize="characters" spellcheck="false"<?cs if:form.code.error ?> aria-invalid="true" aria-describedby="f-code-h f-code-e"<?cs else ?> aria-describedby="f-code-h"<?cs /if ?>></div><?cs call:secret(form.new) ?><?cs call:secret(form.again) ?></div>
<button class="btn btn-xl block" type="submit"><?cs var:L.signin.invite.save ?></button>
<p><a class="lk" href="/masuk"><?cs var:L.signin.invite.to_door ?></a></p></form></main></div>
</body></html>

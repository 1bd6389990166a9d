<div class="search"><label class="vh" for="desk-q"><?cs var:L.search.words ?></label><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-search"/></svg><input type="search" id="desk-q" name="q" form="desk-search" maxlength="120" placeholder="<?cs var:L.search.desk ?>" autocomplete="off" spellcheck="false"></div>
<script src="/static/search-desk.js" defer></script>

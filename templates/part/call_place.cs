<div id="place"><div id="spot" aria-live="polite"><?cs include!"part/call_place_spot.cs" ?></div>
<p class="mt2"><button class="btn btn-2 btn-s" type="button" id="link-ask" hidden><svg class="ic" aria-hidden="true"><use href="/static/icons.svg#i-locate-fixed"/></svg><?cs var:L.place.ask ?> <kbd>Alt L</kbd></button></p><div id="link" aria-live="polite"></div>
<?cs include!"part/call_place_panel.cs" ?></div>

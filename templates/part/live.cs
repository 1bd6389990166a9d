<span class="live" data-line="1" hidden data-ok="<?cs var:L.live.ok ?>" data-lost="<?cs var:L.live.lost ?>" data-gone="<?cs var:L.live.gone ?>"><i></i><span><?cs var:L.live.ok ?></span></span>

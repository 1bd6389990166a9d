<?cs if:!desk ?></main><?cs /if ?>
</div>
</body></html>

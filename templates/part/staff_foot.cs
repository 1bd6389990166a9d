<?cs if:!desk ?></main><?cs /if ?>
<?cs if:beats ?><script src="/static/beat.js" defer></script><?cs /if ?>
</div>
</body></html>

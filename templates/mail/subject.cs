<?cs var:letter.said ?>

<?cs var:L.mail.request ?>: <?cs var:letter.number ?>

<?cs if:letter.next ?><?cs var:letter.next ?>
<?cs var:letter.link ?>

<?cs /if ?><?cs var:L.mail.not_you ?>

--
<?cs var:letter.city ?>
<?cs var:L.mail.why_data ?>

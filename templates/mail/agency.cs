<?cs var:letter.said ?>

<?cs var:L.mail.number ?>: <?cs var:letter.number ?>
<?cs var:L.mail.priority ?>: <?cs var:letter.priority ?>
<?cs var:L.mail.category ?>: <?cs var:letter.category ?>
<?cs if:letter.title ?><?cs var:L.mail.about ?>: <?cs var:letter.title ?>
<?cs /if ?><?cs if:letter.place ?><?cs var:L.mail.place ?>: <?cs var:letter.place ?>
<?cs /if ?><?cs if:letter.hidden ?><?cs var:L.mail.hidden ?>
<?cs /if ?><?cs if:letter.due ?><?cs var:L.mail.due ?>: <?cs var:letter.due ?>
<?cs /if ?>

<?cs var:L.mail.open ?>
<?cs var:letter.link ?>

--
<?cs var:letter.city ?>
<?cs var:L.mail.why_agency ?>

<?cs var:letter.said ?>

<?cs if:letter.note ?><?cs var:letter.note ?>
<?cs /if ?>

<?cs var:L.mail.number ?>: <?cs var:letter.number ?>
<?cs if:letter.title ?><?cs var:L.mail.about ?>: <?cs var:letter.title ?>
<?cs /if ?><?cs if:letter.holder ?><?cs var:L.mail.holder ?>: <?cs var:letter.holder ?>
<?cs /if ?>

<?cs if:letter.next ?><?cs var:letter.next ?>

<?cs /if ?><?cs var:L.mail.follow ?>
<?cs var:letter.link ?>

<?cs var:L.mail.danger ?>

--
<?cs var:letter.city ?>
<?cs var:L.mail.why_reporter ?>

<!doctype html>
<html lang="<?cs var:lang ?>" data-theme="dark">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title><?cs var:title ?> – Siaga <?cs var:city ?></title>
<meta name="theme-color" content="#0a2426"><meta name="color-scheme" content="dark">
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/siaga.css"><script src="/static/live.js" defer></script><script src="/static/board.js" defer></script>
<noscript><meta http-equiv="refresh" content="<?cs var:refresh ?>"></noscript>
</head>
<body class="staff">
<a class="skip" href="#isi"><?cs var:L.common.skip ?></a>
<div class="wall" id="dinding" data-pulse="<?cs var:pulse ?>" data-second="<?cs var:second ?>" data-ok="<?cs var:L.command.live ?>" data-lost="<?cs var:L.command.lost ?>" data-gone="<?cs var:L.command.signed_out ?>">
<?cs include!"part/board_top.cs" ?>
<?cs include!"part/board_disaster.cs" ?>
<?cs include!"part/board_channels.cs" ?>
<?cs include!"part/board_burst.cs" ?>
<main class="w-grid" id="isi" tabindex="-1"><h1 class="vh"><?cs var:title ?> <?cs var:city ?></h1>
<?cs include!"part/board_incidents.cs" ?>
<?cs include!"part/board_late.cs" ?>
<?cs include!"part/board_duty.cs" ?>
<?cs include!"part/board_calls.cs" ?>
</main></div>
</body></html>

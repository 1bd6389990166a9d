<!doctype html>
<html lang="<?cs var:lang ?>"<?cs if:theme ?> data-theme="<?cs var:theme ?>"<?cs /if ?>>
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title><?cs if:form.errors_title ?><?cs var:L.common.error_prefix ?> <?cs /if ?><?cs var:title ?> – Siaga <?cs var:city ?></title>
<meta name="description" content="<?cs var:L.common.description ?> <?cs var:city ?>.">
<meta name="theme-color" content="#0a4146"><meta name="color-scheme" content="light dark">
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml"><link rel="apple-touch-icon" href="/static/icon-180.png"><link rel="manifest" href="/static/manifest.webmanifest">
<link rel="stylesheet" href="/static/siaga.css"><script src="/static/siaga.js" defer></script><?cs if:refresh ?>
<noscript><meta http-equiv="refresh" content="<?cs var:refresh ?>"></noscript><?cs /if ?>
</head>

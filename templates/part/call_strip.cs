<?cs include!"part/call_recall.cs" ?><?cs include!"part/call_bursts.cs" ?>

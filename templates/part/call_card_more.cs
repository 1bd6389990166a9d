<div data-part="sop"><?cs include!"part/call_card_sop.cs" ?></div>

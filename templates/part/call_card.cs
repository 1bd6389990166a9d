<div data-part="type"><?cs include!"part/call_type.cs" ?></div><div data-part="sop"><?cs include!"part/call_card_sop.cs" ?></div><div data-part="agencies"><?cs include!"part/call_agency.cs" ?></div>

-- When an address may get its next mail, whichever replica sends it.
create table mail_recipient (
    address        text        primary key,
    not_before     timestamptz not null,
    deferred_since timestamptz -- since when the server takes no mail for it; null when it does
);

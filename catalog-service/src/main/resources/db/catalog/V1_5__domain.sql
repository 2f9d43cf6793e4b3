-- Domains; a withdrawn one keeps its row, so that its revision only grows.
create table domain (
    name          text        primary key collate "C",
    title         text,
    description   text        not null,
    owner_team    text,
    owner_contact text,
    -- Users as identity provider and database know them.
    members       text[]      not null,
    revision      bigint      not null,
    withdrawn     boolean     not null,
    principal     text        not null,
    changed_at    timestamptz not null
);

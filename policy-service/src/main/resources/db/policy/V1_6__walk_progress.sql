-- How far long walks have got, for people who wait for them.
create table walk_progress (
    walk         text        primary key,
    set_revision bigint      not null,
    products     bigint      not null,
    reached      bigint      not null,
    changed      bigint      not null,
    started_at   timestamptz not null,
    moved_at     timestamptz not null,
    finished     boolean     not null
);

-- Every revision of every waiver; the newest of each, unless withdrawn, holds from its start to its end.
create table waiver_version (
    waiver_id    text        not null,
    revision     bigint      not null,
    set_revision bigint      not null,
    policy_id    text        not null,
    rule         text,
    subject      text        not null,
    reason       text        not null,
    owner        text        not null,
    approver     text        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    withdrawn    boolean     not null,
    changed_at   timestamptz not null,
    primary key (waiver_id, revision)
);

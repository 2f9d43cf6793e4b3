alter table waiver_version add column source text not null default '';

-- What became of requests for waivers, for those who wait for it.
create table waiver_decision (
    request_id      uuid        primary key,
    waiver_id       text        not null,
    content_hash    bigint      not null,
    result          text        not null,
    code            text,
    reason          text,
    faults          text        not null,
    waiver_revision bigint,
    set_revision    bigint      not null,
    decided_at      timestamptz not null
);
create index waiver_decision_age on waiver_decision (decided_at);

-- Events this service has decided; an identity is decided once, whoever delivers it and however often.
create table handled_event (
    event_id     uuid        primary key,
    payload_hash bigint      not null,
    handled_at   timestamptz not null default now()
);
create index handled_event_age on handled_event (handled_at);

-- One row per transaction that has outcomes. Publication marks this row, not every outcome.
create table outbox_batch (
    id           bigint      generated always as identity primary key,
    -- Not now(): the sweep counts from here, and a transaction may have begun long before.
    created_at   timestamptz not null default clock_timestamp(),
    published_at timestamptz
);
create index outbox_batch_unpublished on outbox_batch (id) where published_at is null;
create index outbox_batch_age on outbox_batch (created_at);

create table outcome (
    batch_id bigint not null references outbox_batch on delete cascade,
    ordinal  int    not null,
    id       uuid   not null,
    topic    text   not null,
    key      text   not null,
    value    bytea,
    headers  text   not null,
    primary key (batch_id, ordinal)
);

-- Records that wait for something this service does not know yet. Whoever runs a ready one again leases it first; headers are
-- a JSON array of name and Base64 value, for names repeat and values are bytes.
create table parked_event (
    event_id    uuid        primary key,
    listener    text        not null,
    waiting_for text        not null,
    topic       text        not null,
    partition   int         not null,
    "offset"    bigint      not null,
    "timestamp" bigint      not null,
    key         bytea       not null,
    value       bytea,
    headers     text        not null,
    ready       boolean     not null default false,
    lease       uuid,
    tries       int         not null default 0,
    retry_at    timestamptz not null default now() + interval '5 seconds',
    parked_at   timestamptz not null default now()
);
create index parked_event_waiting on parked_event (waiting_for);
create index parked_event_ready on parked_event (listener) where ready;
create index parked_event_retry on parked_event (retry_at) where not ready;
create index parked_event_lease on parked_event (lease) where lease is not null;

-- Slow work; a lease that ran out is taken by whoever comes first. Every request has a revision of its own. One that comes while
-- the job runs does not touch its due time but asks for another run at again_at.
create sequence job_revision;
create table job (
    kind           text        not null,
    key            text        not null,
    payload        text        not null,
    revision       bigint      not null default nextval('job_revision'),
    due_at         timestamptz not null,
    again_at       timestamptz,
    leased_until   timestamptz,
    lease          uuid,
    attempts       int         not null default 0,
    cause_id       uuid        not null,
    correlation_id text        not null,
    traceparent    text,
    last_error     text,
    primary key (kind, key)
);
create index job_due on job (kind, due_at);

-- Newest record per key of the compacted topics this service writes.
create table current_state (
    topic             text        not null,
    key               text        not null,
    id                uuid        not null,
    value             bytea,
    headers           text        not null,
    revision          bigint      not null default 1,
    unpublished_since timestamptz default now(),
    primary key (topic, key)
) with (fillfactor = 70);
create index current_state_unpublished on current_state (unpublished_since) where unpublished_since is not null;

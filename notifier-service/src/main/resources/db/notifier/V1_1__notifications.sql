-- Versions heard of. Revision 0 stands for one that was not published yet: its row is the lock between parking an event and releasing it.
create table known_product (
    product_id    text        not null,
    version       text        not null,
    title         text,
    owner_team    text,
    owner_contact text,
    tags          text        not null default '', -- one a line
    revision      bigint      not null default 0,
    heard_at      timestamptz not null default now(),
    primary key (product_id, version)
);

-- What was last told about one aspect of a version.
create table standing (
    product_id text   not null,
    version    text   not null,
    aspect     text   not null, -- compliance, quality, listing, submission
    position   bigint not null default -1,
    told       text,
    alarm      text,
    primary key (product_id, version, aspect)
);

create table subscription (
    id               text        primary key,
    subscriber       text        not null,
    contact          text,
    products         text[]      not null,
    domains          text[]      not null,
    tags             text[]      not null,
    event_types      text[]      not null,
    minimum_severity text        not null,
    channel          text        not null,
    target           text,
    active           boolean     not null,
    source           text        not null, -- configuration, request
    revision         bigint      not null,
    principal        text        not null,
    changed_at       timestamptz not null
);

-- One decision for each event and subscription, whatever the number of replicas.
create table notification (
    event_id        uuid        not null,
    subscription_id text        not null,
    id              uuid        not null, -- version 5 UUID of the two above
    seq             bigint      generated always as identity,
    channel         text        not null,
    target          text        not null, -- empty for the channel's only one
    product_id      text,
    version         text,
    title           text,
    owner_team      text,
    owner_contact   text,
    kind            text        not null,
    severity        text        not null,
    headline        text        not null,
    details         text        not null, -- one a line
    advice          text,
    state           text        not null, -- waiting, sent, failed, suppressed
    reason          text,
    attempts        int         not null,
    occurred_at     timestamptz not null,
    correlation_id  text        not null,
    traceparent     text,
    recorded_at     timestamptz not null,
    settled_at      timestamptz,
    primary key (event_id, subscription_id)
);

create unique index notification_by_seq on notification (seq);
create index notification_by_product on notification (product_id, seq);
create index notification_waiting on notification (channel, target, seq) where state = 'waiting';
create index notification_unsent on notification (state, seq) where state <> 'sent';
create index notification_settled on notification (settled_at);

-- When a Slack channel may get its next message, whichever replica sends it.
create table slack_channel (
    target     text        primary key,
    not_before timestamptz not null
);

-- When people are not told of certain alerts.
create table silence (
    id               text        primary key,
    team             text        not null,
    products         text[]      not null,
    domains          text[]      not null,
    tags             text[]      not null,
    event_types      text[]      not null,
    minimum_severity text        not null,
    begins_at        timestamptz not null,
    ends_at          timestamptz, -- exclusive; null for a weekly one that stays
    weekly           text, -- JSON, null when it holds all the time
    reason           text        not null,
    active           boolean     not null, -- false when somebody has ended it
    revision         bigint      not null,
    principal        text        not null,
    changed_at       timestamptz not null
);
create index silence_to_come on silence (id) where active;

-- What became of requests about incidents and silences, for those who wait for it.
create table request_decision (
    request_id   uuid        primary key,
    subject      text        not null,
    content_hash bigint      not null,
    result       text        not null, -- changed, unchanged, refused
    revision     bigint      not null,
    about        text, -- incident, silence; of what was refused, as the rest
    refusal      text,
    reason       text,
    faults       text, -- JSON
    decided_at   timestamptz not null
);
create index request_decision_age on request_decision (decided_at);

-- What is looked for first: what is wrong now, what is wrong in a domain.
create index incident_open on incident (number) where state <> 'resolved';
create index incident_of_domain on incident (domain, number);

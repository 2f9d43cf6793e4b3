-- Something that is wrong, from the first alert until it is over.
create sequence incident_number;

create table incident (
    number        bigint      primary key,
    subject       text        not null, -- product id, domain id, or empty for the platform
    cause         text        not null,
    state         text        not null, -- open, acknowledged, resolved
    product_id    text,
    domain        text,
    version       text,
    title         text,
    owner_team    text,
    owner_contact text,
    tags          text[]      not null,
    kind          text        not null,
    severity      text        not null,
    headline      text        not null,
    details       text        not null, -- one a line
    advice        text,
    rank          bigint      not null,
    opened_at     timestamptz not null,
    changed_at    timestamptz not null,
    handler       text,
    note          text,
    quiet_at      timestamptz,
    alerts        int         not null,
    flaps         int         not null,
    revision      bigint      not null
);
create index incident_of_subject on incident (subject, number);
create index incident_unresolved on incident (domain, cause, number) where state <> 'resolved';
create index incident_changed on incident (changed_at) where state = 'resolved';

-- The last incident of a subject and cause; its row is the lock under which they change.
create table incident_line (
    subject text not null,
    cause   text not null,
    number  bigint,
    primary key (subject, cause)
);

-- What happened to it, told line by line.
create table incident_story (
    seq       bigint      generated always as identity primary key,
    incident  bigint      not null references incident on delete cascade,
    at        timestamptz not null,
    what      text        not null, -- opened, reopened, alarmed, raised, acknowledged, unacknowledged, resolved
    severity  text        not null,
    headline  text        not null,
    principal text,
    note      text
);
create index incident_story_of on incident_story (incident, seq);

-- What a channel was last told of an incident.
create table incident_told (
    incident bigint      not null references incident on delete cascade,
    channel  text        not null,
    target   text        not null,
    state    text        not null, -- open, acknowledged, resolved
    severity text        not null,
    told_at  timestamptz not null,
    place    text, -- where the message is, null when it cannot be changed
    message  text,
    primary key (incident, channel, target)
);

alter table notification add column incident bigint;
create index notification_of_incident on notification (incident) where incident is not null;

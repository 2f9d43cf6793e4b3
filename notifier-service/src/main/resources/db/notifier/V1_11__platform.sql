-- Parts of the platform as they were last seen.
create table watched_part (
    part  text primary key, -- broker, registry, or a service and its topic
    told  text not null,    -- none, lagging, stuck, unreachable
    since timestamptz,
    marks text not null     -- JSON: how far each partition was read, and since when
);

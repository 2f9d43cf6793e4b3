-- Versions that were retired, also those that are not published here yet.
create table version_end (
    product_id text not null,
    version    text not null,
    primary key (product_id, version)
);

-- Products to be judged anew, written without a lock by whoever learns something; contract says that versions have changed.
create table slo_news (
    id         bigint  generated always as identity primary key,
    product_id text    not null,
    contract   boolean not null
);

-- A product whose promises are watched; its row lock puts changes in order. Nothing is looked at before due_at.
create table slo_product (
    product_id text        primary key,
    version    text,
    read_at    timestamptz default 'epoch',
    due_at     timestamptz
) with (fillfactor = 80);
create index slo_product_due on slo_product (due_at) where due_at is not null;

-- The promises; those that ended stay for the sequence of their changes.
create table slo (
    product_id   text             not null,
    objective    text             not null,
    domain       text             not null,
    version      text             not null,
    property     text             not null,
    kind         text             not null,
    target       double precision not null,
    budget       double precision not null,
    level        text             not null,
    since        timestamptz      not null,
    sequence     bigint           not null,
    measured     double precision,
    deadline     timestamptz,
    watched_from timestamptz      not null,
    ended_at     timestamptz,
    primary key (product_id, objective)
) with (fillfactor = 80);
create index slo_by_domain on slo (domain, product_id, objective) where ended_at is null;
create index slo_in_trouble on slo (level, product_id, objective) where ended_at is null and level in ('at_risk', 'breached');

-- Which level held from when to when; until is null for the last.
create table slo_period (
    product_id text        not null,
    objective  text        not null,
    domain     text        not null,
    level      text        not null,
    since      timestamptz not null,
    until      timestamptz,
    primary key (product_id, objective, since)
);
create index slo_period_open on slo_period (product_id, objective) where until is null;
create index slo_period_age on slo_period (until) where until is not null;

-- Windows as they were reported, so that one that comes again takes the place of the first.
create table slo_window (
    product_id   text        not null,
    objective    text        not null,
    window_start timestamptz not null,
    window_end   timestamptz not null,
    good         bigint      not null,
    total        bigint      not null,
    primary key (product_id, objective, window_start, window_end)
);
create index slo_window_age on slo_window (window_end);

-- Their events, added up: slot is five minutes, hour, day.
create table slo_bucket (
    product_id text        not null,
    objective  text        not null,
    width      text        not null,
    start      timestamptz not null,
    good       bigint      not null,
    total      bigint      not null,
    primary key (product_id, objective, width, start)
) with (fillfactor = 80);
create index slo_bucket_age on slo_bucket (width, start);

insert into slo_news (product_id, contract) select distinct product_id, true from product_version;

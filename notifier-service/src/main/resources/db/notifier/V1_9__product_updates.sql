-- What consumers were told, for those who follow it over HTTP. A row is written by the decision, without a position: numbers that are
-- handed out before the commit become visible out of order, and a reader that remembers the highest would miss what commits late.
create table product_update (
    id             uuid        primary key,
    seq            bigint      generated always as identity,
    position       bigint,     -- given after the commit, by whoever holds the row below; null until then
    told_at        timestamptz, -- when it was given, by the clock of the database
    event_id       uuid        not null,
    product_id     text        not null,
    domain         text        not null,
    version        text,
    kind           text        not null,
    severity       text        not null,
    headline       text        not null,
    details        text        not null, -- one a line
    advice         text,
    changed_fields text        not null, -- one a line
    subscriptions  text[]      not null, -- those on the feed it is for
    occurred_at    timestamptz not null
);

create unique index product_update_by_position on product_update (position);
create index product_update_without_position on product_update (seq) where position is null;
-- Partial, since a row that waits for its position is looked for by none of them, and is written anew when it gets it.
create index product_update_by_product on product_update (product_id, position) where position is not null;
create index product_update_by_domain on product_update (domain, position) where position is not null;
create index product_update_by_subscription on product_update using gin (subscriptions) where position is not null;
create index product_update_by_time on product_update (told_at) where told_at is not null;

-- Its row lock makes positions visible in their order.
create table product_update_head (
    last    bigint      not null, -- position given last
    trimmed bigint      not null, -- up to here rows are gone
    since   timestamptz not null default now()
);
insert into product_update_head (last, trimmed) values (0, 0);
create unique index product_update_head_alone on product_update_head ((true));

alter table subscription add column topic_hours int; -- retention of its own topic, null: it has none
alter table subscription add column topic_reader text;

-- Topics of subscriptions as they are on the broker.
create table own_topic (
    subscription_id text        primary key,
    subscriber      text        not null,
    retention_hours int         not null,
    made            boolean     not null,
    rights          text,        -- granted, nobody, no_authorizer, withheld; null until it is made
    trouble         text,        -- why it is not as it should be, and what helps
    delete_at       timestamptz  -- null while its subscription has it
);
create index own_topic_of_team on own_topic (subscriber);

-- Products as product.listing last told, for subscribers who start with how everything stands.
create table current_product (
    product_id    text        primary key,
    version       text        not null,
    title         text,
    owner_team    text,
    owner_contact text,
    tags          text        not null, -- one a line
    state         text        not null,
    compliance    text        not null,
    quality       text        not null,
    percent       int,                  -- quality score, null when not scored
    findings      text        not null, -- JSON
    revision      bigint      not null,
    changed_at    timestamptz not null,
    gone          boolean     not null default false -- stays, so that what was parked before does not bring it back
);

-- What was heard before there was this table; reasons come with the next listing.
insert into current_product
select k.product_id, k.version, k.title, k.owner_team, k.owner_contact, k.tags,
       coalesce(split_part(l.told, ':', 1), 'pending'), coalesce(split_part(c.told, ':', 1), 'unknown'),
       coalesce(split_part(q.told, ':', 1), 'unknown'), null, '[]', greatest(coalesce(l.position, 0), 0), k.heard_at
from (select distinct on (product_id) * from known_product where revision > 0 order by product_id, revision desc) as k
left join standing l on l.product_id = k.product_id and l.version = k.version and l.aspect = 'listing'
left join standing c on c.product_id = k.product_id and c.version = k.version and c.aspect = 'compliance'
left join standing q on q.product_id = k.product_id and q.version = k.version and q.aspect = 'quality';

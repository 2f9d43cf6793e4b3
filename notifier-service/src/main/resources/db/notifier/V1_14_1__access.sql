-- The newest decision on what a team asked for: who of it may do what with a product, for which purpose.
create table access_grant (
    question   uuid        primary key,
    product_id text        not null,
    team       text        not null,
    permitted  boolean     not null,
    decided_at timestamptz not null
);
create index access_grant_standing on access_grant (product_id, team) where permitted;
create index access_grant_age on access_grant (decided_at) where not permitted;

drop index subscription_of_contract;
create index subscription_by_default on subscription ((products[1])) where active and source in ('contract', 'access');

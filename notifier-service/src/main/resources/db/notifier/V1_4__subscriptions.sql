alter table subscription add column paused boolean not null default false;
alter table subscription add column until timestamptz; -- exclusive
alter table subscription add column changed_fields text[] not null default '{}';
create index subscription_of_team on subscription (subscriber, id);
create index subscription_of_contract on subscription ((products[1])) where active and source = 'contract';

-- What became of requests, for those who wait for it.
create table subscription_decision (
    request_id      uuid        primary key,
    subscription_id text        not null,
    content_hash    bigint      not null,
    result          text        not null, -- changed, unchanged, tested, refused
    code            text,
    reason          text,
    faults          text        not null, -- JSON
    revision        bigint      not null default 0,
    notification_id uuid,
    delivery        text,
    decided_at      timestamptz not null
);
create index subscription_decision_age on subscription_decision (decided_at);

-- Replicas hold the subscriptions in memory and follow this table by the transaction that last changed a row: what one has not seen
-- yet is what was not visible in the snapshot it read last. A sequence would not do, its numbers are handed out before the commit.
alter table subscription add column changed_in xid8 not null default pg_current_xact_id();
create index subscription_changed on subscription (changed_in, id);

-- A trigger, so that no writer can forget it.
create function subscription_changed() returns trigger language plpgsql as $$
begin
    new.changed_in := pg_current_xact_id();
    return new;
end $$;
create trigger subscription_changed before update on subscription for each row execute function subscription_changed();

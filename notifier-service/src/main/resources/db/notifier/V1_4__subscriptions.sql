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

-- Who keeps a copy of the products follows them by the transaction that last changed a row. A sequence would not do: its numbers are
-- handed out before the commit, so a reader that has seen 8 does not know whether 7 is still to come; a snapshot knows.
alter table product add column changed_in xid8 not null default pg_current_xact_id();
create index product_changed on product (changed_in, id);

-- A trigger, so that no writer can forget it.
create function product_changed() returns trigger language plpgsql as $$
begin
    new.changed_in := pg_current_xact_id();
    return new;
end $$;
create trigger product_changed before update on product for each row execute function product_changed();

alter table notification add column tried_before int not null default 0; -- attempts before it was last replayed
-- Whoever replays one names it by its id. No more than that is asked of it, and most are written and never looked for.
create index notification_by_id on notification using hash (id);

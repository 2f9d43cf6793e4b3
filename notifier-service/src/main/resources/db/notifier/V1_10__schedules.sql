alter table subscription add column schedule text; -- JSON, null: at once

alter table notification add column not_before timestamptz; -- null: at once
create index notification_next on notification (channel, target, not_before nulls first) where state = 'waiting';

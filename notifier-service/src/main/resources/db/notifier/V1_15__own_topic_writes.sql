alter table own_topic add column unwritten text; -- why it could not be written to the last time, null when it could

comment on column own_topic.made is 'can be written to; false with delete_at: it is being deleted';

-- Who was told of what and when. Rows come about in the order of their time, for which ranges of blocks are enough.
create index notification_by_subscription on notification (subscription_id, seq);
create index notification_by_time on notification using brin (recorded_at);

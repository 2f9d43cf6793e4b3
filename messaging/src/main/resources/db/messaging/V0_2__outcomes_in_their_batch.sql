-- Outcomes are written, read and dropped with their batch only, so they are columns of it: less than half the time of a row each.
alter table outbox_batch
    add column ids      uuid[],
    add column topics   text[],
    add column keys     text[],
    add column payloads bytea[],
    add column headers  text[];
update outbox_batch b
   set (ids, topics, keys, payloads, headers) = (
       select array_agg(o.id order by ordinal), array_agg(o.topic order by ordinal), array_agg(o.key order by ordinal),
              array_agg(o.value order by ordinal), array_agg(o.headers order by ordinal)
         from outcome o where o.batch_id = b.id);
delete from outbox_batch where ids is null;
alter table outbox_batch
    alter column ids set not null,
    alter column topics set not null,
    alter column keys set not null,
    alter column payloads set not null,
    alter column headers set not null,
    -- Read at most once, so not worth compressing.
    alter column ids set storage external,
    alter column topics set storage external,
    alter column keys set storage external,
    alter column payloads set storage external,
    alter column headers set storage external;
drop table outcome;

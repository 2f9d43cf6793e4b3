-- %1$d products with a dataset each; %2$d edges, each to one of the 200 products that follow.
insert into product (id, revision, latest_version)
select 'mesh.p' || n, 1, '1.0.0' from generate_series(1, %1$d) n;

insert into product_version (product_id, version, revision, domain, name, type, lifecycle, owner_team, owner_contact, tags, content_hash,
    submission_id, principal, submitted_at, published_at)
select 'mesh.p' || n, '1.0.0', 1, 'mesh', 'p' || n, 'derived', 'production', 'team-' || n %% 50, 'team@example.com', '[]', '',
    gen_random_uuid(), '', now(), now()
from generate_series(1, %1$d) n;

insert into product_port (product_id, port, address)
select 'mesh.p' || n, null, 'product:mesh.p' || n from generate_series(1, %1$d) n
union all
select 'mesh.p' || n, 'lake', 's3://lake/gold/p' || n from generate_series(1, %1$d) n;

insert into lineage_dataset (id, leader, address, namespace, name, seen_at)
select n, n, 's3://lake/gold/p' || n || '/day', 's3://lake', 'gold/p' || n || '/day', now() from generate_series(1, %1$d) n;

insert into lineage_look_up (dataset_id, rank, address)
select n, 0, 's3://lake/gold/p' || n || '/day' from generate_series(1, %1$d) n
union all
select n, 1, 's3://lake/gold/p' || n from generate_series(1, %1$d) n
union all
select n, 2, 's3://lake/gold' from generate_series(1, %1$d) n;

insert into lineage_job (namespace, name, seen_at) select 'airflow', 'job-' || n, now() from generate_series(1, 5000) n;

insert into lineage_edge (source_id, target_id, job_id, by_field, seen_at)
select s, 1 + (s + 1 + (hashint4(e) & 2147483647) %% 200) %% %1$d, 1 + e %% 5000, false, now()
from generate_series(1, %2$d) e, lateral (select 1 + e %% %1$d as s) as source
on conflict do nothing;

analyze;

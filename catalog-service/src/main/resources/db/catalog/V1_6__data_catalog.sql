-- The catalog for SQL tools: docs/sql.md describes the columns, which only ever get more.
do $$
begin
    -- Where the service may not create schemas, whoever runs the database has made it.
    if not exists (select from pg_namespace where nspname = 'data_catalog') then
        create schema data_catalog;
    end if;
end $$;

-- Who works in which domain. Readers see their own rows only.
create table data_catalog.user_domain_access (
    user_id text not null,
    domain  text not null collate "C" references domain on delete cascade,
    primary key (user_id, domain)
);
create index user_domain_access_domain on data_catalog.user_domain_access (domain);
alter table data_catalog.user_domain_access enable row level security;
create policy own_rows on data_catalog.user_domain_access for select using (user_id = current_user);

-- What consumers can find and use: the latest version of each product that is listed.
create view data_catalog.products as
select
    p.id                                       as product_id,
    v.name                                     as product_name,
    v.domain,
    coalesce(v.owner_team, v.owner_contact)    as owner,
    v.owner_contact,
    p.latest_version                           as version,
    v.title,
    v.description,
    v.type,
    v.classification,
    v.tags,
    p.state,
    p.lifecycle,
    p.compliance,
    p.quality,
    p.quality_score,
    (select s.value
     from product_contract c
     cross join json_table(c.contract, '$.serviceLevels[*]' columns (property text, value text)) s
     where c.product_id = p.id and c.version = p.latest_version and s.property = 'freshness'
     limit 1)                                  as sla_freshness,
    p.refreshed_at,
    greatest(p.changed_at, p.refreshed_at)     as last_updated,
    v.published_at
from product p
join product_version v on v.product_id = p.id and v.version = p.latest_version
where p.state in ('listed', 'listed_with_warnings') and p.lifecycle <> 'retired';

-- Every version that was ever published.
create view data_catalog.versions as
select
    v.product_id, v.version, v.previous_version, v.domain, v.name as product_name, v.title, v.type, v.lifecycle as declared_lifecycle,
    v.classification, v.owner_team, v.owner_contact, v.principal as published_by, v.submitted_at, v.published_at,
    v.version = p.latest_version as latest, p.state as product_state, p.lifecycle as product_lifecycle
from product_version v
join product p on p.id = v.product_id;

-- Fields of the latest version of every product, nested ones by path.
create view data_catalog.fields as
select p.id as product_id, p.latest_version as version, f.dataset, f.path as field, f.type, f.physical_type, f.description,
    f.required, f.is_unique, f.primary_key, f.personal, f.classification
from product p
join product_contract c on c.product_id = p.id and c.version = p.latest_version
cross join lateral (
    with recursive field as (
        select d ->> 'name' as dataset, f ->> 'name' as path, f as value
        from jsonb_array_elements(c.contract::jsonb -> 'schema') d
        cross join jsonb_array_elements(d -> 'fields') f
        union all
        select field.dataset, field.path || '.' || (f ->> 'name'), f
        from field
        cross join jsonb_array_elements(field.value -> 'fields') f
    )
    select dataset, path, value ->> 'type' as type, value ->> 'physicalType' as physical_type,
        value ->> 'description' as description, (value ->> 'required')::boolean as required,
        (value ->> 'unique')::boolean as is_unique, (value ->> 'primaryKey')::boolean as primary_key,
        (value ->> 'pii')::boolean as personal, value ->> 'classification' as classification
    from field) f;

-- Where the latest version of every product is to be had.
create view data_catalog.ports as
select p.id as product_id, p.latest_version as version, o.port, o.kind, o.format, o.location, o.description
from product p
join product_contract c on c.product_id = p.id and c.version = p.latest_version
cross join json_table(c.contract, '$.outputPorts[*]'
    columns (port text path '$.name', kind text, format text, location text, description text)) o;

-- What the latest version of every product promises about its service.
create view data_catalog.slo as
select p.id as product_id, p.latest_version as version, s.property, s.element, s.value, s.unit, s.normalized
from product p
join product_contract c on c.product_id = p.id and c.version = p.latest_version
cross join json_table(c.contract, '$.serviceLevels[*]'
    columns (property text, element text, value text, unit text, normalized double precision)) s;

-- What the data of the latest version of every product says: a row for each check.
create view data_catalog.quality as
select p.id as product_id, p.latest_version as version, q.check_name, q.dataset, q.dimension, q.metric, q.severity, q.status,
    q.measured, q.promised, q.score, q.rows_tested, q.rows_failed, q.message, (s.detail ->> 'scoredAt')::timestamptz as scored_at
from product p
join score s on s.product_id = p.id and s.version = p.latest_version
cross join json_table(s.detail, '$.checks[*]'
    columns (check_name text path '$.name', dataset text, dimension text, metric text, severity text, status text,
        measured double precision, promised text path '$.threshold', score double precision,
        rows_tested bigint path '$.rowsTested', rows_failed bigint path '$.rowsFailed', message text)) q;

-- What policies say about the latest version of every product: a row for each rule that is violated.
create view data_catalog.compliance as
select p.id as product_id, p.latest_version as version, j.policy_id, j.policy_revision, j.rule, j.category, j.enforcement,
    j.message, j.remediation, v.evaluated_at
from product p
cross join lateral (
    select detail, evaluated_at from verdict
    where product_id = p.id and version = p.latest_version
    order by policy_set_revision desc limit 1) v
cross join json_table(v.detail, '$.violations[*]'
    columns (policy_id text path '$.policyId', policy_revision bigint path '$.policyRevision', rule text, category text,
        enforcement text, message text, remediation text)) j;

-- Whose data is whose, whatever its name: of the products that claim it, those that name it most exactly.
create view data_owner as
select distinct d.leader, o.product_id
from lineage_dataset d
join lineage_look_up l on l.dataset_id = d.id
join product_port o on o.address = l.address
where not exists (
    select from lineage_look_up b join product_port q on q.address = b.address
    where b.dataset_id = l.dataset_id and b.rank < l.rank);

-- What is made from what: declared by contracts, and observed in jobs. A source or target that is no product's has no product.
create view data_catalog.lineage as
select source_product, source, target_product, target, 'declared' as origin, null as job, null::timestamptz as last_seen
from (
    select distinct on (i.product_id, i.ordinal)
        o.product_id as source_product, coalesce(o.product_id, i.source) as source,
        i.product_id as target_product, i.product_id as target
    from product_input i
    left join product_port o on o.address = i.address
    order by i.product_id, i.ordinal, o.product_id is null, i.rank) declared
union all
select s.product_id, coalesce(s.product_id, sd.namespace || ':' || sd.name), t.product_id,
    coalesce(t.product_id, td.namespace || ':' || td.name), 'observed', j.namespace || '/' || j.name, max(e.seen_at)
from lineage_edge e
join lineage_dataset sd on sd.id = e.source_id
join lineage_dataset td on td.id = e.target_id
left join lineage_job j on j.id = e.job_id
left join data_owner s on s.leader = sd.leader
left join data_owner t on t.leader = td.leader
where s.product_id is distinct from t.product_id or s.product_id is null
group by 1, 2, 3, 4, 5, 6;

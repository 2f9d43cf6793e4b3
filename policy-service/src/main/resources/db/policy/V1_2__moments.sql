-- Every revision of the set, with the moment that decides stages of roll-outs and waivers; verdicts can be computed again.
alter table policy_set drop constraint policy_set_pkey;
alter table policy_set drop column only_one;
alter table policy_set rename column changed_at to as_of;
alter table policy_set add primary key (revision);

alter table policy_version add column schedule text not null default '';

-- What the catalog said of a version when it was published.
alter table published_version
    add column previous_version text,
    add column changes text not null default '[]',
    -- products it may be made from, for judging it again when one of them changes
    add column upstreams text[] not null default '{}';
create index published_version_upstreams on published_version using gin (upstreams);

-- The newest score of a version, as policies see it; it may come before the version.
create table quality_facts (
    product_id   text   not null,
    version      text   not null,
    run_sequence bigint not null,
    facts        text   not null,
    primary key (product_id, version)
);

-- A version may be judged several times by one set: when its score changes, or when its grace ends.
alter table verdict
    add column blocks_at timestamptz,
    add column inputs text,
    drop constraint verdict_pkey,
    add primary key (product_id, version, set_revision, evaluated_at);
create index verdict_grace on verdict (blocks_at) where blocks_at is not null;

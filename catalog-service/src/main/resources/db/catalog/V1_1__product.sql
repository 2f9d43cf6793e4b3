-- One row per product, locked while anything about it is decided. A row without a latest version is only a lock: a judgement on
-- the product came before its first version.
create table product (
    id             text        primary key,
    domain         text        not null generated always as (split_part(id, '.', 1)) stored,
    revision       bigint      not null default 0,
    latest_version text,
    state          text        not null default 'pending',
    compliance     text        not null default 'unknown',
    quality        text        not null default 'unknown',
    quality_score  double precision,
    reasons        jsonb       not null default '[]',
    submitted_at   timestamptz,
    changed_at     timestamptz,
    listed_at      timestamptz,
    refreshed_at   timestamptz
) with (fillfactor = 70);
create index product_domain on product (domain, id);

-- Published versions; never changed.
create table product_version (
    product_id       text        not null references product,
    version          text        not null,
    revision         bigint      not null,
    previous_version text,
    domain           text        not null,
    name             text        not null,
    title            text,
    description      text,
    type             text        not null,
    lifecycle        text        not null,
    classification   text,
    owner_team       text,
    owner_contact    text,
    tags             jsonb       not null,
    content_hash     text        not null,
    submission_id    uuid        not null,
    principal        text        not null,
    submitted_at     timestamptz not null,
    published_at     timestamptz not null,
    primary key (product_id, version)
);

-- The contract of a version: in the common model, and as its author wrote it. Apart, because listings are joined without it.
create table product_contract (
    product_id text not null,
    version    text not null,
    contract   text not null,
    document   text not null,
    media_type text not null,
    primary key (product_id, version)
);
-- Contracts are written once and seldom read: what fits into a page is not compressed.
alter table product_contract set (toast_tuple_target = 8160);

-- What policies say about a version; the highest policy-set revision counts.
create table verdict (
    product_id          text        not null,
    version             text        not null,
    policy_set_revision bigint      not null,
    evaluated_at        timestamptz not null,
    detail              jsonb       not null,
    primary key (product_id, version, policy_set_revision)
);

-- What the data says about a version; only the highest run is kept.
create table score (
    product_id   text   not null,
    version      text   not null,
    run_sequence bigint not null,
    detail       jsonb  not null,
    primary key (product_id, version)
);

-- How submissions ended, for whoever waits.
create table submission (
    id            uuid        primary key,
    product_id    text        not null,
    version       text,
    status        text        not null check (status in ('published', 'unchanged', 'rejected')),
    revision      bigint,
    problems      jsonb       not null,
    principal     text        not null,
    document_hash text        not null,
    submitted_at  timestamptz not null,
    decided_at    timestamptz not null
);
create index submission_age on submission using brin (decided_at);

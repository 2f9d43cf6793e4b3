-- What became of published versions, and how products stood after every change.
alter table product
    -- Of the latest version: as its contract declares, until it is deprecated or retired.
    add column lifecycle text not null default 'development',
    -- Versions that will not stay, with who has to move.
    add column lives jsonb not null default '[]';
update product set lifecycle = v.lifecycle
from product_version v where v.product_id = product.id and v.version = product.latest_version;

create table product_history (
    product_id    text        not null,
    revision      bigint      not null,
    happened      text        not null,
    version       text        not null,
    state         text        not null,
    lifecycle     text        not null,
    compliance    text        not null,
    quality       text        not null,
    quality_score double precision,
    reasons       jsonb       not null,
    detail        jsonb,
    at            timestamptz not null,
    primary key (product_id, revision)
);

alter table submission drop constraint submission_status_check;
alter table submission add check (status in ('published', 'changed', 'unchanged', 'rejected'));

-- What the data looked like in a run; the newest of each version are kept.
create table profile (
    product_id  text        not null,
    sequence    bigint      not null,
    version     text        not null,
    datasets    text        not null,
    profiled_at timestamptz not null,
    primary key (product_id, sequence)
);
create index profile_of_version on profile (product_id, version, sequence desc);

-- Rows that broke checks, masked; of the newest runs of each product.
create table failing_sample (
    product_id text   not null,
    sequence   bigint not null,
    samples    text   not null,
    primary key (product_id, sequence)
);

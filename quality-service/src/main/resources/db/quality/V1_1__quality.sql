-- Contracts by which data is checked.
create table product_version (
    product_id   text        not null,
    version      text        not null,
    revision     bigint      not null,
    contract     text        not null,
    published_at timestamptz not null,
    refreshed_at timestamptz,
    primary key (product_id, version)
);

-- Counts the runs of a product; its row lock puts them in order.
create table run_counter (
    product_id text   primary key,
    sequence   bigint not null
);

create table run (
    product_id text             not null,
    sequence   bigint           not null,
    version    text             not null,
    trigger    text             not null,
    status     text             not null,
    score      double precision,
    scorecard  text             not null,
    scored_at  timestamptz      not null,
    primary key (product_id, sequence)
);

-- Newest sample per indicator, as the producer measured it.
create table sli_sample (
    product_id   text             not null,
    indicator    text             not null,
    window_start timestamptz      not null,
    window_end   timestamptz      not null,
    good         bigint           not null,
    total        bigint           not null,
    value        double precision,
    primary key (product_id, indicator)
);

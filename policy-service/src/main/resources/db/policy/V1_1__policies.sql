-- One row: the revision of the set of policies in force.
create table policy_set (
    only_one   boolean     primary key default true check (only_one),
    revision   bigint      not null,
    changed_at timestamptz not null default now()
);
insert into policy_set (revision) values (0);

-- Every revision of every policy; the newest of each, unless withdrawn, is in force.
create table policy_version (
    policy_id    text        not null,
    revision     bigint      not null,
    set_revision bigint      not null,
    title        text        not null,
    scope        text        not null,
    category     text        not null,
    enforcement  text        not null,
    document     text        not null,
    origin       text        not null,
    source       text        not null,
    withdrawn    boolean     not null,
    principal    text        not null,
    changed_at   timestamptz not null,
    primary key (policy_id, revision)
);

-- What became of requests to define or withdraw a policy, for those who wait for it.
create table policy_decision (
    request_id      uuid        primary key,
    policy_id       text        not null,
    content_hash    bigint      not null,
    result          text        not null,
    code            text,
    reason          text,
    problems        text        not null,
    policy_revision bigint,
    set_revision    bigint      not null,
    decided_at      timestamptz not null
);
create index policy_decision_age on policy_decision (decided_at);

-- The contracts that were judged, for judging them again when policies change. A version never changes.
create table published_version (
    product_id text   not null,
    version    text   not null,
    domain     text   not null,
    revision   bigint not null,
    contract   text   not null,
    primary key (product_id, version)
);

-- What a policy set said about a version; a newer set that says the same only confirms it.
create table verdict (
    product_id         text        not null,
    version            text        not null,
    set_revision       bigint      not null,
    confirmed_revision bigint      not null,
    compliance         text        not null,
    policies_evaluated int         not null,
    violations         text        not null,
    evaluated_at       timestamptz not null,
    primary key (product_id, version, set_revision)
) with (fillfactor = 90);

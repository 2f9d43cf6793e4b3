-- What was last told of a service level objective.
create table told_objective (
    product_id text   not null,
    objective  text   not null,
    sequence   bigint not null default -1,
    trouble    text, -- at_risk, breached
    primary key (product_id, objective)
);

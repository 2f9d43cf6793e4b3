-- What tools found out last about a product; version is empty when it was told of the latest, whichever that is.
create table tool_report (
    product_id  text        not null,
    version     text        not null,
    tool        text        not null,
    suite       text        not null,
    measured_at timestamptz not null,
    checks      text        not null,
    primary key (product_id, version, tool, suite)
);

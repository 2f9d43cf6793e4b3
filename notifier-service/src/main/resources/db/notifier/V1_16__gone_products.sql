-- When a product went: what was decided about access to it until then holds no more, however late it is heard.
create table gone_product (
    product_id text        primary key,
    since      timestamptz not null
);

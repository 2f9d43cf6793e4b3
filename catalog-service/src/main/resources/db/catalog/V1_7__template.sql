-- Versions of templates; a withdrawn one keeps its row, so that it can only come back as it was.
create table template (
    name        text        collate "C",
    version     text,
    domain      text        not null,
    description text        not null,
    document    text        not null,
    revision    bigint      not null,
    withdrawn   boolean     not null,
    principal   text        not null,
    changed_at  timestamptz not null,
    primary key (name, version)
);
create index template_domain on template (domain) where not withdrawn;

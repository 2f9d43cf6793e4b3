-- Readers are members of this role. Creating it takes rights that a service need not have; then whoever runs the database does.
do $$
begin
    if not exists (select from pg_roles where rolname = 'data_catalog_reader') then
        create role data_catalog_reader nologin;
    end if;
exception
    when insufficient_privilege or duplicate_object or unique_violation then null;
end $$;

do $$
begin
    if exists (select from pg_roles where rolname = 'data_catalog_reader') then
        grant usage on schema data_catalog to data_catalog_reader;
        grant select on all tables in schema data_catalog to data_catalog_reader;
    end if;
end $$;

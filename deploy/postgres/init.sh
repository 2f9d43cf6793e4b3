#!/bin/sh
# A database for the mesh with a role and a schema per service; each role sees its own schema only.
set -eu

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create database mesh;
revoke all on database mesh from public;
SQL

# As in the local mesh: migrations may count on them, and only a superuser may make all of them.
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname mesh <<'SQL'
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists fuzzystrmatch;
create extension if not exists btree_gin;
SQL

for service in CATALOG POLICY QUALITY NOTIFIER; do
    role=$(echo "$service" | tr '[:upper:]' '[:lower:]')
    eval "password=\$${service}_DB_PASSWORD"
    psql -v ON_ERROR_STOP=1 -v role="$role" -v password="$password" --username "$POSTGRES_USER" --dbname mesh <<'SQL'
create role :"role" login password :'password';
alter role :"role" set search_path = :"role", public;
grant connect, temporary on database mesh to :"role";
create schema :"role" authorization :"role";
SQL
done

# For SQL tools: make their users members of data_catalog_reader.
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname mesh <<'SQL'
create schema data_catalog authorization catalog;
create role data_catalog_reader nologin;
grant connect on database mesh to data_catalog_reader;
SQL

psql -v ON_ERROR_STOP=1 -v password="$REGISTRY_DB_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role registry login password :'password';
create database registry owner registry;
revoke all on database registry from public;
SQL

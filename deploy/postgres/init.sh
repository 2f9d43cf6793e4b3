#!/bin/sh
# A database for the mesh with a role and a schema per service; each role sees its own schema only.
set -eu

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" <<SQL
create database mesh;
revoke all on database mesh from public;
SQL

for service in CATALOG POLICY QUALITY NOTIFIER; do
    role=$(echo "$service" | tr '[:upper:]' '[:lower:]')
    eval "password=\$${service}_DB_PASSWORD"
    psql -v ON_ERROR_STOP=1 -v role="$role" -v password="$password" --username "$POSTGRES_USER" --dbname mesh <<'SQL'
create role :"role" login password :'password';
grant connect on database mesh to :"role";
create schema :"role" authorization :"role";
SQL
done

psql -v ON_ERROR_STOP=1 -v password="$REGISTRY_DB_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
create role registry login password :'password';
create database registry owner registry;
SQL

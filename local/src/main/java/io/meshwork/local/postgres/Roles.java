package io.meshwork.local.postgres;

import io.meshwork.local.process.PartFailedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The database {@code mesh}, and for each service a role that owns a schema of its name and may touch nothing else. */
record Roles(List<String> names, Credentials credentials) {

    static final String DATABASE = "mesh";
    private static final String CATALOG = "catalog";
    private static final String READERS = "data_catalog_reader";
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent", "fuzzystrmatch", "btree_gin");

    /** Creates what is missing; {@code maintenance} is the superuser in the database {@code postgres}. */
    void ensure(Database maintenance, Database mesh) {
        try {
            try (Connection connection = maintenance.connect();
                    Statement sql = connection.createStatement()) {
                createDatabase(sql);
                for (String role : names) {
                    createRole(sql, role);
                }
            }
            try (Connection connection = mesh.connect();
                    Statement sql = connection.createStatement()) {
                createSchemas(sql);
            }
        } catch (SQLException failed) {
            throw new PartFailedException("the database could not be set up: " + failed.getMessage(), failed);
        }
    }

    private void createDatabase(Statement sql) throws SQLException {
        if (!exists(sql, "select from pg_database where datname = " + sql.enquoteLiteral(DATABASE))) {
            sql.execute("create database " + sql.enquoteIdentifier(DATABASE, true));
            sql.execute("revoke all on database " + sql.enquoteIdentifier(DATABASE, true) + " from public");
        }
    }

    private void createRole(Statement sql, String name) throws SQLException {
        String role = sql.enquoteIdentifier(name, true);
        if (!exists(sql, "select from pg_roles where rolname = " + sql.enquoteLiteral(name))) {
            sql.execute("create role " + role + " login");
            sql.execute("alter role " + role + " set search_path = " + role + ", public");
            sql.execute(
                    "grant connect, temporary on database " + sql.enquoteIdentifier(DATABASE, true) + " to " + role);
        }
        sql.execute("alter role " + role + " password " + sql.enquoteLiteral(credentials.passwordOf(name)));
    }

    private void createSchemas(Statement sql) throws SQLException {
        for (String extension : EXTENSIONS) {
            sql.execute("create extension if not exists " + extension);
        }
        for (String name : names) {
            String role = sql.enquoteIdentifier(name, true);
            sql.execute("create schema if not exists " + role + " authorization " + role);
        }
        if (names.contains(CATALOG)) {
            createDataCatalog(sql);
        }
    }

    /** What SQL tools read: made for the catalog, which may not make schemas and roles itself. */
    private static void createDataCatalog(Statement sql) throws SQLException {
        if (!exists(sql, "select from pg_roles where rolname = " + sql.enquoteLiteral(READERS))) {
            sql.execute("create role " + READERS + " nologin");
            sql.execute("grant connect on database " + sql.enquoteIdentifier(DATABASE, true) + " to " + READERS);
        }
        sql.execute("create schema if not exists data_catalog authorization " + CATALOG);
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }
}

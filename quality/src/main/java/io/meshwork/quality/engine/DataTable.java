package io.meshwork.quality.engine;

/**
 * A table or view to be measured.
 *
 * @param name as the contract writes it; the database may have it in lower case
 */
public record DataTable(Database database, String schema, String name) implements Source {

    @Override
    public String toString() {
        return schema + "." + name + " of " + database;
    }
}

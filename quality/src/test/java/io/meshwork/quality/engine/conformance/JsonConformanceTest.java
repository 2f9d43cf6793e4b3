package io.meshwork.quality.engine.conformance;

import java.sql.SQLException;
import java.sql.Statement;

/** Decimals are text, since a number of JSON does not keep its zeros. */
class JsonConformanceTest extends DuckDbFiles {

    JsonConformanceTest() {
        super("json, array true", "json");
    }

    @Override
    String rows(Statement ofTheTable) throws SQLException {
        try (var decimals = ofTheTable.executeQuery("""
                select coalesce('replace (' || string_agg('cast(' || column_name || ' as varchar) as ' || column_name, ', ') || ')', '')
                from information_schema.columns where table_name = 'orders' and data_type like 'DECIMAL%'""")) {
            decimals.next();
            return "select * " + decimals.getString(1) + " from orders";
        }
    }
}

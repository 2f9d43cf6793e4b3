package io.meshwork.benchmarks;

import io.meshwork.local.postgres.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks a database. */
final class Numbers {

    private Numbers() {}

    /** The columns of the only row. */
    static List<Long> of(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            List<Long> numbers = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                numbers.add(row.getLong(column));
            }
            return numbers;
        }
    }
}

package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.duckdb.worker.Answer;
import io.meshwork.quality.engine.duckdb.worker.Request;
import io.meshwork.quality.engine.sql.SqlText;
import java.sql.SQLException;
import java.util.List;

/** Runs a query that came with a contract, in an instance that can read one file. */
final class AuthorQuery {

    private final Queries queries;
    private final SelectOnly selectOnly;

    AuthorQuery(Queries queries) {
        this.queries = queries;
        this.selectOnly = new SelectOnly(queries);
    }

    /** @throws SQLException when the query fails */
    Answer.Told run(Request.Ask ask) throws SQLException {
        for (String name : ask.names()) {
            queries.execute("CREATE OR REPLACE TEMP VIEW " + SqlText.identifier(name) + " AS " + ask.rows());
        }
        return switch (selectOnly.judge(ask.query(), ask.names())) {
            case SelectOnly.Refused(String reason) -> new Answer.Refused(reason);
            case SelectOnly.Allowed() -> number(queries.firstTwoRows(ask.query()));
        };
    }

    private static Answer.Told number(List<List<Object>> rows) {
        if (rows.size() != 1 || rows.getFirst().size() != 1) {
            return new Answer.Refused("the query must return one number, but returned "
                    + (rows.isEmpty()
                            ? "no row"
                            : rows.size() > 1 ? "several rows" : rows.getFirst().size() + " columns"));
        }
        return switch (rows.getFirst().getFirst()) {
            case Number number
            when !Double.isFinite(number.doubleValue()) ->
                new Answer.Refused("the query returned " + number + " instead of a finite number");
            case Number number -> new Answer.Value(number.doubleValue());
            case Boolean truth -> new Answer.Value(truth ? 1 : 0);
            case null -> new Answer.Refused("the query returned null instead of a number");
            default -> new Answer.Refused("the query must return a number, but returned a value of another type");
        };
    }
}

package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.Measurement;
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
    Measurement run(FileRelation relation, Measure.Answer answer) throws SQLException {
        for (String name : answer.relation()) {
            queries.execute("CREATE OR REPLACE TEMP VIEW " + SqlText.identifier(name) + " AS " + relation.typed());
        }
        return switch (selectOnly.judge(answer.query(), answer.relation())) {
            case SelectOnly.Refused(String reason) -> new Measurement.Failed(reason);
            case SelectOnly.Allowed() -> number(queries.firstTwoRows(answer.query()));
        };
    }

    private static Measurement number(List<List<Object>> rows) {
        if (rows.size() != 1 || rows.getFirst().size() != 1) {
            return new Measurement.Failed("the query must return one number, but returned "
                    + (rows.isEmpty()
                            ? "no row"
                            : rows.size() > 1 ? "several rows" : rows.getFirst().size() + " columns"));
        }
        return switch (rows.getFirst().getFirst()) {
            case Number number -> new Measurement.Value(number.doubleValue());
            case Boolean truth -> new Measurement.Value(truth ? 1 : 0);
            case null -> new Measurement.Failed("the query returned null instead of a number");
            default -> new Measurement.Failed("the query must return a number, but returned a value of another type");
        };
    }
}

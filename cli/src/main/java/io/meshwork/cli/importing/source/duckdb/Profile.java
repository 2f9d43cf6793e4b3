package io.meshwork.cli.importing.source.duckdb;

import io.meshwork.contract.skeleton.FoundField;
import io.meshwork.contract.skeleton.FoundType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What all the rows say of each column: how often it is null, and whether the type that the first rows suggest holds for all of
 * them. One scan for each {@value #BATCH} columns and members of objects; rows are counted and never kept.
 */
final class Profile {

    private static final int BATCH = 250;

    /** A value in every row: a column, or a member of the objects in one. */
    private record Cell(String sql, FoundType type) {}

    private final ConfinedDatabase database;
    private final Rows source;
    private long rows;

    Profile(ConfinedDatabase database, Rows source) {
        this.database = database;
        this.source = source;
    }

    /** Known when {@link #fields} was asked. */
    long rows() {
        return rows;
    }

    /** The fields with what their values say. */
    List<FoundField> fields() throws SQLException {
        List<FoundField> fields = source.fields();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            collect(Rows.column(i), fields.get(i).type(), cells);
        }
        List<Evidence> evidence = new ArrayList<>();
        for (int from = 0; from < cells.size(); from += BATCH) {
            evidence.addAll(measure(cells.subList(from, Math.min(from + BATCH, cells.size()))));
        }
        Iterator<Evidence> next = evidence.iterator();
        List<FoundField> judged = new ArrayList<>();
        for (FoundField field : fields) {
            judged.add(judged(field, rows, next));
        }
        return judged;
    }

    private static void collect(String sql, FoundType type, List<Cell> cells) {
        cells.add(new Cell(sql, type));
        for (FoundField member : type.members()) {
            collect("struct_extract(" + sql + ", " + SqlText.literal(member.name()) + ")", member.type(), cells);
        }
    }

    private List<Evidence> measure(List<Cell> cells) throws SQLException {
        List<Evidence.Query> queries = new ArrayList<>();
        for (Cell cell : cells) {
            String name = "v" + queries.size();
            queries.add(
                    source.text()
                            ? Evidence.ofText(cell.sql(), name, cell.type())
                            : Evidence.ofTyped(cell.sql(), name, cell.type()));
        }
        long[] numbers = database.numbers("SELECT count(*), " + all(queries, Evidence.Query::measures)
                + " FROM (SELECT " + all(queries, Evidence.Query::values) + " FROM " + source.sql() + ")");
        rows = numbers[0];
        List<Evidence> evidence = new ArrayList<>();
        int at = 1;
        for (Evidence.Query query : queries) {
            evidence.add(query.read(numbers, at));
            at += query.measures().size();
        }
        return evidence;
    }

    private static String all(List<Evidence.Query> queries, Function<Evidence.Query, List<String>> part) {
        return queries.stream().flatMap(query -> part.apply(query).stream()).collect(Collectors.joining(", "));
    }

    private static FoundField judged(FoundField field, long all, Iterator<Evidence> next) {
        Evidence evidence = next.next();
        List<FoundField> members = new ArrayList<>();
        for (FoundField member : field.type().members()) {
            members.add(judged(member, evidence.present(), next));
        }
        FoundType type = members.isEmpty()
                ? evidence.type()
                : FoundType.object(field.type().physical(), members);
        return new FoundField(field.name(), type).required(all > 0 && evidence.present() == all);
    }

    /** Exactly: an estimate must not decide what a contract promises. */
    boolean isUnique(int column) throws SQLException {
        return rows == database.numbers("SELECT count(DISTINCT " + Rows.column(column) + ") FROM " + source.sql())[0];
    }
}

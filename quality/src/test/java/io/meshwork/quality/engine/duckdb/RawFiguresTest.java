package io.meshwork.quality.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.quality.engine.ColumnFigures;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RawFiguresTest {

    private static final List<String> PARTS = List.of(
            "0",
            "1",
            "7",
            "12",
            "-",
            "+",
            ".",
            "e",
            "E",
            "_",
            " ",
            "\t",
            ",",
            "x",
            "inf",
            "nan",
            "f",
            "d",
            "é",
            "\u00a0",
            "\u0661",
            "😀",
            "\uffff",
            "/",
            ":",
            "00",
            "99999999",
            "\n");

    private static final Random RANDOM = new Random(7);

    @Test
    void countsWhatDuckDbCounts() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            var queries = new Queries(connection, Duration.ofMinutes(1));
            int known = 0;
            for (int i = 0; i < 1500; i++) {
                List<@Nullable String> values = someValues();
                Optional<RawFigures> java = RawFigures.of(values);
                if (java.isPresent()) {
                    known++;
                    assertThat(java.get()).as("%s", values).isEqualTo(byDuckDb(values, queries));
                }
            }
            assertThat(known).as("columns that were compared").isGreaterThan(500);
        }
    }

    @Test
    void leavesToDuckDbWhatMightBeANumber() {
        assertThat(Stream.of("1e5", "+5", ".5", "5.", " 5", "1_000", "12345678901234567890"))
                .allSatisfy(value -> assertThat(RawFigures.of(List.of(value))).isEmpty());
    }

    @Test
    void leavesToDuckDbWhatIsTooLongToBeRead() {
        String longest = "😀".repeat(ColumnFigures.LONGEST_VALUE);

        assertThat(RawFigures.of(List.of(longest))).map(RawFigures::longest).contains(256L);
        assertThat(RawFigures.of(List.of(longest + "x"))).isEmpty();
    }

    @Test
    void knowsAColumnWithoutValues() {
        assertThat(RawFigures.of(Arrays.asList(null, null)))
                .contains(new RawFigures(0, 0, null, null, null, null, 0, null, null));
    }

    private static List<@Nullable String> someValues() {
        List<@Nullable String> values = new ArrayList<>();
        int most = 1 + RANDOM.nextInt(3);
        for (int i = 0; i < most; i++) {
            values.add(
                    RANDOM.nextInt(5) == 0
                            ? null
                            : RANDOM.ints(RANDOM.nextInt(4), 0, PARTS.size())
                                    .mapToObj(PARTS::get)
                                    .collect(Collectors.joining()));
        }
        return values;
    }

    private static RawFigures byDuckDb(List<@Nullable String> values, Queries queries) throws SQLException {
        var column = new ColumnSql("c0", "VARCHAR");
        String rows = values.stream()
                .map(value -> value == null ? "(NULL::VARCHAR)" : "('" + value.replace("'", "''") + "')")
                .collect(Collectors.joining(", ", "(VALUES ", ") AS t(c0)"));
        return RawFigures.from(queries.onlyRow("SELECT " + String.join(", ", column.figures()) + " FROM (SELECT *, "
                + String.join(", ", column.parts()) + " FROM " + rows + ")"));
    }
}

package io.meshwork.quality.engine.conformance;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.limited;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Source;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same data and the same contract give the same numbers on every engine; an engine is added by extending this. */
abstract class Conformance {

    private static final String ORDERS = """
            create table orders(id integer, code varchar(10), amount double precision, price decimal(10,2),
              status varchar(10), day varchar(10), due date, placed timestamp, paid boolean);
            insert into orders values
              (1, 'A1', 10.5, 1.10, 'open', '2024-01-01', '2024-02-01', '2024-01-01 10:00:00', true),
              (2, 'A2', 20,   2.20, 'open', '2024-01-02', '2024-02-02', '2024-01-02 10:00:00', true),
              (3, 'A2', -1,   3.30, 'paid', '2024-02-30', '2024-02-03', '2024-01-03 10:00:00', false),
              (4, null, 7,    4.40, 'PAID', '2024-01-04', '2024-02-04', '2024-01-04 10:00:00', null),
              (5, 'A5', null, 5.50, 'n/a',  '2024-01-05', null,         '2024-01-05 10:00:00', false),
              (6, 'b6', 3,    6.00, 'open', null,         '2024-02-06', null,                  true),
              (6, 'A7', 5.0,  null, 'paid', '2024-01-07', '2024-02-07', '2024-01-07 10:00:00', true),
              (8, 'A8', 5,    5.00, null,   '2024-01-08', '2024-02-01', '2024-01-08 10:00:00', true);
            """;

    private static final Field[] FIELDS = {
        field("id", "integer"),
        field("code", "string"),
        field("amount", "number"),
        field("price", "number"),
        field("status", "string"),
        field("day", "date"),
        field("due", "date"),
        field("placed", "timestamp"),
        field("paid", "boolean")
    };

    /** Makes the table {@code orders} by this script, which all databases understand, and a port to it. */
    abstract Contracts load(String script, Contracts contract);

    abstract Engine<Source> engine();

    /** Whether a field that no row has is null, and not missing. */
    abstract boolean absentIsNull();

    /** Whether what is not surely the same is left out instead. */
    abstract boolean leavesOut();

    private List<CheckScore> checks(String script, Contracts contract) {
        return new Examination(engine())
                .check(load(script, contract).build(), List.of())
                .checks();
    }

    private CheckScore run(QualityCheck check) {
        return checks(ORDERS, aProduct().schema(FIELDS).with(check)).getFirst();
    }

    private double measured(Metric metric, Map<String, Object> arguments, String... fields) {
        CheckScore score = run(check(metric, arguments, noRow(), fields));
        assertThat(score.measured()).as(score.toString()).isNotNull();
        return score.measured();
    }

    private CheckScore ofValues(String type, Map<String, Object> options, List<QualityCheck> checks, String... values) {
        return checks(
                        rowsOf(values),
                        aProduct().schema(limited("v", type, options)).with(checks.toArray(QualityCheck[]::new)))
                .getFirst();
    }

    /** A null comes last. */
    private static String rowsOf(String... values) {
        String rows = Arrays.stream(values)
                .map(value -> "('" + value.replace("'", "''").replace("\n", "' || chr(10) || '") + "')")
                .collect(Collectors.joining(", "));
        return "create table orders(v varchar(100)); insert into orders values " + rows + ", (null);";
    }

    private long notOfType(String type, String... values) {
        CheckScore score =
                ofValues(type, Map.of(), List.of(check(Metric.INVALID_VALUES, Map.of(), noRow(), "v")), values);
        assertThat(score.rowsFailed()).as(score.toString()).isNotNull();
        return score.rowsFailed();
    }

    private long broken(String type, Map<String, Object> options, String... values) {
        CheckScore score = ofValues(type, options, List.of(), values);
        assertThat(score.rowsFailed()).as(score.toString()).isNotNull();
        return score.rowsFailed();
    }

    @Test
    void rowsAndNulls() {
        assertThat(measured(Metric.ROW_COUNT, Map.of())).isEqualTo(8);
        assertThat(measured(Metric.NULL_VALUES, Map.of(), "code")).isEqualTo(1);
        assertThat(measured(Metric.COMPLETENESS, Map.of(), "due")).isEqualTo(7.0 / 8);
        assertThat(measured(Metric.COMPLETENESS, Map.of())).isCloseTo(64.0 / 72, within(1e-12));
    }

    @Test
    void missingValues() {
        assertThat(measured(Metric.MISSING_VALUES, Map.of("missingValues", List.of("n/a")), "status"))
                .isEqualTo(2);
        assertThat(measured(Metric.MISSING_VALUES, Map.of("missingValues", List.of(-1)), "amount"))
                .isEqualTo(2);
        assertThat(measured(
                        Metric.MISSING_VALUES, Map.of("missingValues", List.of("'; drop table orders; --")), "code"))
                .isEqualTo(1);
    }

    @Test
    void valuesThatAreNotAllowed() {
        assertThat(measured(Metric.INVALID_VALUES, Map.of("validValues", List.of("open", "paid")), "status"))
                .isEqualTo(2);
        assertThat(measured(Metric.INVALID_VALUES, Map.of("validValues", List.of(5, 7, 3)), "amount"))
                .isEqualTo(3);
        assertThat(measured(Metric.INVALID_VALUES, Map.of("validValues", List.of(1.1, 6, "5.50")), "price"))
                .isEqualTo(4);
        assertThat(measured(Metric.INVALID_VALUES, Map.of("validValues", List.of("true")), "paid"))
                .isEqualTo(2);
        assertThat(measured(Metric.INVALID_VALUES, Map.of("validValues", List.of("2024-02-01")), "due"))
                .isEqualTo(5);
    }

    @Test
    void duplicates() {
        assertThat(measured(Metric.DUPLICATE_VALUES, Map.of(), "id")).isEqualTo(1);
        assertThat(measured(Metric.DUPLICATE_VALUES, Map.of(), "code")).isEqualTo(1);
        assertThat(measured(Metric.DUPLICATE_VALUES, Map.of(), "status")).isEqualTo(3);
        assertThat(measured(Metric.DUPLICATE_VALUES, Map.of(), "due")).isEqualTo(1);
        assertThat(measured(Metric.DUPLICATE_VALUES, Map.of(), "id", "code")).isZero();
        assertThat(measured(Metric.DUPLICATE_VALUES, Map.of(), "paid", "status"))
                .isEqualTo(2);
        assertThat(measured(Metric.UNIQUENESS, Map.of(), "id")).isEqualTo(7.0 / 8);
    }

    @Test
    void typesOfColumns() {
        assertThat(measured(Metric.VALIDITY, Map.of(), "day")).isEqualTo(7.0 / 8);
        for (String name : List.of("id", "amount", "price", "due", "placed", "paid")) {
            assertThat(measured(Metric.VALIDITY, Map.of(), name)).as(name).isEqualTo(1);
        }
        assertThat(measured(Metric.VALIDITY, Map.of())).isEqualTo(7.0 / 8);
    }

    @Test
    void typesOfText() {
        assertThat(notOfType("integer", "1", "-2", "+3", "4.0", "1e3", "x", "1.5", "NaN", "inf"))
                .isEqualTo(4);
        assertThat(notOfType("number", "1.5", "-.5", "5.", "1e3", "x", "1e400", "NaN", "1,5"))
                .isEqualTo(4);
        assertThat(notOfType("boolean", "true", "FALSE", "t", "0", "1", "2", "maybe"))
                .isEqualTo(2);
        assertThat(notOfType("date", "2024-01-01", "2024-1-5", "2024-02-30", "soon", "today", "Jan 5 2024"))
                .isEqualTo(4);
        assertThat(notOfType(
                        "timestamp",
                        "2024-01-01 10:00:00",
                        "2024-01-01T10:00:00Z",
                        "2024-01-01",
                        "2024-01-01 10:00:00.123+02",
                        "2024-01-01 25:00:00",
                        "now"))
                .isEqualTo(2);
        assertThat(notOfType("time", "10:00:00", "23:59:59.5", "25:00:00", "noon", "allballs"))
                .isEqualTo(3);
        assertThat(notOfType("object", "{\"a\":1}", "[1]", "{", "null")).isEqualTo(3);
        assertThat(notOfType("array", "{\"a\":1}", "[1]", "[", "1")).isEqualTo(3);
    }

    @Test
    void typeOptions() {
        assertThat(broken("string", Map.of("minLength", 2, "maxLength", 3), "a", "ab", "日本語", "abcd"))
                .isEqualTo(2);
        assertThat(broken("number", Map.of("minimum", 0, "maximum", 1.5), "-0.1", "0", "1.5", "1.6", "x", "1e400"))
                .isEqualTo(2);
        assertThat(broken("number", Map.of("multipleOf", 0.1), "0.3", "1.1", "0.35"))
                .isEqualTo(1);
        assertThat(broken("date", Map.of("minimum", "2024-01-01"), "2023-12-31", "2024-01-01", "soon"))
                .isEqualTo(1);
        assertThat(broken("time", Map.of("exclusiveMaximum", "12:00:00"), "11:59:59", "12:00:00"))
                .isEqualTo(1);
        assertThat(broken("timestamp", Map.of("maximum", "no time at all"), "2024-01-01 00:00:00"))
                .isZero();
        assertThat(broken("string", Map.of("enum", List.of("open", "it's")), "open", "it's", "other"))
                .isEqualTo(1);
        assertThat(broken("string", Map.of("format", "email"), "a@example.org", "a@b", "x"))
                .isEqualTo(2);
        assertThat(broken("string", Map.of("format", "uuid"), "6f1e2d3c-0000-4000-8000-00000000000a", "6f1e"))
                .isEqualTo(1);
        assertThat(broken("string", Map.of("format", "ipv4"), "10.0.0.1", "10.0.0.256"))
                .isEqualTo(1);
        assertThat(broken("integer", Map.of("format", "i8"), "127", "128", "-129"))
                .isEqualTo(2);
    }

    private Map<String, Long> promised(String script, Field... fields) {
        Map<String, Long> broken = new LinkedHashMap<>();
        checks(script, aProduct().schema(fields)).forEach(score -> broken.put(score.name(), score.rowsFailed()));
        return broken;
    }

    @Test
    void theSchemaPromisesTypes() {
        assertThat(promised(ORDERS, FIELDS))
                .isEqualTo(Map.of(
                        "type:id", 0L,
                        "type:amount", 0L,
                        "type:price", 0L,
                        "type:day", 1L,
                        "type:due", 0L,
                        "type:placed", 0L,
                        "type:paid", 0L));
    }

    @Test
    void columnsOfAnotherTypeThanPromised() {
        assertThat(promised(
                        ORDERS,
                        field("id", "date"),
                        field("code", "integer"),
                        field("amount", "integer"),
                        field("price", "integer"),
                        field("status", "boolean"),
                        field("day", "time"),
                        field("due", "number"),
                        field("placed", "date"),
                        field("paid", "number")))
                .isEqualTo(Map.of(
                        "type:id", 8L,
                        "type:code", 7L,
                        "type:amount", 1L,
                        "type:price", 5L,
                        "type:status", 7L,
                        "type:day", 7L,
                        "type:due", 7L,
                        "type:placed", 7L,
                        "type:paid", 7L));
    }

    @Test
    void columnsThatHoldWhatIsPromised() {
        assertThat(promised(ORDERS, field("id", "number"), field("due", "timestamp"), field("placed", "object")))
                .isEqualTo(Map.of("type:id", 0L, "type:due", 0L, "type:placed", 7L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "integer;12|-1|1.5|x|2024-01-01;3",
                "number;1.5|-2|one|1,5|true;3",
                "boolean;true|FALSE|1|maybe|yes|2;3",
                "date;2024-01-01|2024-02-30|2024-01-01 10:00:00|2024/01/01|epoch|1;5",
                "timestamp;2024-01-01 10:00:00|2024-01-01T10:00:00Z|25:00|infinity|1704103200;3",
                "time;10:00:00|24:30:00|2024-01-01|noon;3",
                "object;{}|[]|x;2",
                "array;[1]|{}|x;2",
            })
    void valuesOfAnotherTypeThanPromised(String type, String values, long wrong) {
        assertThat(promised(rowsOf(values.split("\\|")), field("v", type))).isEqualTo(Map.of("type:v", wrong));
    }

    @Test
    void aWrongValueBreaksOnePromise() {
        assertThat(promised(
                        rowsOf("1", "7", "12", "1.5", "x"),
                        limited("v", "integer", Map.of("maximum", 10, "enum", List.of(1, 12), "pattern", "^\\d"))))
                .isEqualTo(Map.of("pattern:v", 0L, "enum:v", 1L, "range:v", 1L, "type:v", 2L));
        assertThat(promised(rowsOf("127", "300", "x"), limited("v", "integer", Map.of("format", "i8"))))
                .isEqualTo(Map.of("format:v", 1L, "type:v", 1L));
        assertThat(promised(
                        ORDERS,
                        limited("due", "time", Map.of("maximum", "12:00:00")),
                        limited("placed", "number", Map.of("maximum", 5, "multipleOf", 2))))
                .isEqualTo(Map.of("range:due", 0L, "type:due", 7L, "range:placed", 0L, "type:placed", 7L));
    }

    @Test
    void aDeclaredFieldThatIsNotThere() {
        List<CheckScore> checks = checks(
                ORDERS, aProduct().schema(limited("amont", "number", Map.of("minimum", 0)), field("id", "integer")));

        assertThat(checks).extracting(CheckScore::name).containsExactly("range:amont", "type:amont", "type:id");
        assertThat(checks.getLast().status()).isEqualTo(CheckStatus.PASSED);
        checks.stream().limit(2).forEach(score -> {
            assertThat(score.status()).isEqualTo(absentIsNull() ? CheckStatus.PASSED : CheckStatus.ERROR);
            if (!absentIsNull()) {
                assertThat(score.message()).contains("no column `amont`", "Did you mean `amount`");
            }
        });
    }

    @Test
    void aRequiredFieldThatIsNotThere() {
        assertThat(checks(ORDERS, aProduct().schema(required("nothing"), requiredNumber("none"))))
                .extracting(CheckScore::name, CheckScore::status)
                .containsExactly(
                        tuple("required:nothing", CheckStatus.ERROR),
                        tuple("required:none", CheckStatus.ERROR),
                        tuple("type:none", CheckStatus.ERROR));
    }

    private static Field requiredNumber(String name) {
        return new Field(name, null, "number", null, null, true, false, false, false, null, List.of(), List.of());
    }

    /** How many of eleven texts, one of them null, do not have the pattern. */
    @Test
    void patterns() {
        Map<String, Long> without = new LinkedHashMap<>();
        without.put("^[A-Z]\\d$", 9L);
        without.put("\\d", 7L);
        without.put("^\\w+$", 6L);
        without.put("^.$", 8L);
        without.put("^..$", 6L);
        without.put("^...$", 7L);
        without.put("^[^x]+$", 1L);
        without.put("\\s", 8L);
        without.put("a.b", 8L);
        without.put("a\\.b", 9L);
        without.put("^(a|A)1$", 8L);
        without.put("^(?:[[:alpha:]]|\\d){2}$", 7L);
        without.put("q$", 9L);
        without.put("^q", 10L);
        without.put("p$", 10L);
        without.put("^[a-z_]{3,}?$", 9L);
        without.put("^\\D+$", 3L);
        without.put("\\x41", 9L);
        without.put("^(?P<word>[\\w ]+|é)$", 4L);
        without.put("^[\\-.\\]a-c1]+$", 8L);
        without.put("(|z)$", 0L);
        without.put("\\A12\\z", 9L);
        without.put("日.", 9L);
        without.put("[]x]", 9L);

        List<CheckScore> checks = withPatterns(without.keySet());

        Map<String, Long> counted = new LinkedHashMap<>();
        without.keySet()
                .forEach(pattern ->
                        counted.put(pattern, checks.get(counted.size()).rowsFailed()));
        assertThat(counted).isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"(?i)^a1$;8", "\\bb;8", "\\p{L};2"})
    void patternsOfOneEngineOnly(String pattern, long without) {
        CheckScore score = pattern(pattern);

        if (leavesOut()) {
            assertThat(score.status()).isEqualTo(CheckStatus.NOT_RUN);
            assertThat(score.message()).contains("otherwise than RE2");
        } else {
            assertThat(score.rowsFailed()).isEqualTo(without);
        }
    }

    private CheckScore pattern(String pattern) {
        return withPatterns(List.of(pattern)).getFirst();
    }

    private List<CheckScore> withPatterns(Collection<String> patterns) {
        QualityCheck[] checks = patterns.stream()
                .map(pattern -> check(Metric.INVALID_VALUES, Map.of("pattern", pattern), noRow(), "v"))
                .toArray(QualityCheck[]::new);
        return checks(
                rowsOf("A1", "a1", "é", "日本", "12", "٣", "x_y", "a b", "p\nq", "a.b"),
                aProduct().schema(field("v", "string")).with(checks));
    }

    /** How many rows break what an expression says of them. */
    @Test
    void fieldsOfOneRow() {
        Map<String, Long> broken = new LinkedHashMap<>();
        broken.put("amount >= price", 2L);
        broken.put("amount + price == 11.6", 5L);
        broken.put("price * 10 == id * 11", 2L);
        broken.put("amount / (id - 1) > 0", 1L);
        broken.put("math.abs(amount) < 5", 5L);
        broken.put("-amount <= 0", 1L);
        broken.put("due > placed", 0L);
        broken.put("due - placed <= duration(\"720h\")", 5L);
        broken.put("placed + duration(\"1h\") > timestamp(\"2024-01-03T11:00:00Z\")", 3L);
        broken.put("placed >= timestamp(\"2024-01-03T12:00:00+02:00\")", 2L);
        broken.put("day < timestamp(\"2024-01-05\")", 3L);
        broken.put("status == \"paid\" ? paid : true", 1L);
        broken.put("paid == (status == \"open\")", 1L);
        broken.put("paid || amount > 0", 1L);
        broken.put("paid != null && has(code)", 1L);
        broken.put("code == null || paid", 2L);
        broken.put("!(status in [\"open\", \"paid\"])", 5L);
        broken.put("id in [1, 2.0, 3]", 5L);
        broken.put("code.startsWith(\"A\") && code.endsWith(\"2\")", 5L);
        broken.put("code.contains(\"A\")", 1L);
        broken.put("code.matches(\"^[A-Z][0-9]$\")", 1L);
        broken.put("code < \"a\"", 1L);
        broken.put("size(code) == 2 && code.size() > 2.5", 7L);
        broken.put("code + \"x\" == \"A1x\"", 6L);
        broken.put("code == \"'; drop table orders; --\"", 7L);
        broken.put("row[\"id\"] == id", 0L);

        assertThat(broken(ORDERS, broken.keySet(), FIELDS)).isEqualTo(broken);
    }

    @Test
    void numbersOfExpressionsAreComparedByTheirDigits() {
        Map<String, Long> broken = new LinkedHashMap<>();
        broken.put("v != 9007199254740992", 1L);
        broken.put("v > 0", 1L);
        broken.put("v + 0 > 0", 1L);
        broken.put("v * v >= v - 2", 0L);

        assertThat(broken(
                        rowsOf("9007199254740993", "9007199254740992", "-1", "x", "NaN", "1e400", "1e300"),
                        broken.keySet(),
                        field("v", "number")))
                .isEqualTo(broken);
    }

    private Map<String, Long> broken(String script, Collection<String> expressions, Field... fields) {
        QualityCheck[] checks = expressions.stream()
                .map(expression ->
                        check(Metric.INCONSISTENT_ROWS, Map.of("expression", expression), noRow(), new String[0]))
                .toArray(QualityCheck[]::new);
        List<CheckScore> scores = checks(script, aProduct().schema(fields).with(checks));
        Map<String, Long> broken = new LinkedHashMap<>();
        expressions.forEach(expression -> {
            CheckScore score = scores.get(broken.size());
            broken.put(
                    score.message() != null && score.rowsFailed() == null ? score.message() : expression,
                    score.rowsFailed());
        });
        return broken;
    }

    @Test
    void theShareOfRowsThatAreConsistent() {
        CheckScore score =
                run(check(Metric.CONSISTENCY, Map.of("expression", "amount >= price"), atLeast(0.9), new String[0]));

        assertThat(score.measured()).isEqualTo(0.75);
        assertThat(score.score()).isEqualTo(0.75);
        assertThat(score.fields()).containsExactly("amount", "price");
        assertThat(score.rowsTested()).isEqualTo(8);
        assertThat(score.rowsFailed()).isEqualTo(2);
    }

    @Test
    void anExpressionThatCannotBeRunIsAnError() {
        CheckScore score =
                run(check(Metric.CONSISTENCY, Map.of("expression", "amont >= price"), atLeast(1), new String[0]));

        assertThat(score.status()).isEqualTo(CheckStatus.ERROR);
        assertThat(score.message()).contains("line 1, column 1", "`amont`", "Did you mean `amount`?");
    }

    @Test
    void aColumnThatIsNotThereSpoilsOnlyItsCheck() {
        List<CheckScore> checks = checks(
                ORDERS,
                aProduct()
                        .with(
                                check(Metric.NULL_VALUES, noRow(), "cod"),
                                check(Metric.DUPLICATE_VALUES, noRow(), "nothing"),
                                check(Metric.ROW_COUNT, atLeast(8))));

        assertThat(checks)
                .extracting(CheckScore::status)
                .containsExactly(CheckStatus.ERROR, CheckStatus.ERROR, CheckStatus.PASSED);
        assertThat(checks.getFirst().message()).contains("`cod`", "id", "code", "amount");
    }

    @Test
    void oddNames() {
        assertThat(checks(
                                "create table orders(\"a \"\"b\"\"\" varchar(9), \"x?y\" integer);"
                                        + " insert into orders values ('v', 1), (null, 1);",
                                aProduct()
                                        .with(
                                                check(Metric.NULL_VALUES, noRow(), "a \"b\""),
                                                check(Metric.DUPLICATE_VALUES, noRow(), "x?y")))
                        .stream()
                        .map(CheckScore::measured))
                .containsExactly(1.0, 1.0);
    }

    @Test
    void noRows() {
        List<CheckScore> checks = checks(
                "create table orders(v varchar(9), w integer);",
                aProduct().with(check(Metric.ROW_COUNT, noRow()), check(Metric.DUPLICATE_VALUES, noRow(), "v", "w")));

        assertThat(checks).extracting(CheckScore::status).containsExactly(CheckStatus.PASSED, CheckStatus.NOT_RUN);
    }
}

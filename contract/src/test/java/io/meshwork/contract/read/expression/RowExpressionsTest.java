package io.meshwork.contract.read.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.read.expression.Term.Calculated;
import io.meshwork.contract.read.expression.Term.Compared;
import io.meshwork.contract.read.expression.Term.Comparison;
import io.meshwork.contract.read.expression.Term.FieldValue;
import io.meshwork.contract.read.expression.Term.Kind;
import io.meshwork.contract.read.expression.Term.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowExpressionsTest {

    private static final Dataset ORDERS = new Dataset(
            "orders",
            null,
            null,
            null,
            List.of(
                    field("net", "number"),
                    field("tax", "number"),
                    field("items", "integer"),
                    field("total", "number"),
                    field("code", "string"),
                    field("paid", "boolean"),
                    field("ordered_at", "timestamp"),
                    field("due", "date"),
                    field("opens", "time"),
                    field("untyped", null),
                    field("unit price", "number"),
                    field("address", "object", field("zip", "string")),
                    field("lines", "array", field("price", "number"))));

    private static Field field(String name, String type, Field... inside) {
        return new Field(name, null, type, null, null, false, false, false, false, null, List.of(), List.of(inside));
    }

    private static Compiled compile(String expression) {
        return new RowExpressions(ORDERS).compile(expression);
    }

    private static Fault fault(String expression) {
        assertThat(compile(expression)).as(expression).isInstanceOf(Compiled.Faulty.class);
        return ((Compiled.Faulty) compile(expression)).faults().getFirst();
    }

    @Test
    void readsFieldsOfTheSchema() {
        FieldValue total = new FieldValue("total", "number", Kind.NUMBER);
        FieldValue net = new FieldValue("net", "number", Kind.NUMBER);
        FieldValue tax = new FieldValue("tax", "number", Kind.NUMBER);

        assertThat(compile("total == net + tax"))
                .isEqualTo(new Compiled.Rule(
                        new Compared(Comparison.EQUAL, total, new Calculated(Operation.PLUS, net, tax, Kind.NUMBER)),
                        List.of(total, net, tax)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "items * 2.5 <= total",
                "due >= ordered_at && due - ordered_at < duration(\"1h30m\")",
                "ordered_at + duration('-24h') < timestamp('2026-01-31')",
                "address.zip == null || size(address.zip) == 5",
                "row[\"unit price\"] * items == net",
                "code in ['a', 'b'] ? paid : !paid",
                "has(address.zip) == paid",
                "math.abs(total - net) <= 0.01",
                "paid",
                "ordered_at in [timestamp(\"2026-01-31T00:00:00Z\")]",
            })
    void takesWhatFits(String expression) {
        assertThat(compile(expression)).as(expression).isInstanceOf(Compiled.Rule.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "totl == net;1;the field;Did you mean `total`?",
                "net +;6;;",
                "code > 1;6;does not work on text and a number;one kind",
                "net + tax;5;must be true or false;Compare",
                "net == tax + due;12;does not work on a number and a point in time;",
                "paid < true;6;does not work on true or false;",
                "opens == opens;1;of type time;string, integer",
                "untyped == 1;1;does not say of which type;Add its type",
                "lines.price > 1;6;inside a list;one value",
                "address.zap == 'x';8;is not in the schema;Did you mean `address.zip`?",
                "code.matches('(');13;regular expression is not valid;Mend",
                "code.matches(code);13;a pattern in quotes;",
                "duration('2 days') > due - ordered_at;9;a length of time;48h",
                "timestamp(code) < due;10;in quotes;2026",
                "net.sqrt() > 1;9;there is no function `sqrt`;Known are",
                "lines.all(l, l.price > 0);10;there is no function `all`;",
                "net % 2 == 0;5;;",
                "net in tax;5;no list;",
                "net in [tax];5;constants;",
                "net == null > 1;;;",
                "1 == 1;3;reads no field;",
                "net == 1e999;;;",
                "{'a': 1} == net;;;",
            })
    void saysWhatDoesNotFit(String expression, Integer column, String message, String advice) {
        Fault fault = fault(expression);

        if (column != null) {
            assertThat(fault.column()).as(fault.toString()).isEqualTo(column);
        }
        assertThat(fault.message().replace("`", "")).contains(message == null ? "" : message.replace("`", ""));
        assertThat(fault.advice().replace("`", "")).contains(advice == null ? "" : advice.replace("`", ""));
    }

    @Test
    void saysItAllAtOnceWithTheLine() {
        assertThat(((Compiled.Faulty) compile("nett > 0 &&\n  taxx > 0")).faults())
                .extracting(Fault::line, Fault::column)
                .containsExactly(tuple(1, 1), tuple(2, 3));
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        assertThat(fault("net > 0 && ".repeat(200) + "paid").message()).contains("longer than 2000");
        assertThat(fault("paid && ".repeat(41) + "paid").message()).contains("more than 40 times");
        assertThat(fault("(".repeat(500) + "paid" + ")".repeat(500)).message()).isNotEmpty();
    }

    @Test
    void needsASchema() {
        Compiled compiled = new RowExpressions(new Dataset("orders", null, null, null, List.of())).compile("a == b");

        assertThat(((Compiled.Faulty) compiled).faults().getFirst().message()).contains("has no fields");
    }
}

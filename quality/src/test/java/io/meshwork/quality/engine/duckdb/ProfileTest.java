package io.meshwork.quality.engine.duckdb;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.classified;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.key;
import static io.meshwork.quality.Contracts.nested;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.personal;
import static io.meshwork.quality.Contracts.required;
import static io.meshwork.quality.Contracts.tagged;
import static io.meshwork.quality.Contracts.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.examination.Examined;
import io.meshwork.quality.personal.PersonalData;
import io.meshwork.quality.profile.DataProfile;
import io.meshwork.quality.profile.FieldProfile;
import io.meshwork.quality.profile.TopValue;
import io.meshwork.quality.sample.FailedRows;
import io.meshwork.quality.score.CheckScore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of data besides its score, and what of it may be shown. */
class ProfileTest {

    @TempDir
    Path folder;

    private DataRoot data;

    @BeforeEach
    void open() {
        data = new DataRoot(folder.resolve("root"));
    }

    @AfterEach
    void close() {
        data.close();
    }

    private Examined examine(Contracts contract) {
        return new Examination(Engines.ofFiles(data.engine(), "files only")).examine(contract.build(), List.of());
    }

    private DataProfile profile(Contracts contract) {
        return examine(contract).profiles().getFirst();
    }

    private FieldProfile seen(Contracts contract, String name) {
        DataProfile profile = profile(contract);
        return profile.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + profile));
    }

    /** Ten lines for each of the values, with a number. */
    private static String csv(String header, String... values) {
        return header + "\n"
                + IntStream.range(0, 10 * values.length)
                        .mapToObj(i -> i + "," + values[i % values.length])
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void countsWhatIsInEveryField() {
        data.write(
                "orders.csv",
                "id,state,day,note\n"
                        + IntStream.range(1, 101)
                                .mapToObj(i -> i + "," + (i % 4 == 0 ? "open" : "paid") + ",2024-01-" + (i % 9 + 10)
                                        + "," + (i % 2 == 0 ? "" : "text " + i))
                                .collect(Collectors.joining("\n")));
        Contracts contract =
                aProduct().schema(required("id"), field("state", "string")).at("orders.csv");

        DataProfile profile = profile(contract);
        assertThat(profile.rows()).isEqualTo(100);
        assertThat(profile.sampled()).isEqualTo(100);
        FieldProfile id = seen(contract, "id");
        assertThat(id.type()).isEqualTo("number");
        assertThat(id.least()).isEqualTo("1");
        assertThat(id.greatest()).isEqualTo("100");
        assertThat((double) id.distinct()).isCloseTo(100, within(8.0));
        FieldProfile state = seen(contract, "state");
        assertThat(state.top()).containsExactly(new TopValue("paid", 0.75), new TopValue("open", 0.25));
        assertThat(state.shortest()).isEqualTo(4);
        assertThat(seen(contract, "day").type()).isEqualTo("date");
        assertThat(seen(contract, "day").least()).isEqualTo("2024-01-10");
        FieldProfile note = seen(contract, "note");
        assertThat(note.nullRate()).isEqualTo(0.5);
        assertThat(note.inContract()).isFalse();
        assertThat(note.least())
                .as("texts that are no categories may be about people")
                .isNull();
        assertThat(note.top()).isEmpty();
    }

    @Test
    void readsTypesAndNestedValuesOfParquet() {
        data.parquet("orders.parquet", """
                select i as id, i % 3 = 0 as paid, date '2024-01-01' + i::int as day, i * 1.5 as amount,
                       {'town': 'Town ' || (i % 2), 'mail': 'p' || i || '@example.org'} as receiver, [i, i] as items
                from range(60) t(i)""");
        Contracts contract = aProduct()
                .schema(
                        field("id", "integer"),
                        nested("receiver", "object", field("town", "string"), field("mail", "string")))
                .at("orders.parquet");

        assertThat(seen(contract, "paid").type()).isEqualTo("boolean");
        assertThat(seen(contract, "day").greatest()).isEqualTo("2024-02-29");
        assertThat(seen(contract, "amount").type()).isEqualTo("number");
        assertThat(seen(contract, "items").hidden()).isEqualTo("nested");
        assertThat(seen(contract, "receiver.town").top()).hasSize(2);
        assertThat(seen(contract, "receiver.mail").undeclared().kind()).isEqualTo(PersonalData.EMAIL);
        assertThat(seen(contract, "receiver.mail").top()).isEmpty();
    }

    @Test
    void readsJson() {
        data.write(
                "orders.json",
                IntStream.range(0, 50)
                        .mapToObj(i -> "{\"id\": " + i + ", \"who\": {\"a\": 1}, \"mail\": \"p" + i + "@example.org\"}")
                        .collect(Collectors.joining("\n")));
        Contracts contract = aProduct().schema(field("id", "integer")).at("orders.json");

        assertThat(seen(contract, "id").greatest()).isEqualTo("49");
        assertThat(seen(contract, "who").type()).isEqualTo("nested");
        assertThat(seen(contract, "mail").undeclared().confidence()).isGreaterThan(0.9);
    }

    @Test
    void reportsPersonalDataOnlyWhereTheContractDoesNot() {
        data.write("orders.csv", csv("id,mail", "a@example.org", "b@example.org"));

        assertThat(seen(aProduct().schema(required("id")).at("orders.csv"), "mail")
                        .undeclared())
                .isNotNull();
        FieldProfile declared = seen(aProduct().schema(personal("mail")).at("orders.csv"), "mail");
        assertThat(declared.undeclared()).isNull();
        assertThat(declared.top()).isEmpty();
        assertThat(seen(aProduct().schema(classified("mail", "restricted")).at("orders.csv"), "mail")
                        .undeclared())
                .isNull();
        assertThat(seen(aProduct().schema(tagged("mail", "not-personal")).at("orders.csv"), "mail")
                        .undeclared())
                .isNull();
        assertThat(seen(aProduct().schema(classified("mail", "internal")).at("orders.csv"), "mail")
                        .undeclared())
                .isNotNull();
    }

    @Test
    void showsNothingOfDeclaredPersonalData() {
        data.write("orders.csv", csv("id,nick", "tom", "tim"));

        FieldProfile nick = seen(aProduct().schema(personal("nick")).at("orders.csv"), "nick");

        assertThat(nick.toString()).doesNotContain("tom", "tim");
        assertThat(nick.hidden()).contains("declared");
    }

    @Test
    void showsRowsThatBreakAChecksWithoutWhatIsPersonal() {
        data.write(
                "orders.csv",
                "id,mail,state,nick\n"
                        + IntStream.range(0, 20)
                                .mapToObj(i -> i + ",p" + i + "@example.org,odd,nick" + i)
                                .collect(Collectors.joining("\n")));
        Contracts contract = aProduct()
                .schema(key("id"), field("mail", "string"), field("state", "string"), personal("nick"))
                .with(
                        check(Metric.INVALID_VALUES, Map.of("validValues", List.of("open")), noRow(), "state"),
                        check(Metric.INVALID_VALUES, Map.of("pattern", "^x"), noRow(), "mail"),
                        check(Metric.INVALID_VALUES, Map.of("pattern", "^y"), noRow(), "nick"))
                .at("orders.csv");

        List<FailedRows> samples = examine(contract).samples();

        assertThat(samples).hasSize(3);
        assertThat(samples.getFirst().columns()).containsExactly("id", "state");
        assertThat(samples.getFirst().rows())
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("odd"));
        assertThat(samples.toString()).doesNotContain("example.org", "nick1");
        assertThat(samples.get(1).rows().getFirst().get(1)).isEqualTo(FailedRows.MASK);
    }

    @Test
    void showsDuplicatesNullsAndMissingValues() {
        data.write("orders.csv", "id,code,state\n1,A,x\n2,A,\n3,B,n/a\n4,C,x\n5,D,x\n6,E,x\n");
        Contracts contract = aProduct()
                .schema(key("id"), unique("code"), field("state", "string"))
                .with(
                        check(Metric.NULL_VALUES, noRow(), "state"),
                        check(Metric.MISSING_VALUES, Map.of("missingValues", List.of("n/a")), noRow(), "state"))
                .at("orders.csv");

        Map<String, FailedRows> samples =
                examine(contract).samples().stream().collect(Collectors.toMap(FailedRows::check, rows -> rows));

        assertThat(samples.get("unique:code").rows()).containsExactly(List.of("A"));
        assertThat(samples.get("null_values_state").rows()).singleElement().satisfies(row -> {
            assertThat(row.getFirst()).isEqualTo("2");
            assertThat(row.get(1)).isNull();
        });
        assertThat(samples.get("missing_values_state").rows()).hasSize(2);
    }

    @Test
    void samplesNothingWhereEveryCheckHolds() {
        data.write("orders.csv", "id\n1\n2\n");

        assertThat(examine(aProduct().schema(key("id")).at("orders.csv")).samples())
                .isEmpty();
    }

    @Test
    void tellsHowANumberWasTaken() {
        data.write("orders.csv", "id\n1\n\n2\n");

        CheckScore check = examine(aProduct().schema(required("id")).at("orders.csv"))
                .scorecard()
                .checks()
                .getFirst();

        assertThat(check.sql())
                .isEqualTo("SELECT count(*), count(*) - count(c0) FROM (SELECT \"id\" AS c0 FROM 'orders.csv')");
        assertThat(check.micros()).isPositive();
        assertThat(check.sql()).doesNotContain(folder.toString());
    }

    @Test
    void profilesDataThatNobodyPromisedAnythingAbout() {
        data.write("orders.csv", csv("id,mail", "a@example.org", "b@example.org"));

        Examined examined = examine(aProduct().schema(field("id", "string")).at("orders.csv"));

        assertThat(examined.scorecard().score()).isNull();
        assertThat(examined.profiles().getFirst().rows()).isEqualTo(20);
    }

    @Test
    void looksAtSomeOfVeryManyColumns() throws IOException {
        String header = IntStream.range(0, 5000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 5000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        data.write("wide.csv", header + "\n" + (row + "\n").repeat(20));

        DataProfile profile = profile(aProduct().schema(required("c4999")).at("wide.csv"));

        assertThat(profile.fields()).hasSize(ColumnLook.MOST_COLUMNS);
        assertThat(profile.fields().getFirst().name()).isEqualTo("c4999");
        assertThat(profile.left()).isEqualTo(5000 - ColumnLook.MOST_COLUMNS);
    }

    @Test
    void looksAtManyColumnsInLittleMemory() {
        data.close();
        data = DataRoot.withMemory(folder.resolve("root"), 128);
        String columns =
                IntStream.range(0, 300).mapToObj(i -> "'v' || i AS c" + i).collect(Collectors.joining(", "));
        data.parquet("wide.parquet", "select " + columns + " from range(5000) t(i)");

        DataProfile profile = profile(aProduct().schema(required("c299")).at("wide.parquet"));

        assertThat(profile.reason()).isNull();
        assertThat(profile.fields()).hasSize(300).allMatch(field -> field.nullRate() == 0);
    }

    @Test
    void samplesBigFiles() {
        data.parquet("big.parquet", "select i, 'p' || i || '@example.org' as mail from range(200000) t(i)");

        DataProfile profile = profile(aProduct().schema(field("i", "integer")).at("big.parquet"));

        assertThat(profile.rows()).isEqualTo(200_000);
        assertThat(profile.sampled()).isBetween(1500L, 2500L);
        assertThat(profile.fields().get(1).undeclared().kind()).isEqualTo(PersonalData.EMAIL);
    }

    @Test
    void survivesColumnsNamedLikeSql() {
        data.write("odd.csv", "\"a\"\"; DROP TABLE x; --\",keep,'); SELECT 1; --,c0\n1,2,,4\n1,2,,4\n1,2,,4\n");

        DataProfile profile = profile(aProduct().schema(required("keep")).at("odd.csv"));

        assertThat(profile.reason()).isNull();
        assertThat(profile.fields())
                .extracting(FieldProfile::name)
                .contains("a\"; DROP TABLE x; --", "'); SELECT 1; --");
        assertThat(profile.fields())
                .filteredOn(field -> field.name().startsWith("')"))
                .singleElement()
                .satisfies(field -> assertThat(field.nullRate()).isEqualTo(1));
    }

    @Test
    void survivesHugeNumbersAndControlCharacters() {
        data.write(
                "odd.csv", "n,t\n1e400,a\u0007\n-99999999999999999999999999999999999999,b\nNaN,c\n12,\u001b[31mred\n");

        DataProfile profile = profile(aProduct().schema(required("n")).at("odd.csv"));

        assertThat(profile.reason()).isNull();
        assertThat(profile.rows()).isEqualTo(4);
    }

    @Test
    void saysWhyAFileCannotBeLookedAt() throws IOException {
        Path file = data.write("odd.csv", "");
        assertThat(profile(aProduct().schema(required("n")).at("odd.csv")).reason())
                .contains("empty");

        Files.write(file, "id,t\n1,\u00e9\n2,x\n".getBytes(StandardCharsets.ISO_8859_1));
        DataProfile latin = profile(aProduct().schema(required("id")).at("odd.csv"));
        assertThat(latin.reason()).isNotNull().doesNotContain(folder.toString());

        assertThat(profile(aProduct().schema(required("n")).at("../secret.csv")).reason())
                .contains("leads out");
    }

    @Test
    void survivesFilesWithoutRows() {
        data.write("none.csv", "id,mail\n");

        DataProfile profile = profile(aProduct().schema(required("id")).at("none.csv"));

        assertThat(profile.rows()).isZero();
        assertThat(profile.fields()).isEmpty();
    }
}

package io.meshwork.quality.engine.duckdb;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.Scorecard;
import io.meshwork.quality.score.Scorecard.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the file is, the answer is a scorecard with a reason. */
class TroubleTest {

    @TempDir
    Path folder;

    private DataRoot data;

    @BeforeEach
    void open() {
        data = new DataRoot(folder.resolve("root"));
        data.write("there.csv", "id\n1\n");
    }

    @AfterEach
    void close() {
        data.close();
    }

    private Scorecard score(String location) {
        return data.score(aCheckedProduct().at(location));
    }

    private static Contracts aCheckedProduct() {
        return aProduct().with(check(Metric.NULL_VALUES, noRow(), "id"), check(Metric.ROW_COUNT, atLeast(1)));
    }

    /** DuckDB quotes the line at fault, and says with this word that a query took too long. */
    @Test
    void dataThatSaysInterruptedIsDataAllTheSame() {
        data.write("Interrupted.csv", "id,name\n1,a\n2,Interrupted,b\n");

        assertThat(score("Interrupted.csv").verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void doesNotCheckMissingFile() {
        Scorecard card = score("gone.csv");

        assertThat(card.verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(card.score()).isNull();
        assertThat(card.reason()).isEqualTo("there is no file gone.csv under the data root");
        assertThat(card.checks()).extracting(CheckScore::status).containsOnly(CheckStatus.NOT_RUN);
    }

    @Test
    void doesNotCheckDirectory() throws IOException {
        Files.createDirectories(folder.resolve("root/some.csv"));

        assertThat(score("some.csv").reason()).contains("some.csv is a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty.csv", "empty.json", "empty.parquet"})
    void failsEmptyFile(String name) {
        data.write(name, "");

        Scorecard card = score(name);

        assertThat(card.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(card.score()).isZero();
        assertThat(card.reason()).isEqualTo("the file " + name + " is empty (0 bytes)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken.parquet", "broken.json", "broken.csv"})
    void failsFileThatIsNotWhatItsNameSays(String name) {
        data.write(name, "PAR1 this is not, \"\nand not this[{\"a\":\n1,2,3,4\n");

        Scorecard card = score(name);

        assertThat(card.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(card.checks()).extracting(CheckScore::status).contains(CheckStatus.ERROR);
        assertThat(card.toString()).doesNotContain(folder.toString());
    }

    @Test
    void saysWhichLineOfCsvIsBrokenButNotWhatIsInIt() {
        data.write("uneven.csv", "id,name\n1,a\n2,secret,value\n");

        assertThat(score("uneven.csv").reason())
                .contains("line 3", "expected number of columns: 2 found: 3")
                .doesNotContain("secret");
    }

    @Test
    void failsTruncatedParquet() throws IOException {
        Path whole = data.parquet("whole.parquet", "SELECT range AS id FROM range(100000)");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(folder.resolve("root/cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(score("cut.parquet").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(score("whole.parquet").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void survivesParquetWhoseDataPagesAreGarbage() throws IOException {
        Path file = data.parquet("rotten.parquet", "SELECT range AS id, 'name ' || range AS name FROM range(100000)");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 100; i < bytes.length / 2; i++) {
            bytes[i] = (byte) (bytes[i] * 31 + i);
        }
        Files.write(file, bytes);

        assertThat(score("rotten.parquet").checks()).isNotEmpty();
        assertThat(score("there.csv").verdict()).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.csv", "none.json", "none.parquet"})
    void looksAtRowCountOnlyWhenThereAreNoRows(String name) {
        data.write("none.csv", "id,name\n");
        data.write("none.json", "[]");
        data.parquet("none.parquet", "SELECT 1 AS id, 'x' AS name LIMIT 0");

        Scorecard card = data.score(aCheckedProduct().at(name));

        assertThat(card.checks())
                .extracting(CheckScore::status)
                .containsExactly(CheckStatus.NOT_RUN, CheckStatus.FAILED);
        assertThat(card.rows()).isZero();
        assertThat(card.reason()).contains("has no rows");
    }

    @Test
    void readsWideFile() {
        String names = IntStream.range(0, 2000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String cells = IntStream.range(0, 2000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        data.write("wide.csv", names + "\n" + cells + "\n");

        Scorecard card = data.score(aProduct()
                .at("wide.csv")
                .with(check(Metric.NULL_VALUES, noRow(), "c1999"), check(Metric.NULL_VALUES, noRow(), "c2000")));

        assertThat(card.checks()).extracting(CheckScore::status).containsExactly(CheckStatus.PASSED, CheckStatus.ERROR);
        assertThat(card.checks().getLast().message()).contains("Did you mean `c", "and 1970 more");
    }

    @Test
    void readsQuotedHeaderByteOrderMarkAndOtherDelimiters() {
        data.write("bom.csv", "\uFEFF\"i\"\"d\";\"a\nb\"\n1;2\n");

        Scorecard card = data.score(aProduct()
                .at("bom.csv")
                .with(check(Metric.NULL_VALUES, noRow(), "i\"d"), check(Metric.NULL_VALUES, noRow(), "a\nb")));

        assertThat(card.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void givesUpWhenTimeIsOver() {
        try (DataRoot impatient = new DataRoot(folder.resolve("root"), Duration.ofSeconds(1))) {
            CheckScore score = impatient.only(aProduct()
                    .at("there.csv")
                    .with(sql(
                            "SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE a.range = b.range + 1",
                            noRow())));

            assertThat(score.status()).isEqualTo(CheckStatus.ERROR);
            assertThat(score.message()).contains("took longer than 1 s").isNotBlank();
        }
    }

    @Test
    void namesNoValueOfTheDataInAnError() {
        data.write("people.csv", "id\nmary@example.org\n");

        CheckScore score = data.only(
                aProduct().at("people.csv").with(sql("SELECT sum(CAST(id AS INTEGER)) FROM {object}", noRow())));

        assertThat(score.status()).isEqualTo(CheckStatus.ERROR);
        assertThat(score.message()).doesNotContain("mary");
    }

    @Test
    void readsRemoteNothing() {
        Scorecard card = data.score(aProduct()
                .schema(field("id", "string"))
                .port("lake", PortKind.FILE, "parquet", "https://example.org/x.parquet")
                .with(check(Metric.NULL_VALUES, noRow(), "id")));

        assertThat(card.verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(card.reason()).contains("https: is not reachable from here");
    }
}

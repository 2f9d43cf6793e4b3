package io.meshwork.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Source;
import io.meshwork.quality.engine.duckdb.FileEngines;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.Scorecard;
import io.meshwork.quality.score.Scorecard.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples' README promises about quality. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Engine<Source> ENGINE = FileEngines.on(EXAMPLES);

    private static Scorecard score(String file) throws IOException {
        ReadResult read = new ContractReader().read(Files.readAllBytes(EXAMPLES.resolve(file)));
        assertThat(read).isInstanceOf(ReadResult.Accepted.class);
        DataProduct product = ((ReadResult.Accepted) read).product();
        return new Examination(ENGINE).check(product, List.of());
    }

    private static CheckScore check(Scorecard card, String name) {
        return card.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + name + " in " + card.checks()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aviation/airports.yaml",
                "aviation/birdstrikes.yaml",
                "cart/carts.yaml",
                "checkout/orders.yaml",
                "checkout/payments.yaml",
                "marketing/attribution.yaml",
                "sales/customer-360.yaml"
            })
    void passes(String file) throws IOException {
        Scorecard card = score(file);

        assertThat(card.verdict()).as(card.toString()).isEqualTo(Verdict.PASSED);
        assertThat(card.score()).isGreaterThan(0.9);
        assertThat(card.checks()).extracting(CheckScore::status).doesNotContain(CheckStatus.ERROR, CheckStatus.NOT_RUN);
    }

    @Test
    void failsMoviesForWhatIsReallyWrongWithThem() throws IOException {
        Scorecard card = score("media/movies.yaml");

        assertThat(card.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(card.rows()).isEqualTo(3201);
        assertThat(card.checks())
                .filteredOn(check -> check.status() == CheckStatus.FAILED)
                .extracting(CheckScore::name)
                .contains("null_values_movies_title", "null_values_movies_director", "invalid_values_movies_rating");
        assertThat(check(card, "null_values_movies_title").rowsFailed()).isEqualTo(1);
    }
}

package io.meshwork.contract.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwork.contract.model.DataProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The official examples of the standard, which no one here wrote. */
class OdcsCorpusTest {

    private static final Path CORPUS = Corpora.odcs();

    @BeforeAll
    static void needsTheCorpus() {
        assumeTrue(Files.isDirectory(CORPUS), () -> "skipped: there is no corpus at " + CORPUS);
    }

    static Stream<Path> documents() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return Stream.of(CORPUS);
        }
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void acceptsEveryOfficialExample(Path document) throws IOException {
        ReadResult result = new ContractReader().read(Files.readAllBytes(document));

        assertThat(result).isInstanceOf(ReadResult.Accepted.class);
        ReadResult.Accepted accepted = (ReadResult.Accepted) result;
        assertThat(DataProductJson.read(accepted.canonicalJson())).isEqualTo(accepted.product());
        assertThat(accepted.warnings()).noneMatch(warning -> warning.code().equals("contract.key.unknown"));
    }

    @Test
    void readsTheFullExampleInFull() throws IOException {
        DataProduct product = ((ReadResult.Accepted)
                        new ContractReader().read(Files.readAllBytes(CORPUS.resolve("all/full-example.odcs.yaml"))))
                .product();

        assertThat(product.id()).isEqualTo("seller.my-quantum");
        assertThat(product.title()).isEqualTo("my quantum");
        assertThat(product.owner().team()).isEqualTo("my-team");
        assertThat(product.owner().contact()).isEqualTo("#product-help");
        assertThat(product.retention()).isEqualTo("3 y");
        assertThat(product.terms().endDate()).isEqualTo("2042-05-12");
        assertThat(product.inputPorts()).hasSize(3);
        assertThat(product.qualityChecks())
                .extracting(check -> check.name())
                .containsExactly("null_values_tbl_rcvr_cntry_code", "row_count_tbl");
        assertThat(product.outputPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.location()).isEqualTo("localhost:5432/pypl-edw/pp_access_views"));
        assertThat(product.custom())
                .containsKeys("price", "roles", "support", "team", "customProperties", "schema", "quality", "tenant");
    }

    @Test
    void readsTheLargestExampleWithAllItsTables() throws IOException {
        DataProduct product = ((ReadResult.Accepted) new ContractReader()
                        .read(Files.readAllBytes(CORPUS.resolve("all/postgresql-adventureworks-contract.odcs.yaml"))))
                .product();

        assertThat(product.schema()).hasSize(68);
        assertThat(product.schema().stream().map(d -> d.fields().size()).reduce(0, Integer::sum))
                .isEqualTo(456);
    }

    @Test
    void hasEighteenExamples() throws IOException {
        List<Path> documents = documents().toList();

        assertThat(documents).hasSize(18);
    }
}

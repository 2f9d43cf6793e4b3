package io.meshwork.cli.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.quality.score.Scorecard.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the files of a contract are looked for when nobody says. */
class LocalExaminationTest {

    @TempDir
    Path folder;

    private Path contract;

    @BeforeEach
    void writeContract() throws IOException {
        contract = Files.createDirectories(folder.resolve("work/shop")).resolve("orders.yaml");
        Files.writeString(contract, """
                apiVersion: meshwork.io/v1
                kind: DataProduct
                metadata: {name: orders, domain: shop, version: 1.0.0, owner: shop@example.com}
                spec:
                  description: Orders
                  schema: [{name: id, type: string, required: true}]
                  outputs: [{name: files, format: csv, location: shop/data/orders.csv}]
                """);
    }

    @Test
    void nearestFolderAboveTheContractThatHasThemCounts() throws IOException {
        writeData("work/shop/data/orders.csv");

        assertThat(verdict(folder.resolve("work"))).isEqualTo(Verdict.PASSED);
    }

    @Test
    void nothingAboveTheWorkingFolderIsLookedAt() throws IOException {
        writeData("work/shop/data/orders.csv");

        assertThat(verdict(folder.resolve("work/shop"))).isEqualTo(Verdict.NOT_CHECKED);
    }

    @Test
    void contractsThatAreNamedTogetherKnowEachOther() throws IOException {
        writeData("work/shop/data/orders.csv");
        Path payments = folder.resolve("work/shop/payments.yaml");
        Files.writeString(payments, """
                apiVersion: meshwork.io/v1
                kind: DataProduct
                metadata: {name: payments, domain: shop, version: 1.0.0, owner: shop@example.com}
                spec:
                  description: Payments
                  schema: [{name: order, type: string}]
                  outputs: [{name: files, format: csv, location: shop/data/payments.csv}]
                  quality_checks:
                    - {name: consistency, column: order, references: {product: shop.orders, column: id}}
                """);
        Files.writeString(folder.resolve("work/shop/data/payments.csv"), "order\n1\n2\n");

        try (LocalExamination examination = new LocalExamination(null, folder.resolve("work"))) {
            assertThat(verdict(examination.run(List.of(contract, payments)).getLast()))
                    .isEqualTo(Verdict.PASSED);
            assertThat(verdict(examination.run(List.of(payments)).getLast())).isEqualTo(Verdict.NOT_CHECKED);
        }
    }

    private static Verdict verdict(LocalRun run) {
        return ((LocalRun.Checked) run).examined().scorecard().verdict();
    }

    private void writeData(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "id\n1\n2\n");
    }

    private Verdict verdict(Path workingFolder) {
        try (LocalExamination examination = new LocalExamination(null, workingFolder)) {
            return verdict(examination.run(contract));
        }
    }
}

package io.meshwork.cli.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.quality.score.Scorecard.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private void writeData(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "id\n1\n2\n");
    }

    private Verdict verdict(Path workingFolder) {
        try (LocalExamination examination = new LocalExamination(null, workingFolder)) {
            return ((LocalRun.Checked) examination.run(contract))
                    .examined()
                    .scorecard()
                    .verdict();
        }
    }
}

package io.meshwork.contract.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.write.OdcsWriter;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of damaged documents, the same ones in every run: none may raise an exception. */
@Timeout(120)
class MutationTest {

    private static final String SPICE = "{}[]:,-?&*!|>'\"%@`#\n\t \\0~<.=é\u0085😀";

    private final Random random = new Random(360);

    @Test
    void answersWhateverIsDoneToADescriptor() {
        answersToDamaged(Documents.customer360(), 1_500);
    }

    @Test
    void answersWhateverIsDoneToAContract() {
        answersToDamaged(Documents.odcsWith("""
                        team: [{username: ann}]
                        slaProperties: [{property: latency, value: 4, unit: d}]
                        servers: [{server: s, type: kafka, host: h}]
                        schema:
                          - name: t
                            quality: [{metric: rowCount, mustBeBetween: [1, 2]}]
                            properties: [{name: a, logicalType: array, items: {logicalType: string}}]
                        """), 1_500);
    }

    @Test
    void answersWhateverIsDoneToAContractWithEverySection() {
        answersToDamaged(Documents.text("/contracts/everything.odcs.yaml"), 400);
        answersToDamaged(Documents.text("/contracts/everything-3.0.odcs.yaml"), 800);
    }

    @Test
    void answersWhateverIsDoneToAProductOfTheStandard() {
        answersToDamaged(Documents.text("/contracts/shop.odps.yaml"), 800);
    }

    @Test
    void answersWhateverIsDoneToWhatTheMeshWrote() {
        answersToDamaged(OdcsWriter.write(Documents.product(Documents.customer360())), 800);
    }

    @Test
    void answersWhateverIsDoneToVersion2() {
        answersToDamaged("""
                apiVersion: v2.2.2
                kind: DataContract
                uuid: x
                dataset: [{table: t, columns: [{column: a, isPrimary: true}]}]
                """, 400);
    }

    @Test
    void answersWhateverIsDoneToJson() {
        answersToDamaged(Documents.accepted(Documents.customer360()).canonicalJson(), 2_000);
    }

    private void answersToDamaged(String document, int times) {
        for (int i = 0; i < times; i++) {
            StringBuilder damaged = new StringBuilder(document);
            for (int j = random.nextInt(4); j >= 0; j--) {
                damage(damaged);
            }
            assertThat(new ContractReader().read(damaged.toString().getBytes(StandardCharsets.UTF_8)))
                    .isNotNull();
        }
    }

    private void damage(StringBuilder text) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, spice());
            case 2 -> text.insert(random.nextInt(text.length()), text.substring(from, to));
            default -> text.replace(from, to, spice());
        }
        if (text.isEmpty()) {
            text.append(' ');
        }
    }

    private String spice() {
        int index = random.nextInt(SPICE.length());
        return SPICE.substring(index, Math.min(SPICE.length(), index + 1 + random.nextInt(2)));
    }
}

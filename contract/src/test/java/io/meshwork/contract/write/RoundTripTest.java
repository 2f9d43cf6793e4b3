package io.meshwork.contract.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.Corpora;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.ReadResult.Accepted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a reader accepts comes back from the written contract as the same product. */
@Timeout(120)
class RoundTripTest {

    private static final Path FIXTURES = Path.of("src/test/resources/contracts");
    private static final Path EXAMPLES = Path.of("../examples");

    static Stream<Path> contracts() {
        return Stream.of(Corpora.documents(FIXTURES), Corpora.documents(Corpora.odcs()))
                .flatMap(List::stream)
                .filter(file -> file.toString().contains(".odcs."));
    }

    static Stream<Path> otherDocuments() {
        return Stream.of(Corpora.documents(FIXTURES), Corpora.documents(Corpora.odps()), Corpora.documents(EXAMPLES))
                .flatMap(List::stream)
                .filter(file -> !file.toString().contains(".odcs.") && isAccepted(file));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aContractComesBackAsTheSameProduct(Path document) {
        DataProduct product = accepted(text(document)).product();

        assertThat(accepted(OdcsWriter.write(product)).product()).isEqualTo(product);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aContractComesBackWithEverythingItsAuthorWrote(Path document) {
        String written = OdcsWriter.write(accepted(text(document)).product());

        assertThat(Lost.between(text(document), written)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aContractIsWrittenInVersion31AndRaisesNoNewProblem(Path document) {
        Accepted before = accepted(text(document));
        String written = OdcsWriter.write(before.product());

        assertThat(written).startsWith("apiVersion: v3.1.0\nkind: DataContract\n");
        assertThat(accepted(written).warnings())
                .extracting(Problem::code)
                .isSubsetOf(before.warnings().stream().map(Problem::code).toList());
    }

    @ParameterizedTest
    @MethodSource("otherDocuments")
    void aProductOfAnotherKindComesBackButForThePointersOfItsChecks(Path document) {
        DataProduct product = accepted(text(document)).product();

        DataProduct back = accepted(OdcsWriter.write(product)).product();

        assertThat(Pointers.without(back)).isEqualTo(Pointers.without(product));
    }

    @ParameterizedTest
    @MethodSource("otherDocuments")
    void writingTwiceGivesTheSameText(Path document) {
        String once = OdcsWriter.write(accepted(text(document)).product());

        assertThat(OdcsWriter.write(accepted(once).product())).isEqualTo(once);
    }

    @Test
    void acceptedDocumentsComeBackHoweverTheyWereDamaged() {
        List<String> documents = Stream.concat(contracts(), otherDocuments())
                .filter(file -> file.startsWith(FIXTURES))
                .map(RoundTripTest::text)
                .toList();

        int accepted = documents.stream()
                .mapToInt(document -> comeBackDamaged(document, new Random(42), 60))
                .sum();

        assertThat(accepted).isGreaterThan(50);
    }

    @Test
    void officialExamplesAreAmongTheDocumentsWhereTheyAreAtHand() {
        List<Path> examples = Corpora.documents(Corpora.odcs());
        assumeTrue(!examples.isEmpty(), () -> "skipped: there is no corpus at " + Corpora.odcs());

        assertThat(contracts()).containsAll(examples);
    }

    private static int comeBackDamaged(String document, Random random, int times) {
        int accepted = 0;
        for (int i = 0; i < times; i++) {
            String damaged = damaged(document, random);
            if (new ContractReader().read(damaged) instanceof Accepted found) {
                accepted++;
                DataProduct back = accepted(OdcsWriter.write(found.product())).product();
                assertThat(Pointers.without(back)).as(damaged).isEqualTo(Pointers.without(found.product()));
            }
        }
        return accepted;
    }

    /** Words change their letters, lines move or go: much of it stays a valid contract. */
    private static String damaged(String document, Random random) {
        StringBuilder text = new StringBuilder(document);
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.setCharAt(at, "aZ7_-:#' é".charAt(random.nextInt(10)));
            case 1 -> text.insert(at, "x1 0\tnull~\"".charAt(random.nextInt(11)));
            case 2 -> text.delete(text.lastIndexOf("\n", at) + 1, Math.max(at, text.indexOf("\n", at)) + 1);
            default -> text.deleteCharAt(at);
        }
        return text.toString();
    }

    private static boolean isAccepted(Path file) {
        return new ContractReader().read(text(file)) instanceof Accepted;
    }

    private static Accepted accepted(String document) {
        assertThat(new ContractReader().read(document)).isInstanceOf(Accepted.class);
        return (Accepted) new ContractReader().read(document);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

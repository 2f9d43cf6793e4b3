package io.meshwork.policy.document;

import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.document.DocumentParser;
import io.meshwork.contract.read.document.Mark;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Problems;
import io.meshwork.policy.document.PolicyReading.Accepted;
import io.meshwork.policy.document.PolicyReading.Refused;
import io.meshwork.policy.language.PolicyLanguage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a policy document; finds everything that is wrong with it at once. Safe for use by many threads. */
public final class PolicyReader {

    /** Bytes of a document, so that {@code policy.changed} can carry it on every tier of every broker. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Many products are judged in a fraction of it; whoever submits a policy waits for its tests. */
    static final Duration TESTING = Duration.ofSeconds(5);

    private final PolicyLanguage language;

    public PolicyReader(PolicyLanguage language) {
        this.language = language;
    }

    /**
     * Reads a document without running its tests.
     *
     * @param document YAML, or JSON of the same form
     */
    public PolicyReading read(String document) {
        Problems problems = new Problems();
        Accepted accepted = isTooLarge(document, problems) ? null : accepted(document, problems);
        return answer(accepted, problems);
    }

    /** Like {@link #read}; a test that fails is a problem of the document, too. */
    public PolicyReading readTested(String document) {
        return switch (read(document)) {
            case Accepted accepted -> tested(accepted);
            case Refused refused -> refused;
        };
    }

    /** Runs the tests of a document that was read; takes at most about {@link #TESTING}. */
    public PolicyReading tested(Accepted accepted) {
        Problems problems = new Problems();
        long end = System.nanoTime() + TESTING.toNanos();
        for (PolicyTest test : accepted.tests()) {
            if (System.nanoTime() > end) {
                problems.error(
                        "policy.test.too-long",
                        test.at(),
                        test.pointer(),
                        "the tests above this one took longer than " + TESTING.toSeconds() + " seconds",
                        "Simplify the rules, or keep the tests that tell most.");
                break;
            }
            test.run(accepted.policy())
                    .ifPresent(failure -> problems.error(
                            "policy.test.failed",
                            test.at(),
                            test.pointer(),
                            "the test '" + test.name() + "' fails: " + failure,
                            "Mend the rule or the test; `mesh policy test` runs them here."));
        }
        return answer(accepted, problems);
    }

    private static PolicyReading answer(@Nullable Accepted accepted, Problems problems) {
        return accepted == null || problems.hasErrors()
                ? new Refused(problems.sorted().stream().map(PolicyReader::ours).toList())
                : accepted;
    }

    private @Nullable Accepted accepted(String document, Problems problems) {
        Mapping root = DocumentParser.parse(document, problems);
        return root == null
                ? null
                : new PolicyDocument(new Part(root, "", problems), new SourceText(document), language).read();
    }

    private static boolean isTooLarge(String document, Problems problems) {
        boolean tooLarge =
                document.length() > MAX_BYTES || document.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
        if (tooLarge) {
            problems.error(
                    "policy.too-large",
                    Mark.START,
                    "",
                    "the document is larger than " + MAX_BYTES / 1024 + " KiB",
                    "Split it into several policies.");
        }
        return tooLarge;
    }

    /** The parser is shared with contracts and names its codes after them. */
    private static Problem ours(Problem p) {
        String code = p.code().replaceFirst("^contract\\.", "policy.");
        return new Problem(code, p.severity(), p.message(), p.advice(), p.pointer(), p.line(), p.column());
    }

    /** One line per problem, for logs and dead letters. */
    public static String text(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        for (Problem p : problems) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("line ")
                    .append(p.line())
                    .append(", column ")
                    .append(p.column())
                    .append(": ")
                    .append(p.message())
                    .append(". ")
                    .append(p.advice());
        }
        return text.toString();
    }
}

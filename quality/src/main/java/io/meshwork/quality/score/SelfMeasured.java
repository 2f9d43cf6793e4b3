package io.meshwork.quality.score;

import io.meshwork.contract.model.QualityCheck.Severity;
import java.util.List;

/**
 * A check that the producer ran itself. It is taken at its word, as an error-severity check whose score is all or nothing.
 *
 * @param dimension lower case, open set
 */
public record SelfMeasured(String name, String dimension, double measured, boolean passed) {

    CheckScore score() {
        return new CheckScore(
                name,
                "",
                List.of(),
                dimension,
                "self_measured",
                Severity.ERROR,
                passed ? CheckStatus.PASSED : CheckStatus.FAILED,
                measured,
                "the producer's own",
                passed ? 1.0 : 0.0,
                null,
                null,
                passed ? null : "the producer reports that its own threshold was not met",
                null,
                null);
    }
}

package io.meshwork.quality.results;

import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.quality.score.CheckStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a tool says came of a check.
 *
 * @param measured null when it gives no number
 * @param rowsTested null when not known
 * @param rowsFailed null when not known
 * @param message null when the check passed or nothing is said
 */
record Found(
        CheckStatus status,
        Severity severity,
        @Nullable Double measured,
        @Nullable Long rowsTested,
        @Nullable Long rowsFailed,
        @Nullable String message) {

    static Found passed(@Nullable Double measured) {
        return new Found(CheckStatus.PASSED, Severity.ERROR, measured, null, null, null);
    }

    static Found failed(Severity severity, @Nullable Double measured, @Nullable String message) {
        return new Found(CheckStatus.FAILED, severity, measured, null, null, message);
    }

    /** It could not be tested. */
    static Found broken(@Nullable String reason) {
        return new Found(CheckStatus.ERROR, Severity.ERROR, null, null, null, reason);
    }

    static Found notRun(@Nullable String reason) {
        return new Found(CheckStatus.NOT_RUN, Severity.ERROR, null, null, null, reason);
    }

    Found withRows(@Nullable Long tested, @Nullable Long failed) {
        return new Found(status, severity, measured, tested, failed, message);
    }
}

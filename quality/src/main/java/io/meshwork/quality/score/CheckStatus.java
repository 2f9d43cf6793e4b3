package io.meshwork.quality.score;

/** What came of a check: the condition holds, does not hold, could not be tested, or was not to be tested. */
public enum CheckStatus {
    PASSED,
    FAILED,
    ERROR,
    NOT_RUN
}

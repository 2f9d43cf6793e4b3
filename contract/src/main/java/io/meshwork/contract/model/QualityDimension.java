package io.meshwork.contract.model;

/** The dimensions of ODCS v3.1 (accuracy, completeness, conformity, consistency, coverage, timeliness, uniqueness) and validity. */
public enum QualityDimension {
    ACCURACY,
    COMPLETENESS,
    CONFORMITY,
    CONSISTENCY,
    COVERAGE,
    TIMELINESS,
    UNIQUENESS,
    VALIDITY
}

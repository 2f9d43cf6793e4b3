package io.meshwork.contract.model;

/** How the data comes to be. */
public enum ProductType {
    SOURCE,
    DERIVED,
    AGGREGATE,
    ML_FEATURE
}

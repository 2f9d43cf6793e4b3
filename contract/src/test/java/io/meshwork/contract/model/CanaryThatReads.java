package io.meshwork.contract.model;

import io.meshwork.contract.read.ContractReader;

/** A model that knows its reader; breaks the rule on purpose. */
public record CanaryThatReads(ContractReader reader) {}

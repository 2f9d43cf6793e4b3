package io.meshwork.policy.language;

import java.nio.file.Path;

/** An expression that sees more than the product; breaks the rule on purpose. */
public record CanaryThatReadsFiles(Path file) {}

package io.meshwork.quality.engine;

import org.jspecify.annotations.Nullable;

/**
 * A file to be measured.
 *
 * @param location as the contract writes it: a path relative to the allowed root, or a {@code file:} URL; not trusted
 * @param delimiter between the cells of a CSV file, null when its header shall tell
 */
public record DataFile(
        String location, FileFormat format, @Nullable String delimiter) implements Source {}

package io.meshwork.quality.profile;

import io.meshwork.quality.personal.Detection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one field holds.
 *
 * @param name of the contract's field, else of the file's column
 * @param inContract whether the contract knows it
 * @param type as found: number, date, timestamp, time, boolean, text, or nested
 * @param nullRate 0..1
 * @param distinct estimate, off by a few percent; null for nested values
 * @param least null also where values are not shown
 * @param shortest characters of text, null for other types
 * @param top values that are frequent in the sample, most frequent first; empty where values are not shown
 * @param hidden why no values are shown, null when they are
 * @param undeclared personal data that the contract does not declare, null when none was found
 */
public record FieldProfile(
        String name,
        boolean inContract,
        String type,
        double nullRate,
        @Nullable Long distinct,
        @Nullable String least,
        @Nullable String greatest,
        @Nullable Long shortest,
        @Nullable Long longest,
        List<TopValue> top,
        @Nullable String hidden,
        @Nullable Detection undeclared) {

    public FieldProfile {
        top = List.copyOf(top);
    }
}

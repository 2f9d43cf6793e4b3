package io.meshwork.quality.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one dataset holds.
 *
 * @param rows null when the data could not be looked at
 * @param sampled rows by whose values personal data and frequent values were found
 * @param left fields that were not looked at, because there are too many
 * @param micros of the scan
 * @param reason why the data could not be looked at, null when it was
 */
public record DataProfile(
        String dataset,
        @Nullable Long rows,
        long sampled,
        List<FieldProfile> fields,
        int left,
        long micros,
        @Nullable String reason) {

    public DataProfile {
        fields = List.copyOf(fields);
    }

    static DataProfile without(String dataset, String reason) {
        return new DataProfile(dataset, null, 0, List.of(), 0, 0, reason);
    }
}

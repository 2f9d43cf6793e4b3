package io.meshwork.quality.run;

import io.meshwork.quality.profile.DataProfile;
import io.meshwork.quality.sample.FailedRows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs saw of the data beyond their score. The newest are kept, older ones are forgotten. */
public interface Profiles {

    /** Profiles that are kept of a version of a product. */
    int MOST_PROFILES = 30;

    /** Runs of a product whose samples are kept. */
    int MOST_SAMPLED = 5;

    /** What the data of a version looked like in one run. */
    record Kept(String productId, String version, long sequence, List<DataProfile> datasets, Instant profiledAt) {

        public Kept {
            datasets = List.copyOf(datasets);
        }
    }

    void keep(Collection<Kept> profiles);

    /** Rows that broke checks in a run. */
    void keepSamples(String productId, long sequence, List<FailedRows> samples);

    /** @param version null for the latest whatever the version */
    Optional<Kept> latest(String productId, @Nullable String version);

    /** All that are kept of a product, newest first. */
    List<Kept> history(String productId, int limit);

    /** Empty when none are kept of the run; a run without failed checks has an empty list. */
    Optional<List<FailedRows>> samples(String productId, long sequence);
}

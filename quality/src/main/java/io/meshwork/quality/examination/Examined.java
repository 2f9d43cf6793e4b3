package io.meshwork.quality.examination;

import io.meshwork.quality.profile.DataProfile;
import io.meshwork.quality.sample.FailedRows;
import io.meshwork.quality.score.Scorecard;
import java.util.List;

/**
 * All that came of examining a product.
 *
 * @param profiles one for each dataset that has data to be read
 * @param samples for failed checks that count rows
 */
public record Examined(Scorecard scorecard, List<DataProfile> profiles, List<FailedRows> samples) {

    public Examined {
        profiles = List.copyOf(profiles);
        samples = List.copyOf(samples);
    }
}

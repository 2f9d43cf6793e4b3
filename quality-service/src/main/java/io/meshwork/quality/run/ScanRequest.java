package io.meshwork.quality.run;

import io.meshwork.quality.score.SelfMeasured;
import java.util.List;

/**
 * What a scan job is to do; its key is {@code <product>@<version>}, so that a burst of refreshes becomes one scan.
 *
 * @param trigger {@code published} or {@code refreshed}
 */
public record ScanRequest(String productId, String version, String trigger, List<SelfMeasured> selfMeasured) {

    public static final String PUBLISHED = "published";
    public static final String REFRESHED = "refreshed";

    public ScanRequest {
        selfMeasured = List.copyOf(selfMeasured);
    }

    public String key() {
        return productId + "@" + version;
    }
}

package io.meshwork.quality.run;

import io.meshwork.quality.score.SelfMeasured;
import java.util.List;

/**
 * What a scan job is to do; its key is {@code <product>@<version>}, so that a burst of refreshes becomes one scan.
 *
 * @param trigger {@code published}, {@code refreshed} or {@code reported}
 * @param selfMeasured checks of this refresh that no tool has run; those of tools are read when the scan runs
 */
public record ScanRequest(String productId, String version, String trigger, List<SelfMeasured> selfMeasured) {

    public static final String PUBLISHED = "published";
    public static final String REFRESHED = "refreshed";
    /** No new data, but new results of checks. */
    public static final String REPORTED = "reported";

    public ScanRequest {
        selfMeasured = List.copyOf(selfMeasured);
    }

    public String key() {
        return productId + "@" + version;
    }
}

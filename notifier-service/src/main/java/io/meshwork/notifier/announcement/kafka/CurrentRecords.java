package io.meshwork.notifier.announcement.kafka;

import static io.meshwork.notifier.announcement.kafka.Origins.words;
import static io.meshwork.notifier.announcement.kafka.Origins.wordsOrNull;

import io.meshwork.contract.model.Owner;
import io.meshwork.events.DeprecatedVersion;
import io.meshwork.events.ListingReason;
import io.meshwork.events.ProductListing;
import io.meshwork.notifier.product.CurrentProduct;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.product.ProductVersion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Products as they are listed, from their records. */
final class CurrentRecords {

    private static final int FINDINGS = 20;

    private CurrentRecords() {}

    static CurrentProduct product(ProductListing value) {
        var score = value.getQualityScore();
        return new CurrentProduct(
                new ProductVersion(value.getProductId(), value.getVersion()),
                wordsOrNull(value.getTitle()),
                new Owner(wordsOrNull(value.getOwnerTeam()), wordsOrNull(value.getOwnerContact())),
                value.getTags().stream().map(Origins::words).toList(),
                words(value.getState()),
                words(value.getCompliance()),
                words(value.getQuality()),
                score == null ? null : (int) Math.floor(score * 100 + 1e-9),
                Stream.concat(
                                reasons(value).stream(),
                                value.getDeprecatedVersions().stream().map(CurrentRecords::ending))
                        .limit(FINDINGS)
                        .toList(),
                value.getRevision(),
                value.getChangedAt());
    }

    static List<Finding> reasons(ProductListing value) {
        return value.getReasons().stream().map(CurrentRecords::finding).toList();
    }

    private static Finding finding(ListingReason reason) {
        return new Finding(reason.getCode(), reason.getMessage(), reason.getRemediation());
    }

    private static Finding ending(DeprecatedVersion version) {
        var sunset = version.getSunset();
        var end = sunset == null ? "" : " and ends on " + LocalDate.ofInstant(sunset, ZoneOffset.UTC);
        var successor = version.getSuccessor();
        return new Finding(version.getVersion(), "is deprecated" + end, successor == null ? null : "use " + successor);
    }
}

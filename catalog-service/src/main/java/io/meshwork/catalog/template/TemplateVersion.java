package io.meshwork.catalog.template;

import io.meshwork.contract.version.SemanticVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A version of a template as it is, without its document.
 *
 * @param domain whose template it is
 * @param description what the template is for
 * @param revision counts its registrations and withdrawals, from 1
 * @param withdrawn it is offered to nobody any more
 * @param principal who changed it last
 */
public record TemplateVersion(
        String name,
        String version,
        String domain,
        String description,
        long revision,
        boolean withdrawn,
        String principal,
        Instant changedAt) {

    /** Releases before candidates, each with the highest first. */
    private static final Comparator<TemplateVersion> NEWEST_FIRST = Comparator.comparing(TemplateVersion::isCandidate)
            .thenComparing(TemplateVersion::number, Comparator.reverseOrder());

    /** Such as {@code shop-events@1.2.0}. */
    public String reference() {
        return name + "@" + version;
    }

    private SemanticVersion number() {
        return SemanticVersion.parse(version).orElseThrow();
    }

    private boolean isCandidate() {
        return number().preRelease() != null;
    }

    /** Those that are offered, the one that is meant when nobody says which first. */
    public static List<TemplateVersion> offered(List<TemplateVersion> versions) {
        return versions.stream()
                .filter(one -> !one.withdrawn())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The version among these, also when it is withdrawn. */
    public static Optional<TemplateVersion> find(List<TemplateVersion> versions, String version) {
        return versions.stream().filter(one -> one.version().equals(version)).findFirst();
    }
}

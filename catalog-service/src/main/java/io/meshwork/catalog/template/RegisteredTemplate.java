package io.meshwork.catalog.template;

import io.meshwork.contract.template.Template;
import io.meshwork.contract.version.SemanticVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A version of a template as it is.
 *
 * @param domain whose template it is
 * @param document the template as it was written
 * @param revision counts its registrations and withdrawals, from 1
 * @param withdrawn it is offered to nobody any more
 * @param principal who changed it last
 */
public record RegisteredTemplate(
        Template template,
        String domain,
        String document,
        long revision,
        boolean withdrawn,
        String principal,
        Instant changedAt) {

    private static final Comparator<RegisteredTemplate> BY_VERSION =
            Comparator.comparing(one -> SemanticVersion.parse(one.version()).orElseThrow());

    public String name() {
        return template.name();
    }

    public String version() {
        return template.version();
    }

    /** Those that are offered, newest version first. */
    public static List<RegisteredTemplate> offered(List<RegisteredTemplate> versions) {
        return versions.stream()
                .filter(one -> !one.withdrawn())
                .sorted(BY_VERSION.reversed())
                .toList();
    }

    /** The version among these, also when it is withdrawn. */
    public static Optional<RegisteredTemplate> version(List<RegisteredTemplate> versions, String version) {
        return versions.stream().filter(one -> one.version().equals(version)).findFirst();
    }
}

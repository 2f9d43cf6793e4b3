package io.meshwork.catalog.template.web;

import io.meshwork.catalog.template.TemplateVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A template in lists: its newest version.
 *
 * @param versions those that are offered, newest first
 * @param principal who registered it
 */
@Schema(name = "TemplateSummary")
record TemplateSummary(
        String name,
        String version,
        List<String> versions,
        String domain,
        String description,
        String principal,
        Instant registeredAt) {

    /** @param offered at least one, newest first */
    static TemplateSummary of(List<TemplateVersion> offered) {
        TemplateVersion newest = offered.getFirst();
        return new TemplateSummary(
                newest.name(),
                newest.version(),
                offered.stream().map(TemplateVersion::version).toList(),
                newest.domain(),
                newest.description(),
                newest.principal(),
                newest.changedAt());
    }
}

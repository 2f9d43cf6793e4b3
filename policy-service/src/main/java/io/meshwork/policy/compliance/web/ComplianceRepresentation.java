package io.meshwork.policy.compliance.web;

import io.meshwork.policy.compliance.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

@Schema(name = "ComplianceReport", description = "How well the mesh complies at a moment")
record ComplianceRepresentation(
        @Schema(description = "domain, policy or category") String by, Instant at, List<Group> items) {

    record Group(String id, Counts counts) {}

    static ComplianceRepresentation of(String by, Instant at, Map<String, Standing> standing) {
        return new ComplianceRepresentation(
                by,
                at,
                standing.entrySet().stream()
                        .map(entry -> new Group(entry.getKey(), Counts.of(entry.getValue())))
                        .toList());
    }

    /** Ids need no quotes. */
    String csv() {
        StringBuilder csv = new StringBuilder(by + "," + Counts.HEADER + "\n");
        items.forEach(item ->
                csv.append(item.id()).append(',').append(item.counts().csv()).append('\n'));
        return csv.toString();
    }
}

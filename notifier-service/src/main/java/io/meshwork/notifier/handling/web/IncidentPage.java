package io.meshwork.notifier.handling.web;

import io.meshwork.notifier.incident.Incident;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next address of the next page, null on the last one */
record IncidentPage(List<Item> items, @Nullable String next) {

    @Schema(name = "Incident", description = "Something that is wrong, from the first alert until it is over")
    record Item(
            String id,

            @Schema(description = "open, acknowledged or resolved")
            String state,

            String severity,

            @Schema(description = "Kind of its last alert") String kind,

            @Schema(description = "What is wrong, the same for all its alerts")
            String cause,

            @Nullable String product,

            @Schema(description = "Null when it is about the platform") @Nullable
            String domain,

            @Nullable String version,

            @Schema(description = "Who owns what it is about") @Nullable
            String team,

            String headline,
            List<String> details,
            @Nullable String advice,

            @Schema(description = "Who acknowledged or resolved it") @Nullable
            String handler,

            @Nullable String note,

            @Schema(description = "Filed under it so far") int alerts,

            @Schema(description = "How often it came back soon after it was over")
            int flaps,

            Instant openedAt,

            @Schema(description = "When it was last opened, raised, acknowledged or resolved")
            Instant changedAt,

            long revision) {}

    /** @param found one incident more than the page holds when there is a next page */
    static IncidentPage of(List<Incident> found, int limit, IncidentParameters wanted) {
        var shown = found.stream().limit(limit).toList();
        return new IncidentPage(
                shown.stream().map(IncidentPage::item).toList(),
                found.size() > limit ? wanted.next(shown.getLast().number(), limit) : null);
    }

    static Item item(Incident incident) {
        var about = incident.about();
        var news = incident.news();
        var handler = incident.handler();
        return new Item(
                Long.toString(incident.number()),
                incident.state().word(),
                news.severity().word(),
                news.kind().word(),
                incident.key().cause(),
                about.productId(),
                about.domain(),
                about.version(),
                about.owner().team(),
                news.headline(),
                news.details(),
                news.advice(),
                handler == null ? null : handler.principal(),
                handler == null ? null : handler.note(),
                incident.alerts(),
                incident.flaps(),
                incident.openedAt(),
                incident.changedAt(),
                incident.revision());
    }
}

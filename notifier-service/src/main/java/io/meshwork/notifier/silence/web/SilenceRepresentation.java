package io.meshwork.notifier.silence.web;

import io.meshwork.notifier.silence.Stored;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Silence", description = "A silence as it stands")
record SilenceRepresentation(
        String id,
        String team,

        @Schema(description = "in_force, planned (it is yet to begin, or its next hours are) or ended")
        String state,

        List<String> products,
        List<String> domains,
        List<String> tags,
        List<String> eventTypes,
        String minimumSeverity,
        Instant from,

        @Schema(description = "Null when it stays until somebody ends it") @Nullable
        Instant until,

        @Nullable WeeklyBody weekly,
        String reason,
        long revision,

        @Schema(description = "Who asked for the last change")
        String principal,

        Instant changedAt) {

    static SilenceRepresentation of(Stored stored, Instant now) {
        var silence = stored.silence();
        var matches = silence.matches();
        return new SilenceRepresentation(
                silence.id(),
                silence.team(),
                stored.state(now).word(),
                sorted(matches.products()),
                sorted(matches.domains()),
                sorted(matches.tags()),
                sorted(matches.eventTypes()),
                matches.minimumSeverity().word(),
                silence.from(),
                silence.until(),
                WeeklyBody.of(silence.weekly()),
                silence.reason(),
                stored.revision(),
                stored.principal(),
                stored.changedAt());
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }
}

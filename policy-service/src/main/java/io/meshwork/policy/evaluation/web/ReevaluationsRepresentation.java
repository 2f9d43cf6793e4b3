package io.meshwork.policy.evaluation.web;

import io.meshwork.policy.evaluation.WalkProgress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Reevaluations", description = "Products being judged again")
record ReevaluationsRepresentation(
        @Schema(
                description =
                        "What goes on or is about to: all, daily, domain:ID, product:ID, downstream:ID or grace-ended:MOMENT")
        List<String> due,

        @Schema(description = "Those that go on first, then the ones that ended in the last day")
        List<Reevaluation> items) {

    @Schema(name = "Reevaluation")
    record Reevaluation(
            @Schema(description = "Which products, as in due")
            String walk,

            @Schema(description = "Revision of the policy set that judges")
            long policySetRevision,

            @Schema(description = "To be judged, counted at the beginning")
            long products,

            long reached,

            @Schema(description = "Verdicts that say something else than before")
            long changedVerdicts,

            Instant startedAt,
            Instant movedAt,
            boolean finished,
            long productsPerSecond,

            @Schema(description = "At the rate so far; absent when it has ended") @Nullable
            Long secondsLeft) {

        static Reevaluation of(WalkProgress progress) {
            return new Reevaluation(
                    progress.walk(),
                    progress.setRevision(),
                    progress.products(),
                    progress.reached(),
                    progress.changed(),
                    progress.startedAt(),
                    progress.movedAt(),
                    progress.finished(),
                    Math.round(progress.perSecond()),
                    progress.left().map(Duration::toSeconds).orElse(null));
        }
    }

    static ReevaluationsRepresentation of(List<String> due, List<WalkProgress> walks) {
        return new ReevaluationsRepresentation(
                due, walks.stream().map(Reevaluation::of).toList());
    }
}

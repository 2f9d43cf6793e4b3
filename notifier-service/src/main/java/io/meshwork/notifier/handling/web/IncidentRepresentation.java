package io.meshwork.notifier.handling.web;

import io.meshwork.notifier.handling.IncidentStories.Story;
import io.meshwork.notifier.incident.StoryLine;
import io.meshwork.notifier.notification.Entry;
import io.meshwork.notifier.silence.Silence;
import io.meshwork.notifier.telling.ToldIncidents.ToldThere;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "IncidentStory", description = "An incident, what happened to it, and who was told")
record IncidentRepresentation(
        IncidentPage.Item incident,

        @Schema(description = "Line by line, the last 200") List<Line> story,

        @Schema(description = "What each channel was last told")
        List<Told> told,

        @Schema(description = "The last 100, newest first") List<Message> notifications,

        @Schema(description = "What silences it now") @Nullable
        Silenced silence) {

    record Line(
            Instant at,

            @Schema(description = "opened, reopened, alarmed, raised, acknowledged, unacknowledged or resolved")
            String what,

            String severity,
            String headline,
            @Nullable String principal,
            @Nullable String note) {

        private static Line of(StoryLine line) {
            var by = line.by();
            return new Line(
                    line.at(),
                    line.what().word(),
                    line.severity().word(),
                    line.headline(),
                    by == null ? null : by.principal(),
                    by == null ? null : by.note());
        }
    }

    record Told(String channel, String target, String state, String severity, Instant at) {

        private static Told of(ToldThere there) {
            return new Told(
                    there.channel().word(),
                    there.target(),
                    there.told().state().word(),
                    there.told().severity().word(),
                    there.told().at());
        }
    }

    record Message(
            UUID id,
            String subscription,
            String channel,
            String target,
            String kind,
            String headline,
            String state,

            @Schema(description = "Why it waits, failed or was suppressed") @Nullable
            String reason,

            @Nullable Instant notBefore,
            Instant recordedAt,
            @Nullable Instant settledAt) {

        private static Message of(Entry entry) {
            var notification = entry.notification();
            return new Message(
                    notification.id(),
                    notification.subscriptionId(),
                    notification.channel().word(),
                    notification.target(),
                    notification.news().kind().word(),
                    notification.news().headline(),
                    notification.delivery().state().word(),
                    notification.delivery().reason(),
                    notification.notBefore(),
                    entry.recordedAt(),
                    entry.settledAt());
        }
    }

    record Silenced(
            String id,

            @Schema(description = "When what is still wrong is told")
            Instant until,

            String reason) {

        private static Silenced of(Silence silence, Instant now) {
            return new Silenced(silence.id(), silence.endOf(now), silence.reason());
        }
    }

    static IncidentRepresentation of(Story story) {
        var silence = story.silence();
        return new IncidentRepresentation(
                IncidentPage.item(story.incident()),
                story.lines().stream().map(Line::of).toList(),
                story.told().stream().map(Told::of).toList(),
                story.notifications().stream().map(Message::of).toList(),
                silence == null ? null : Silenced.of(silence, story.now()));
    }
}

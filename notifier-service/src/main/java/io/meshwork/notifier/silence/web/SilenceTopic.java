package io.meshwork.notifier.silence.web;

import io.meshwork.events.SilenceSubmitted;
import io.meshwork.events.SubmittedWindow;
import io.meshwork.messaging.RequestTopic;
import io.meshwork.messaging.web.BearerToken;
import io.meshwork.notifier.silence.SilenceForm;
import io.meshwork.notifier.silence.SilenceOrder;
import io.meshwork.notifier.silence.WeeklyForm;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appends requests for silences. */
@Component
class SilenceTopic {

    private final RequestTopic requests;

    SilenceTopic(RequestTopic requests) {
        this.requests = requests;
    }

    /**
     * @param id the same id again is the same request
     * @return the identity under which the request will be decided
     */
    UUID append(UUID id, String silenceId, SilenceOrder order, @Nullable String token) {
        var submitted = switch (order) {
            case SilenceOrder.Put(var form, var onlyNew) -> toRecord(form, onlyNew ? "create" : "set");
            case SilenceOrder.End() ->
                SilenceSubmitted.newBuilder()
                        .setSilenceId(silenceId)
                        .setAction("end")
                        .build();
        };
        return requests.append("silence.submitted", silenceId, id, submitted, BearerToken.toRecord(token));
    }

    private static SilenceSubmitted toRecord(SilenceForm form, String action) {
        var matches = form.matches();
        return SilenceSubmitted.newBuilder()
                .setSilenceId(form.id())
                .setAction(action)
                .setTeam(form.team())
                .setProducts(matches.products())
                .setDomains(matches.domains())
                .setTags(matches.tags())
                .setEventTypes(matches.eventTypes())
                .setMinimumSeverity(matches.minimumSeverity())
                .setFrom(form.from())
                .setUntil(form.until())
                .setWeekly(toRecord(form.weekly()))
                .setReason(form.reason())
                .build();
    }

    /** A form that was read names all of them. */
    private static @Nullable SubmittedWindow toRecord(@Nullable WeeklyForm weekly) {
        return weekly == null
                ? null
                : SubmittedWindow.newBuilder()
                        .setDays(weekly.days())
                        .setFrom(Objects.requireNonNull(weekly.from()))
                        .setTo(Objects.requireNonNull(weekly.to()))
                        .setZone(Objects.requireNonNull(weekly.zone()))
                        .build();
    }
}

package io.meshwork.notifier.silence.kafka;

import io.meshwork.events.SilenceChanged;
import io.meshwork.events.SilenceSubmitted;
import io.meshwork.events.SilenceWindow;
import io.meshwork.events.SubmittedWindow;
import io.meshwork.notifier.schedule.Window;
import io.meshwork.notifier.silence.SilenceForm;
import io.meshwork.notifier.silence.SilenceOrder;
import io.meshwork.notifier.silence.Stored;
import io.meshwork.notifier.silence.WeeklyForm;
import io.meshwork.notifier.subscription.FilterForm;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Silences from and to their records. */
final class SilenceRecords {

    private SilenceRecords() {}

    /**
     * Empty when the record wants something that this version does not know.
     *
     * @param id of the record, or the one that was chosen for it
     */
    static Optional<SilenceOrder> fromSubmitted(SilenceSubmitted value, String id) {
        return switch (value.getAction()) {
            case "set" -> Optional.of(new SilenceOrder.Put(form(value, id), false));
            case "create" -> Optional.of(new SilenceOrder.Put(form(value, id), true));
            case "end" -> Optional.of(new SilenceOrder.End());
            default -> Optional.empty();
        };
    }

    private static SilenceForm form(SilenceSubmitted value, String id) {
        return new SilenceForm(
                id,
                value.getTeam(),
                new FilterForm(
                        value.getProducts(),
                        value.getDomains(),
                        value.getTags(),
                        value.getEventTypes(),
                        value.getMinimumSeverity(),
                        List.of()),
                value.getFrom(),
                value.getUntil(),
                weekly(value.getWeekly()),
                value.getReason());
    }

    private static @Nullable WeeklyForm weekly(@Nullable SubmittedWindow window) {
        return window == null
                ? null
                : new WeeklyForm(window.getDays(), window.getFrom(), window.getTo(), window.getZone());
    }

    static SilenceChanged toChanged(Stored stored) {
        var silence = stored.silence();
        var matches = silence.matches();
        return SilenceChanged.newBuilder()
                .setSilenceId(silence.id())
                .setTeam(silence.team())
                .setProducts(sorted(matches.products()))
                .setDomains(sorted(matches.domains()))
                .setTags(sorted(matches.tags()))
                .setEventTypes(sorted(matches.eventTypes()))
                .setMinimumSeverity(matches.minimumSeverity().word())
                .setFrom(silence.from())
                .setUntil(silence.until())
                .setWeekly(toRecord(silence.weekly()))
                .setReason(silence.reason())
                .setActive(stored.active())
                .setRevision(stored.revision())
                .setPrincipal(stored.principal())
                .setChangedAt(stored.changedAt())
                .build();
    }

    private static @Nullable SilenceWindow toRecord(@Nullable Window weekly) {
        if (weekly == null) {
            return null;
        }
        var words = WeeklyForm.of(weekly);
        return SilenceWindow.newBuilder()
                .setDays(words.days())
                .setFrom(words.from())
                .setTo(words.to())
                .setZone(words.zone())
                .build();
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }
}

package io.meshwork.notifier.silence.web;

import io.meshwork.notifier.request.Refusal;
import io.meshwork.notifier.request.web.RequestProblems;
import io.meshwork.notifier.silence.SilenceDecision;
import io.meshwork.notifier.silence.SilenceForm;
import io.meshwork.notifier.silence.SilenceForm.Reading.Unreadable;
import io.meshwork.notifier.subscription.FilterForm;
import io.meshwork.notifier.subscription.SubscriptionFault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Schema(name = "SilenceRequest", description = "A silence as it shall be; what it does not name is open")
record SilenceBody(
        @Schema(
                description =
                        "1 to 63 lower-case letters, digits and hyphens; one is chosen when it is left out, and in"
                                + " a PUT it need not be given")
        @Nullable
        String id,

        @Schema(description = "Team that asks for it; default the caller") @Nullable
        String team,

        @Schema(description = "Product ids, * as wildcard") @Nullable
        List<@Nullable String> products,

        @Nullable List<@Nullable String> domains,

        @Schema(description = "Any of which a product must carry") @Nullable
        List<@Nullable String> tags,

        @Schema(description = "Kinds of alert") @Nullable List<@Nullable String> eventTypes,

        @Schema(description = "Alerts of this severity and above: info (default), warning or critical") @Nullable
        String minimumSeverity,

        @Schema(
                description = "When it begins: 2027-03-31, which is the beginning of that day in UTC, or"
                        + " 2027-03-31T12:00:00Z; default at once")
        @Nullable
        String from,

        @Schema(
                description = "When it ends, at most 90 days after it begins; a weekly one may end later, or stay when"
                        + " this is left out")
        @Nullable
        String until,

        @Schema(description = "Hours of every week in which it holds; left out: all the time") @Nullable
        WeeklyBody weekly,

        @Schema(
                description = "Why, for those who look for the alert; at most 500 characters",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String reason) {

    private static final String NOT_A_TIME = "write a day such as 2027-03-31, or a time such as 2027-03-31T12:00:00Z";

    /** @throws io.meshwork.messaging.web.ProblemException 422 with everything that is wrong in itself */
    SilenceForm toForm(String id, Instant now) {
        var faults = new ArrayList<SubscriptionFault>();
        if (this.id != null && !this.id.equals(id)) {
            faults.add(new SubscriptionFault("/id", "the address names '" + id + "'; leave it out here"));
        }
        var form = new SilenceForm(
                id,
                team,
                new FilterForm(
                        words("/products", products, faults),
                        words("/domains", domains, faults),
                        words("/tags", tags, faults),
                        words("/eventTypes", eventTypes, faults),
                        Objects.requireNonNullElse(minimumSeverity, "info"),
                        List.of()),
                time("/from", from, faults),
                time("/until", until, faults),
                weekly == null ? null : weekly.toForm(faults),
                Objects.requireNonNullElse(reason, ""));
        if (form.read("", null, now) instanceof Unreadable(var more)) {
            more.stream()
                    .filter(fault ->
                            faults.stream().noneMatch(known -> known.pointer().equals(fault.pointer())))
                    .toList()
                    .forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            throw RequestProblems.refused(Refusal.invalid(SilenceDecision.SILENCE, id, faults));
        }
        return form;
    }

    static List<String> words(
            String pointer, @Nullable List<@Nullable String> given, Collection<SubscriptionFault> faults) {
        if (given == null) {
            return List.of();
        }
        if (given.contains(null)) {
            faults.add(new SubscriptionFault(pointer, "an entry is null; leave it out"));
        }
        return given.stream().filter(Objects::nonNull).toList();
    }

    private static @Nullable Instant time(
            String pointer, @Nullable String words, Collection<SubscriptionFault> faults) {
        if (words == null) {
            return null;
        }
        try {
            return words.length() <= "2027-01-31".length()
                    ? LocalDate.parse(words).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(words);
        } catch (DateTimeException notATime) {
            faults.add(new SubscriptionFault(pointer, NOT_A_TIME));
            return null;
        }
    }
}

package io.meshwork.notifier.silence;

import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.subscription.FilterForm;
import io.meshwork.notifier.subscription.SubscriptionFault;
import io.meshwork.notifier.subscription.SubscriptionRules;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A silence in the words of its requester.
 *
 * @param team null for the name of the requester
 * @param from null for at once; to the microsecond that records and tables keep, as {@code until}
 * @param until null for a weekly one that stays
 * @param weekly null for one that holds all the time
 */
public record SilenceForm(
        String id,
        @Nullable String team,
        FilterForm matches,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable WeeklyForm weekly,
        String reason) {

    private static final int WORDS = 200;
    private static final int REASON = 500;
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration FARTHEST = Duration.ofDays(3660);

    /** What belongs to no incident, or comes after one; all others are alerts. */
    private static final Set<Kind> NO_ALERTS = EnumSet.of(
            Kind.PUBLISHED,
            Kind.QUALITY_CHANGED,
            Kind.LISTING_CHANGED,
            Kind.VERSION_DEPRECATED,
            Kind.VERSION_ACKNOWLEDGED,
            Kind.VERSION_RETIRED,
            Kind.SLO_RECOVERED,
            Kind.INCIDENT_RESOLVED,
            Kind.INCIDENT_REMINDER,
            Kind.INCIDENT_ACKNOWLEDGED,
            Kind.TEST);

    public SilenceForm {
        from = micros(from);
        until = micros(until);
    }

    /** What became of reading it. */
    public sealed interface Reading {
        record Readable(Silence silence) implements Reading {}

        /** @param faults everything that is wrong */
        record Unreadable(List<SubscriptionFault> faults) implements Reading {}
    }

    /**
     * A beginning that has passed is that of the silence as it stands, else now.
     *
     * @param standing one that is to be changed, null when there is none
     */
    public Reading read(String principal, @Nullable Silence standing, Instant now) {
        var faults = new ArrayList<SubscriptionFault>();
        if (!SubscriptionRules.isId(id)) {
            faults.add(new SubscriptionFault(
                    "/id",
                    "'" + Text.line(id, WORDS) + "' is no id; write 1 to 63 lower-case letters, digits and hyphens"));
        }
        var filter = matches.readAndCheck(faults);
        checkKinds(faults);
        var window = weekly == null ? null : weekly.read(faults);
        var begin = begin(standing, now);
        checkTimes(begin, now, faults);
        var why = reason(faults);
        if (!faults.isEmpty()) {
            return new Reading.Unreadable(faults);
        }
        var who = Text.line(team == null || team.isBlank() ? principal : team, WORDS);
        return new Reading.Readable(new Silence(id, who, filter, begin, until, window, why));
    }

    private Instant begin(@Nullable Silence standing, Instant now) {
        if (from != null && from.isAfter(now)) {
            return from;
        }
        return standing != null && !standing.from().isAfter(now) ? standing.from() : now.truncatedTo(ChronoUnit.MICROS);
    }

    private void checkTimes(Instant begin, Instant now, Collection<SubscriptionFault> faults) {
        if (begin.isAfter(now.plus(FARTHEST))) {
            faults.add(new SubscriptionFault("/from", "nobody plans ten years ahead; choose an earlier time"));
        } else if (until == null) {
            if (weekly == null) {
                faults.add(new SubscriptionFault("/until", "say when it ends, at most 90 days after it begins"));
            }
        } else if (!until.isAfter(now)) {
            faults.add(new SubscriptionFault("/until", "the end has passed; choose one that is yet to come"));
        } else if (!until.isAfter(begin)) {
            faults.add(new SubscriptionFault("/until", "it ends before it begins; choose a later time"));
        } else if (weekly == null && until.isAfter(begin.plus(LONGEST))) {
            faults.add(new SubscriptionFault(
                    "/until",
                    "that is more than 90 days after it begins, and trouble would be forgotten; choose an earlier time,"
                            + " or hours of every week (weekly)"));
        } else if (until.isAfter(now.plus(FARTHEST))) {
            faults.add(new SubscriptionFault("/until", "nobody plans ten years ahead; leave it out, it stays then"));
        }
    }

    /** What is no alert is told to programs and on the feed, and never silenced. */
    private void checkKinds(Collection<SubscriptionFault> faults) {
        var alerts = EnumSet.complementOf(EnumSet.copyOf(NO_ALERTS)).stream()
                .map(Kind::word)
                .toList();
        for (int i = 0; i < matches.eventTypes().size(); i++) {
            var word = matches.eventTypes().get(i);
            if (Kind.of(word).isPresent() && !alerts.contains(word)) {
                faults.add(new SubscriptionFault(
                        "/eventTypes/" + i,
                        "'" + word + "' is no alert, so there is nothing to silence. "
                                + Suggestions.didYouMean(word, alerts) + "Alerts are: " + String.join(", ", alerts)));
            }
        }
    }

    private String reason(Collection<SubscriptionFault> faults) {
        if (reason.isBlank()) {
            faults.add(new SubscriptionFault("/reason", "say why, for those who look for the alert"));
        } else if (reason.length() > REASON) {
            faults.add(new SubscriptionFault("/reason", "at most " + REASON + " characters; link to the rest"));
        }
        return Text.line(reason, REASON);
    }

    private static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }
}

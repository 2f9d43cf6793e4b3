package io.meshwork.notifier.platform;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.meshwork.messaging.Identity;
import io.meshwork.notifier.alert.Alerts;
import io.meshwork.notifier.alert.PlatformTrouble;
import io.meshwork.notifier.alert.Signals;
import io.meshwork.notifier.alert.Trouble;
import io.meshwork.notifier.announcement.Announcer;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.Publications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells ops when a part of the platform gets into trouble, and when that is over; runs inside a transaction. */
public final class PlatformWatch {

    private final WatchedParts parts;
    private final Announcer announcer;
    private final WatchRules rules;
    private final Clock clock;

    public PlatformWatch(WatchedParts parts, Announcer announcer, WatchRules rules, Clock clock) {
        this.parts = parts;
        this.announcer = announcer;
        this.rules = rules;
        this.clock = clock;
    }

    private record Finding(Watched seen, Trouble trouble, String what) {}

    public void look(Sight sight, Publications out) {
        var now = clock.instant();
        var before = parts.all();
        var findings = new ArrayList<Finding>();
        findings.add(reachable("broker", sight.brokerTrouble(), before, now));
        if (sight.registryAsked()) {
            findings.add(reachable("registry", sight.registryTrouble(), before, now));
        }
        var consumers = sight.positions().stream()
                .collect(
                        groupingBy(position -> position.service() + " of " + position.topic(), TreeMap::new, toList()));
        consumers.forEach((part, positions) -> findings.add(consumer(part, positions, before, now)));
        announcer.announce(
                findings.stream()
                        .filter(finding -> finding.trouble() != finding.seen().told())
                        .map(finding -> occurrence(finding, now))
                        .toList(),
                out);
        parts.store(findings.stream()
                .map(finding -> finding.seen().told(finding.trouble()))
                .toList());
    }

    /** @param why it does not answer, null when it does */
    private Finding reachable(String part, @Nullable String why, Map<String, Watched> before, Instant now) {
        var seen = before.getOrDefault(part, Watched.unseen(part)).seen(why == null, now);
        boolean gone = isPast(seen.since(), rules.unreachableAfter(), now);
        return new Finding(
                seen, gone ? Trouble.UNREACHABLE : Trouble.NONE, "does not answer since " + seen.since() + ": " + why);
    }

    private Finding consumer(String part, List<Position> positions, Map<String, Watched> before, Instant now) {
        var seen = before.getOrDefault(part, Watched.unseen(part)).seen(positions, rules.laggingAbove(), now);
        long lag = positions.stream().mapToLong(Position::lag).sum();
        var still = seen.stillSince(positions).orElse(null);
        if (isPast(still, rules.stuckAfter(), now)) {
            return new Finding(seen, Trouble.STUCK, lag + " records wait, none was handled since " + still);
        }
        boolean lagging = isPast(seen.since(), rules.laggingAfter(), now);
        return new Finding(
                seen, lagging ? Trouble.LAGGING : Trouble.NONE, lag + " records wait, too many since " + seen.since());
    }

    private static boolean isPast(@Nullable Instant since, Duration patience, Instant now) {
        return since != null && !now.isBefore(since.plus(patience));
    }

    private static Occurrence occurrence(Finding finding, Instant now) {
        var id = Identity.of("platform", finding.seen().part(), finding.trouble(), now);
        var origin = Origin.own(id, now);
        var part = finding.seen().part();
        if (finding.trouble() == Trouble.NONE) {
            return new Occurrence(origin, About.PLATFORM, now, null, null).signalling(Signals.platformWell(part));
        }
        var trouble = new PlatformTrouble(part, finding.trouble(), finding.what());
        return Occurrence.alert(origin, About.PLATFORM, now, Alerts.of(trouble)).signalling(Signals.of(trouble));
    }
}

package io.meshwork.notifier.incident;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.meshwork.messaging.Identity;
import io.meshwork.notifier.incident.Change.What;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.news.Signal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the trouble of a domain in those of its products: many with one cause are one incident, told when there are so many and
 * each time their number has doubled, and over when less than half as many are left.
 */
public record DomainTrouble(Incidents incidents, int threshold) {

    private static final int NAMED = 5;
    private static final int MOST_COUNTED = 10_000;

    /** The cause of the incident of a domain, whose products have this one. */
    public static String causeOf(String productCause) {
        return "many " + productCause;
    }

    private record Kind(String domain, String cause) implements Comparable<Kind> {

        private static final Comparator<Kind> ORDER =
                Comparator.comparing(Kind::domain).thenComparing(Kind::cause);

        /** In one order, so that batches that count several do not deadlock. */
        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }

    List<Occurrence> occurrences(Collection<Change> changes, Instant now) {
        if (threshold == 0) {
            return List.of();
        }
        var touched = changes.stream()
                .filter(change -> change.incident().about().productId() != null)
                .filter(change -> change.what() != What.ALARMED)
                .collect(groupingBy(DomainTrouble::kind, TreeMap::new, toList()));
        return touched.entrySet().stream()
                .flatMap(entry -> occurrence(entry.getKey(), entry.getValue(), now).stream())
                .toList();
    }

    private Optional<Occurrence> occurrence(Kind kind, List<Change> changes, Instant now) {
        incidents.lockCount(kind.domain(), kind.cause());
        int open = incidents.countUnresolved(kind.domain(), kind.cause(), MOST_COUNTED);
        int more = (int) changes.stream().filter(DomainTrouble::isMore).count();
        int fewer = (int) changes.stream()
                .filter(change -> change.what() == What.RESOLVED)
                .count();
        var about = About.domain(kind.domain(), null);
        var origin = origin(changes.getLast(), now);
        if (level(open) > level(open - more + fewer)) {
            var news =
                    IncidentNews.domain(kind.domain(), open, incidents.unresolved(kind.domain(), kind.cause(), NAMED));
            return Optional.of(
                    Occurrence.alert(origin, about, now, news).signalling(Signal.wrong(causeOf(kind.cause()), 0)));
        }
        if (fewer > 0 && open * 2 < threshold) {
            return Optional.of(
                    new Occurrence(origin, about, now, null, null).signalling(Signal.over(causeOf(kind.cause()), 0)));
        }
        return Optional.empty();
    }

    /** 0 below the threshold, 1 from there on, 2 from twice as many on, and so on. */
    private int level(int count) {
        return count < threshold ? 0 : 32 - Integer.numberOfLeadingZeros(count / threshold);
    }

    private static boolean isMore(Change change) {
        return change.what() == What.OPENED || change.what() == What.REOPENED;
    }

    private static Kind kind(Change change) {
        var incident = change.incident();
        return new Kind(
                Objects.requireNonNull(incident.about().domain()),
                incident.key().cause());
    }

    private static Origin origin(Change last, Instant now) {
        var id = Identity.of(
                "domain trouble", last.incident().number(), last.incident().revision());
        return Origin.own(id, now);
    }
}

package io.meshwork.notifier.incident;

import io.meshwork.notifier.incident.Incident.Handler;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The story of an incident in words for people; as severe as the trouble, so that whoever heard of the one hears of the other. */
final class IncidentNews {

    private IncidentNews() {}

    static News resolved(Incident incident, Instant now) {
        var handler = incident.handler();
        var by = handler == null ? "" : " by " + handler.principal();
        return told(
                Kind.INCIDENT_RESOLVED,
                incident,
                "Resolved after " + lasting(incident, now) + by + ": "
                        + incident.news().headline(),
                handler);
    }

    static News acknowledged(Incident incident, Handler handler) {
        return told(
                Kind.INCIDENT_ACKNOWLEDGED,
                incident,
                handler.principal() + " takes care of: " + incident.news().headline(),
                handler);
    }

    static News reminder(Incident incident, Instant now) {
        var news = incident.news();
        return new News(
                Kind.INCIDENT_REMINDER,
                news.severity(),
                "For " + lasting(incident, now) + ": " + news.headline(),
                news.details(),
                news.advice());
    }

    /** @param products that have the same trouble, most recent first */
    static News domain(String domain, int count, List<Incident> products) {
        var worst = products.stream()
                .map(Incident::severity)
                .max(Severity::compareTo)
                .orElse(Severity.WARNING);
        var details =
                products.stream().map(product -> product.news().headline()).limit(products.size());
        var rest = count > products.size() ? List.of("and " + (count - products.size()) + " more") : List.<String>of();
        return new News(
                Kind.DOMAIN_IN_TROUBLE,
                worst,
                domain + ": " + count + " products have the same trouble, "
                        + products.getFirst().news().kind().word().replace('_', ' '),
                Stream.concat(details, rest.stream()).toList(),
                "They have one cause, perhaps a policy that changed. Their own messages wait while this is open; mesh"
                        + " incident list --domain " + domain + " lists them.");
    }

    private static News told(Kind kind, Incident incident, String headline, @Nullable Handler handler) {
        var note = handler == null || handler.note() == null ? List.<String>of() : List.of(handler.note());
        return new News(kind, incident.severity(), headline, note, null);
    }

    private static String lasting(Incident incident, Instant now) {
        var lasted = Duration.between(incident.openedAt(), now);
        if (lasted.toDays() > 0) {
            return lasted.toDays() + " d " + lasted.toHoursPart() + " h";
        }
        if (lasted.toHours() > 0) {
            return lasted.toHours() + " h " + lasted.toMinutesPart() + " min";
        }
        return lasted.toMinutes() > 0 ? lasted.toMinutes() + " min" : lasted.toSeconds() + " s";
    }
}

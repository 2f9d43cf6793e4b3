package io.meshwork.notifier.telling;

import io.meshwork.notifier.incident.DomainTrouble;
import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.telling.ToldIncidents.Rival;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents need not be told where another one is: those of the products where their domain has the same trouble, and those
 * that an inhibition names.
 *
 * @param inhibitions as Alertmanager's, for incidents of one product
 */
public record Outweighing(List<Inhibition> inhibitions) {

    /**
     * @param by kinds of alerts that outweigh
     * @param others kinds of alerts that need not be told then
     */
    public record Inhibition(Set<Kind> by, Set<Kind> others) {

        private boolean holds(Kind kind, Kind other) {
            return by.contains(kind) && others.contains(other);
        }
    }

    /** Subjects whose incidents may outweigh these. */
    static List<String> subjects(Collection<Incident> incidents) {
        return incidents.stream()
                .flatMap(incident -> Stream.of(
                                incident.about().productId(), incident.about().domain())
                        .filter(Objects::nonNull))
                .distinct()
                .toList();
    }

    /** The number of the one that outweighs it, null when none does. */
    @Nullable
    Long of(Incident incident, Collection<Rival> rivals) {
        return rivals.stream()
                .filter(rival -> rival.incident() != incident.number())
                .filter(rival -> isOfDomain(rival, incident) || isInhibited(rival, incident))
                .map(Rival::incident)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOfDomain(Rival rival, Incident incident) {
        return incident.about().productId() != null
                && rival.subject().equals(incident.about().domain())
                && rival.cause().equals(DomainTrouble.causeOf(incident.key().cause()));
    }

    private boolean isInhibited(Rival rival, Incident incident) {
        return rival.subject().equals(incident.key().subject())
                && inhibitions.stream()
                        .anyMatch(inhibition ->
                                inhibition.holds(rival.kind(), incident.news().kind()));
    }
}

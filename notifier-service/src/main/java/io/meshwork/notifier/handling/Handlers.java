package io.meshwork.notifier.handling;

import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.news.About;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may see an incident and do something about it: who acts for its domain or for the team that owns it, and ops. */
public final class Handlers {

    private static final String MESH = "*";

    private Handlers() {}

    /**
     * @param denial says why somebody may not handle the incidents of a domain or team, null when they may
     * @return null when they may
     */
    public static @Nullable String denial(Incident incident, Function<String, @Nullable String> denial) {
        var reasons = of(incident.about()).map(denial).toList();
        return reasons.stream().anyMatch(Objects::isNull) ? null : reasons.getFirst();
    }

    private static Stream<String> of(About about) {
        var owners = Stream.of(about.domain(), about.owner().team())
                .filter(Objects::nonNull)
                .toList();
        return (owners.isEmpty() ? List.of(MESH) : owners).stream().distinct();
    }
}

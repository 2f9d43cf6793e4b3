package io.meshwork.notifier;

import io.meshwork.notifier.incident.IncidentRules;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.telling.Outweighing;
import io.meshwork.notifier.telling.Outweighing.Inhibition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How alerts become incidents, and when people are told of them; the first three as in Alertmanager.
 *
 * @param groupWait how long a new incident waits for what outweighs it, or for being over again; default 3 s
 * @param groupInterval shortest time between two messages about one incident, unless it gets worse or is over; default 5 min
 * @param repeatInterval after so long an incident that nobody acknowledged is told again; default 4 h, at least 1 s
 * @param reopenWithin trouble that comes back so soon after it was over is the same incident; default 10 min
 * @param flapsTolerated after coming back more often than this an incident is told only when it has stayed as it is; default 2
 * @param flapHold for so long; default 10 min
 * @param domainThreshold so many products of a domain with the same trouble are one incident of the domain; 0 for never; default 10
 * @param inhibitions alerts about a product that need not be told where another one is
 */
@Validated
@ConfigurationProperties("mesh.incidents")
record IncidentSettings(
        @NotNull @DefaultValue("3s") Duration groupWait,
        @NotNull @DefaultValue("5m") Duration groupInterval,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("4h")
        Duration repeatInterval,

        @NotNull @DefaultValue("10m") Duration reopenWithin,
        @Min(0) @DefaultValue("2") int flapsTolerated,
        @NotNull @DefaultValue("10m") Duration flapHold,
        @Min(0) @DefaultValue("10") int domainThreshold,
        @DefaultValue List<@Valid Inhibited> inhibitions) {

    /**
     * @param by kinds of alerts that outweigh
     * @param others kinds of alerts that need not be told then
     */
    record Inhibited(@NotEmpty Set<Kind> by, @NotEmpty Set<Kind> others) {

        private Inhibition toInhibition() {
            return new Inhibition(by, others);
        }
    }

    IncidentRules rules() {
        return new IncidentRules(
                groupWait, groupInterval, repeatInterval, reopenWithin, flapsTolerated, flapHold, domainThreshold);
    }

    Outweighing outweighing() {
        return new Outweighing(inhibitions.stream().map(Inhibited::toInhibition).toList());
    }
}

package io.meshwork.catalog.product;

import io.meshwork.contract.model.Consumer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a published version: deprecated, for its consumers to move, then retired.
 *
 * @param reason why, in words for consumers
 * @param successor what to use instead, a version of the product or another product's id; null when there is nothing
 * @param sunset when it is retired at the latest, null when it was retired at once
 * @param consumers who is affected; once all have acknowledged, the version is retired
 * @param since when it came to this stage
 */
public record VersionLife(
        String version,
        Stage stage,
        String reason,
        @Nullable String successor,
        @Nullable Instant sunset,
        List<AffectedConsumer> consumers,
        Instant since) {

    /** Where a version stands after its time as the one to use. */
    public enum Stage {
        DEPRECATED,
        RETIRED;

        public static Stage fromText(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public VersionLife {
        consumers = List.copyOf(consumers);
    }

    static VersionLife deprecated(
            String version,
            String reason,
            @Nullable String successor,
            Instant sunset,
            List<AffectedConsumer> consumers,
            Instant now) {
        return new VersionLife(version, Stage.DEPRECATED, reason, successor, sunset, consumers, now);
    }

    /** Each name once, in the order of the contract. */
    static List<AffectedConsumer> affected(List<Consumer> declared) {
        List<AffectedConsumer> affected = new ArrayList<>();
        for (Consumer consumer : declared) {
            AffectedConsumer one = AffectedConsumer.of(consumer);
            if (affected.stream().noneMatch(other -> other.name().equals(one.name()))) {
                affected.add(one);
            }
        }
        return affected;
    }

    public boolean isDeprecated() {
        return stage == Stage.DEPRECATED;
    }

    /** Names of those who have not acknowledged yet. */
    public List<String> waitingFor() {
        return consumers.stream()
                .filter(consumer -> !consumer.hasAcknowledged())
                .map(AffectedConsumer::name)
                .toList();
    }

    boolean everyoneHasMoved() {
        return !consumers.isEmpty() && waitingFor().isEmpty();
    }

    Optional<AffectedConsumer> consumer(String name) {
        return consumers.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    VersionLife acknowledged(String name, String principal, Instant now) {
        List<AffectedConsumer> all = consumers.stream()
                .map(one -> one.name().equals(name) ? one.acknowledged(principal, now) : one)
                .toList();
        return new VersionLife(version, stage, reason, successor, sunset, all, since);
    }

    VersionLife retired(String why, Instant now) {
        return new VersionLife(version, Stage.RETIRED, why, successor, sunset, consumers, now);
    }
}

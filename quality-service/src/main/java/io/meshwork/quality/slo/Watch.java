package io.meshwork.quality.slo;

import io.meshwork.quality.slo.promise.Objective;
import io.meshwork.quality.slo.promise.Promised;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges products when there is news of them, and when their time has come; runs inside a transaction. */
public final class Watch {

    private final Slos slos;
    private final Clock clock;

    public Watch(Slos slos, Clock clock) {
        this.slos = slos;
        this.clock = clock;
    }

    public boolean hasWork() {
        return slos.hasWork(now());
    }

    /** @return what is to be told, and how many products were looked at */
    public Result news(int most) {
        return judge(slos.takeNews(most));
    }

    public Result due(int most) {
        return judge(slos.takeDue(now(), most));
    }

    public record Result(List<StatusChange> changes, int products) {}

    public void trim(Duration history) {
        slos.trim(now(), now().minus(history));
    }

    /** Looks at this product again after the pause, and forgets what is new of it until then. */
    public void setAside(String productId, Duration pause) {
        slos.setAside(productId, now().plus(pause));
    }

    /** @throws Unjudged when one of them cannot be judged */
    Result judge(List<Watched> products) {
        if (products.isEmpty()) {
            return new Result(List.of(), 0);
        }
        try {
            return judged(products);
        } catch (RuntimeException | StackOverflowError e) {
            throw new Unjudged(products, e);
        }
    }

    private Result judged(List<Watched> products) {
        Instant now = now();
        Promises promises = read(products, now);
        Map<Slo, Facts> facts = slos.facts(promises.kept());
        Map<String, Instant> due = new HashMap<>();
        List<StatusChange> changes = new ArrayList<>();
        List<Slo> kept = new ArrayList<>();
        List<Slo> turned = new ArrayList<>();
        for (Slo slo : promises.kept()) {
            Facts known = facts.getOrDefault(slo, new Facts.None());
            Reading reading = Reading.of(slo.objective(), known, now);
            Slo last = slo;
            for (Reading step : Stream.concat(Reading.missed(slo.standing(), known).stream(), Stream.of(reading))
                    .toList()) {
                Slo next = last.with(last.standing().after(step, now));
                last.changeTo(next.standing()).ifPresent(changes::add);
                if (next.standing().level() != last.standing().level()) {
                    turned.add(next);
                }
                last = next;
            }
            if (last.standing().level() == Level.NO_DATA && promises.begun().contains(slo)) {
                turned.add(last);
            }
            kept.add(last);
            if (reading.due() != null) {
                due.merge(slo.productId(), reading.due(), Watch::earlier);
            }
        }
        promises.ended().forEach(slo -> slo.end(now).ifPresent(changes::add));
        List<Slos.Turn> turns = promises.products().stream()
                .map(product -> new Slos.Turn(product, earliest(due.get(product.productId()), product.readAt())))
                .toList();
        slos.store(new Slos.Judged(turns, kept, turned, promises.ended()), now);
        return new Result(changes, products.size());
    }

    private record Promises(List<Watched> products, List<Slo> kept, Set<Slo> begun, List<Slo> ended) {

        void take(String productId, Promised promised, List<Slo> known, Map<String, Long> sequences, Instant now) {
            Map<String, Slo> left = known.stream()
                    .collect(Collectors.toMap(slo -> slo.objective().name(), Function.identity()));
            for (Objective objective : promised.objectives()) {
                String version = Objects.requireNonNull(promised.version());
                Slo slo = left.remove(objective.name());
                if (slo == null) {
                    slo = Slo.begun(productId, version, objective, sequences.getOrDefault(objective.name(), 0L), now);
                    begun.add(slo);
                }
                kept.add(slo.promisedBy(version, objective));
            }
            ended.addAll(left.values());
        }
    }

    /** Reads contracts of products that must be, and leaves the others as they are. */
    private Promises read(List<Watched> products, Instant now) {
        Map<String, List<Slo>> before = slos.of(ids(products));
        Set<String> toRead =
                ids(products.stream().filter(product -> product.mustRead(now)).toList());
        Map<String, Set<String>> versions = toRead.isEmpty() ? Map.of() : slos.versions(toRead);
        Map<String, Map<String, Long>> sequences = toRead.isEmpty() ? Map.of() : slos.sequencesOfEnded(toRead);
        Promises promises = new Promises(new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new ArrayList<>());
        for (Watched product : products) {
            String id = product.productId();
            List<Slo> known = before.getOrDefault(id, List.of());
            if (toRead.contains(id)) {
                Promised promised =
                        Promised.at(now, versions.getOrDefault(id, Set.of()), version -> slos.contract(id, version));
                String version = promised.objectives().isEmpty() ? null : promised.version();
                promises.products().add(new Watched(id, version, promised.turn()));
                promises.take(id, promised, known, sequences.getOrDefault(id, Map.of()), now);
            } else {
                promises.products().add(product);
                promises.kept().addAll(known);
            }
        }
        return promises;
    }

    private static Set<String> ids(List<Watched> products) {
        return products.stream().map(Watched::productId).collect(Collectors.toSet());
    }

    private static @Nullable Instant earliest(@Nullable Instant... moments) {
        return Stream.of(moments)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package io.meshwork.quality.slo.promise;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.ServiceLevelObjective;
import io.meshwork.quality.slo.promise.Objective.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the promises of a contract that can be measured; the others (retention, time to repair) are for people. */
public final class Objectives {

    private static final Pattern PERCENTILE = Pattern.compile("(latency|responseTime)(?:P(\\d{2,4}))?");
    private static final double USUAL_PERCENTILE = 0.95;
    /** Of latencies and rates, of which the contract does not say how many events must keep them. */
    private static final double USUAL_BUDGET = 1 - USUAL_PERCENTILE;
    /** A promise of 100 % would have no budget, and one bad event would burn it infinitely fast. */
    private static final double LEAST_BUDGET = 1e-6;
    /** Some two hundred years, in seconds. */
    private static final double LONGEST = 7e9;

    private static final int LONGEST_NAME = 200;
    private static final int MOST = 100;

    private Objectives() {}

    /** In the order of the contract; of two with one name, the first. At most 100. */
    public static List<Objective> of(DataProduct product) {
        Map<String, Objective> objectives = new LinkedHashMap<>();
        for (ServiceLevelObjective level : product.serviceLevels()) {
            of(level).ifPresent(objective -> objectives.putIfAbsent(objective.name(), objective));
        }
        return objectives.values().stream().limit(MOST).toList();
    }

    private static Optional<Objective> of(ServiceLevelObjective level) {
        String name = level.element() == null ? level.property() : level.property() + "." + level.element();
        if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Matcher latency = PERCENTILE.matcher(level.property());
        if (latency.matches()) {
            return time(level.normalized(), name, level.property(), Kind.LATENCY, 1 - percentile(latency.group(2)));
        }
        return switch (level.property()) {
            case "freshness", "frequency" -> time(level.normalized(), name, level.property(), Kind.FRESHNESS, 0);
            case "availability" -> ratio(level, name, Kind.AVAILABILITY);
            case "errorRate" -> ratio(level, name, Kind.ERROR_RATE);
            case "qualityScore" -> ratio(level, name, Kind.QUALITY_SCORE);
            case "throughput" ->
                Rates.perSecond(level)
                        .map(rate -> new Objective(name, level.property(), Kind.THROUGHPUT, rate, USUAL_BUDGET));
            default -> Optional.empty();
        };
    }

    private static Optional<Objective> time(
            @Nullable Double seconds, String name, String property, Kind kind, double budget) {
        return seconds == null || !(seconds > 0 && seconds < LONGEST)
                ? Optional.empty()
                : Optional.of(new Objective(name, property, kind, seconds, budget));
    }

    private static Optional<Objective> ratio(ServiceLevelObjective level, String name, Kind kind) {
        Double target = level.normalized();
        if (target == null || !(target >= 0 && target <= 1)) {
            return Optional.empty();
        }
        double budget = switch (kind) {
            case AVAILABILITY -> Math.max(1 - target, LEAST_BUDGET);
            case ERROR_RATE -> Math.max(target, LEAST_BUDGET);
            case FRESHNESS, LATENCY, THROUGHPUT, QUALITY_SCORE -> 0;
        };
        return Optional.of(new Objective(name, level.property(), kind, target, budget));
    }

    /** {@code 95} is 0.95, {@code 999} is 0.999. */
    private static double percentile(@Nullable String digits) {
        double share = digits == null ? USUAL_PERCENTILE : Double.parseDouble("0." + digits);
        return Math.min(share, 1 - LEAST_BUDGET);
    }
}

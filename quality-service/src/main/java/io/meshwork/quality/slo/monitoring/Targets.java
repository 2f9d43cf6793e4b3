package io.meshwork.quality.slo.monitoring;

import io.meshwork.quality.slo.promise.Objective;

/** Promises in words. */
final class Targets {

    private Targets() {}

    static String text(Objective objective) {
        String number = AlertRules.number(objective.target());
        return switch (objective.kind()) {
            case FRESHNESS -> "at most " + number + " s old";
            case AVAILABILITY, QUALITY_SCORE -> "at least " + number;
            case LATENCY -> "at most " + number + " s for most requests";
            case ERROR_RATE -> "at most " + number;
            case THROUGHPUT -> "at least " + number + " per second";
        };
    }
}

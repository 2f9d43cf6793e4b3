package io.meshwork.policy.language;

import dev.cel.common.types.CelType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What expressions speak of: the names they know, what their authors are told, and how much work they may make. */
enum Subject {
    /** A version of a product, of which policies speak; somebody waits for the verdict, and wants it to be right. */
    PRODUCT(
            "rule",
            "Make it a comparison or a test that is true for a compliant product.",
            "The guide lists what a product has; what it keeps of an author's own is under `product.custom`.",
            new Limits(CostLimits.ITERATIONS, 250_000_000, 1_250_000_000)),
    /** A piece of news, of which the filters of subscriptions speak; many are asked about each, and others wait meanwhile. */
    UPDATE(
            "filter",
            "Make it a comparison or a test that is true for what you want to hear of.",
            "The guide to notifications lists what an update has.",
            new Limits(1_000, 2_000_000, 1_000_000_000));

    /**
     * @param iterations rounds of all loops of one evaluation
     * @param steps of one evaluation; a step takes at most about a nanosecond
     * @param allSteps of all evaluations that draw on one {@link Allowance}
     */
    record Limits(int iterations, long steps, long allSteps) {}

    private static final List<String> FUNCTIONS = List.of(
            "has",
            "size",
            "all",
            "exists",
            "exists_one",
            "filter",
            "map",
            "matches",
            "startsWith",
            "endsWith",
            "contains",
            "trim",
            "join",
            "split",
            "lowerAscii");

    private final String expression;
    private final String yes;
    private final String guide;
    private final Limits limits;

    Subject(String expression, String yes, String guide, Limits limits) {
        this.expression = expression;
        this.yes = yes;
        this.guide = guide;
        this.limits = limits;
    }

    /** As people call it. */
    String text() {
        return switch (this) {
            case PRODUCT -> "product";
            case UPDATE -> FactTypes.UPDATE;
        };
    }

    /** What its authors call an expression. */
    String expression() {
        return expression;
    }

    /** What an expression must be that says yes or no. */
    String yes() {
        return yes;
    }

    /** Where to read on. */
    String guide() {
        return guide;
    }

    Limits limits() {
        return limits;
    }

    /** What every expression may read. */
    Map<String, CelType> variables() {
        return switch (this) {
            case PRODUCT -> Arrays.stream(Fact.values()).collect(Collectors.toMap(Fact::text, FactTypes::of));
            case UPDATE -> FactTypes.OF_UPDATES;
        };
    }

    /** Names that an author may have meant. */
    List<String> names() {
        Stream<String> own = this == PRODUCT ? ProductFunctions.NAMES.stream() : Stream.empty();
        return Stream.of(own, variables().keySet().stream().sorted(), FUNCTIONS.stream())
                .flatMap(names -> names)
                .toList();
    }

    /** Every name that may be written after a dot. */
    Set<String> fields() {
        return switch (this) {
            case PRODUCT -> FactTypes.fieldsOfProducts();
            case UPDATE -> FactTypes.fieldsOfUpdates();
        };
    }
}

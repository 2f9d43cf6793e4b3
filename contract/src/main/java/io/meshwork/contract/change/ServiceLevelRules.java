package io.meshwork.contract.change;

import static io.meshwork.contract.change.Rule.stated;
import static io.meshwork.contract.change.Ruling.reworded;
import static io.meshwork.contract.change.Ruling.risky;
import static io.meshwork.contract.change.Ruling.safe;

import io.meshwork.contract.change.Change.Kind;
import io.meshwork.contract.model.ServiceLevelObjective;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changes of the promises about the service mean; promises are compared as quantities, whatever their units. */
final class ServiceLevelRules {

    private static final Set<String> MORE_IS_BETTER = Set.of(
            "availability",
            "throughput",
            "qualityscore",
            "completeness",
            "accuracy",
            "successrate",
            "retention",
            "endofsupport",
            "endoflife");
    private static final Set<String> LESS_IS_BETTER = Set.of(
            "freshness",
            "latency",
            "frequency",
            "errorrate",
            "timetodetect",
            "timetonotify",
            "timetorepair",
            "responsetime",
            "generalavailability");

    private static final Ruling ADDED = safe("One more thing is promised.");
    private static final Ruling REMOVED = risky("Consumers that rely on {before} have no promise any more.");
    private static final Ruling TIGHTENED =
            safe("More is promised: {after} instead of {before}.").as(Kind.TIGHTENED);
    private static final Ruling LOOSENED =
            risky("Consumers that rely on {before} get {after} only.").as(Kind.LOOSENED);
    private static final Ruling SAME = reworded("The same promise in other words.");
    private static final Ruling UNCLEAR =
            risky("Consumers that rely on {before} must check whether {after} is enough; the two cannot be compared.");

    private static final Rule<String> RETENTION = stated(
            safe("How long data are kept is now promised."),
            risky("How long data are kept is no longer promised."),
            UNCLEAR);

    private ServiceLevelRules() {}

    /**
     * An objective with what it is about, in the names of the new version.
     *
     * @param element null for the whole product
     */
    private record Node(
            ServiceLevelObjective level, @Nullable String element) {

        Object asWritten() {
            return Arrays.asList(property(level), level.element());
        }

        Object moved() {
            return Arrays.asList(property(level), element);
        }
    }

    static void compare(
            List<ServiceLevelObjective> before, List<ServiceLevelObjective> after, Moves moves, Findings findings) {
        if (before.equals(after)) {
            return;
        }
        Place list = Place.ROOT.child("serviceLevels");
        Matching<Node> matching = Matching.of(
                        before.stream().map(level -> moved(level, moves)).toList(),
                        after.stream()
                                .map(level -> new Node(level, level.element()))
                                .toList())
                .by(item -> item.value().level())
                .by(item -> item.value().asWritten())
                .by(item -> item.value().moved());
        matching.forEachRemoved(gone -> {
            ServiceLevelObjective level = gone.value().level();
            findings.add(list.item(gone.index(), 0, name(level)), REMOVED, text(level), null);
        });
        matching.forEachPair((old, now) -> {
            ServiceLevelObjective level = now.value().level();
            pair(old.value().level(), level, list.item(old.index(), now.index(), name(level)), findings);
        });
        matching.forEachAdded(more -> {
            ServiceLevelObjective level = more.value().level();
            findings.add(list.item(0, more.index(), name(level)), ADDED, null, text(level));
        });
    }

    private static void pair(
            ServiceLevelObjective before, ServiceLevelObjective after, Place place, Findings findings) {
        boolean sameWords = before.value().equals(after.value()) && Objects.equals(before.unit(), after.unit());
        if (!sameWords) {
            Ruling ruling = judge(property(after), Quantity.of(before), Quantity.of(after));
            findings.add(place, ruling, text(before), text(after));
        }
    }

    static Ruling retention(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return RETENTION.judge(before, after);
        }
        return judge("retention", Quantity.of(before, null), Quantity.of(after, null));
    }

    private static Ruling judge(String property, Quantity before, Quantity after) {
        Integer order = before.compare(after);
        if (order == null) {
            return UNCLEAR;
        }
        if (order == 0) {
            return SAME;
        }
        boolean more = order < 0;
        if (MORE_IS_BETTER.contains(property)) {
            return more ? TIGHTENED : LOOSENED;
        }
        return LESS_IS_BETTER.contains(property) ? (more ? LOOSENED : TIGHTENED) : UNCLEAR;
    }

    private static Node moved(ServiceLevelObjective level, Moves moves) {
        String element = level.element();
        return new Node(level, element == null ? null : moves.element(element));
    }

    private static String property(ServiceLevelObjective level) {
        return level.property().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String name(ServiceLevelObjective level) {
        return level.element() == null ? level.property() : level.property() + "." + level.element();
    }

    private static String text(ServiceLevelObjective level) {
        return level.unit() == null ? level.value() : level.value() + " " + level.unit();
    }
}

package io.meshwork.contract.change;

import static io.meshwork.contract.change.Rule.always;
import static io.meshwork.contract.change.Ruling.risky;
import static io.meshwork.contract.change.Ruling.safe;

import io.meshwork.contract.change.Change.Kind;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Severity;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes of the quality checks mean. */
final class CheckRules {

    /**
     * A check with what it looks at, in the names of the new version.
     *
     * @param fields sorted
     * @param name without the number that a second check of the same name gets
     */
    private record Node(QualityCheck check, String dataset, List<String> fields, String name) {

        static Node of(QualityCheck check, String dataset, List<String> fields) {
            return new Node(check, dataset, fields.stream().sorted().toList(), withoutNumber(check.name()));
        }

        /** Everything but its name and its place in the document. */
        Object content() {
            return Arrays.asList(
                    dataset,
                    fields,
                    check.metric(),
                    check.dimension(),
                    check.arguments(),
                    check.query(),
                    check.threshold(),
                    check.severity());
        }

        Object measures() {
            return Arrays.asList(dataset, fields, check.metric(), check.query());
        }

        private static String withoutNumber(String name) {
            int end = name.length();
            while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
                end--;
            }
            boolean numbered = end < name.length() && end > 1 && name.charAt(end - 1) == '_';
            return numbered ? name.substring(0, end - 1) : name;
        }
    }

    private static final List<Attribute<Node, ?>> TABLE = List.of(
            new Attribute<>(
                    "metric",
                    node -> node.check().metric(),
                    always(risky("Another thing is measured: {after} instead of {before}."))),
            new Attribute<>(
                    "dimension",
                    node -> node.check().dimension(),
                    always(safe("The check counts for another dimension of the score."))),
            new Attribute<>(
                    "query",
                    node -> node.check().query(),
                    always(risky("Another thing is measured; what the old query found may go unseen."))),
            new Attribute<>(
                    "severity",
                    node -> node.check().severity(),
                    (before, after) -> after == Severity.ERROR
                            ? risky("Data that were accepted with a warning now fail the product.")
                                    .as(Kind.TIGHTENED)
                            : risky("Consumers get data that failed the product before.")
                                    .as(Kind.LOOSENED)));

    private static final Ruling ELSEWHERE =
            risky("The check looks at {after} and no longer at {before}; what it found there goes unseen.");
    private static final Ruling ADDED = safe("One more thing is watched.");
    private static final Ruling ADDED_ON_EXISTING =
            risky("Data that were accepted before may fail the new check, and the product with them.");
    private static final Ruling REMOVED = risky("Nobody watches any more that {before}.");
    private static final Ruling RENAMED =
            safe("The check is called {after} and is the same.").as(Kind.RENAMED);

    private static final Ruling ARGUMENT =
            risky("Another thing is measured; what the check found before may go unseen.");

    private CheckRules() {}

    static void compare(List<QualityCheck> before, List<QualityCheck> after, Moves moves, Findings findings) {
        if (before.equals(after)) {
            return;
        }
        Place list = Place.ROOT.child("qualityChecks");
        Matching<Node> matching = Matching.of(
                        before.stream().map(check -> moved(check, moves)).toList(),
                        after.stream()
                                .map(check -> Node.of(check, check.dataset(), check.fields()))
                                .toList())
                .by(item ->
                        Arrays.asList(item.value().check().name(), item.value().content()))
                .by(item -> Arrays.asList(item.value().name(), item.value().content()))
                .by(item -> item.value().content())
                .by(item -> item.value().check().name())
                .byUnique(item -> item.value().measures());
        matching.forEachRemoved(gone -> findings.add(
                list.item(gone.index(), 0, gone.value().check().name()),
                REMOVED,
                Condition.text(gone.value().check()),
                null));
        matching.forEachPair((old, now) -> pair(
                old.value(),
                now.value(),
                list.item(old.index(), now.index(), now.value().check().name()),
                findings));
        matching.forEachAdded(more -> findings.add(
                list.item(0, more.index(), more.value().check().name()),
                added(more.value(), moves),
                null,
                Condition.text(more.value().check())));
    }

    private static Node moved(QualityCheck check, Moves moves) {
        List<String> fields = check.fields().stream()
                .map(field -> moves.field(check.dataset(), field))
                .toList();
        return Node.of(check, moves.dataset(check.dataset()), fields);
    }

    private static Ruling added(Node node, Moves moves) {
        boolean harmless = node.check().severity() == Severity.WARNING || moves.isNew(node.dataset(), node.fields());
        return harmless ? ADDED : ADDED_ON_EXISTING;
    }

    private static void pair(Node before, Node after, Place place, Findings findings) {
        if (!before.name().equals(after.name())) {
            findings.add(place, RENAMED, before.check().name(), after.check().name());
        }
        target(before, after, place, findings);
        findings.compare(TABLE, before, after, place);
        ValueRules.compareAll(
                before.check().arguments(),
                after.check().arguments(),
                place,
                "arguments",
                (key, old, now) -> argument(after.check(), key, old, now),
                findings);
        if (!before.check().threshold().equals(after.check().threshold())) {
            findings.add(
                    place.child("threshold"),
                    Condition.judge(before.check(), after.check()),
                    Condition.text(before.check().threshold()),
                    Condition.text(after.check().threshold()));
        }
    }

    /** A check that names what it named before is the same, also when that was renamed without it. */
    private static void target(Node before, Node after, Place place, Findings findings) {
        QualityCheck old = before.check();
        QualityCheck now = after.check();
        if (!before.dataset().equals(after.dataset()) && !old.dataset().equals(now.dataset())) {
            findings.add(place.child("dataset"), ELSEWHERE, old.dataset(), now.dataset());
        }
        if (!before.fields().equals(after.fields()) && !old.fields().equals(now.fields())) {
            findings.add(place.child("fields"), ELSEWHERE, old.fields(), now.fields());
        }
    }

    /** Valid values and patterns say which values there are; consumers program against them. */
    private static Ruling argument(QualityCheck check, String key, @Nullable Object before, @Nullable Object after) {
        boolean values = key.equals("validValues") || key.equals("pattern");
        return values && check.severity() == Severity.ERROR ? ValueRules.judge(key, before, after) : ARGUMENT;
    }
}

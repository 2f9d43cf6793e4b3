package io.meshwork.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.change.Change.Kind;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Field;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.StringNode;

/** What holds for any two versions, tried on every single edit of a contract that uses the whole model. */
class ChangePropertiesTest {

    /** Words that stand for each other, beside which no other will do. */
    private static final List<List<String>> WORDS = List.of(
            List.of("source", "derived", "ml_feature"),
            List.of("testing", "production", "deprecated", "retired"),
            List.of("file", "event_stream", "sql"),
            List.of("row_count", "invalid_values", "sql", "not_executable"),
            List.of("completeness", "validity", "accuracy"),
            List.of("between", "less", "greater_or_equal", "not_equal", "equal"),
            List.of("error", "warning"),
            List.of("2026-01-01", "2027-12-31", "2026-05-05", "2027-06-01"),
            List.of("P90D", "P30D", "P6M"));

    private static final Model EVERYTHING = Model.everything();
    private static final DataProduct PRODUCT = EVERYTHING.read();
    private static final List<DataProduct> EDITS = edits();

    @Test
    void theSameContractHasNoChanges() {
        assertThat(ContractChanges.between(PRODUCT, Model.product())).isEmpty();
    }

    @Test
    void anotherOrderIsNoChange() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(ContractChanges.between(
                            PRODUCT, EVERYTHING.shuffled(seed).read()))
                    .isEmpty();
        }
    }

    @Test
    void everyEditIsFound() {
        EDITS.forEach(edited -> assertThat(ContractChanges.between(PRODUCT, edited))
                .as("changes from %s to %s", PRODUCT, edited)
                .isNotEmpty());
    }

    /** But for a rename, which may be recognised by its place when nothing else is left to tell it by. */
    @Test
    void everyEditIsFoundInAnyOrder() {
        int seed = 0;
        for (DataProduct edited : EDITS) {
            List<Change> expected = ContractChanges.between(PRODUCT, edited);
            DataProduct shuffled = Model.of(edited).shuffled(seed++).read();
            if (expected.stream().noneMatch(change -> change.kind() == Kind.RENAMED)) {
                assertThat(withoutPointers(ContractChanges.between(PRODUCT, shuffled)))
                        .containsExactlyInAnyOrderElementsOf(withoutPointers(expected));
            }
        }
    }

    @Test
    void theOtherWayRoundEveryChangeHasItsCounterpart() {
        EDITS.forEach(edited -> {
            List<Change> there = ContractChanges.between(PRODUCT, edited);
            List<Change> back = ContractChanges.between(edited, PRODUCT);
            assertThat(back.stream().map(ChangePropertiesTest::mirrored))
                    .as("%s against %s", there, back)
                    .containsExactlyInAnyOrderElementsOf(there.stream()
                            .map(change -> seen(change.kind(), change.before(), change.after()))
                            .toList());
        });
    }

    @Test
    void everyPointerLeadsSomewhere() {
        EDITS.forEach(edited -> {
            for (Change change : ContractChanges.between(PRODUCT, edited)) {
                JsonNode document =
                        Model.of(change.after() == null ? PRODUCT : edited).json();
                assertThat(document.at(change.pointer()).isMissingNode())
                        .as("nothing at %s of %s", change, document)
                        .isFalse();
            }
        });
    }

    /** Fails when the model grows: give the new component a rule, and a value in the contract the edits start from. */
    @Test
    void theContractUsesTheWholeModel() {
        Set<String> unused = new TreeSet<>();
        Set<String> used = new HashSet<>();
        visit(PRODUCT, used, unused);
        unused.removeAll(used);

        assertThat(unused).isEmpty();
    }

    private static void visit(Object value, Set<String> used, Set<String> unused) {
        if (value instanceof Collection<?> list) {
            list.forEach(element -> visit(element, used, unused));
        }
        if (value instanceof Record part) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                String name = part.getClass().getSimpleName() + "." + component.getName();
                Object content = content(part, component);
                boolean empty = content == null || content.equals(List.of()) || content.equals(Map.of());
                (empty ? unused : used).add(name);
                visit(Objects.requireNonNullElse(content, ""), used, unused);
            }
        }
    }

    private static Object content(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException inaccessible) {
            throw new IllegalStateException(inaccessible);
        }
    }

    /** Each value replaced, and each value and element taken away; without those that are the same contract, or none. */
    private static List<DataProduct> edits() {
        return EVERYTHING.pointers().stream()
                .filter(pointer -> !pointer.equals("/version")
                        && !pointer.endsWith("/normalized")
                        && !pointer.matches("/qualityChecks/\\d/pointer"))
                .flatMap(pointer -> Stream.concat(
                        others(EVERYTHING.at(pointer)).map(value -> EVERYTHING.set(pointer, value)),
                        Stream.of(EVERYTHING.remove(pointer))))
                .flatMap(ChangePropertiesTest::readable)
                .filter(edited -> !edited.equals(PRODUCT))
                .toList();
    }

    private static Stream<JsonNode> others(JsonNode value) {
        if (value.isBoolean()) {
            return Stream.of(BooleanNode.valueOf(!value.asBoolean()));
        }
        if (value.isNumber()) {
            return Stream.of(DoubleNode.valueOf(value.asDouble() + 1));
        }
        return value.isString() ? words(value.asString()) : Stream.empty();
    }

    private static Stream<JsonNode> words(String word) {
        Stream<String> others = WORDS.stream()
                .filter(words -> words.contains(word))
                .flatMap(List::stream)
                .filter(other -> !other.equals(word));
        return Stream.concat(others, Stream.of(word + "x")).map(StringNode::valueOf);
    }

    private static Stream<DataProduct> readable(Model model) {
        try {
            DataProduct read = model.read();
            boolean whole = Stream.of(
                                    read.domain(), read.name(), read.type(), read.status(), read.owner(), read.terms())
                            .noneMatch(Objects::isNull)
                    && read.outputPorts().stream()
                            .noneMatch(port -> port.kind() == null || port.name() == null || port.properties() == null)
                    && read.inputPorts().stream().noneMatch(port -> port.source() == null)
                    && read.serviceLevels().stream()
                            .noneMatch(level -> level.property() == null || level.value() == null)
                    && read.qualityChecks().stream()
                            .noneMatch(check -> Stream.of(
                                                    check.name(),
                                                    check.dataset(),
                                                    check.metric(),
                                                    check.dimension(),
                                                    check.severity(),
                                                    check.threshold(),
                                                    check.pointer())
                                            .anyMatch(Objects::isNull)
                                    || check.threshold().operator() == null)
                    && named(read);
            return whole ? Stream.of(read) : Stream.empty();
        } catch (JacksonException noContract) {
            return Stream.empty();
        }
    }

    private static boolean named(DataProduct product) {
        return product.schema().stream()
                .allMatch(dataset ->
                        dataset.name() != null && dataset.fields().stream().allMatch(ChangePropertiesTest::named));
    }

    private static boolean named(Field field) {
        return field.name() != null
                && (field.items() == null || named(field.items()))
                && field.fields().stream().allMatch(ChangePropertiesTest::named);
    }

    private static String mirrored(Change change) {
        Kind kind = switch (change.kind()) {
            case ADDED -> Kind.REMOVED;
            case REMOVED -> Kind.ADDED;
            case TIGHTENED -> Kind.LOOSENED;
            case LOOSENED -> Kind.TIGHTENED;
            case RENAMED, CHANGED, REWORDED -> change.kind();
        };
        return seen(kind, change.after(), change.before());
    }

    private static String seen(Kind kind, Object before, Object after) {
        return kind + " " + before + " " + after;
    }

    private static List<String> withoutPointers(List<Change> changes) {
        return changes.stream()
                .map(change -> change.kind() + " " + change.impact() + " " + change.path())
                .toList();
    }
}

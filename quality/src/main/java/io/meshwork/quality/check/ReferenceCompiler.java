package io.meshwork.quality.check;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.read.expression.Term.Kind;
import io.meshwork.contract.read.value.Reference;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.quality.check.PlannedCheck.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says for a check against other data what has to be compared with what; or why it is not. */
final class ReferenceCompiler {

    /** What is not compared becomes the task of the check. */
    private static final class NotCompared extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Task task;

        private NotCompared(Task task) {
            super(null, null, false, false);
            this.task = task;
        }
    }

    private final DataProduct product;
    private final Neighbours neighbours;
    private final Fields ours;
    private final Map<Measure.Other, DataProduct> others = new LinkedHashMap<>();

    ReferenceCompiler(DataProduct product, Neighbours neighbours, Fields ours) {
        this.product = product;
        this.neighbours = neighbours;
        this.ours = ours;
    }

    /** The data that the compiled checks need. */
    Map<Measure.Other, DataProduct> others() {
        return others;
    }

    Task unmatched(QualityCheck check, Reference reference) {
        try {
            DataProduct other = product(reference);
            @Nullable Dataset dataset = dataset(reference, other);
            List<FieldPair> pairs = pairs(check.fields(), reference.fields(), other, dataset);
            return new Task.Take(new Measure.Unmatched(pairs, other(reference, other, dataset)));
        } catch (NotCompared why) {
            return why.task;
        }
    }

    Task differing(QualityCheck check, Reference reference) {
        try {
            DataProduct other = product(reference);
            @Nullable Dataset dataset = dataset(reference, other);
            List<String> key = check.arguments().get(Reference.KEY) instanceof List<?> written
                    ? written.stream().map(String::valueOf).toList()
                    : List.of();
            double tolerance = check.arguments().get(Reference.TOLERANCE) instanceof Number number
                    ? Math.max(0, number.doubleValue())
                    : 0;
            return new Task.Take(new Measure.Differing(
                    pairs(key, reference.key(), other, dataset),
                    pairs(check.fields(), reference.fields(), other, dataset),
                    tolerance,
                    other(reference, other, dataset)));
        } catch (NotCompared why) {
            return why.task;
        }
    }

    private DataProduct product(Reference reference) throws NotCompared {
        String id = reference.product();
        if (id == null || id.equals(product.id())) {
            return product;
        }
        return switch (neighbours.find(id, reference.version())) {
            case Neighbours.Found.Unknown(String reason) -> throw new NotCompared(new Task.Skip(reason));
            case Neighbours.Found.Known(DataProduct other) -> {
                Optional<String> refusal = Consent.refusal(product, latest(id, other));
                if (refusal.isPresent()) {
                    throw new NotCompared(new Task.Skip(refusal.get()));
                }
                yield other;
            }
        };
    }

    /** An older version does not consent for what its owner says now. */
    private DataProduct latest(String id, DataProduct found) {
        return neighbours.find(id, null) instanceof Neighbours.Found.Known(DataProduct latest) ? latest : found;
    }

    /** Null where the schema has none, and the product is its only data. */
    private static @Nullable Dataset dataset(Reference reference, DataProduct other) throws NotCompared {
        List<String> names = other.schema().stream().map(Dataset::name).toList();
        String name = reference.dataset();
        if (name == null && names.size() > 1) {
            throw refused("the product `" + other.id() + "` has several datasets; the reference must name one of "
                    + String.join(", ", names));
        }
        if (name != null && !names.isEmpty() && !names.contains(name)) {
            throw refused("the product `" + other.id() + "` has no dataset `" + name + "`. "
                    + Suggestions.didYouMean(name, names) + "It has: " + String.join(", ", names));
        }
        return other.schema().stream()
                .filter(dataset -> name == null || dataset.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private Measure.Other other(Reference reference, DataProduct other, @Nullable Dataset dataset) {
        String name =
                dataset != null ? dataset.name() : reference.dataset() != null ? reference.dataset() : other.name();
        Measure.Other found = new Measure.Other(other.id(), other.version(), name);
        others.put(found, other);
        return found;
    }

    /** @param theirNames empty for the same as here */
    private List<FieldPair> pairs(
            List<String> names, List<String> theirNames, DataProduct other, @Nullable Dataset dataset)
            throws NotCompared {
        List<String> counterparts = theirNames.isEmpty() ? names : theirNames;
        if (names.isEmpty() || counterparts.size() != names.size()) {
            throw refused("the check must name fields here, and as many in the reference");
        }
        Fields theirs = new Fields(dataset);
        List<FieldPair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            pairs.add(pair(names.get(i), counterparts.get(i), theirs, other));
        }
        return pairs;
    }

    private FieldPair pair(String name, String theirName, Fields theirs, DataProduct other) throws NotCompared {
        Optional<Field> field = ours.field(name);
        Optional<Field> their = theirs.field(theirName);
        if (their.isEmpty() && !theirs.declared().isEmpty()) {
            List<String> known = theirs.declared().stream().map(Field::name).toList();
            throw refused("the product `" + other.id() + "` has no field `" + theirName + "`. "
                    + Suggestions.didYouMean(theirName, known));
        }
        if (ours.isInsideArray(name) || theirs.isInsideArray(theirName)) {
            throw refused("`" + name + "` or `" + theirName + "` is inside a list; compared is one value per row");
        }
        Kind kind = kind(field);
        Kind theirKind = kind(their);
        if (field.isPresent() && their.isPresent() && kind != theirKind) {
            throw refused("`" + name + "` is " + kind + " and `" + theirName + "` of `" + other.id() + "` is "
                    + theirKind + "; compared are fields of one kind");
        }
        return new FieldPair(
                ours.column(name),
                theirs.column(theirName),
                kind == theirKind ? kind : Kind.TEXT,
                type(field),
                type(their));
    }

    private static NotCompared refused(String reason) {
        return new NotCompared(new Task.Refuse(reason));
    }

    private static String type(Optional<Field> field) {
        return field.map(Field::type).orElse("string");
    }

    /** Times in other forms than ISO 8601 are compared as they are written. */
    private static Kind kind(Optional<Field> field) {
        return switch (type(field)) {
            case "integer", "number" -> Kind.NUMBER;
            case "boolean" -> Kind.BOOLEAN;
            case "date", "timestamp" -> field.flatMap(DeclaredType::otherForm).isPresent() ? Kind.TEXT : Kind.TIME;
            default -> Kind.TEXT;
        };
    }
}

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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says for a check against other data what has to be compared with what; or why it is not. */
final class ReferenceCompiler {

    /**
     * The data that is meant.
     *
     * @param dataset null where the schema has none, and the product is its only data
     */
    private record Target(DataProduct product, @Nullable Dataset dataset, Measure.Other other) {}

    private final DataProduct product;
    private final Neighbours neighbours;
    private final Fields ours;
    private final Map<Measure.Other, DataProduct> others = new LinkedHashMap<>();

    /** What becomes of a check that cannot be run. */
    private @Nullable Task instead;

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
        instead = null;
        return target(reference)
                .flatMap(target -> pairs(check.fields(), reference.fields(), target)
                        .map(fields -> take(target, new Measure.Unmatched(fields, target.other()))))
                .orElseGet(this::instead);
    }

    Task differing(QualityCheck check, Reference reference) {
        instead = null;
        List<String> key = check.arguments().get(Reference.KEY) instanceof List<?> written
                ? written.stream().map(String::valueOf).toList()
                : List.of();
        double tolerance = check.arguments().get(Reference.TOLERANCE) instanceof Number number
                ? Math.max(0, number.doubleValue())
                : 0;
        return target(reference)
                .flatMap(target -> pairs(key, reference.key(), target)
                        .flatMap(keys -> pairs(check.fields(), reference.fields(), target)
                                .map(fields ->
                                        take(target, new Measure.Differing(keys, fields, tolerance, target.other())))))
                .orElseGet(this::instead);
    }

    private Task take(Target target, Measure measure) {
        others.put(target.other(), target.product());
        return new Task.Take(measure);
    }

    private Task instead() {
        return Objects.requireNonNull(instead);
    }

    private <T> Optional<T> skipped(String reason) {
        instead = new Task.Skip(reason);
        return Optional.empty();
    }

    private <T> Optional<T> refused(String reason) {
        instead = new Task.Refuse(reason);
        return Optional.empty();
    }

    private Optional<Target> target(Reference reference) {
        return product(reference).flatMap(other -> target(reference, other));
    }

    private Optional<DataProduct> product(Reference reference) {
        String id = reference.product() == null ? product.id() : reference.product();
        if (id.equals(product.id()) && isThis(reference.version())) {
            return Optional.of(product);
        }
        return switch (neighbours.find(id, reference.version())) {
            case Neighbours.Found.Unknown(String reason) -> skipped(reason);
            case Neighbours.Found.Known(DataProduct other) -> {
                Optional<String> refusal = Consent.refusal(product, latest(id, other));
                yield refusal.isPresent() ? skipped(refusal.get()) : Optional.of(other);
            }
        };
    }

    /** @param version whole or its beginning */
    private boolean isThis(@Nullable String version) {
        return version == null || (product.version() + ".").startsWith(version + ".");
    }

    /** An older version does not consent for what its owner says now. */
    private DataProduct latest(String id, DataProduct found) {
        return neighbours.find(id, null) instanceof Neighbours.Found.Known(DataProduct latest) ? latest : found;
    }

    private Optional<Target> target(Reference reference, DataProduct other) {
        List<String> names = other.schema().stream().map(Dataset::name).toList();
        String name = reference.dataset();
        if (name == null && names.size() > 1) {
            return refused("the product `" + other.id() + "` has several datasets; the reference must name one of "
                    + String.join(", ", names));
        }
        if (name != null && !names.isEmpty() && !names.contains(name)) {
            return refused("the product `" + other.id() + "` has no dataset `" + name + "`. "
                    + Suggestions.didYouMean(name, names) + "It has: " + String.join(", ", names));
        }
        Dataset dataset = other.schema().stream()
                .filter(candidate -> name == null || candidate.name().equals(name))
                .findFirst()
                .orElse(null);
        String called = dataset != null ? dataset.name() : name != null ? name : other.name();
        return Optional.of(new Target(other, dataset, new Measure.Other(other.id(), other.version(), called)));
    }

    /** @param theirNames empty for the same as here */
    private Optional<List<FieldPair>> pairs(List<String> names, List<String> theirNames, Target target) {
        List<String> counterparts = theirNames.isEmpty() ? names : theirNames;
        if (names.isEmpty() || counterparts.size() != names.size()) {
            return refused("the check must name fields here, and as many in the reference");
        }
        List<FieldPair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            pair(names.get(i), counterparts.get(i), target).ifPresent(pairs::add);
        }
        return pairs.size() == names.size() ? Optional.of(pairs) : Optional.empty();
    }

    private Optional<FieldPair> pair(String name, String theirName, Target target) {
        Fields theirs = new Fields(target.dataset());
        Optional<Field> field = ours.field(name);
        Optional<Field> their = theirs.field(theirName);
        if (their.isEmpty() && !theirs.declared().isEmpty()) {
            List<String> known = theirs.declared().stream().map(Field::name).toList();
            return refused("the product `" + target.product().id() + "` has no field `" + theirName + "`. "
                    + Suggestions.didYouMean(theirName, known));
        }
        if (ours.isInsideArray(name) || theirs.isInsideArray(theirName)) {
            return refused("`" + name + "` or `" + theirName + "` is inside a list; compared is one value per row");
        }
        Kind kind = kind(field);
        Kind theirKind = kind(their);
        if (field.isPresent() && their.isPresent() && kind != theirKind) {
            return refused("`" + name + "` is " + kind + " and `" + theirName + "` of `"
                    + target.product().id() + "` is " + theirKind + "; compared are fields of one kind");
        }
        return Optional.of(new FieldPair(
                ours.column(name),
                theirs.column(theirName),
                kind == theirKind ? kind : Kind.TEXT,
                type(field),
                type(their)));
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

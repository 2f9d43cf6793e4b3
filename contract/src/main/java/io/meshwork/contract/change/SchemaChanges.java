package io.meshwork.contract.change;

import static io.meshwork.contract.change.Rule.stated;
import static io.meshwork.contract.change.Rule.words;
import static io.meshwork.contract.change.Ruling.breaking;
import static io.meshwork.contract.change.Ruling.risky;
import static io.meshwork.contract.change.Ruling.safe;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The datasets, and what is in them. */
final class SchemaChanges {

    private static final List<Attribute<Dataset, ?>> TABLE = List.of(
            new Attribute<>("description", Dataset::description, words("description")),
            new Attribute<>(
                    "dataGranularity",
                    Dataset::dataGranularity,
                    stated(
                            safe("What one row stands for is now said."),
                            risky("What one row stands for is no longer said."),
                            risky("One row may stand for something else; counts and joins must be checked."))));

    private static final Ruling ADDED = safe("There is more to read; nobody reads it yet.");
    private static final Ruling REMOVED = breaking("Consumers that read {path} fail: the dataset is gone.");

    private final DataProduct before;
    private final DataProduct after;
    private final Findings findings;
    private final Moves moves = new Moves();

    private SchemaChanges(DataProduct before, DataProduct after, Findings findings) {
        this.before = before;
        this.after = after;
        this.findings = findings;
    }

    static Moves compare(DataProduct before, DataProduct after, Findings findings) {
        SchemaChanges changes = new SchemaChanges(before, after, findings);
        changes.datasets();
        return changes.moves;
    }

    private void datasets() {
        Place list = Place.ROOT.list("schema");
        Matching<Dataset> matching = Matching.of(before.schema(), after.schema())
                .by(item -> item.value().name())
                .byUnique(item -> naming(item.value()).inStorage())
                .byUnique(item -> shape(item.value()));
        matching.forEachRemoved(gone ->
                findings.add(list.item(gone.index(), 0, gone.value().name()), REMOVED, amount(gone.value()), null));
        matching.forEachPair((old, now) -> dataset(
                old.value(),
                now.value(),
                list.item(old.index(), now.index(), now.value().name())));
        matching.forEachAdded(more ->
                added(more.value(), list.item(0, more.index(), more.value().name())));
    }

    private void added(Dataset dataset, Place place) {
        moves.added(dataset.name(), "");
        findings.add(place, ADDED, null, amount(dataset));
    }

    private void dataset(Dataset old, Dataset now, Place place) {
        if (!old.name().equals(now.name())) {
            moves.datasetRenamed(old.name(), now.name());
        }
        naming(old).compare(naming(now), place, findings);
        findings.compare(TABLE, old, now, place);
        new FieldChanges(
                        new FieldChanges.Owners(
                                old.name(), now.name(), before.classification(), after.classification()),
                        moves,
                        findings)
                .compare(FieldNode.of(before, old), FieldNode.of(after, now), place);
    }

    private static Naming naming(Dataset dataset) {
        return new Naming(dataset.name(), dataset.physicalName());
    }

    /** Two datasets with the same fields are the same one under another name. */
    private static @Nullable Object shape(Dataset dataset) {
        return dataset.fields().isEmpty()
                ? null
                : dataset.fields().stream()
                        .map(field -> List.of(field.name(), String.valueOf(field.type())))
                        .sorted((one, other) -> one.getFirst().compareTo(other.getFirst()))
                        .toList();
    }

    private static String amount(Dataset dataset) {
        List<Field> fields = dataset.fields();
        return fields.size() + (fields.size() == 1 ? " field" : " fields");
    }
}

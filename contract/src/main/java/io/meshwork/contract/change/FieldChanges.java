package io.meshwork.contract.change;

import static io.meshwork.contract.change.Ruling.breaking;
import static io.meshwork.contract.change.Ruling.risky;
import static io.meshwork.contract.change.Ruling.safe;

import io.meshwork.contract.model.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of one dataset, also nested ones: which came, went, or changed. */
final class FieldChanges {

    /** What surrounds the fields in either version. */
    record Owners(
            String datasetBefore,
            String datasetAfter,
            @Nullable String classificationBefore,
            @Nullable String classificationAfter) {}

    private static final Ruling REMOVED = breaking("Consumers that read {path} fail: the field is gone.");
    private static final Ruling ADDED = safe("There is more to read; who does not know the field is not affected.");
    private static final Ruling ADDED_REQUIRED =
            risky("Data that were written before have no value for a field that must have one.");
    private static final Ruling ADDED_PII = risky("Consumers that copy everything now hold personal data.");
    private static final Ruling ADDED_KEY =
            breaking("Consumers that join or update by the primary key meet several rows for what was one.");

    private static final Ruling ITEMS_KNOWN =
            risky("The items are now promised to be {after}; data that were written before may have others.");
    private static final Ruling ITEMS_UNKNOWN =
            breaking("Consumers that rely on items of type {before} have no promise any more.");

    private final Owners owners;
    private final Moves moves;
    private final Findings findings;

    FieldChanges(Owners owners, Moves moves, Findings findings) {
        this.owners = owners;
        this.moves = moves;
        this.findings = findings;
    }

    void compare(List<FieldNode> before, List<FieldNode> after, Place dataset) {
        compare(before, after, dataset, new Parents("", ""));
    }

    /** Dotted names, inside the dataset, of what the fields are nested in. */
    private record Parents(String before, String after) {

        Parents child(FieldNode old, FieldNode now) {
            return new Parents(
                    joined(before, old.field().name()),
                    joined(after, now.field().name()));
        }

        static String joined(String parent, String name) {
            return parent.isEmpty() ? name : parent + "." + name;
        }
    }

    private void compare(List<FieldNode> before, List<FieldNode> after, Place parent, Parents names) {
        Place list = parent.list("fields");
        boolean hadKey = before.stream().anyMatch(node -> node.field().primaryKey());
        Matching<FieldNode> matching = matching(before, after);
        matching.forEachRemoved(gone -> findings.add(
                list.item(gone.index(), 0, gone.value().field().name()),
                REMOVED,
                type(gone.value().field()),
                null));
        matching.forEachPair((old, now) -> {
            if (!old.value().field().equals(now.value().field())) {
                Place place =
                        list.item(old.index(), now.index(), now.value().field().name());
                field(old.value(), now.value(), place, names.child(old.value(), now.value()), hadKey);
            }
        });
        matching.forEachAdded(more -> {
            Field field = more.value().field();
            moves.added(owners.datasetAfter(), Parents.joined(names.after(), field.name()));
            findings.add(list.item(0, more.index(), field.name()), added(field, hadKey), null, type(field));
        });
    }

    /** By name; else by column, by what the business calls it, by description, and at last by looking the same in the same place. */
    private static Matching<FieldNode> matching(List<FieldNode> before, List<FieldNode> after) {
        return Matching.of(before, after)
                .by(item -> item.value().field().name())
                .byUnique(item -> item.value().field().column())
                .byUnique(item -> alike(item.value().definition(), item.value().field()))
                .byUnique(item ->
                        alike(item.value().field().description(), item.value().field()))
                .byUnique(FieldChanges::place);
    }

    private static @Nullable Object alike(@Nullable Object meaning, Field field) {
        return meaning == null || field.type() == null ? null : List.of(meaning, field.type());
    }

    private static Object place(Matching.Item<FieldNode> item) {
        Field field = item.value().field();
        return Arrays.asList(
                item.index(),
                field.type(),
                field.physicalType(),
                field.description(),
                field.required(),
                field.unique(),
                field.primaryKey(),
                field.pii(),
                field.classification(),
                field.options(),
                field.items(),
                field.fields());
    }

    private void field(FieldNode old, FieldNode now, Place place, Parents names, boolean hadKey) {
        Field before = old.field();
        Field after = now.field();
        if (!before.name().equals(after.name())) {
            moves.fieldRenamed(owners.datasetBefore(), names.before(), names.after());
        }
        naming(before).compare(naming(after), place, findings);
        FieldRules.compare(before, after, owners, hadKey, place, findings);
        items(before.items(), after.items(), place.child("items"));
        compare(old.nested(), now.nested(), place, names);
    }

    /** What the items of an array are; arrays may hold arrays. */
    private void items(@Nullable Field before, @Nullable Field after, Place place) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before == null || after == null) {
            Ruling ruling = after == null ? ITEMS_UNKNOWN : ITEMS_KNOWN;
            findings.add(place, ruling, before == null ? null : type(before), after == null ? null : type(after));
            return;
        }
        naming(before).compare(naming(after), place, findings);
        FieldRules.compare(before, after, owners, false, place, findings);
        items(before.items(), after.items(), place.child("items"));
    }

    private static Naming naming(Field field) {
        return new Naming(field.name(), field.physicalName());
    }

    private static Ruling added(Field field, boolean hadKey) {
        if (field.primaryKey() && hadKey) {
            return ADDED_KEY;
        }
        return field.required() ? ADDED_REQUIRED : field.pii() ? ADDED_PII : ADDED;
    }

    private static String type(Field field) {
        return field.type() != null ? field.type() : field.physicalType() != null ? field.physicalType() : "untyped";
    }
}

package io.meshwork.contract.change;

import static io.meshwork.contract.change.Rule.constraint;
import static io.meshwork.contract.change.Rule.stated;
import static io.meshwork.contract.change.Rule.words;
import static io.meshwork.contract.change.Ruling.breaking;
import static io.meshwork.contract.change.Ruling.reworded;
import static io.meshwork.contract.change.Ruling.risky;
import static io.meshwork.contract.change.Ruling.safe;

import io.meshwork.contract.change.Change.Kind;
import io.meshwork.contract.change.FieldChanges.Owners;
import io.meshwork.contract.model.Field;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What changes of one field mean. */
final class FieldRules {

    private static final Attribute<Field, String> TYPE = new Attribute<>(
            "type",
            Field::type,
            stated(
                    risky("The type is now promised; data that were written before may have another."),
                    breaking("Consumers that rely on {before} values have no promise any more."),
                    breaking("Consumers that read {before} values get {after} values.")));

    private static final Attribute<Field, String> PHYSICAL_TYPE =
            new Attribute<>("physicalType", Field::physicalType, PhysicalType::judge);

    private static final List<Attribute<Field, ?>> TABLE = List.of(
            new Attribute<>("description", Field::description, words("description")),
            new Attribute<>(
                    "required",
                    Field::required,
                    constraint(
                            risky("A value is now promised in every row; data that were written before may lack it."),
                            breaking("Consumers that rely on a value in every row meet nulls."))),
            new Attribute<>(
                    "unique",
                    Field::unique,
                    constraint(
                            risky(
                                    "Every value is now promised to stand once; data that were written before may repeat it."),
                            breaking("Consumers that join by it meet several rows where there was one."))),
            new Attribute<>(
                    "primaryKeyPosition",
                    Field::primaryKeyPosition,
                    stated(
                            safe("The order of the key's columns is now said."),
                            safe("The order of the key's columns is no longer said."),
                            risky(
                                    "The columns of the primary key stand in another order; who relies on it must check."))),
            new Attribute<>(
                    "pii",
                    Field::pii,
                    (before, after) -> Boolean.TRUE.equals(after)
                            ? breaking("Consumers now hold personal data, and must protect and erase them.")
                            : breaking(
                                    "Consumers that protect it as personal data are told that it is none; what they do must be decided anew.")));

    private static final Ruling FIRST_KEY =
            risky("The primary key is now promised; data that were written before may repeat it.");
    private static final Ruling LONGER_KEY =
            breaking("Consumers that join or update by the primary key meet several rows for what was one.");
    private static final Ruling SHORTER_KEY =
            breaking("Consumers that join or update by the primary key no longer find it.");

    private FieldRules() {}

    /** @param hadKey whether any field beside it was part of a primary key before */
    static void compare(Field before, Field after, Owners owners, boolean hadKey, Place place, Findings findings) {
        TYPE.compare(before, after, place, findings);
        if (!isOfAnotherType(before, after)) {
            PHYSICAL_TYPE.compare(before, after, place, findings);
        }
        findings.compare(TABLE, before, after, place);
        if (before.primaryKey() != after.primaryKey()) {
            Ruling key = after.primaryKey()
                    ? (hadKey ? LONGER_KEY : FIRST_KEY).as(Kind.TIGHTENED)
                    : SHORTER_KEY.as(Kind.LOOSENED);
            findings.add(place.child("primaryKey"), key, before.primaryKey(), after.primaryKey());
        }
        classification(before.classification(), after.classification(), owners, place, findings);
        ValueRules.compareAll(before.options(), after.options(), place, "options", ValueRules::judge, findings);
        Names.compareTags(before.tags(), after.tags(), place, findings);
    }

    /** Then a type in the storage that comes or goes says nothing more: readers derive it from some ways to write the type. */
    private static boolean isOfAnotherType(Field before, Field after) {
        return !Objects.equals(before.type(), after.type())
                && (before.physicalType() == null || after.physicalType() == null);
    }

    /** A field that says nothing is classified as its product. */
    private static void classification(
            @Nullable String before, @Nullable String after, Owners owners, Place place, Findings findings) {
        if (Objects.equals(before, after)) {
            return;
        }
        String old = before != null ? before : owners.classificationBefore();
        String now = after != null ? after : owners.classificationAfter();
        findings.add(place.child("classification"), classification(old, now), before, after);
    }

    private static Ruling classification(@Nullable String old, @Nullable String now) {
        if (Objects.equals(old, now)) {
            return reworded("The field is classified as before, by itself or by its product.");
        }
        if (old == null) {
            return risky("Rules for " + now + " data now apply to what consumers already hold.");
        }
        return now == null
                ? breaking("Consumers no longer know how to handle data that were " + old + ".")
                : breaking(
                        "Consumers who handle it as " + old + " must handle it as " + now + ", and may lose access.");
    }
}

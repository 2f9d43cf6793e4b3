package io.meshwork.schemas.compatibility;

import static java.util.stream.Collectors.toCollection;

import io.meshwork.schemas.compatibility.Violation.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What we promise beyond Avro, whose rules let a meaning change under the same bytes, and under BACKWARD let a union
 * grow that nobody can shrink again.
 */
final class EvolutionRules {

    private final List<Finding> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private EvolutionRules() {}

    static List<Finding> findings(Schema current, Schema released) {
        var rules = new EvolutionRules();
        rules.compare(SchemaPlace.of(current), current, released);
        return rules.found;
    }

    private void compare(SchemaPlace place, Schema current, Schema released) {
        if (current.isUnion()) {
            compareUnion(place, current, released);
        } else if (current.getType() == released.getType()) {
            compareSameType(place, current, released);
        }
    }

    private void compareSameType(SchemaPlace place, Schema current, Schema released) {
        sameMeaning(place, current, released);
        switch (current.getType()) {
            case RECORD -> compareRecord(place, current, released);
            case ENUM, FIXED -> sameName(place, current, released);
            case ARRAY -> compare(place, current.getElementType(), released.getElementType());
            case MAP -> compare(place, current.getValueType(), released.getValueType());
            default -> {} // a primitive has nothing inside
        }
    }

    private void compareRecord(SchemaPlace place, Schema current, Schema released) {
        sameName(place, current, released);
        if (!seen.add(current.getFullName())) {
            return;
        }
        for (Schema.Field field : current.getFields()) {
            Schema.Field before = released.getField(field.name());
            SchemaPlace at = SchemaPlace.of(current, field);
            if (before != null) {
                compare(at, field.schema(), before.schema());
            } else if (!field.hasDefaultValue()) {
                found.add(new Finding(
                        at,
                        Rule.FIELD_WITHOUT_DEFAULT,
                        "was added without a default: records written before have no value for it",
                        "giving it a default"));
            }
        }
    }

    private void compareUnion(SchemaPlace place, Schema current, Schema released) {
        List<Schema> before = released.isUnion() ? released.getTypes() : List.of(released);
        Set<String> added = names(current.getTypes());
        added.removeAll(names(before));
        if (!added.isEmpty()) {
            found.add(new Finding(
                    place,
                    Rule.UNION_GREW,
                    "gained " + added + " in its union: unions never grow, since readers switch on the branches",
                    "adding a new field with a default instead"));
        }
        for (Schema branch : current.getTypes()) {
            before.stream()
                    .filter(old -> old.getFullName().equals(branch.getFullName()))
                    .forEach(old -> compareSameType(place, branch, old));
        }
    }

    private void sameMeaning(SchemaPlace place, Schema current, Schema released) {
        String was = logical(released.getLogicalType());
        String is = logical(current.getLogicalType());
        if (!was.equals(is)) {
            found.add(new Finding(
                    place,
                    Rule.LOGICAL_TYPE_CHANGED,
                    "changed its logical type from " + was + " to " + is + ": the same bytes would mean something else",
                    "keeping the released logical type, or adding a new field with a default beside it"));
        }
    }

    private void sameName(SchemaPlace place, Schema current, Schema released) {
        if (!current.getFullName().equals(released.getFullName())) {
            found.add(new Finding(
                    place,
                    Rule.NAME_CHANGED,
                    "changed its name from " + released.getFullName() + " to " + current.getFullName()
                            + ": readers with generated classes look for the released name",
                    "keeping the released name"));
        }
    }

    private static Set<String> names(List<Schema> types) {
        return types.stream().map(Schema::getFullName).collect(toCollection(LinkedHashSet::new));
    }

    private static String logical(@Nullable LogicalType type) {
        return type == null ? "none" : type.getName();
    }
}

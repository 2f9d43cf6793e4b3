package io.meshwork.contract.skeleton;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a structure as those of a dataset, with the rules that they bring. What is never null or never twice is said by
 * the field, and checked for that; a rule would only say it again.
 */
final class DraftedSchema {

    /** Deeper values stay objects and arrays of which no more is said: a document nests 64 levels, and people fewer. */
    private static final int DEEPEST = 10;

    private static final String PROPERTIES = "properties";

    /** Where a field stands: below which fields, in the document, and whether in every row once. */
    private record Place(String path, String pointer, int depth, boolean oncePerRow) {

        Place member(String name, int index) {
            return new Place(
                    path.isEmpty() ? name : path + "." + name,
                    pointer + "/" + PROPERTIES + "/" + index,
                    depth + 1,
                    oncePerRow);
        }

        Place items() {
            return new Place(path, pointer + "/items", depth + 1, false);
        }
    }

    private final Dataset dataset;
    private final List<QualityCheck> checks = new ArrayList<>();
    private final List<String> personal = new ArrayList<>();
    private final List<String> cut = new ArrayList<>();
    private final List<String> unnamed = new ArrayList<>();
    private final Map<String, Object> custom = new LinkedHashMap<>();
    private final String name;
    private int fields;

    DraftedSchema(Structure found) {
        this.name = new ContractNames("data").next(found.name());
        Place root = new Place("", "/schema/0", 0, true);
        this.dataset = new Dataset(
                name,
                ContractNames.physical(found.physicalName(), name),
                description(found.description()),
                null,
                members(found.fields(), root, custom));
        custom.put("physicalType", found.storage());
        Long rows = found.rows();
        if (rows != null && rows > 0) {
            someRows();
        }
    }

    Dataset dataset() {
        return dataset;
    }

    List<QualityCheck> checks() {
        return checks;
    }

    /** What the standard has and the model has not, where the model keeps it. */
    Map<String, Object> custom() {
        return Map.of("schema", Map.of(name, custom));
    }

    /** Paths of fields that look as if they were about people. */
    List<String> personal() {
        return personal;
    }

    /** Paths of fields that are nested too deep to be described. */
    List<String> cut() {
        return cut;
    }

    /** Paths of fields whose name in their system no contract can hold, so that their column is not found. */
    List<String> unnamed() {
        return unnamed;
    }

    int fields() {
        return fields;
    }

    private List<Field> members(List<FoundField> found, Place parent, Map<String, Object> kept) {
        ContractNames names = new ContractNames("field");
        Map<String, Object> keptOfMembers = new LinkedHashMap<>();
        List<Field> members = new ArrayList<>();
        for (FoundField one : found) {
            String own = names.next(one.name());
            Map<String, Object> keptOfOne = new LinkedHashMap<>();
            members.add(field(one, own, parent.member(own, members.size()), keptOfOne));
            if (!keptOfOne.isEmpty()) {
                keptOfMembers.put(own, keptOfOne);
            }
        }
        if (!keptOfMembers.isEmpty()) {
            kept.put(PROPERTIES, keptOfMembers);
        }
        return members;
    }

    private Field field(FoundField found, String own, Place place, Map<String, Object> kept) {
        fields++;
        if (!found.name().equals(own) && ContractNames.physical(found.name(), own) == null) {
            unnamed.add(place.path());
        }
        Optional<String> classification = PersonalData.classification(own);
        classification.ifPresent(sign -> personal.add(place.path()));
        keep(found, kept);
        return typed(found.type(), found, own, place, classification.orElse(null), kept);
    }

    private Field typed(
            FoundType type,
            FoundField found,
            String own,
            Place place,
            @Nullable String classification,
            Map<String, Object> kept) {
        FoundType whole = shallow(type, place);
        Field items = whole.items() == null ? null : items(whole.items(), place.items(), kept);
        List<Field> members = items == null ? members(whole.members(), place, kept) : items.fields();
        if (place.oncePerRow() && isKnown(whole.values())) {
            knownValues(place, whole.values());
        }
        return new Field(
                own,
                ContractNames.physical(found.name(), own),
                whole.logical(),
                physicalType(whole),
                description(found.description()),
                found.required(),
                found.unique(),
                found.keyPosition() != null,
                found.keyPosition(),
                classification != null,
                classification,
                classification == null ? List.of() : List.of("pii"),
                whole.options(),
                items == null ? null : withoutFields(items),
                members);
    }

    /** The element of an array, with the fields inside it, which belong to the array in the end. */
    private Field items(FoundType type, Place place, Map<String, Object> kept) {
        Map<String, Object> keptOfItems = new LinkedHashMap<>();
        Field items = typed(type, new FoundField("", type), "", place, null, keptOfItems);
        if (!keptOfItems.isEmpty()) {
            kept.put("items", keptOfItems);
        }
        return items;
    }

    private FoundType shallow(FoundType type, Place place) {
        boolean nested = type.items() != null || !type.members().isEmpty();
        if (!nested || place.depth() < DEEPEST) {
            return type;
        }
        cut.add(place.path());
        return new FoundType(type.logical(), type.physical(), type.options(), type.values(), null, List.of());
    }

    private static boolean isKnown(List<String> values) {
        return !values.isEmpty() && values.stream().allMatch(ContractNames::isWritable);
    }

    private static void keep(FoundField found, Map<String, Object> kept) {
        List<Map<String, String>> properties = new ArrayList<>();
        property("default", found.defaultValue(), properties);
        property("references", found.references(), properties);
        if (!properties.isEmpty()) {
            kept.put("customProperties", properties);
        }
    }

    private static void property(String property, @Nullable String value, List<Map<String, String>> properties) {
        if (value != null && ContractNames.isWritable(value)) {
            properties.add(Map.of("property", property, "value", value));
        }
    }

    private static @Nullable String physicalType(FoundType type) {
        String line = type.physical() == null ? "" : ContractNames.line(type.physical());
        return line.isEmpty() || line.length() > 256 ? null : line;
    }

    private static @Nullable String description(@Nullable String found) {
        String line = found == null ? "" : ContractNames.line(found);
        return line.isEmpty() ? null : line;
    }

    private static Field withoutFields(Field items) {
        return new Field(
                "",
                null,
                items.type(),
                items.physicalType(),
                null,
                false,
                false,
                false,
                null,
                false,
                null,
                List.of(),
                items.options(),
                items.items(),
                List.of());
    }

    private void knownValues(Place place, List<String> values) {
        checks.add(new QualityCheck(
                "known-values:" + place.path(),
                name,
                List.of(place.path()),
                Metric.INVALID_VALUES,
                QualityDimension.CONFORMITY,
                Map.of("validValues", values),
                null,
                new Threshold(Operator.EQUAL, 0, null, false),
                Severity.ERROR,
                place.pointer() + "/quality/0"));
    }

    private void someRows() {
        checks.add(new QualityCheck(
                "some-rows",
                name,
                List.of(),
                Metric.ROW_COUNT,
                QualityDimension.COMPLETENESS,
                Map.of(),
                null,
                new Threshold(Operator.GREATER, 0, null, false),
                Severity.ERROR,
                "/schema/0/quality/0"));
    }
}

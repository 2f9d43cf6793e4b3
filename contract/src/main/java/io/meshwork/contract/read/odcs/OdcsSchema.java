package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.LogicalTypes;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.contract.read.value.UniqueNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code schema}: objects, their properties, and the quality rules on both. */
final class OdcsSchema {

    private static final String[] KEPT_OF_OBJECT = {
        "id",
        "logicalType",
        "physicalType",
        "businessName",
        "authoritativeDefinitions",
        "tags",
        "customProperties",
        "relationships"
    };
    private static final String[] KEPT_OF_PROPERTY = {
        "id",
        "businessName",
        "authoritativeDefinitions",
        "customProperties",
        "relationships",
        "primaryKeyPosition",
        "logicalTypeOptions",
        "partitioned",
        "partitionKeyPosition",
        "encryptedName",
        "transformSourceObjects",
        "transformLogic",
        "transformDescription",
        "examples",
        "criticalDataElement"
    };

    private final List<Dataset> datasets = new ArrayList<>();
    private final List<String> topics = new ArrayList<>();
    private final Set<String> sources = new LinkedHashSet<>();
    private final OdcsQuality quality = new OdcsQuality();

    private OdcsSchema() {}

    static OdcsSchema read(Section root) {
        OdcsSchema schema = new OdcsSchema();
        UniqueNames names = new UniqueNames();
        for (Section section : root.sections("schema", "object")) {
            Dataset dataset = schema.object(section);
            names.check(section, "name", dataset.name());
            schema.datasets.add(dataset);
        }
        return schema;
    }

    List<Dataset> datasets() {
        return datasets;
    }

    List<QualityCheck> checks() {
        return quality.checks();
    }

    /** What the properties are transformed from: the declared lineage. */
    List<String> sources() {
        return List.copyOf(sources);
    }

    /** The only topic of the contract, null when there is none or several. */
    @Nullable
    String topic() {
        return topics.size() == 1 ? topics.getFirst() : null;
    }

    private Dataset object(Section section) {
        String name = section.name("name", "Name the table, file or topic.");
        List<String> home = List.of("schema", name);
        section.keepUnder(home);
        String logicalType = section.text("logicalType");
        if (logicalType != null && !logicalType.equals("object")) {
            section.error(
                    "logicalType",
                    "invalid",
                    "an element of `schema` is always an object",
                    "Write `object`, or nothing.");
        }
        String physicalName = section.text("physicalName");
        if ("topic".equals(section.text("physicalType"))) {
            topics.add(physicalName == null ? name : physicalName);
        }
        List<Field> fields = properties(section, home, new OdcsQuality.Target(name, ""));
        Dataset dataset = new Dataset(
                name, physicalName, section.text("description"), section.text("dataGranularityDescription"), fields);
        quality.ofObject(section, dataset);
        quality.checkFields(dataset);
        section.texts("tags");
        section.keep(KEPT_OF_OBJECT);
        section.close();
        return dataset;
    }

    private List<Field> properties(Section parent, List<String> home, OdcsQuality.Target target) {
        List<Field> fields = new ArrayList<>();
        UniqueNames names = new UniqueNames();
        for (Section section : parent.sections("properties", "property")) {
            String name = section.name("name", "Name the column or attribute.");
            names.check(section, "name", name);
            List<String> place =
                    Stream.concat(home.stream(), Stream.of("properties", name)).toList();
            fields.add(property(section, name, place, target.inside(name)));
        }
        return fields;
    }

    private Field property(Section section, String name, List<String> home, OdcsQuality.Target target) {
        section.keepUnder(home);
        OdcsCustomProperties custom = OdcsCustomProperties.read(section);
        List<String> tags = section.texts("tags");
        Field field = new Field(
                name,
                section.text("physicalName"),
                logicalType(section),
                section.text("physicalType"),
                section.text("description"),
                section.flag("required"),
                section.flag("unique"),
                section.flag("primaryKey"),
                custom.isTrue("pii") || tags.stream().anyMatch("pii"::equalsIgnoreCase),
                section.text("classification"),
                tags,
                nested(section, home, target));
        sources.addAll(section.texts("transformSourceObjects"));
        quality.ofProperty(section, target);
        section.keep(KEPT_OF_PROPERTY);
        section.close();
        return field;
    }

    /** The properties of an object, or of the objects in an array. */
    private List<Field> nested(Section section, List<String> home, OdcsQuality.Target target) {
        Section items = section.section("items", "items");
        if (items == null) {
            return properties(section, home, target);
        }
        items.keep(
                "name", "logicalType", "physicalType", "description", "required", "unique", "classification", "tags");
        List<String> place = Stream.concat(home.stream(), Stream.of("items")).toList();
        Field item = property(items, "", place, target);
        return Stream.concat(properties(section, home, target).stream(), item.fields().stream())
                .toList();
    }

    private static @Nullable String logicalType(Section section) {
        String type = section.text("logicalType");
        if (type != null && !LogicalTypes.ALL.contains(type)) {
            section.error(
                    "logicalType",
                    "invalid",
                    "the logical type " + Quoted.of(type) + " is not in the standard",
                    LogicalTypes.of(type)
                                    .map(known -> "Did you mean `" + known + "`? ")
                                    .orElseGet(() -> Suggestions.didYouMean(type, LogicalTypes.ALL))
                            + "Write one of " + String.join(", ", LogicalTypes.ALL)
                            + "; the storage's own type goes to `physicalType`.");
        }
        return type;
    }
}

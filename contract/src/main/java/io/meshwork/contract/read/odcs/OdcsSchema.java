package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.CustomProperties;
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
        "id", "logicalType", "physicalType", "businessName", "authoritativeDefinitions", "tags", "relationships"
    };
    private static final String[] KEPT_OF_PROPERTY = {
        "id",
        "businessName",
        "authoritativeDefinitions",
        "relationships",
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
    private final OdcsRelationships relationships = new OdcsRelationships();

    private OdcsSchema() {}

    static OdcsSchema read(Section root) {
        OdcsSchema schema = new OdcsSchema();
        UniqueNames names = new UniqueNames();
        for (Section section : root.sections("schema", "object")) {
            Dataset dataset = schema.object(section);
            names.check(section, "name", dataset.name());
            schema.datasets.add(dataset);
        }
        schema.relationships.check(schema.elements());
        return schema;
    }

    List<Dataset> datasets() {
        return datasets;
    }

    /** What references may name. */
    Elements elements() {
        return new Elements(datasets);
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
        CustomProperties.read(section);
        KeyPositions keys = new KeyPositions();
        List<Field> fields = properties(section, home, new OdcsQuality.Target(name, ""), keys);
        Dataset dataset = new Dataset(
                name, physicalName, section.text("description"), section.text("dataGranularityDescription"), fields);
        quality.ofObject(section, dataset);
        quality.checkFields(dataset);
        relationships.ofObject(section);
        section.texts("tags");
        section.keep(KEPT_OF_OBJECT);
        section.close();
        return dataset;
    }

    private List<Field> properties(
            Section parent, List<String> home, OdcsQuality.Target target, @Nullable KeyPositions keys) {
        List<Field> fields = new ArrayList<>();
        UniqueNames names = new UniqueNames();
        for (Section section : parent.sections("properties", "property")) {
            String name = section.name("name", "Name the column or attribute.");
            names.check(section, "name", name);
            List<String> place =
                    Stream.concat(home.stream(), Stream.of("properties", name)).toList();
            Field field = property(section, name, place, target.inside(name));
            if (keys != null) {
                keys.check(section, field);
            }
            fields.add(field);
        }
        return fields;
    }

    private Field property(Section section, String name, List<String> home, OdcsQuality.Target target) {
        section.keepUnder(home);
        CustomProperties custom = CustomProperties.read(section);
        List<String> tags = section.texts("tags");
        String type = logicalType(section);
        Field items = items(section, home, target);
        Field field = new Field(
                name,
                section.text("physicalName"),
                type,
                section.text("physicalType"),
                section.text("description"),
                section.flag("required"),
                section.flag("unique"),
                section.flag("primaryKey"),
                position(section),
                isPersonal(custom, tags),
                section.text("classification"),
                tags,
                TypeOptions.read(section, type),
                items == null ? null : withoutFields(items),
                nested(section, home, target, items));
        sources.addAll(section.texts("transformSourceObjects"));
        quality.ofProperty(section, target);
        relationships.ofProperty(section);
        section.keep(KEPT_OF_PROPERTY);
        section.close();
        return field;
    }

    private static boolean isPersonal(CustomProperties custom, List<String> tags) {
        Section mesh = custom.mesh();
        return (mesh != null && mesh.flag("pii"))
                || custom.isTrue("pii")
                || tags.stream().anyMatch("pii"::equalsIgnoreCase);
    }

    /** The standard writes -1 for none. */
    private static @Nullable Integer position(Section section) {
        Integer position = section.whole("primaryKeyPosition");
        return position == null || position < 1 ? null : position;
    }

    private @Nullable Field items(Section section, List<String> home, OdcsQuality.Target target) {
        Section items = section.section("items", "items");
        if (items == null) {
            return null;
        }
        items.keepUnless("name", null);
        return property(
                items, "", Stream.concat(home.stream(), Stream.of("items")).toList(), target);
    }

    private static Field withoutFields(Field items) {
        return new Field(
                items.name(),
                items.physicalName(),
                items.type(),
                items.physicalType(),
                items.description(),
                items.required(),
                items.unique(),
                items.primaryKey(),
                items.primaryKeyPosition(),
                items.pii(),
                items.classification(),
                items.tags(),
                items.options(),
                items.items(),
                List.of());
    }

    /** The properties of an object, or of the objects in an array. */
    private List<Field> nested(Section section, List<String> home, OdcsQuality.Target target, @Nullable Field items) {
        List<Field> own = properties(section, home, target, null);
        if (items != null && !own.isEmpty()) {
            section.error(
                    "properties",
                    "misplaced",
                    "the property has `items` and `properties` of its own",
                    "Move the `properties` into `items`: an array has none itself.");
        }
        return items == null ? own : items.fields();
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

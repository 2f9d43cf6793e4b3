package io.meshwork.contract.read.descriptor;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.LogicalTypes;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.contract.read.value.UniqueNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of fields: one dataset, named as the product. */
final class DescriptorSchema {

    private DescriptorSchema() {}

    static List<Dataset> read(Section spec, String product) {
        List<Field> fields = fields(spec, "schema", List.of("schema"));
        return fields.isEmpty() ? List.of() : List.of(new Dataset(product, null, null, null, fields));
    }

    private static List<Field> fields(Section parent, String key, List<String> home) {
        List<Field> fields = new ArrayList<>();
        UniqueNames names = new UniqueNames();
        for (Section section : parent.sections(key, "field")) {
            Field field = field(section, home);
            names.check(section, "name", field.name());
            fields.add(field);
        }
        return fields;
    }

    private static Field field(Section section, List<String> home) {
        String name = section.name("name", "Give the field the name of its column.");
        List<String> place = Stream.concat(home.stream(), Stream.of(name)).toList();
        if (!name.isEmpty()) {
            section.keepUnder(place);
        }
        String written = section.text("type");
        String type = written == null ? null : type(section, written);
        Field field = new Field(
                name,
                section.text("physical_name"),
                type,
                physicalType(section, written, type),
                section.text("description"),
                section.flag("required"),
                section.flag("unique"),
                section.flag("primary_key"),
                section.flag("pii"),
                section.text("classification"),
                section.texts("tags"),
                fields(
                        section,
                        "fields",
                        Stream.concat(place.stream(), Stream.of("fields")).toList()));
        section.close();
        return field;
    }

    private static @Nullable String physicalType(Section section, @Nullable String written, @Nullable String type) {
        String physical = section.text("physical_type");
        if (physical != null || written == null) {
            return physical;
        }
        return written.equals(type) ? null : written;
    }

    private static @Nullable String type(Section section, String written) {
        String type = LogicalTypes.of(written).orElse(null);
        if (type == null) {
            section.warning(
                    "type",
                    "unknown",
                    "the type " + Quoted.of(written) + " is not known; it is kept as the physical type",
                    Suggestions.didYouMean(written, LogicalTypes.ALL) + "Write one of "
                            + String.join(", ", LogicalTypes.ALL) + ", and the storage's own in `physical_type`.");
        }
        return type;
    }
}

package io.meshwork.schemas.compatibility;

import io.meshwork.schemas.compatibility.Violation.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What every schema must have from its first release, because it cannot be added later without harm. */
final class SchemaStyle {

    private static final String UNKNOWN = "UNKNOWN";

    private final List<Finding> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private SchemaStyle() {}

    static List<Finding> findings(Schema schema) {
        var style = new SchemaStyle();
        style.visit(SchemaPlace.of(schema), schema);
        return style.found;
    }

    private void visit(SchemaPlace place, Schema schema) {
        switch (schema.getType()) {
            case RECORD -> visitRecord(schema);
            case ENUM -> visitEnum(place, schema);
            case ARRAY -> visit(place, schema.getElementType());
            case MAP -> visit(place, schema.getValueType());
            case UNION -> schema.getTypes().forEach(branch -> visit(place, branch));
            default -> {} // a primitive has nothing inside
        }
    }

    private void visitRecord(Schema record) {
        if (!seen.add(record.getFullName())) {
            return;
        }
        documented(SchemaPlace.of(record), record.getDoc());
        for (Schema.Field field : record.getFields()) {
            SchemaPlace at = SchemaPlace.of(record, field);
            documented(at, field.doc());
            visit(at, field.schema());
        }
    }

    private void visitEnum(SchemaPlace place, Schema schema) {
        if (!UNKNOWN.equals(schema.getEnumDefault())) {
            found.add(new Finding(
                    place,
                    Rule.ENUM_WITHOUT_UNKNOWN,
                    "has the enum `" + schema.getName()
                            + "` without the default UNKNOWN: a symbol added later would break " + "readers of today",
                    "adding the symbol UNKNOWN and \"default\": \"UNKNOWN\", or using a string"));
        }
    }

    private void documented(SchemaPlace place, @Nullable String doc) {
        if (doc == null || doc.isBlank()) {
            found.add(new Finding(
                    place,
                    Rule.DOC_MISSING,
                    "has no doc: other teams read the schema, not our code",
                    "adding \"doc\" with meaning, unit and what an absent value means"));
        }
    }
}

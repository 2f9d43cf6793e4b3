package io.meshwork.schemas.compatibility;

import java.util.Iterator;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where in a schema something is.
 *
 * @param field null when the record itself is meant
 */
record SchemaPlace(String record, @Nullable String field) {

    static SchemaPlace of(Schema schema) {
        return new SchemaPlace(schema.getName(), null);
    }

    static SchemaPlace of(Schema record, Schema.Field field) {
        return new SchemaPlace(record.getName(), field.name());
    }

    /** Follows Avro's pointer, such as {@code /fields/3/type/items/fields/1}, to the innermost field it passes. */
    SchemaPlace follow(Schema root, String pointer) {
        SchemaPlace place = this;
        Schema at = root;
        Iterator<String> steps = List.of(pointer.split("/", -1)).iterator();
        while (steps.hasNext()) {
            String step = steps.next();
            if (step.equals("fields") && at.getType() == Schema.Type.RECORD) {
                Schema.Field field = at.getFields().get(Integer.parseInt(steps.next()));
                place = of(at, field);
                at = field.schema();
            } else {
                at = inside(at, step);
            }
        }
        return place;
    }

    private static Schema inside(Schema at, String step) {
        return switch (at.getType()) {
            case ARRAY -> step.equals("items") ? at.getElementType() : at;
            case MAP -> step.equals("values") ? at.getValueType() : at;
            case UNION ->
                step.matches("\\d+") && Integer.parseInt(step) < at.getTypes().size()
                        ? at.getTypes().get(Integer.parseInt(step))
                        : at;
            default -> at;
        };
    }

    @Override
    public String toString() {
        return field == null ? "record `" + record + "`" : "field `" + field + "` of record `" + record + "`";
    }
}

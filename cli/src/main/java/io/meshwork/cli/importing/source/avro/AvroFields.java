package io.meshwork.cli.importing.source.avro;

import io.meshwork.contract.skeleton.FoundField;
import io.meshwork.contract.skeleton.FoundType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.jspecify.annotations.Nullable;

/** The fields of an Avro schema. A record inside itself is described once; a union with null is what may be missing. */
final class AvroFields {

    /** Records that hold each other twice over grow without end; no contract has room for more. */
    private static final int MOST = 5_000;

    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private int count;

    /** Of a schema that is no record, the one field {@code value}. */
    List<FoundField> of(Schema schema) {
        return schema.getType() == Type.RECORD
                ? type(schema).members()
                : List.of(new FoundField("value", type(withoutNull(schema)))
                        .described(schema.getDoc())
                        .required(!schema.isNullable()));
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private FoundField field(Schema.Field field) {
        count++;
        return new FoundField(field.name(), type(withoutNull(field.schema())))
                .described(field.doc())
                .required(!field.schema().isNullable())
                .byDefault(defaultValue(field));
    }

    private FoundType type(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> FoundType.object(schema.getFullName(), members(schema));
            case ENUM -> FoundType.oneOf("enum", schema.getEnumSymbols());
            case ARRAY -> FoundType.arrayOf(type(withoutNull(schema.getElementType())));
            case MAP -> FoundType.object("map<" + word(withoutNull(schema.getValueType())) + ">", List.of());
            case UNION -> union(schema);
            default -> schema.getLogicalType() == null ? plain(schema) : logical(schema);
        };
    }

    private List<FoundField> members(Schema schema) {
        if (count >= MOST) {
            remarks.add("The schema describes more than " + MOST + " fields; the rest of the records are left open.");
            return List.of();
        }
        if (!open.add(schema.getFullName())) {
            remarks.add(
                    "The record " + schema.getFullName() + " is inside itself; it is described where it first stands.");
            return List.of();
        }
        List<FoundField> members = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            members.add(field(field));
        }
        open.remove(schema.getFullName());
        return members;
    }

    /** Numbers of several widths are numbers; anything else has no word in the standard. */
    private static FoundType union(Schema union) {
        List<Schema> branches = union.getTypes().stream()
                .filter(branch -> branch.getType() != Type.NULL)
                .toList();
        String physical = branches.stream().map(AvroFields::word).collect(Collectors.joining(", ", "union(", ")"));
        Set<String> logical = branches.stream().map(AvroFields::number).collect(Collectors.toSet());
        boolean numbers = !logical.isEmpty() && Set.of("integer", "number").containsAll(logical);
        return FoundType.of(numbers ? (logical.size() == 1 ? logical.iterator().next() : "number") : null, physical);
    }

    /** Empty for what is no number. */
    private static String number(Schema branch) {
        return switch (branch.getType()) {
            case INT, LONG -> branch.getLogicalType() == null ? "integer" : "";
            case FLOAT, DOUBLE -> "number";
            default -> "";
        };
    }

    private static FoundType logical(Schema schema) {
        String name = schema.getLogicalType().getName();
        return switch (name) {
            case "decimal" -> FoundType.of("number", word(schema));
            case "big-decimal" -> FoundType.of("number", name);
            case "uuid" -> FoundType.of("string", name).with("format", "uuid");
            case "date" -> FoundType.of("date", name);
            case "time-millis", "time-micros" -> FoundType.of("time", name);
            case "timestamp-millis",
                    "timestamp-micros",
                    "timestamp-nanos",
                    "local-timestamp-millis",
                    "local-timestamp-micros",
                    "local-timestamp-nanos" -> FoundType.of("timestamp", name);
            case "duration" -> FoundType.of("string", name);
            default -> plain(schema);
        };
    }

    private static FoundType plain(Schema schema) {
        return switch (schema.getType()) {
            case BOOLEAN -> FoundType.of("boolean", "boolean");
            case INT, LONG -> FoundType.of("integer", word(schema));
            case FLOAT, DOUBLE -> FoundType.of("number", word(schema));
            case STRING, BYTES, FIXED -> FoundType.of("string", word(schema));
            default -> FoundType.of(null, word(schema));
        };
    }

    /** A type as people who know Avro would call it. */
    private static String word(Schema schema) {
        if (schema.getLogicalType() instanceof Decimal decimal) {
            return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
        }
        return switch (schema.getType()) {
            case FIXED -> "fixed(" + schema.getFixedSize() + ")";
            case RECORD, ENUM -> schema.getFullName();
            default ->
                schema.getLogicalType() == null
                        ? schema.getType().getName()
                        : schema.getLogicalType().getName();
        };
    }

    private static Schema withoutNull(Schema schema) {
        if (schema.getType() != Type.UNION) {
            return schema;
        }
        List<Schema> branches = schema.getTypes().stream()
                .filter(branch -> branch.getType() != Type.NULL)
                .toList();
        return branches.size() == 1 ? branches.getFirst() : schema;
    }

    /** Only of what is one value; a default of null says no more than that the field may be missing. */
    private static @Nullable String defaultValue(Schema.Field field) {
        if (!field.hasDefaultValue()) {
            return null;
        }
        return switch (field.defaultVal()) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null, default -> null;
        };
    }
}

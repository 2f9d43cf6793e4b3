package io.meshwork.contract.read.expression;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.expression.Term.Kind;
import io.meshwork.contract.read.value.FieldPaths;
import io.meshwork.contract.read.value.Suggestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a dataset that an expression may read, by their dotted names. */
final class RowFields {

    /** What is not to be read, or a field. */
    sealed interface Found {

        record Usable(Term.FieldValue value) implements Found {}

        record Unusable(String message, String advice) implements Found {}
    }

    private static final int MOST_TO_SUGGEST = 1_000;

    private final String dataset;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Field> inLists = new LinkedHashMap<>();

    RowFields(Dataset dataset) {
        this.dataset = dataset.name();
        add("", dataset.fields(), fields);
    }

    private void add(String prefix, List<Field> more, Map<String, Field> to) {
        for (Field field : more) {
            String path = prefix + field.name();
            if (path.length() <= FieldPaths.LONGEST) {
                to.put(path, field);
                add(path + ".", field.fields(), "array".equals(field.type()) ? inLists : to);
            }
        }
    }

    Found find(String path) {
        Field field = fields.get(path);
        if (field == null) {
            return inLists.containsKey(path)
                    ? new Found.Unusable(
                            "the field " + Quoted.of(path) + " is inside a list",
                            "An expression looks at one value per row.")
                    : unknown(path);
        }
        Kind kind = kind(field.type());
        return kind == null
                ? unusable(path, field.type())
                : new Found.Usable(new Term.FieldValue(path, String.valueOf(field.type()), kind));
    }

    private Found unknown(String path) {
        if (fields.isEmpty()) {
            return new Found.Unusable(
                    "the schema of " + Quoted.of(dataset) + " has no fields",
                    "Add the fields that the expression reads, with their types.");
        }
        String hint = fields.size() > MOST_TO_SUGGEST ? "" : Suggestions.didYouMean(path, fields.keySet());
        return new Found.Unusable(
                "the field " + Quoted.of(path) + " is not in the schema of " + Quoted.of(dataset),
                hint + "Name a field of the schema, or add it there; one whose name is no word is `row[\"…\"]`.");
    }

    private static Found unusable(String path, @Nullable String type) {
        return type == null
                ? new Found.Unusable(
                        "the schema does not say of which type " + Quoted.of(path) + " is",
                        "Add its type: values are compared by their type.")
                : new Found.Unusable(
                        "the field " + Quoted.of(path) + " is of type " + type + ", which expressions do not read",
                        "They read string, integer, number, boolean, date and timestamp.");
    }

    private static @Nullable Kind kind(@Nullable String type) {
        return switch (type) {
            case "string" -> Kind.TEXT;
            case "integer", "number" -> Kind.NUMBER;
            case "boolean" -> Kind.BOOLEAN;
            case "date", "timestamp" -> Kind.TIME;
            case null, default -> null;
        };
    }
}

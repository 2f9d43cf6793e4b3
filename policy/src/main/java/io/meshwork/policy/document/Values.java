package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.document.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of parameters. */
final class Values {

    private static final int MOST_ITEMS = 1_000;

    private Values() {}

    /** Long, Double, Boolean, String or list of String; null, and a problem, when it is none of these. */
    static @Nullable Object read(Part part, String key) {
        Node node = part.value(key);
        Object value = switch (node) {
            case null -> null;
            case Scalar scalar -> scalar(scalar.value());
            case Sequence list -> texts(list);
            case Node.Mapping mapping -> null;
        };
        if (value == null) {
            part.problem(
                    "type",
                    key,
                    "`" + key + "` is no number, text, true or false, or list of texts",
                    "Write one of these; a list has at most " + MOST_ITEMS + " items.");
        }
        return value;
    }

    private static @Nullable Object scalar(@Nullable Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case Long number -> number;
            case Double number -> number;
            case Boolean flag -> flag;
            case String text -> text;
            case null, default -> null;
        };
    }

    private static @Nullable List<String> texts(Sequence list) {
        List<String> texts = new ArrayList<>();
        for (Node item : list.items()) {
            if (!(item instanceof Scalar scalar && scalar.value() instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return texts.size() > MOST_ITEMS ? null : List.copyOf(texts);
    }
}

package io.meshwork.catalog.discovery;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dataset or field of the schema by name, with what its author says about it. */
public record SchemaText(String name, @Nullable String description) {

    private static final int MOST = 2_000;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_TOGETHER = 64_000;

    /** Datasets and fields in the order of the contract, nested ones after what holds them; what is beyond the limits is left out. */
    static List<SchemaText> of(List<Dataset> schema) {
        List<SchemaText> texts = new ArrayList<>();
        for (Dataset dataset : schema) {
            texts.add(cut(dataset.name(), dataset.description()));
            dataset.fields().forEach(field -> add(field, texts));
            if (texts.size() > MOST) {
                break;
            }
        }
        return withinLimits(texts);
    }

    private static void add(Field field, List<SchemaText> texts) {
        if (texts.size() > MOST) {
            return;
        }
        texts.add(cut(field.name(), field.description()));
        field.fields().forEach(nested -> add(nested, texts));
    }

    private static SchemaText cut(String name, @Nullable String description) {
        return new SchemaText(
                name.substring(0, Math.min(name.length(), LONGEST_NAME)), Entry.cut(description, LONGEST_DESCRIPTION));
    }

    private static List<SchemaText> withinLimits(List<SchemaText> texts) {
        int length = 0;
        for (int i = 0; i < texts.size(); i++) {
            length += texts.get(i).length();
            if (i == MOST || length > LONGEST_TOGETHER) {
                return texts.subList(0, i);
            }
        }
        return texts;
    }

    private int length() {
        return name.length() + (description == null ? 0 : description.length());
    }
}

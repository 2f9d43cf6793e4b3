package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.Field;
import io.meshwork.contract.read.value.Section;
import java.util.HashMap;
import java.util.Map;

/** The places in the primary key of one object; each may be taken once. */
final class KeyPositions {

    private final Map<Integer, String> taken = new HashMap<>();

    void check(Section section, Field field) {
        Integer position = field.primaryKeyPosition();
        if (position == null) {
            return;
        }
        if (!field.primaryKey()) {
            section.warning(
                    "primaryKeyPosition",
                    "without-key",
                    "the property has a place in the primary key but is not part of it",
                    "Write `primaryKey: true`, or remove the position.");
        }
        String other = taken.putIfAbsent(position, field.name());
        if (other != null) {
            section.error(
                    "primaryKeyPosition",
                    "duplicate",
                    "position " + position + " of the primary key is taken by `" + other + "`",
                    "Number the properties of the key 1, 2, 3, …");
        }
    }
}

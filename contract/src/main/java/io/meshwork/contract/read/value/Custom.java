package io.meshwork.contract.read.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what the author wrote and the model has no place for, under the names the author gave to the parts around it. */
public final class Custom {

    private final Branch root = new Branch();

    /** A key that is already taken by something else gets its whole path as name. */
    public void put(List<String> home, String key, @Nullable Object value) {
        Branch branch = root;
        for (String name : home) {
            branch = branch.child(name);
            if (branch == null) {
                root.entries.putIfAbsent(String.join(".", home) + "." + key, value);
                return;
            }
        }
        if (branch.entries.containsKey(key)) {
            root.entries.putIfAbsent(String.join(".", home) + "." + key, value);
        } else {
            branch.entries.put(key, value);
        }
    }

    public Map<String, Object> toMap() {
        return root.toMap();
    }

    /** A level made here, told apart from a mapping that the author wrote. */
    private static final class Branch {

        private final Map<String, @Nullable Object> entries = new LinkedHashMap<>();

        private @Nullable Branch child(String name) {
            if (!entries.containsKey(name)) {
                entries.put(name, new Branch());
            }
            return entries.get(name) instanceof Branch branch ? branch : null;
        }

        @SuppressWarnings("NullAway") // the author's nulls are kept, as in any JSON object
        private Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            entries.forEach((key, value) -> map.put(key, value instanceof Branch branch ? branch.toMap() : value));
            return Collections.unmodifiableMap(map);
        }
    }
}

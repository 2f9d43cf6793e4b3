package io.meshwork.contract.read.value;

import io.meshwork.contract.read.document.Quoted;
import java.util.HashSet;
import java.util.Set;

/** Names of one kind, of which every one may stand once. */
public final class UniqueNames {

    private final Set<String> seen = new HashSet<>();

    /** A second use is an error at its place. */
    public void check(Section section, String key, String name) {
        if (!name.isEmpty() && !seen.add(name)) {
            section.error(
                    key,
                    "duplicate",
                    "the name " + Quoted.of(name) + " is used twice",
                    "Give each one a name of its own.");
        }
    }
}

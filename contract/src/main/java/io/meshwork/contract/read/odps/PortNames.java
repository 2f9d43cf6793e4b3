package io.meshwork.contract.read.odps;

import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Section;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ports of one kind; name and version together may stand once. */
final class PortNames {

    private record Port(String name, @Nullable String version) {}

    private final Set<Port> seen = new HashSet<>();

    void check(Section section, String name, @Nullable String version) {
        if (!name.isEmpty() && !seen.add(new Port(name, version))) {
            section.error(
                    "name",
                    "duplicate",
                    "the port " + Quoted.of(name) + (version == null ? "" : " in version " + Quoted.of(version))
                            + " is listed twice",
                    "Give each one a name or a version of its own.");
        }
    }

    /** A version as written, whether in quotes or not; its absence is an error. */
    static @Nullable String version(Section section) {
        String version = section.written("version");
        if (!section.has("version")) {
            section.missing("version", "Write the version of the port, such as \"1.0.0\".");
        }
        return version;
    }
}

package io.meshwork.contract.read.value;

import io.meshwork.contract.read.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The author's {@code customProperties} of one element, by name; some of them mean something to the mesh. They stay as
 * written, but for the one named {@value #MESH}: it holds what the standard has no words for when a product of another kind is
 * written in it, and goes where it came from.
 */
public final class CustomProperties {

    public static final String MESH = "meshwork";

    private final Map<String, Section> byName = new LinkedHashMap<>();

    private CustomProperties() {}

    /** Reads them and keeps them. */
    public static CustomProperties read(Section element) {
        CustomProperties properties = new CustomProperties();
        List<@Nullable Object> kept = new ArrayList<>();
        for (Section section : element.sections("customProperties", "custom-property")) {
            String name = section.required("property", "Name the property.");
            if (properties.byName.putIfAbsent(name, section) != null && !name.isEmpty()) {
                section.warning(
                        "property",
                        "duplicate",
                        "the custom property `" + name + "` is written twice; the first one counts",
                        "Keep one of the two.");
            }
            if (!name.equals(MESH)) {
                kept.add(section.plain());
            }
        }
        if (properties.byName.containsKey(MESH)) {
            element.keepAs("customProperties", kept.isEmpty() ? null : kept);
        } else {
            element.keep("customProperties");
        }
        return properties;
    }

    /** What the mesh wrote on this element; null when it wrote nothing. */
    public @Nullable Section mesh() {
        Section section = byName.get(MESH);
        return section == null ? null : section.section("value", "mesh");
    }

    /** The first of these that holds a text or number. */
    public @Nullable String text(String... names) {
        for (String name : names) {
            if (byName.get(name) instanceof Section section
                    && section.node("value") instanceof Node.Scalar scalar
                    && scalar.value() != null
                    && !scalar.text().isBlank()) {
                return scalar.text().strip();
            }
        }
        return null;
    }

    public boolean isTrue(String name) {
        return "true".equalsIgnoreCase(text(name));
    }

    public void warnAbout(String name, String message, String advice) {
        Section section = byName.get(name);
        if (section != null) {
            section.warning("value", "unknown", message, advice);
        }
    }
}

package io.meshwork.contract.read.odcs;

import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.value.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The author's {@code customProperties} of one element, by name; some of them mean something to the mesh. */
final class OdcsCustomProperties {

    private final Map<String, Section> byName = new LinkedHashMap<>();

    private OdcsCustomProperties() {}

    static OdcsCustomProperties read(Section element) {
        OdcsCustomProperties properties = new OdcsCustomProperties();
        for (Section section : element.sections("customProperties", "custom-property")) {
            properties.byName.putIfAbsent(section.required("property", "Name the property."), section);
        }
        return properties;
    }

    /** The first of these that holds a text or number. */
    @Nullable
    String text(String... names) {
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

    boolean isTrue(String name) {
        return "true".equalsIgnoreCase(text(name));
    }

    void warnAbout(String name, String message, String advice) {
        Section section = byName.get(name);
        if (section != null) {
            section.warning("value", "unknown", message, advice);
        }
    }
}

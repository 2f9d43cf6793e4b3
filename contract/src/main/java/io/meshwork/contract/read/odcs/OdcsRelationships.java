package io.meshwork.contract.read.odcs;

import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Section;
import java.util.ArrayList;
import java.util.List;

/** {@code relationships} of version 3.1: foreign keys, kept as written and checked when all objects are known. */
final class OdcsRelationships {

    private record Reference(Section section, String key, String name) {}

    private final List<Reference> references = new ArrayList<>();

    /** An object names both ends. */
    void ofObject(Section object) {
        for (Section relationship : object.sections("relationships", "relationship")) {
            type(relationship);
            List<String> from = end(relationship, "from");
            List<String> to = end(relationship, "to");
            if (!from.isEmpty() && !to.isEmpty() && from.size() != to.size()) {
                relationship.error(
                        "to",
                        "unequal",
                        "the relationship goes from " + from.size() + " properties to " + to.size(),
                        "Name one property at each end, or lists of the same length.");
            }
        }
    }

    /** A property is itself the end it comes from. */
    void ofProperty(Section property) {
        for (Section relationship : property.sections("relationships", "relationship")) {
            type(relationship);
            end(relationship, "to");
            if (relationship.has("from")) {
                relationship.warning(
                        "from",
                        "implied",
                        "a relationship of a property always comes from that property",
                        "Remove `from`, or move the relationship to the object.");
            }
        }
    }

    void check(Elements elements) {
        references.forEach(reference -> elements.checkProperty(reference.section(), reference.key(), reference.name()));
    }

    private List<String> end(Section relationship, String key) {
        boolean many = relationship.node(key) instanceof Node.Sequence;
        List<String> names =
                many ? relationship.texts(key) : List.of(relationship.required(key, "Write `object.property`."));
        names.stream()
                .filter(name -> !name.isEmpty())
                .forEach(name -> references.add(new Reference(relationship, key, name)));
        return names;
    }

    private static void type(Section relationship) {
        String type = relationship.text("type");
        if (type != null && !type.equals("foreignKey")) {
            relationship.warning(
                    "type",
                    "unknown",
                    "the type of relationship " + Quoted.of(type) + " is not in the standard",
                    "Write `foreignKey`.");
        }
    }
}

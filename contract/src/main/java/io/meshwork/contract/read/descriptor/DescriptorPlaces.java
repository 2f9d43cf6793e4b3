package io.meshwork.contract.read.descriptor;

import io.meshwork.contract.read.document.Spot;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a descriptor says what the parts of the product hold; null where that is not certain. */
public final class DescriptorPlaces {

    private static final List<String> OWNER = List.of("owner", "team", "contact");

    private DescriptorPlaces() {}

    /** @param steps of a pointer into the product, at least one */
    public static @Nullable Spot find(Spot root, List<String> steps) {
        Spot metadata = root.orHere("metadata");
        Spot spec = root.orHere("spec");
        String part = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        return switch (part) {
            case "domain", "name", "version", "title", "type", "status", "tags" -> metadata.orHere(part);
            case "owner" -> metadata.firstOf(OWNER);
            case "description", "classification" -> spec.orHere(part);
            case "retention", "accessPolicy" -> spec.orHere("governance").orHere(snake(part));
            case "schema" -> fields(spec.orHere("schema"), rest.size() < 3 ? List.of() : rest.subList(2, rest.size()));
            case "outputPorts" -> item(spec.orHere("outputs"), rest);
            case "inputPorts" -> item(spec.orHere("inputs"), rest);
            case "consumers" -> item(spec.orHere("consumers"), rest);
            case "serviceLevels" -> level(spec.orHere("sla"), rest);
            case "qualityChecks" -> spec.orHere("quality_checks");
            case "terms" -> rest.isEmpty() ? null : spec.orHere("terms").orHere(snake(rest.getFirst()));
            default -> null;
        };
    }

    private static @Nullable Spot fields(Spot list, List<String> steps) {
        Spot field = steps.isEmpty() ? list : list.item(steps.getFirst());
        if (field == null || steps.size() < 2) {
            return field;
        }
        return steps.get(1).equals("fields")
                ? fields(field.orHere("fields"), steps.subList(2, steps.size()))
                : field.orHere(snake(steps.get(1)));
    }

    private static @Nullable Spot item(Spot list, List<String> steps) {
        Spot item = steps.isEmpty() ? list : list.item(steps.getFirst());
        if (item == null || steps.size() < 2) {
            return item;
        }
        return switch (steps.get(1)) {
            case "location" -> item.firstOf(DescriptorOutputs.ADDRESSES) instanceof Spot address ? address : item;
            case "properties" -> steps.size() > 2 ? item.orHere(steps.get(2)) : item;
            default -> item.orHere(steps.get(1));
        };
    }

    /** Objectives are in the order of their names. */
    private static @Nullable Spot level(Spot levels, List<String> steps) {
        if (steps.isEmpty()) {
            return levels;
        }
        return new TreeSet<>(levels.keys())
                .stream()
                        .filter(key -> levels.written(key) != null)
                        .skip(Integer.parseInt(steps.getFirst()))
                        .findFirst()
                        .map(levels::key)
                        .filter(Objects::nonNull)
                        .orElse(null);
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}

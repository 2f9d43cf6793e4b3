package io.meshwork.contract.read.odcs;

import io.meshwork.contract.read.document.Spot;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.ServiceLevels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a contract of the standard says what the parts of the product hold; null where that is not certain. */
public final class OdcsPlaces {

    private static final Map<String, String> FIELD = Map.of("type", "logicalType", "options", "logicalTypeOptions");
    private static final Map<String, String> DATASET = Map.of("dataGranularity", "dataGranularityDescription");
    private static final Map<String, String> PORT = Map.of("name", "server", "kind", "type");
    private static final Map<String, String> DATES = Map.of("startDate", "generalAvailability", "endDate", "endOfLife");

    private OdcsPlaces() {}

    /** @param steps of a pointer into the product, at least one */
    public static @Nullable Spot find(Spot root, List<String> steps) {
        List<String> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case "schema" -> dataset(root.key("schema"), rest);
            case "outputPorts" -> port(root.key("servers"), rest);
            case "serviceLevels" -> level(root.key("slaProperties"), rest);
            case "terms" -> isPatched(root) ? null : term(root, rest);
            default -> ofTheRoot(root, steps.getFirst());
        };
    }

    /** What contracts and products of the standards say alike. */
    public static @Nullable Spot ofTheRoot(Spot root, String part) {
        return switch (part) {
            case "name" -> root.firstOf(List.of("name", "dataProduct", "id"));
            case "domain", "version", "status", "tags" -> root.key(part);
            case "description" ->
                root.key("description") instanceof Spot description ? description.orHere("purpose") : null;
            default -> null;
        };
    }

    private static @Nullable Spot dataset(@Nullable Spot list, List<String> steps) {
        if (list == null || steps.isEmpty()) {
            return list;
        }
        Spot dataset = list.item(steps.getFirst());
        if (dataset == null || steps.size() == 1) {
            return dataset;
        }
        return steps.get(1).equals("fields")
                ? fields(dataset, steps.subList(2, steps.size()))
                : dataset.orHere(DATASET.getOrDefault(steps.get(1), steps.get(1)));
    }

    private static @Nullable Spot fields(Spot owner, List<String> steps) {
        Spot list = owner.key("properties");
        if (list == null || steps.isEmpty()) {
            return list == null ? owner : list;
        }
        Spot field = list.item(steps.getFirst());
        return field == null ? null : field(field, steps.subList(1, steps.size()));
    }

    private static @Nullable Spot field(Spot field, List<String> steps) {
        if (steps.isEmpty()) {
            return field;
        }
        List<String> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case "fields" -> fields(innermost(field), rest);
            case "items" -> field.key("items") instanceof Spot items ? field(items, rest) : field;
            default -> {
                Spot attribute = field.orHere(FIELD.getOrDefault(steps.getFirst(), steps.getFirst()));
                yield rest.isEmpty() ? attribute : attribute.orHere(rest.getFirst());
            }
        };
    }

    /** The fields of an array are those of its items. */
    private static Spot innermost(Spot field) {
        Spot innermost = field;
        while (innermost.key("items") instanceof Spot items) {
            innermost = items;
        }
        return innermost;
    }

    private static @Nullable Spot port(@Nullable Spot list, List<String> steps) {
        Spot port = list == null || steps.isEmpty() ? list : list.item(steps.getFirst());
        if (port == null || steps.size() < 2) {
            return port;
        }
        return switch (steps.get(1)) {
            case "location" -> port.firstOf(ServerPorts.ADDRESSES) instanceof Spot address ? address : port;
            case "properties" -> steps.size() > 2 ? port.orHere(steps.get(2)) : port;
            default -> port.orHere(PORT.getOrDefault(steps.get(1), steps.get(1)));
        };
    }

    /** One without a value is no objective of the product, so it does not count. */
    private static @Nullable Spot level(@Nullable Spot list, List<String> steps) {
        if (list == null || steps.isEmpty()) {
            return list;
        }
        return list.items()
                .filter(level -> level.written("value") != null)
                .skip(Integer.parseInt(steps.getFirst()))
                .findFirst()
                .map(level -> steps.size() > 1 ? level.orHere(steps.get(1)) : level)
                .orElse(null);
    }

    private static @Nullable Spot term(Spot root, List<String> steps) {
        if (steps.isEmpty() || !DATES.containsKey(steps.getFirst())) {
            return steps.isEmpty() || root.key("description") == null
                    ? null
                    : root.orHere("description").key(steps.getFirst());
        }
        String property = DATES.get(steps.getFirst());
        return root.orHere("slaProperties")
                .items()
                .filter(level -> level.written("value") != null
                        && level.written("property") instanceof String name
                        && ServiceLevels.camelCase(name).equals(property))
                .findFirst()
                .map(level -> level.orHere("value"))
                .orElse(null);
    }

    /** Whether parts of the product are not what the contract says, see {@link MeshPatch}. */
    private static boolean isPatched(Spot root) {
        return root.orHere("customProperties")
                .items()
                .anyMatch(custom -> CustomProperties.MESH.equals(custom.written("property")));
    }
}

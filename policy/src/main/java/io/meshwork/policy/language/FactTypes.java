package io.meshwork.policy.language;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The facts as CEL sees them: a misspelt field is found when a policy is defined, not when a product is judged. */
final class FactTypes implements CelTypeProvider {

    private static final CelType TEXTS = ListType.create(STRING);
    private static final CelType ANYTHING = MapType.create(STRING, DYN);

    private static final Map<String, Map<String, CelType>> FIELDS = Map.ofEntries(
            Map.entry("Owner", Map.of("team", STRING, "contact", STRING)),
            Map.entry(
                    "Field",
                    Map.ofEntries(
                            Map.entry("name", STRING),
                            Map.entry("physicalName", STRING),
                            Map.entry("type", STRING),
                            Map.entry("physicalType", STRING),
                            Map.entry("description", STRING),
                            Map.entry("required", BOOL),
                            Map.entry("unique", BOOL),
                            Map.entry("primaryKey", BOOL),
                            Map.entry("primaryKeyPosition", INT),
                            Map.entry("pii", BOOL),
                            Map.entry("classification", STRING),
                            Map.entry("tags", TEXTS),
                            Map.entry("options", ANYTHING),
                            Map.entry("items", StructTypeReference.create("Field")),
                            Map.entry("fields", listOf("Field")))),
            Map.entry(
                    "Dataset",
                    Map.of(
                            "name", STRING,
                            "physicalName", STRING,
                            "description", STRING,
                            "dataGranularity", STRING,
                            "fields", listOf("Field"))),
            Map.entry(
                    "OutputPort",
                    Map.of(
                            "name", STRING,
                            "kind", STRING,
                            "format", STRING,
                            "location", STRING,
                            "description", STRING,
                            "version", STRING,
                            "contractId", STRING,
                            "properties", ANYTHING)),
            Map.entry("InputPort", Map.of("source", STRING, "domain", STRING, "version", STRING, "contractId", STRING)),
            Map.entry(
                    "ServiceLevel",
                    Map.of(
                            "property",
                            STRING,
                            "value",
                            STRING,
                            "unit",
                            STRING,
                            "normalized",
                            DOUBLE,
                            "element",
                            STRING)),
            Map.entry("Threshold", Map.of("operator", STRING, "value", DOUBLE, "upper", DOUBLE, "percent", BOOL)),
            Map.entry(
                    "QualityCheck",
                    Map.of(
                            "name", STRING,
                            "dataset", STRING,
                            "fields", TEXTS,
                            "metric", STRING,
                            "dimension", STRING,
                            "arguments", ANYTHING,
                            "query", STRING,
                            "threshold", StructTypeReference.create("Threshold"),
                            "severity", STRING,
                            "pointer", STRING)),
            Map.entry(
                    "Quality",
                    Map.of(
                            "status", STRING,
                            "score", DOUBLE,
                            "rows", INT,
                            "scoredAt", STRING,
                            "dimensions", MapType.create(STRING, DOUBLE),
                            "checks", listOf("CheckResult"),
                            "profile", StructTypeReference.create("Profile"))),
            Map.entry("Profile", Map.of("fields", listOf("ProfiledField"), "fieldsLeft", INT)),
            Map.entry(
                    "ProfiledField",
                    Map.of(
                            "dataset", STRING,
                            "field", STRING,
                            "inContract", BOOL,
                            "nullRate", DOUBLE,
                            "distinct", INT,
                            "undeclaredPersonalData", STRING,
                            "confidence", DOUBLE)),
            Map.entry(
                    "CheckResult",
                    Map.of(
                            "name", STRING,
                            "dataset", STRING,
                            "fields", TEXTS,
                            "dimension", STRING,
                            "metric", STRING,
                            "severity", STRING,
                            "status", STRING,
                            "measured", DOUBLE,
                            "score", DOUBLE,
                            "message", STRING)),
            Map.entry(
                    "Change",
                    Map.of(
                            "kind", STRING,
                            "impact", STRING,
                            "path", STRING,
                            "before", STRING,
                            "after", STRING,
                            "reason", STRING)),
            Map.entry(
                    "Update",
                    Map.ofEntries(
                            Map.entry("kind", STRING),
                            Map.entry("severity", STRING),
                            Map.entry("productId", STRING),
                            Map.entry("domain", STRING),
                            Map.entry("version", STRING),
                            Map.entry("title", STRING),
                            Map.entry("owner", StructTypeReference.create("Owner")),
                            Map.entry("tags", TEXTS),
                            Map.entry("status", STRING),
                            Map.entry("score", DOUBLE),
                            Map.entry("breaking", BOOL),
                            Map.entry("changedFields", TEXTS),
                            Map.entry("headline", STRING),
                            Map.entry("details", TEXTS),
                            Map.entry("occurredAt", SimpleType.TIMESTAMP))),
            Map.entry("Principal", Map.of("id", STRING, "groups", TEXTS, "domains", TEXTS, "roles", TEXTS)),
            Map.entry("Request", Map.of("purpose", STRING, "action", STRING, "port", STRING)),
            Map.entry("Consumer", Map.of("team", STRING, "contact", STRING, "purpose", STRING)),
            Map.entry(
                    "Terms",
                    Map.of(
                            "usage", STRING,
                            "limitations", STRING,
                            "startDate", STRING,
                            "endDate", STRING,
                            "noticePeriod", STRING,
                            "reviewDate", STRING,
                            "interoperability", TEXTS)),
            Map.entry(
                    "Product",
                    Map.ofEntries(
                            Map.entry("domain", STRING),
                            Map.entry("name", STRING),
                            Map.entry("version", STRING),
                            Map.entry("title", STRING),
                            Map.entry("type", STRING),
                            Map.entry("status", STRING),
                            Map.entry("description", STRING),
                            Map.entry("classification", STRING),
                            Map.entry("owner", StructTypeReference.create("Owner")),
                            Map.entry("tags", TEXTS),
                            Map.entry("schema", listOf("Dataset")),
                            Map.entry("outputPorts", listOf("OutputPort")),
                            Map.entry("inputPorts", listOf("InputPort")),
                            Map.entry("serviceLevels", listOf("ServiceLevel")),
                            Map.entry("qualityChecks", listOf("QualityCheck")),
                            Map.entry("consumers", listOf("Consumer")),
                            Map.entry("retention", STRING),
                            Map.entry("accessPolicy", STRING),
                            Map.entry("terms", StructTypeReference.create("Terms")),
                            Map.entry("custom", ANYTHING))));

    /** Names in expressions that decide about requests. */
    static final String PRINCIPAL = "principal";

    static final String REQUEST = "request";

    static final Map<String, CelType> OF_REQUESTS =
            Map.of(PRINCIPAL, StructTypeReference.create("Principal"), REQUEST, StructTypeReference.create("Request"));

    /** The name in the filters of subscriptions. */
    static final String UPDATE = "update";

    static final Map<String, CelType> OF_UPDATES = Map.of(UPDATE, StructTypeReference.create("Update"));

    static final CelType PRODUCT = StructTypeReference.create("Product");

    static CelType of(Fact fact) {
        return switch (fact) {
            case PRODUCT, PREVIOUS -> PRODUCT;
            case QUALITY -> StructTypeReference.create("Quality");
            case CHANGES -> listOf("Change");
            case UPSTREAMS -> listOf("Product");
            case NOW -> SimpleType.TIMESTAMP;
        };
    }

    private final ImmutableMap<String, StructType> types =
            FIELDS.entrySet().stream().collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, e -> struct(e.getKey())));

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableSet.copyOf(types.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Every name a policy may write after a dot. */
    static Set<String> fieldsOfProducts() {
        Set<String> names = new TreeSet<>();
        FIELDS.forEach((type, fields) -> names.addAll(type.equals("Update") ? Set.of() : fields.keySet()));
        return names;
    }

    /** Every name a filter may write after a dot. */
    static Set<String> fieldsOfUpdates() {
        Set<String> names = new TreeSet<>(fields("Update").keySet());
        names.addAll(fields("Owner").keySet());
        return names;
    }

    /** The fields of one type; empty when there is no such type. */
    static Map<String, CelType> fields(String type) {
        return FIELDS.getOrDefault(type, Map.of());
    }

    static CelType listOf(String type) {
        return ListType.create(StructTypeReference.create(type));
    }

    private static StructType struct(String name) {
        ImmutableMap<String, CelType> fields = ImmutableMap.copyOf(FIELDS.getOrDefault(name, Map.of()));
        return StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
    }
}

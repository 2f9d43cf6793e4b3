package io.meshwork.policy.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a predicate can ask for. Each may have any number of values. */
public enum Attribute {
    PRINCIPAL_ID("principal.id", "principal.microsoft.id"),
    PRINCIPAL_GROUP("principal.group", "principal.groups", "principal.microsoft.groups"),
    PRINCIPAL_DOMAIN("principal.domain"),
    PRINCIPAL_ROLE("principal.role"),
    REQUEST_PURPOSE("request.purpose"),
    REQUEST_ACTION("request.action", "request.azure.dataAction"),
    REQUEST_PORT("request.port"),
    RESOURCE_ID("resource.id"),
    RESOURCE_DOMAIN("resource.domain"),
    RESOURCE_NAME("resource.name"),
    RESOURCE_VERSION("resource.version"),
    RESOURCE_TYPE("resource.type"),
    RESOURCE_STATUS("resource.status"),
    RESOURCE_OWNER("resource.owner"),
    RESOURCE_TAG("resource.tag"),
    /** Of the product and of each of its fields; {@link Attributes#UNCLASSIFIED} when none of them states one. */
    RESOURCE_CLASSIFICATION("resource.classification"),
    /** {@code true} when a field holds personal data, otherwise {@code false}. */
    RESOURCE_PII("resource.pii");

    /** What only an attribute rule can say of a request begins with this. */
    public static final String DERIVED = "derived.";

    private final List<String> names;

    Attribute(String... names) {
        this.names = List.of(names);
    }

    /** The attribute of this name, or of one under which Purview knows it. */
    public static Optional<Attribute> named(String name) {
        return Arrays.stream(values()).filter(one -> one.names.contains(name)).findFirst();
    }

    /** The names that documents should use. */
    public static List<String> names() {
        return Arrays.stream(values()).map(one -> one.names.getFirst()).toList();
    }
}

package io.meshwork.policy.access;

import io.meshwork.policy.language.Facts;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one request for one product. */
final class Attributes {

    /** A value, so that rules can ask for products whose classification nobody knows. */
    static final String UNCLASSIFIED = "unclassified";

    private final Map<Attribute, Set<String>> values = new EnumMap<>(Attribute.class);

    private Attributes() {}

    static Attributes of(AccessRequest request, Facts facts) {
        Attributes attributes = new Attributes();
        attributes.add(request);
        attributes.add(facts.product());
        return attributes;
    }

    Set<String> of(Attribute attribute) {
        return values.getOrDefault(attribute, Set.of());
    }

    private void add(AccessRequest request) {
        add(Attribute.PRINCIPAL_ID, request.principal().id());
        values.put(Attribute.PRINCIPAL_GROUP, request.principal().groups());
        values.put(Attribute.PRINCIPAL_DOMAIN, request.principal().domains());
        values.put(Attribute.PRINCIPAL_ROLE, request.principal().roles());
        add(Attribute.REQUEST_PURPOSE, request.purpose());
        add(Attribute.REQUEST_ACTION, request.action());
        add(Attribute.REQUEST_PORT, request.port());
    }

    private void add(Map<?, ?> product) {
        add(Attribute.RESOURCE_ID, product.get("domain") + "." + product.get("name"));
        add(Attribute.RESOURCE_DOMAIN, product.get("domain"));
        add(Attribute.RESOURCE_NAME, product.get("name"));
        add(Attribute.RESOURCE_VERSION, product.get("version"));
        add(Attribute.RESOURCE_TYPE, product.get("type"));
        add(Attribute.RESOURCE_STATUS, product.get("status"));
        add(Attribute.RESOURCE_CLASSIFICATION, product.get("classification"));
        if (product.get("owner") instanceof Map<?, ?> owner) {
            add(Attribute.RESOURCE_OWNER, owner.get("team"));
        }
        list(product.get("tags")).forEach(tag -> add(Attribute.RESOURCE_TAG, tag));
        boolean personal = false;
        for (Object dataset : list(product.get("schema"))) {
            personal |= dataset instanceof Map<?, ?> one && addFields(one);
        }
        add(Attribute.RESOURCE_PII, String.valueOf(personal));
        if (of(Attribute.RESOURCE_CLASSIFICATION).isEmpty()) {
            add(Attribute.RESOURCE_CLASSIFICATION, UNCLASSIFIED);
        }
    }

    /** Whether one of them holds personal data. */
    private boolean addFields(Map<?, ?> parent) {
        boolean personal = false;
        for (Object field : list(parent.get("fields"))) {
            personal |= field instanceof Map<?, ?> one && addField(one);
        }
        return personal;
    }

    private boolean addField(Map<?, ?> field) {
        add(Attribute.RESOURCE_CLASSIFICATION, field.get("classification"));
        boolean below = addFields(field);
        boolean ofItems = field.get("items") instanceof Map<?, ?> items && addField(items);
        return Boolean.TRUE.equals(field.get("pii")) || below || ofItems;
    }

    private void add(Attribute attribute, @Nullable Object value) {
        if (value instanceof String text) {
            values.computeIfAbsent(attribute, none -> new HashSet<>()).add(text);
        }
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}

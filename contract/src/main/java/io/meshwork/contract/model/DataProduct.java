package io.meshwork.contract.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a data product with its contract. This record, as JSON, is what {@code product.published} carries and what
 * policies see as {@code product}.
 *
 * @param domain id of the owning domain, {@code [a-z0-9-]{1,63}}
 * @param name id of the product inside its domain, {@code [a-z0-9-]{1,63}}
 * @param version semantic version, {@code MAJOR.MINOR.PATCH}; a document without one is 1.0.0
 * @param title name for people, null when the document gives none
 * @param description what the product is, null when the document gives none
 * @param classification sensitivity such as {@code internal}, null when not classified
 * @param outputPorts where consumers get the data
 * @param inputPorts what the product is made from; its declared lineage
 * @param retention how long data is kept, in the document's own words, null when not stated
 * @param accessPolicy name of the access policy, null when not stated
 * @param custom everything else the author wrote, untouched
 */
public record DataProduct(
        String domain,
        String name,
        String version,
        @Nullable String title,
        ProductType type,
        LifecycleStatus status,
        @Nullable String description,
        @Nullable String classification,
        Owner owner,
        List<String> tags,
        List<Dataset> schema,
        List<OutputPort> outputPorts,
        List<InputPort> inputPorts,
        List<ServiceLevelObjective> serviceLevels,
        List<QualityCheck> qualityChecks,
        List<Consumer> consumers,
        @Nullable String retention,
        @Nullable String accessPolicy,
        Terms terms,
        Map<String, Object> custom) {

    public DataProduct {
        tags = List.copyOf(tags);
        schema = List.copyOf(schema);
        outputPorts = List.copyOf(outputPorts);
        inputPorts = List.copyOf(inputPorts);
        serviceLevels = List.copyOf(serviceLevels);
        qualityChecks = List.copyOf(qualityChecks);
        consumers = List.copyOf(consumers);
    }

    /** The product id, {@code domain.name}: the record key of every event about it. */
    public String id() {
        return domain + "." + name;
    }
}

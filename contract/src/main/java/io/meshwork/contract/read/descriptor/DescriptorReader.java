package io.meshwork.contract.read.descriptor;

import io.meshwork.contract.model.Consumer;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.InputPort;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.ServiceLevelObjective;
import io.meshwork.contract.model.Terms;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Ids;
import io.meshwork.contract.read.value.Reading;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.ServiceLevels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code kind: DataProduct}, {@code apiVersion: datamesh.azure.com/v1} or {@code meshwork.io/v1}. */
public final class DescriptorReader {

    public static final Set<String> API_VERSIONS = Set.of("datamesh.azure.com/v1", "meshwork.io/v1");

    private final Section root;
    private final Reading reading;

    private DescriptorReader(Section root, Reading reading) {
        this.root = root;
        this.reading = reading;
    }

    /** The product, or null when a whole part is missing; in doubt the problems decide. */
    public static @Nullable DataProduct read(Section root, Reading reading) {
        return new DescriptorReader(root, reading).product();
    }

    private @Nullable DataProduct product() {
        root.text("kind");
        root.text("apiVersion");
        Section metadata = part("metadata", "Add `metadata:` with name, domain and owner.");
        Section spec = part("spec", "Add `spec:` with description, schema and outputs.");
        root.close();
        Metadata head = metadata == null ? null : Metadata.read(metadata);
        return spec == null ? null : product(head == null ? Metadata.NONE : head, spec);
    }

    private @Nullable Section part(String key, String advice) {
        Section part = root.section(key, "");
        if (!root.has(key)) {
            root.missing(key, advice);
        }
        if (part != null) {
            part.keepUnder(List.of());
        }
        return part;
    }

    private DataProduct product(Metadata head, Section spec) {
        List<Dataset> schema = DescriptorSchema.read(spec, head.name());
        List<InputPort> inputs = inputs(spec);
        List<OutputPort> outputs = DescriptorOutputs.read(spec);
        List<ServiceLevelObjective> serviceLevels = serviceLevels(spec);
        List<QualityCheck> checks = DescriptorChecks.read(spec, head.name(), schema);
        Section governance = spec.section("governance", "governance");
        String retention = governance == null ? null : governance.written("retention");
        String accessPolicy = governance == null ? null : governance.text("access_policy");
        if (governance != null) {
            governance.close();
        }
        List<Consumer> consumers = consumers(spec);
        Terms terms = DescriptorTerms.read(spec);
        String description = description(spec);
        String classification = spec.text("classification");
        spec.close();
        return new DataProduct(
                head.domain(),
                head.name(),
                head.version(),
                head.title(),
                head.type(!inputs.isEmpty()),
                head.status(),
                description,
                classification,
                head.owner(),
                head.tags(),
                schema,
                outputs,
                inputs,
                serviceLevels,
                checks,
                consumers,
                retention,
                accessPolicy,
                terms,
                reading.custom().toMap());
    }

    private static @Nullable String description(Section spec) {
        String description = spec.text("description");
        if (!spec.has("description")) {
            spec.warning(
                    "description",
                    "missing",
                    "the product has no description",
                    "Say in a sentence what the data is and whom it serves; discovery shows it.");
        }
        return description;
    }

    /** In the order of their names: they are keys of a mapping, whose order means nothing. */
    private static List<ServiceLevelObjective> serviceLevels(Section spec) {
        List<ServiceLevelObjective> objectives = new ArrayList<>();
        Section sla = spec.section("sla", "sla");
        if (sla == null) {
            return objectives;
        }
        for (String key : new TreeSet<>(sla.keys())) {
            String value = sla.written(key);
            if (value != null) {
                objectives.add(objective(sla, key, value));
            }
        }
        return objectives;
    }

    private static ServiceLevelObjective objective(Section sla, String key, String value) {
        String property = ServiceLevels.camelCase(key);
        ServiceLevelObjective objective = ServiceLevels.objective(property, value, null, null);
        if (objective.normalized() == null && ServiceLevels.isMeasured(property)) {
            sla.error(
                    key,
                    "invalid",
                    "the value " + Quoted.of(value) + " cannot be compared with a measurement",
                    ServiceLevels.ADVICE);
        }
        return objective;
    }

    private static List<InputPort> inputs(Section spec) {
        List<InputPort> inputs = new ArrayList<>();
        for (Section input : spec.sections("inputs", "input")) {
            String source = input.required("source", "Name the product, table or address that the data comes from.");
            String domain = input.text("domain");
            if (domain != null && !Ids.isValid(domain)) {
                Metadata.invalidId(input, "domain", domain);
            }
            inputs.add(new InputPort(source, domain));
            input.close();
        }
        return inputs;
    }

    private static List<Consumer> consumers(Section spec) {
        List<Consumer> consumers = new ArrayList<>();
        for (Section consumer : spec.sections("consumers", "consumer")) {
            String team = consumer.text("team");
            String contact = consumer.text("contact");
            if (team == null && contact == null) {
                consumer.missing("team", "Name the team that uses the product, or at least a contact.");
            }
            consumers.add(new Consumer(team, contact, consumer.text("purpose")));
            consumer.close();
        }
        return consumers;
    }
}

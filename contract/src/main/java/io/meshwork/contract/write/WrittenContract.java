package io.meshwork.contract.write;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Owner;
import io.meshwork.contract.model.ServiceLevelObjective;
import io.meshwork.contract.read.odcs.OdcsIdentity;
import io.meshwork.contract.read.odcs.OdcsStatus;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.Ids;
import io.meshwork.contract.read.value.PlainNumbers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A product as the mapping of an ODCS document. */
final class WrittenContract {

    static final String API_VERSION = "v3.1.0";

    private static final List<String> KEPT_AT_ROOT = List.of(
            "dataProduct",
            "tenant",
            "type",
            "roles",
            "price",
            "authoritativeDefinitions",
            "slaDefaultElement",
            "contractCreatedTs",
            "customProperties");

    private final DataProduct product;
    private final Map<String, Object> kept;
    private final boolean foreign;

    /**
     * @param foreign the product was not read from the standard: what its author wrote beyond the model has no place here
     */
    WrittenContract(DataProduct product, boolean foreign) {
        this.product = product;
        this.kept = foreign ? Map.of() : product.custom();
        this.foreign = foreign;
    }

    /**
     * @param mesh what has no place in the standard; empty for nothing
     */
    Map<String, @Nullable Object> toMap(Map<String, ?> mesh) {
        Tree root = new Tree()
                .put("apiVersion", API_VERSION)
                .put("kind", "DataContract")
                .put("id", kept.getOrDefault("id", product.id()))
                .put("name", name())
                .put("version", kept.getOrDefault("version", product.version()))
                .put("status", kept.getOrDefault("status", OdcsStatus.word(product.status())))
                .put("domain", kept.getOrDefault("domain", product.domain()))
                .put("description", description())
                .put("tags", product.tags())
                .put("servers", new WrittenServers(topic(), foreign).servers(product.outputPorts()))
                .put("schema", schema())
                .put("slaProperties", serviceLevels());
        owner(root);
        KEPT_AT_ROOT.forEach(key -> root.put(key, kept.get(key)));
        if (!mesh.isEmpty()) {
            root.addCustomProperty(CustomProperties.MESH, mesh);
        }
        return root.toMap();
    }

    /** Null when another key of the contract says it, and the title with it. */
    private @Nullable Object name() {
        Object own = kept.get("name");
        if (own != null || product.title() == null) {
            return own != null ? own : product.name();
        }
        Object source = kept.getOrDefault("dataProduct", kept.get("id"));
        boolean told = source instanceof String written
                && Ids.slug(written).equals(product.name())
                && Objects.equals(OdcsIdentity.titleOf(written, product.name()), product.title());
        return told ? null : product.name();
    }

    private Map<String, @Nullable Object> description() {
        return new Tree()
                .put("purpose", product.description())
                .put("usage", product.terms().usage())
                .put("limitations", product.terms().limitations())
                .kept(Tree.branch(kept, "description"), Set.of())
                .toMap();
    }

    private List<Map<String, @Nullable Object>> schema() {
        WrittenRules rules = new WrittenRules(product.qualityChecks(), Tree.branch(kept, "quality"), foreign);
        return new WrittenSchema(rules, Tree.branch(kept, "schema")).objects(product.schema());
    }

    private @Nullable String topic() {
        Map<String, Object> objects = Tree.branch(kept, "schema");
        List<String> topics = product.schema().stream()
                .filter(dataset ->
                        "topic".equals(Tree.branch(objects, dataset.name()).get("physicalType")))
                .map(WrittenContract::physicalName)
                .toList();
        return topics.size() == 1 ? topics.getFirst() : null;
    }

    private static String physicalName(Dataset dataset) {
        return dataset.physicalName() == null ? dataset.name() : dataset.physicalName();
    }

    /** In their order in the document, with those between them that promise nothing. */
    private List<Map<String, @Nullable Object>> serviceLevels() {
        Map<String, Object> byIndex = Tree.branch(kept, "slaProperties");
        Iterator<ServiceLevelObjective> levels = product.serviceLevels().iterator();
        List<Map<String, @Nullable Object>> written = new ArrayList<>();
        for (String index = "0"; levels.hasNext() || byIndex.containsKey(index); ) {
            Map<String, Object> own = Tree.branch(byIndex, index);
            boolean promisesNothing = own.containsKey("value") && own.get("value") == null;
            Tree level = promisesNothing || !levels.hasNext() ? new Tree() : serviceLevel(levels.next());
            written.add(level.kept(own, Set.of()).toMap());
            index = String.valueOf(written.size());
        }
        return written;
    }

    private static Tree serviceLevel(ServiceLevelObjective level) {
        return new Tree()
                .put("property", level.property())
                .put("value", PlainNumbers.read(level.value()))
                .put("unit", level.unit())
                .put("element", level.element());
    }

    private void owner(Tree root) {
        boolean told = Stream.of("team", "support").anyMatch(kept::containsKey);
        Owner owner = product.owner();
        String contact = owner.contact();
        root.put(
                "team",
                told ? kept.get("team") : new Tree().put("name", owner.team()).toMap());
        root.put("support", told ? kept.get("support") : contact == null ? null : List.of(Map.of("channel", contact)));
    }
}

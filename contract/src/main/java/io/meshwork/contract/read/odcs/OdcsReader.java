package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.InputPort;
import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.Owner;
import io.meshwork.contract.model.ProductType;
import io.meshwork.contract.model.ServiceLevelObjective;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.ProductVersion;
import io.meshwork.contract.read.value.Reading;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.UniqueNames;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code kind: DataContract}, {@code apiVersion: v3.x}. A contract becomes one product; what the standard has and the
 * model has not is kept under {@code custom}, fields under {@code custom.schema.<object>.properties.<property>}.
 */
public final class OdcsReader {

    /** Whose root properties we know completely; a later minor version may add some. */
    private static final Pattern KNOWN_VERSION = Pattern.compile("v3\\.[01]\\.\\d+");

    private final Section root;
    private final Reading reading;

    private OdcsReader(Section root, Reading reading) {
        this.root = root;
        this.reading = reading;
    }

    public static DataProduct read(Section root, Reading reading) {
        return new OdcsReader(root, reading).product();
    }

    private DataProduct product() {
        String apiVersion = root.required("apiVersion", "Write the version of the standard, such as v3.1.0.");
        root.text("kind");
        OdcsIdentity identity = OdcsIdentity.read(root);
        String version = version();
        LifecycleStatus status = OdcsStatus.read(root);
        CustomProperties properties = CustomProperties.read(root);
        OdcsDescription description = OdcsDescription.read(root);
        OdcsSchema schema = OdcsSchema.read(root);
        List<ServiceLevelObjective> serviceLevels = OdcsServiceLevels.read(root, schema.elements());
        Owner owner = OdcsTeam.owner(root, properties);
        List<String> tags = root.texts("tags");
        List<OutputPort> ports = OdcsServers.read(root, schema.topic());
        checkRoles();
        close(apiVersion);
        DataProduct product = new DataProduct(
                identity.domain(),
                identity.name(),
                version,
                identity.title(),
                type(properties, schema.sources()),
                status,
                description.purpose(),
                properties.text("classification"),
                owner,
                tags,
                schema.datasets(),
                ports,
                inputs(schema.sources()),
                serviceLevels,
                schema.checks(),
                List.of(),
                retention(serviceLevels, properties),
                properties.text("accessPolicy"),
                description.terms(serviceLevels),
                reading.custom().toMap());
        return MeshPatch.apply(product, properties.mesh());
    }

    private void close(String apiVersion) {
        root.keep("tenant", "dataProduct", "price", "roles", "type");
        root.keep("authoritativeDefinitions", "contractCreatedTs", "slaDefaultElement");
        if (KNOWN_VERSION.matcher(apiVersion).matches()) {
            root.closeStrictly();
        } else {
            root.close();
        }
    }

    private void checkRoles() {
        UniqueNames names = new UniqueNames();
        for (Section role : root.sections("roles", "role")) {
            names.check(role, "role", role.required("role", "Name the role that gives access."));
        }
        Section price = root.section("price", "price");
        if (price != null) {
            price.number("priceAmount");
        }
    }

    private String version() {
        String written = root.written("version");
        if (!root.has("version")) {
            root.missing("version", "Write the version of the contract, such as \"1.0.0\".");
        }
        String version = ProductVersion.read(root, "version", written);
        root.keepUnless("version", version);
        return version;
    }

    private static ProductType type(CustomProperties properties, List<String> sources) {
        ProductType byLineage = sources.isEmpty() ? ProductType.SOURCE : ProductType.DERIVED;
        String written = properties.text("productType", "dataProductType");
        return written == null ? byLineage : typeOf(properties, written, byLineage);
    }

    private static ProductType typeOf(CustomProperties properties, String written, ProductType otherwise) {
        return Choice.of(written, ProductType.class).orElseGet(() -> {
            properties.warnAbout(
                    "productType",
                    "the product type " + Quoted.of(written) + " is not known and counts as " + Choice.word(otherwise),
                    "Write source, derived, aggregate or ml_feature.");
            return otherwise;
        });
    }

    private static List<InputPort> inputs(List<String> sources) {
        return sources.stream().map(source -> new InputPort(source, null)).toList();
    }

    private static @Nullable String retention(List<ServiceLevelObjective> levels, CustomProperties properties) {
        return levels.stream()
                .filter(level -> level.property().equals("retention"))
                .findFirst()
                .map(level -> level.unit() == null ? level.value() : level.value() + " " + level.unit())
                .orElseGet(() -> properties.text("retention"));
    }
}

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
import io.meshwork.contract.read.value.ProductVersion;
import io.meshwork.contract.read.value.Reading;
import io.meshwork.contract.read.value.Section;
import java.util.List;
import java.util.Locale;
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
        LifecycleStatus status = status();
        OdcsCustomProperties properties = OdcsCustomProperties.read(root);
        OdcsDescription description = OdcsDescription.read(root);
        OdcsSchema schema = OdcsSchema.read(root);
        List<ServiceLevelObjective> serviceLevels = OdcsServiceLevels.read(root);
        Owner owner = OdcsTeam.owner(root, properties);
        List<String> tags = root.texts("tags");
        List<OutputPort> ports = OdcsServers.read(root, schema.topic());
        close(apiVersion);
        return new DataProduct(
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
    }

    private void close(String apiVersion) {
        root.keep("id", "tenant", "dataProduct", "customProperties", "support", "price", "team", "roles", "type");
        root.keep("authoritativeDefinitions", "contractCreatedTs", "slaDefaultElement");
        if (KNOWN_VERSION.matcher(apiVersion).matches()) {
            root.closeStrictly();
        } else {
            root.close();
        }
    }

    private String version() {
        String written = root.written("version");
        if (!root.has("version")) {
            root.missing("version", "Write the version of the contract, such as \"1.0.0\".");
        }
        return ProductVersion.read(root, "version", written);
    }

    /** The standard leaves the words open; these are the ones its versions give as examples. */
    private LifecycleStatus status() {
        String written = root.required("status", "Write proposed, draft, active, deprecated or retired.");
        return switch (written.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ')) {
            case "active", "production", "prod", "current", "live", "published" -> LifecycleStatus.PRODUCTION;
            case "test", "testing", "in test", "staging" -> LifecycleStatus.TESTING;
            case "proposed", "draft", "development", "in development", "dev", "" -> LifecycleStatus.DEVELOPMENT;
            case "deprecated" -> LifecycleStatus.DEPRECATED;
            case "retired" -> LifecycleStatus.RETIRED;
            case String other -> unknownStatus(other);
        };
    }

    private LifecycleStatus unknownStatus(String status) {
        root.warning(
                "status",
                "unknown",
                "the status " + Quoted.of(status) + " is not known and counts as development",
                "Write proposed, draft, active, deprecated or retired.");
        return LifecycleStatus.DEVELOPMENT;
    }

    private static ProductType type(OdcsCustomProperties properties, List<String> sources) {
        ProductType byLineage = sources.isEmpty() ? ProductType.SOURCE : ProductType.DERIVED;
        String written = properties.text("productType", "dataProductType");
        return written == null ? byLineage : typeOf(properties, written, byLineage);
    }

    private static ProductType typeOf(OdcsCustomProperties properties, String written, ProductType otherwise) {
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

    private static @Nullable String retention(List<ServiceLevelObjective> levels, OdcsCustomProperties properties) {
        return levels.stream()
                .filter(level -> level.property().equals("retention"))
                .findFirst()
                .map(level -> level.unit() == null ? level.value() : level.value() + " " + level.unit())
                .orElseGet(() -> properties.text("retention"));
    }
}

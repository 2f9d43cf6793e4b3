package io.meshwork.contract.read.odps;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.InputPort;
import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.Owner;
import io.meshwork.contract.model.ProductType;
import io.meshwork.contract.read.odcs.OdcsDescription;
import io.meshwork.contract.read.odcs.OdcsIdentity;
import io.meshwork.contract.read.odcs.OdcsStatus;
import io.meshwork.contract.read.odcs.OdcsTeam;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.ProductVersion;
import io.meshwork.contract.read.value.Reading;
import io.meshwork.contract.read.value.Section;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads {@code kind: DataProduct}, {@code apiVersion: v1.x} (and v0.9). Schema, promises and checks are those of the contracts
 * that the ports name; management ports and what else the model has no place for are kept under {@code custom}.
 */
public final class OdpsReader {

    /** Tells these documents from descriptors of our own, whose versions have a name before the slash. */
    public static final Pattern API_VERSION = Pattern.compile("v(?:0\\.9|1\\.\\d+)\\.\\d+(?:-[0-9A-Za-z.-]+)?");

    /** Whose root properties we know completely; a later minor version may add some. */
    private static final Pattern KNOWN_VERSION = Pattern.compile("v(?:0\\.9|1\\.0)\\.\\d+");

    private OdpsReader() {}

    public static DataProduct read(Section root, Reading reading) {
        String apiVersion = root.required("apiVersion", "Write the version of the standard, such as v1.0.0.");
        root.text("kind");
        OdcsIdentity identity = OdcsIdentity.read(root);
        String version = ProductVersion.read(root, "version", root.written("version"));
        root.keepUnless("version", version);
        LifecycleStatus status = OdcsStatus.read(root);
        CustomProperties properties = CustomProperties.read(root);
        OdcsDescription description = OdcsDescription.read(root);
        List<InputPort> inputs = OdpsInputs.read(root);
        List<OutputPort> outputs = OdpsOutputs.read(root, inputs);
        OdpsManagement.check(root);
        Owner owner = OdcsTeam.owner(root, properties);
        List<String> tags = root.texts("tags");
        close(root, apiVersion);
        return new DataProduct(
                identity.domain(),
                identity.name(),
                version,
                identity.title(),
                type(properties, inputs),
                status,
                description.purpose(),
                properties.text("classification"),
                owner,
                tags,
                List.of(),
                outputs,
                inputs,
                List.of(),
                List.of(),
                List.of(),
                properties.text("retention"),
                properties.text("accessPolicy"),
                description.terms(List.of()),
                reading.custom().toMap());
    }

    private static void close(Section root, String apiVersion) {
        root.keep("tenant", "authoritativeDefinitions", "productCreatedTs", "managementPorts");
        if (KNOWN_VERSION.matcher(apiVersion).matches()) {
            root.closeStrictly();
        } else {
            root.close();
        }
    }

    private static ProductType type(CustomProperties properties, List<InputPort> inputs) {
        ProductType byLineage = inputs.isEmpty() ? ProductType.SOURCE : ProductType.DERIVED;
        String written = properties.text("productType", "dataProductType");
        return written == null
                ? byLineage
                : Choice.of(written, ProductType.class).orElse(byLineage);
    }
}

package io.meshwork.contract.read;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.descriptor.DescriptorPlaces;
import io.meshwork.contract.read.descriptor.DescriptorReader;
import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.document.Spot;
import io.meshwork.contract.read.odcs.OdcsPlaces;
import io.meshwork.contract.read.odcs.OdcsReader;
import io.meshwork.contract.read.odps.OdpsPlaces;
import io.meshwork.contract.read.odps.OdpsReader;
import io.meshwork.contract.read.value.Reading;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of document we read, told apart by {@code kind} and {@code apiVersion}. */
enum DocumentKind {
    ODCS {
        @Override
        Optional<DataProduct> read(Section root, Reading reading) {
            return Optional.of(OdcsReader.read(root, reading));
        }

        @Override
        @Nullable
        Spot place(Spot root, List<String> steps) {
            return OdcsPlaces.find(root, steps);
        }
    },
    ODPS {
        @Override
        Optional<DataProduct> read(Section root, Reading reading) {
            return Optional.of(OdpsReader.read(root, reading));
        }

        @Override
        @Nullable
        Spot place(Spot root, List<String> steps) {
            return OdpsPlaces.find(root, steps);
        }
    },
    DESCRIPTOR {
        @Override
        Optional<DataProduct> read(Section root, Reading reading) {
            return Optional.ofNullable(DescriptorReader.read(root, reading));
        }

        @Override
        @Nullable
        Spot place(Spot root, List<String> steps) {
            return DescriptorPlaces.find(root, steps);
        }
    };

    private static final Pattern ODCS_V3 = Pattern.compile("v3\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?");
    private static final Pattern ODCS_V2 = Pattern.compile("v?2(?:\\.\\d+)*");
    private static final Pattern OTHER_ODPS = Pattern.compile("v\\d+\\.\\d+\\.\\d+");
    private static final Set<String> V2_KINDS = Set.of("virtualDataset", "virtualDatamesh");
    private static final List<String> KINDS = List.of("DataContract", "DataProduct");
    private static final String KIND_ADVICE =
            "Write `kind: DataContract` with `apiVersion: v3.1.0` (Open Data Contract Standard), or `kind: DataProduct` with"
                    + " `apiVersion: v1.0.0` (Open Data Product Standard) or `apiVersion: meshwork.io/v1`.";

    abstract Optional<DataProduct> read(Section root, Reading reading);

    /** Where a part of the product was written; null where that is not certain. */
    abstract @Nullable Spot place(Spot root, List<String> steps);

    /** Empty when the document is none of ours; then the problem says so, and there is no point in reading on. */
    static Optional<DocumentKind> of(Section root) {
        String kind = root.text("kind");
        return switch (kind) {
            case "DataContract" -> odcs(root);
            case "DataProduct" -> dataProduct(root);
            case null -> withoutKind(root);
            case String other -> unknown(root, other);
        };
    }

    private static Optional<DocumentKind> odcs(Section root) {
        String version = root.written("apiVersion");
        if (version == null || ODCS_V3.matcher(version).matches()) {
            return Optional.of(ODCS);
        }
        if (ODCS_V2.matcher(version).matches()) {
            return version2(root, "apiVersion", version);
        }
        root.error(
                "apiVersion",
                "unsupported",
                "the version " + Quoted.of(version) + " of the Open Data Contract Standard is not supported",
                "Write v3.1.0, or the v3 version that the contract follows.");
        return Optional.empty();
    }

    private static Optional<DocumentKind> version2(Section root, String key, String version) {
        root.error(
                key,
                "unsupported",
                "the contract follows version 2 of the Open Data Contract Standard (" + Quoted.of(version) + ")",
                Migration.advice());
        Migration.explain(root);
        return Optional.empty();
    }

    /** Our descriptor and the Open Data Product Standard share the kind; the version tells them apart. */
    private static Optional<DocumentKind> dataProduct(Section root) {
        String version = root.written("apiVersion");
        if (version == null && !(root.node("apiVersion") instanceof Node)) {
            root.missing("apiVersion", "Write `apiVersion: meshwork.io/v1`.");
        }
        if (version == null || DescriptorReader.API_VERSIONS.contains(version)) {
            return Optional.of(DESCRIPTOR);
        }
        if (OdpsReader.API_VERSION.matcher(version).matches()) {
            return Optional.of(ODPS);
        }
        boolean odps = OTHER_ODPS.matcher(version).matches();
        root.error(
                "apiVersion",
                "unsupported",
                "the apiVersion " + Quoted.of(version) + " of a DataProduct is not supported"
                        + (odps ? "; it looks like another version of the Open Data Product Standard" : ""),
                odps
                        ? "Write v1.0.0, the version of the standard that is read here, or `meshwork.io/v1` for a"
                                + " descriptor."
                        : "Write `apiVersion: meshwork.io/v1`.");
        return odps ? Optional.empty() : Optional.of(DESCRIPTOR);
    }

    private static Optional<DocumentKind> withoutKind(Section root) {
        if (!root.has("kind")) {
            root.missing("kind", KIND_ADVICE);
        }
        return Optional.empty();
    }

    private static Optional<DocumentKind> unknown(Section root, String written) {
        if (V2_KINDS.contains(written)) {
            return version2(root, "kind", written);
        }
        root.error(
                "kind",
                "unknown",
                "the kind " + Quoted.of(written) + " is not known",
                Suggestions.didYouMean(written, KINDS) + KIND_ADVICE);
        return Optional.empty();
    }
}

package io.meshwork.quality.engine;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.quality.engine.Ports.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file of a dataset: that of the first file port in a format we read whose location can lie under the allowed root. A product with several datasets has a port for each, named like the dataset or with a file named like it.
 */
final class FilePorts {

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

    private FilePorts() {}

    static Place find(List<OutputPort> files, DataProduct product, String dataset) {
        List<OutputPort> ofDataset = product.schema().size() > 1 ? named(files, product, dataset) : files;
        if (ofDataset.isEmpty()) {
            return new Place.Nowhere("the product has " + product.schema().size() + " datasets and no file port for `"
                    + dataset + "`; name a port, or its file, like the dataset");
        }
        List<String> reasons = new ArrayList<>();
        for (OutputPort port : ofDataset) {
            switch (look(port)) {
                case Place.At found -> {
                    return found;
                }
                case Place.Nowhere(String reason) -> reasons.add(reason);
            }
        }
        return new Place.Nowhere(String.join("; ", reasons));
    }

    private static List<OutputPort> named(List<OutputPort> ports, DataProduct product, String name) {
        List<String> names = new ArrayList<>(List.of(name));
        product.schema().stream()
                .filter(dataset -> dataset.name().equals(name))
                .map(Dataset::physicalName)
                .filter(physical -> physical != null)
                .forEach(names::add);
        return ports.stream()
                .filter(port -> names.contains(port.name()) || names.contains(stem(port.location())))
                .toList();
    }

    private static String stem(@Nullable String location) {
        String file = location == null ? "" : location.substring(location.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    private static Place look(OutputPort port) {
        String location = port.location();
        if (location == null || location.isBlank()) {
            return new Place.Nowhere("port `" + port.name() + "` has no location");
        }
        var scheme = SCHEME.matcher(location);
        if (scheme.matches() && !scheme.group(1).equalsIgnoreCase("file")) {
            return new Place.Nowhere(scheme.group(1) + ": is not reachable from here: port `" + port.name() + "` is at "
                    + location + "; only files under the service's data root are");
        }
        return FileFormat.of(port)
                .<Place>map(format -> new Place.At(new DataFile(location, format, delimiter(port))))
                .orElseGet(() -> new Place.Nowhere("port `" + port.name() + "` has "
                        + (port.format() == null ? "no format" : "the format `" + port.format() + "`")
                        + "; parquet, csv and json can be checked"));
    }

    private static @Nullable String delimiter(OutputPort port) {
        return port.properties().get("delimiter") instanceof String delimiter && delimiter.length() == 1
                ? delimiter
                : "tsv".equals(port.format()) ? "\t" : null;
    }
}

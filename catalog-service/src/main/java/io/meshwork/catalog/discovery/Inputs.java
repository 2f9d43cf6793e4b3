package io.meshwork.catalog.discovery;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.InputPort;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The products that a contract names as its inputs; tables and addresses elsewhere are none. */
final class Inputs {

    private static final Pattern PART = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern ID = Pattern.compile(PART + "\\." + PART);

    private Inputs() {}

    static List<String> of(DataProduct contract) {
        return contract.inputPorts().stream()
                .map(Inputs::productId)
                .flatMap(Optional::stream)
                .filter(id -> !id.equals(contract.id()))
                .distinct()
                .toList();
    }

    private static Optional<String> productId(InputPort port) {
        if (ID.matcher(port.source()).matches()) {
            return Optional.of(port.source());
        }
        return Optional.ofNullable(port.domain())
                .map(domain -> domain + "." + port.source())
                .filter(id -> ID.matcher(id).matches());
    }
}

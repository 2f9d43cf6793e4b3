package io.meshwork.contract.read.odps;

import io.meshwork.contract.read.document.Spot;
import io.meshwork.contract.read.odcs.OdcsPlaces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a product of the standard says what the parts of ours hold; null where that is not certain. */
public final class OdpsPlaces {

    private OdpsPlaces() {}

    /** @param steps of a pointer into the product, at least one */
    public static @Nullable Spot find(Spot root, List<String> steps) {
        String part = steps.getFirst();
        if (!part.equals("outputPorts") && !part.equals("inputPorts")) {
            return OdcsPlaces.ofTheRoot(root, part);
        }
        Spot list = root.key(part);
        Spot port = list == null || steps.size() == 1 ? list : list.item(steps.get(1));
        return port == null || steps.size() < 3 ? port : port.orHere(steps.get(2));
    }
}

package io.meshwork.cli.quality;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.quality.check.Neighbours;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The products whose contracts were named on the command line. */
final class GivenProducts implements Neighbours {

    private final List<DataProduct> products = new ArrayList<>();

    void forget() {
        products.clear();
    }

    void add(DataProduct product) {
        products.add(product);
    }

    @Override
    public Found find(String productId, @Nullable String version) {
        return products.stream()
                .filter(product -> product.id().equals(productId))
                .filter(product -> version == null
                        || product.version().equals(version)
                        || product.version().startsWith(version + "."))
                .findFirst()
                .<Found>map(Found.Known::new)
                .orElseGet(() -> new Found.Unknown("`" + productId + (version == null ? "" : " " + version)
                        + "` is not among the given contracts; name its contract, too"));
    }
}

package io.meshwork.quality.run;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.DataProductJson;
import io.meshwork.quality.check.Neighbours;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Products as they were published in this mesh. */
public final class PublishedNeighbours implements Neighbours {

    private final Runs runs;

    public PublishedNeighbours(Runs runs) {
        this.runs = runs;
    }

    @Override
    public Found find(String productId, @Nullable String version) {
        Set<String> published = runs.versions(Set.of(productId)).getOrDefault(productId, Set.of());
        if (published.isEmpty()) {
            return new Found.Unknown("no product `" + productId + "` is published in this mesh");
        }
        Set<String> asked = published.stream()
                .filter(one -> version == null || one.equals(version) || one.startsWith(version + "."))
                .collect(Collectors.toSet());
        Optional<DataProduct> product = LatestVersion.of(asked)
                .flatMap(latest -> runs.contract(productId, latest))
                .map(DataProductJson::read);
        return product.isPresent()
                ? new Found.Known(product.get())
                : new Found.Unknown("no version `" + version + "` of `" + productId + "` is published in this mesh");
    }
}

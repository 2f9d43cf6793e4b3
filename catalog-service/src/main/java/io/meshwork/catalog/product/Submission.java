package io.meshwork.catalog.product;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.contract.version.SemanticVersion;
import java.util.List;

/** A request with a valid contract, about the product it names, from someone who may ask. What remains is the catalog's state. */
public record Submission(Request request, ReadResult.Accepted contract, SemanticVersion version) {

    public DataProduct product() {
        return contract.product();
    }

    public VersionId versionId() {
        return new VersionId(request.productId(), version.toString());
    }

    List<Problem> warnings() {
        return contract.warnings();
    }
}

package io.meshwork.catalog.product;

import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;

/** Contracts as producers write them. */
public final class Contracts {

    private Contracts() {}

    /** A valid descriptor of {@code shop.<name>}. */
    public static String contract(String name, String version) {
        return contract(name, version, "What customers ordered");
    }

    public static String contract(String name, String version, String description) {
        return """
                apiVersion: meshwork.io/v1
                kind: DataProduct
                metadata:
                  name: %s
                  domain: shop
                  owner: shop-team@example.com
                  version: %s
                  tags: [orders]
                spec:
                  description: "%s"
                  classification: internal
                  schema:
                    - {name: id, type: string, description: Id of the order, required: true}
                  outputs:
                    - {name: files, format: csv, location: shop/%s.csv}
                """.formatted(name, version, description.replace("\\", "\\\\").replace("\"", "\\\""), name);
    }

    public static ReadResult.Accepted read(String document) {
        return switch (new ContractReader().read(document)) {
            case ReadResult.Accepted accepted -> accepted;
            case ReadResult.Refused refused ->
                throw new AssertionError("the fixture is no valid contract: " + refused.problems());
        };
    }
}

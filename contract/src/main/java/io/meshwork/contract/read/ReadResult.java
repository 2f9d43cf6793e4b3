package io.meshwork.contract.read;

import io.meshwork.contract.model.DataProduct;
import java.util.List;

/** What became of a document. */
public sealed interface ReadResult {

    /**
     * The document is a valid contract.
     *
     * @param canonicalJson the product as {@link DataProductJson} writes it
     * @param contentHash SHA-256 of the canonical JSON in UTF-8, lower-case hex; comments and the order of keys do not change it
     * @param warnings in the order of the document
     */
    record Accepted(DataProduct product, String canonicalJson, String contentHash, List<Problem> warnings)
            implements ReadResult {

        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The document is not a valid contract.
     *
     * @param problems every error and warning, in the order of the document; at least one is an error
     */
    record Refused(List<Problem> problems) implements ReadResult {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}

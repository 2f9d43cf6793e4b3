package io.meshwork.contract.read;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.document.DocumentParser;
import io.meshwork.contract.read.document.Limits;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Problems;
import io.meshwork.contract.read.value.Reading;
import io.meshwork.contract.read.value.Section;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a contract of any kind we know, in YAML 1.2 or JSON: ODCS v3.x ({@code kind: DataContract}), ODPS v1.x
 * ({@code kind: DataProduct}, {@code apiVersion: v1.x}) and our descriptor ({@code kind: DataProduct}, {@code apiVersion:
 * meshwork.io/v1}). Whatever the input is, the answer is a result, never an exception, in time linear in its size.
 * Stateless.
 */
public final class ContractReader {

    /** Largest document, in bytes of UTF-8. */
    public static final int MAX_BYTES = Limits.BYTES;

    /** Reads UTF-8, with or without a byte order mark. */
    public ReadResult read(byte[] document) {
        Problems problems = new Problems();
        return result(DocumentParser.parse(document, problems), problems);
    }

    public ReadResult read(String document) {
        Problems problems = new Problems();
        return result(DocumentParser.parse(document, problems), problems);
    }

    private static ReadResult result(@Nullable Mapping root, Problems problems) {
        Optional<DataProduct> product = root == null ? Optional.empty() : product(root, problems);
        if (product.isEmpty() || problems.hasErrors()) {
            return new ReadResult.Refused(problems.sorted());
        }
        String json = DataProductJson.write(product.get());
        return new ReadResult.Accepted(product.get(), json, ContentHash.of(json), problems.sorted());
    }

    private static Optional<DataProduct> product(Mapping document, Problems problems) {
        Reading reading = new Reading(problems);
        Section root = Section.root(document, reading);
        return DocumentKind.of(root).flatMap(kind -> kind.read(root, reading));
    }
}

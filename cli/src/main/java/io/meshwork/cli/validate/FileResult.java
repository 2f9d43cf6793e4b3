package io.meshwork.cli.validate;

import io.meshwork.cli.document.MeshDocument;
import io.meshwork.contract.read.Problem;
import java.nio.file.Path;
import java.util.List;

/** What the reader said about one file. */
record FileResult(Path file, MeshDocument document) {

    boolean valid() {
        return !(document instanceof MeshDocument.Invalid);
    }

    List<Problem> problems() {
        return switch (document) {
            case MeshDocument.Contract(var product, var warnings) -> warnings;
            case MeshDocument.DomainDescription _, MeshDocument.ContractTemplate _ -> List.of();
            case MeshDocument.Invalid(var kind, var problems) -> problems;
        };
    }

    long errors() {
        return problems().stream().filter(Problem::isError).count();
    }

    long warnings() {
        return problems().size() - errors();
    }
}

package io.meshwork.cli.validate;

import io.meshwork.cli.document.MeshDocument;
import io.meshwork.contract.read.Problem;
import java.util.List;
import java.util.Locale;

/** One line per problem in the form editors and terminals make clickable, the advice indented below. */
final class TextReport {

    private TextReport() {}

    static String render(List<FileResult> results) {
        var text = new StringBuilder();
        for (FileResult result : results) {
            result.problems().forEach(problem -> text.append(line(result, problem)));
            text.append(summary(result)).append('\n');
        }
        return text.toString();
    }

    private static String line(FileResult result, Problem problem) {
        return "%s:%d:%d %s %s %s%n  %s%n"
                .formatted(
                        result.file(),
                        problem.line(),
                        problem.column(),
                        problem.severity().name().toLowerCase(Locale.ROOT),
                        problem.code(),
                        problem.message(),
                        problem.advice());
    }

    private static String summary(FileResult result) {
        String warnings = result.warnings() == 0 ? "" : ", " + count(result.warnings(), "warning");
        return result.file()
                + switch (result.document()) {
                    case MeshDocument.Contract(var product, var doubts) ->
                        ": valid, " + product.id() + " " + product.version() + warnings;
                    case MeshDocument.DomainDescription(var domain) -> ": valid, domain " + domain.name();
                    case MeshDocument.ContractTemplate(var template) -> ": valid, template " + template.reference();
                    case MeshDocument.Invalid _ -> ": invalid, " + count(result.errors(), "error") + warnings;
                };
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

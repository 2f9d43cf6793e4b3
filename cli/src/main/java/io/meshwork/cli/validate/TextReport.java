package io.meshwork.cli.validate;

import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.ReadResult;
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
        return switch (result.result()) {
            case ReadResult.Accepted accepted ->
                result.file() + ": valid, " + accepted.product().id() + " "
                        + accepted.product().version()
                        + (result.warnings() == 0 ? "" : ", " + count(result.warnings(), "warning"));
            case ReadResult.Refused refused ->
                result.file() + ": invalid, " + count(result.errors(), "error")
                        + (result.warnings() == 0 ? "" : ", " + count(result.warnings(), "warning"));
        };
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

package io.meshwork.cli.validate;

import io.meshwork.contract.read.Problem;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An array with one object per file. */
final class JsonReport {

    private record File(String file, boolean valid, List<Line> problems) {}

    private record Line(
            String severity, String code, String message, String advice, String pointer, int line, int column) {}

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    static String render(List<FileResult> results) {
        return JSON.writeValueAsString(results.stream()
                        .map(result -> new File(
                                result.file().toString(),
                                result.valid(),
                                result.problems().stream().map(JsonReport::line).toList()))
                        .toList())
                + "\n";
    }

    private static Line line(Problem problem) {
        return new Line(
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.code(),
                problem.message(),
                problem.advice(),
                problem.pointer(),
                problem.line(),
                problem.column());
    }
}

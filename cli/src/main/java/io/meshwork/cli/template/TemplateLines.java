package io.meshwork.cli.template;

import io.meshwork.cli.Table;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.template.Parameter;
import io.meshwork.contract.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Templates as people read them. */
final class TemplateLines {

    private TemplateLines() {}

    static List<String> of(Template template) {
        List<String> lines = new ArrayList<>();
        lines.add(template.name() + " " + template.version() + ": " + template.description());
        Table table = new Table(List.of("  PARAMETER", "VALUE", "DEFAULT", "MEANING"));
        template.parameters().forEach(parameter -> table.row(row(parameter)));
        lines.addAll(table.lines());
        return lines;
    }

    private static List<String> row(Parameter parameter) {
        String byDefault = parameter.byDefault() == null ? "" : parameter.byDefault();
        return List.of(
                "  " + parameter.name(),
                parameter.choices().isEmpty()
                        ? parameter.type().name().toLowerCase(Locale.ROOT)
                        : String.join("|", parameter.choices()),
                parameter.optional() ? "(optional)" : byDefault,
                parameter.description());
    }

    /** The errors, each with its place and how to mend it. */
    static List<String> problems(String where, List<Problem> problems) {
        return problems.stream()
                .filter(Problem::isError)
                .map(problem -> String.format(
                        Locale.ROOT,
                        "%s:%d:%d %s%n  %s",
                        where,
                        problem.line(),
                        problem.column(),
                        problem.message(),
                        problem.advice()))
                .toList();
    }
}

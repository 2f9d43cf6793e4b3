package io.meshwork.cli.quality;

import io.meshwork.cli.Percent;
import io.meshwork.cli.Table;
import io.meshwork.contract.read.Problem;
import io.meshwork.quality.sample.FailedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** A run for people. */
final class RunLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RunLines() {}

    static List<String> of(RunView run, boolean withProfile) {
        return switch (run.status()) {
            case "invalid" -> invalid(run);
            case "unusable" -> List.of(String.valueOf(run.reason()));
            default -> checked(run, withProfile);
        };
    }

    private static List<String> invalid(RunView run) {
        List<String> lines = new ArrayList<>();
        for (Problem problem : run.problems()) {
            lines.add("%s:%d:%d %s %s %s"
                    .formatted(
                            run.file(),
                            problem.line(),
                            problem.column(),
                            problem.severity().name().toLowerCase(Locale.ROOT),
                            problem.code(),
                            problem.message()));
            lines.add("  " + problem.advice());
        }
        lines.add(run.file() + ": no valid contract, nothing is checked");
        return lines;
    }

    private static List<String> checked(RunView run, boolean withProfile) {
        List<String> lines = new ArrayList<>();
        lines.add(run.file() + ": " + run.productId() + " " + run.version()
                + (run.rows() == null ? "" : ", " + run.rows() + " rows"));
        if (!run.checks().isEmpty()) {
            lines.add("");
            lines.addAll(checks(run));
        }
        run.checks().stream()
                .filter(check -> check.message() != null && !check.message().equals(run.reason()))
                .forEach(check -> lines.add("  " + check.name() + ": " + check.message()));
        run.samples().forEach(sample -> lines.addAll(sample(sample)));
        lines.add("");
        run.dimensions()
                .forEach(dimension ->
                        lines.add("%-14s %s".formatted(dimension.dimension(), Percent.of(dimension.score()))));
        lines.add("%-14s %s  %s"
                .formatted("score", Percent.of(run.score()), run.status().replace('_', ' ')));
        if (run.reason() != null) {
            lines.add("because        " + run.reason());
            if (run.reason().contains("data root")) {
                lines.add(
                        "               --root names the data root; by default the contract's folder, or the nearest above it with the file");
            }
        }
        if (withProfile) {
            run.profiles().forEach(profile -> {
                lines.add("");
                lines.addAll(ProfileLines.of(JSON.valueToTree(profile)));
            });
        }
        return lines;
    }

    private static List<String> checks(RunView run) {
        Table table = new Table(List.of("CHECK", "FIELDS", "DIMENSION", "MEASURED", "THRESHOLD", "STATUS", "SCORE"));
        run.checks()
                .forEach(check -> table.row(List.of(
                        check.name(),
                        String.join(", ", check.fields()),
                        check.dimension(),
                        Numbers.of(check.measured()),
                        check.threshold(),
                        check.status().replace('_', ' ') + (check.severity().equals("warning") ? " (warning)" : ""),
                        Percent.of(check.score()))));
        return table.lines();
    }

    private static List<String> sample(FailedRows sample) {
        Table table = new Table(sample.columns().stream().map(Printable::of).toList());
        sample.rows().forEach(row -> table.row(row.stream().map(Printable::of).toList()));
        List<String> lines = new ArrayList<>(List.of("", "  rows that break " + sample.check() + ":"));
        table.lines().forEach(line -> lines.add("    " + line));
        return lines;
    }
}

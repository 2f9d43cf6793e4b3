package io.meshwork.cli.policy;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.Unreadable;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mesh policy dry-run}: whom a policy would hit, before it is switched on. */
@Command(
        name = "dry-run",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Tells what would change for whom if a policy, new or changed, came into force. Nothing is changed.",
            "A warning that would become a violation counts as newly failing."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:told",
            "1:the policy is not valid or not allowed; with --fail-on-break also when a product would newly fail",
            "2:wrong options, or the file cannot be read",
            "5:the policy service does not answer, is busy with another dry run, or ran out of time"
        })
final class DryRunCommand extends PolicyServiceCommand {

    private static final List<String> COUNTS = List.of("newlyFailing", "newlyPassing", "stillFailing", "unchanged");

    /** Longer than the service judges. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Parameters(paramLabel = "FILE", description = "The policy, in YAML or JSON.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--fail-on-break", description = "Exit code 1 when a product would newly fail: for CI.")
    private boolean failOnBreak;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        byte[] document;
        try {
            document = Files.readAllBytes(file);
        } catch (IOException e) {
            err().println(Unreadable.file(file));
            return ExitCode.USAGE;
        }
        ApiAnswer answer = service.waiting(PATIENCE).post("policies/dry-run", document);
        if (!(answer instanceof ApiAnswer.Found(var report, var text))) {
            return tell(file, answer);
        }
        output.write(out(), report, lines(report));
        if (failOnBreak && report.path("total").path("newlyFailing").asInt() > 0) {
            return ExitCode.REFUSED;
        }
        return report.path("complete").asBoolean() ? ExitCode.OK : ExitCode.UNREACHABLE;
    }

    private static List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>();
        JsonNode revision = report.path("policyRevision");
        lines.add(report.path("policyId").asString("")
                + (revision.isNumber()
                        ? ", beside revision " + revision.asString() + " that is in force"
                        : ", a new policy")
                + ": " + report.path("judged").asInt() + " products");
        Table table = new Table(List.of("DOMAIN", "NEWLY FAILING", "NEWLY PASSING", "STILL FAILING", "UNCHANGED"));
        report.path("domains").properties().forEach(domain -> table.row(row(domain.getKey(), domain.getValue())));
        table.row(row("(all)", report.path("total")));
        lines.addAll(table.lines());
        examples(lines, "Newly failing", report, "newlyFailing");
        examples(lines, "Newly passing", report, "newlyPassing");
        if (!report.path("complete").asBoolean()) {
            lines.add("");
            lines.add("There was no time for all products; these are the first by id.");
        }
        int unreadable = report.path("unreadable").asInt();
        if (unreadable > 0) {
            lines.add(unreadable + " products have a contract that cannot be judged.");
        }
        return lines;
    }

    private static List<String> row(String name, JsonNode counts) {
        return Stream.concat(
                        Stream.of(name),
                        COUNTS.stream().map(count -> counts.path(count).asString("0")))
                .toList();
    }

    private static void examples(List<String> lines, String title, JsonNode report, String which) {
        int all = report.path("total").path(which).asInt();
        if (all == 0) {
            return;
        }
        JsonNode examples = report.path(which);
        lines.add("");
        lines.add(title + (all > examples.size() ? ", the first " + examples.size() + " of " + all : "") + ":");
        for (JsonNode one : examples) {
            String owner = one.path("owner").asString("");
            lines.add("  " + one.path("productId").asString("") + " "
                    + one.path("version").asString("")
                    + (owner.isEmpty() ? "" : " (" + owner + ")") + ": "
                    + one.path("before").asString("") + " → "
                    + one.path("after").asString(""));
            one.path("messages").forEach(message -> lines.add("    " + message.asString()));
        }
    }
}

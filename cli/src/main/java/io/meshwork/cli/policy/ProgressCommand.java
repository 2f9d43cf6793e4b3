package io.meshwork.cli.policy;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mesh policy progress}: how far a change of policies has got. */
@Command(
        name = "progress",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Shows which products are being judged again, and how far that has got.",
            "What took less than a second is not listed."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:shown; with --wait, every product is judged by the policies in force",
            "2:wrong options",
            "5:the policy service does not answer"
        })
final class ProgressCommand extends PolicyServiceCommand {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Option(names = "--wait", description = "Goes on, with a line a second, until nothing is to be judged again.")
    private boolean wait;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        while (true) {
            ApiAnswer answer = service.get("reevaluations");
            if (!(answer instanceof ApiAnswer.Found(var progress, var text))) {
                return tell("progress", answer);
            }
            if (!wait || progress.path("due").isEmpty()) {
                output.write(out(), progress, lines(progress));
                return ExitCode.OK;
            }
            err().println(now(progress));
            err().flush();
            if (!pause()) {
                return ExitCode.PENDING;
            }
        }
    }

    /** @return false when somebody wants this to end */
    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String now(JsonNode progress) {
        List<String> parts = new ArrayList<>();
        for (JsonNode item : progress.path("items")) {
            if (!item.path("finished").asBoolean()) {
                parts.add(text(item, "walk") + " " + reached(item) + left(item));
            }
        }
        return parts.isEmpty()
                ? "waiting for: " + String.join(", ", texts(progress.path("due")))
                : String.join("; ", parts);
    }

    private static List<String> lines(JsonNode progress) {
        List<String> lines = new ArrayList<>();
        if (!progress.path("items").isEmpty()) {
            Table table = new Table(
                    List.of("PRODUCTS", "SET", "JUDGED", "CHANGED VERDICTS", "PER SECOND", "STARTED", "STATE"));
            for (JsonNode item : progress.path("items")) {
                table.row(List.of(
                        text(item, "walk"),
                        text(item, "policySetRevision"),
                        reached(item),
                        text(item, "changedVerdicts"),
                        text(item, "productsPerSecond"),
                        Table.moment(item.path("startedAt")),
                        item.path("finished").asBoolean() ? "finished" : "goes on" + left(item)));
            }
            lines.addAll(table.lines());
        }
        List<String> due = texts(progress.path("due"));
        lines.add(
                due.isEmpty()
                        ? "Every product is judged by the policies in force."
                        : "Under way or about to begin: " + String.join(", ", due));
        return lines;
    }

    private static String reached(JsonNode item) {
        return text(item, "reached") + " of " + text(item, "products");
    }

    private static String left(JsonNode item) {
        return item.hasNonNull("secondsLeft") ? ", " + text(item, "secondsLeft") + " s left" : "";
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asString("")));
        return texts;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}

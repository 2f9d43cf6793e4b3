package io.meshwork.cli.domain;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogCommand;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mesh domain show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Shows a domain: its owner, its members, and who described it last.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:found", "1:there is no such domain", "2:wrong options", "5:the catalog does not answer"})
final class DomainShowCommand extends CatalogCommand {

    @Parameters(paramLabel = "DOMAIN", description = "Name of the domain.")
    private String domain = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient catalog) {
        ApiAnswer answer = catalog.get("domains/" + ApiClient.encoded(domain));
        if (!(answer instanceof ApiAnswer.Found(var body, var text))) {
            return tell(domain, answer);
        }
        output.write(out(), body, lines(body));
        return ExitCode.OK;
    }

    private static List<String> lines(JsonNode domain) {
        List<String> lines = new ArrayList<>();
        line(lines, "domain", text(domain, "name"));
        line(lines, "title", text(domain, "title"));
        line(lines, "about", text(domain, "description"));
        line(lines, "owner", (text(domain, "ownerTeam") + " " + text(domain, "ownerContact")).strip());
        line(
                lines,
                "members",
                domain.path("members").valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")));
        line(
                lines,
                "revision",
                text(domain, "revision") + ", " + text(domain, "changedAt") + " by " + text(domain, "principal"));
        return lines;
    }

    private static void line(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "%-12s %s", label, value));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}

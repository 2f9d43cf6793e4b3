package io.meshwork.cli.domain;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogCommand;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code mesh domain list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Lists the domains.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:listed", "2:wrong options", "5:the catalog does not answer"})
final class DomainListCommand extends CatalogCommand {

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient catalog) {
        ApiAnswer answer = catalog.list("domains?limit=200");
        if (!(answer instanceof ApiAnswer.Found(var domains, var text))) {
            return tell("domains", answer);
        }
        output.write(out(), domains, table(domains));
        return ExitCode.OK;
    }

    private static List<String> table(JsonNode domains) {
        if (domains.isEmpty()) {
            return List.of("There is no domain yet; describe one with mesh domain define.");
        }
        Table table = new Table(List.of("DOMAIN", "TITLE", "OWNER", "MEMBERS", "DESCRIPTION"));
        domains.forEach(domain -> table.row(List.of(
                text(domain, "name"),
                text(domain, "title"),
                (text(domain, "ownerTeam") + " " + text(domain, "ownerContact")).strip(),
                String.valueOf(domain.path("members").size()),
                text(domain, "description"))));
        return table.lines();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}

package io.meshwork.cli.catalog;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.ArrayList;
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

    private static final String PAGE = "domains?limit=200";

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    int run(CatalogClient catalog) {
        List<JsonNode> domains = new ArrayList<>();
        String page = PAGE;
        while (!page.isEmpty()) {
            CatalogAnswer answer = catalog.get(page);
            if (!(answer instanceof CatalogAnswer.Found(var body, var text))) {
                return tell("domains", answer);
            }
            body.path("items").forEach(domains::add);
            page = body.path("next").asString("").replaceFirst("^/api/v1/", "");
        }
        output.write(out(), domains, table(domains));
        return ExitCode.OK;
    }

    private static List<String> table(List<JsonNode> domains) {
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

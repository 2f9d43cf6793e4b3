package io.meshwork.cli.template;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Table;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogCommand;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.contract.template.BuiltInTemplates;
import io.meshwork.contract.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code mesh template list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Lists the templates, each in its newest version.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:listed",
            "2:wrong options",
            "5:the catalog does not answer; only what comes with Meshwork is listed"
        })
final class TemplateListCommand extends CatalogCommand {

    private static final String OURS = "(Meshwork)";

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient catalog) {
        List<Map<String, String>> templates = new ArrayList<>();
        BuiltInTemplates.all().forEach(template -> templates.add(row(template)));
        ApiAnswer answer = catalog.list("templates?limit=200");
        if (answer instanceof ApiAnswer.Found(var registered, var text)) {
            registered.forEach(template -> templates.add(row(template)));
        }
        output.write(out(), templates, table(templates));
        return answer instanceof ApiAnswer.Found ? ExitCode.OK : tell("templates", answer);
    }

    private static Map<String, String> row(Template template) {
        return row(template.name(), template.version(), OURS, template.description());
    }

    private static Map<String, String> row(JsonNode template) {
        return row(
                template.path("name").asString(""),
                template.path("version").asString(""),
                template.path("domain").asString(""),
                template.path("description").asString(""));
    }

    private static Map<String, String> row(String name, String version, String domain, String description) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("version", version);
        row.put("domain", domain);
        row.put("description", description);
        return row;
    }

    private static List<String> table(List<Map<String, String>> templates) {
        Table table = new Table(List.of("TEMPLATE", "VERSION", "DOMAIN", "DESCRIPTION"));
        templates.forEach(template -> table.row(List.copyOf(template.values())));
        return table.lines();
    }
}

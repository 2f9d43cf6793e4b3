package io.meshwork.cli.domain;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogCommand;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.contract.domain.DomainReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh domain define}: the domain is as the options say, whatever it was before. */
@Command(
        name = "define",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Describes a domain, so that products can be published in it; what was said of it before is replaced.",
            "From a file: mesh publish domain.yaml."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the domain is like this, now or already",
            "1:not valid, or not allowed",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the catalog does not answer"
        })
final class DomainDefineCommand extends CatalogCommand {

    @Parameters(paramLabel = "DOMAIN", description = "Name of the domain: lower-case letters, digits and hyphens.")
    private String domain = "";

    @Option(
            names = "--owner",
            required = true,
            paramLabel = "TEAM|ADDRESS",
            description = "Who answers for it: a team, or an e-mail address or channel.")
    private String owner = "";

    @Option(
            names = "--contact",
            paramLabel = "ADDRESS",
            description = "Where the team is reached: e-mail, channel or URL.")
    private @Nullable String contact;

    @Option(names = "--description", required = true, paramLabel = "TEXT", description = "What the domain is about.")
    private String description = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "Its name for people.")
    private @Nullable String title;

    @Option(
            names = "--member",
            paramLabel = "USER",
            description = "Someone who works in it, as identity provider and database know them; may be repeated.")
    private List<String> members = List.of();

    @Override
    protected int run(ApiClient catalog) {
        ApiAnswer answer = catalog.put("domains/" + ApiClient.encoded(domain), document());
        if (answer instanceof ApiAnswer.Found(var body, var text)) {
            out().println("Domain " + domain + " is described (revision "
                    + body.path("revision").asString("") + ").");
            return ExitCode.OK;
        }
        return tell(domain, answer);
    }

    private Map<String, Object> document() {
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", domain, "owner", owner));
        if (contact != null) {
            metadata.put("contact", contact);
        }
        if (title != null) {
            metadata.put("title", title);
        }
        Map<String, Object> spec = Map.of("description", description, "members", members);
        return Map.of(
                "apiVersion", DomainReader.API_VERSION, "kind", DomainReader.KIND, "metadata", metadata, "spec", spec);
    }
}

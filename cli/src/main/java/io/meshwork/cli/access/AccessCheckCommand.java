package io.meshwork.cli.access;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.policy.PolicyServiceCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mesh access check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Asks whether somebody may use a product for a purpose, by the access policies in force.",
            "Without --principal it is about whoever asks. Nothing is kept or announced."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:permitted",
            "1:denied, or not allowed to ask for others",
            "2:wrong options",
            "5:the policy service does not answer"
        })
final class AccessCheckCommand extends PolicyServiceCommand {

    @Parameters(paramLabel = "PRODUCT", description = "Id of the product, such as cart.carts.")
    private String product = "";

    @Option(
            names = "--purpose",
            required = true,
            paramLabel = "TEXT",
            description = "What the data is wanted for, as access policies know it.")
    private String purpose = "";

    @Option(names = "--principal", paramLabel = "NAME", description = "Who wants to use it. Default: whoever asks.")
    private @Nullable String principal;

    @Option(names = "--group", paramLabel = "GROUP", description = "A group of the principal; may be repeated.")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "A domain that the principal acts for; may be repeated.")
    private List<String> domains = new ArrayList<>();

    @Option(names = "--role", paramLabel = "ROLE", description = "A role of the principal; may be repeated.")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--action", paramLabel = "ACTION", description = "What the principal wants to do. Default: read.")
    private @Nullable String action;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Output port that is wanted; without it, rules about ports do not apply.")
    private @Nullable String port;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        if (principal == null && !(groups.isEmpty() && domains.isEmpty() && roles.isEmpty())) {
            err().println("--group, --domain and --role are of somebody else; say who it is with --principal.");
            return ExitCode.USAGE;
        }
        ApiAnswer answer = service.post("access/decisions", body());
        if (!(answer instanceof ApiAnswer.Found(var decision, var text))) {
            return tell(product, answer);
        }
        output.write(out(), decision, lines(decision));
        return text(decision, "decision").equals("permitted") ? ExitCode.OK : ExitCode.REFUSED;
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("productId", product);
        if (principal != null) {
            body.put("principal", Map.of("id", principal, "groups", groups, "domains", domains, "roles", roles));
        }
        body.put("purpose", purpose);
        if (action != null) {
            body.put("action", action);
        }
        if (port != null) {
            body.put("port", port);
        }
        return body;
    }

    private static List<String> lines(JsonNode decision) {
        List<String> lines = new ArrayList<>();
        lines.add(text(decision, "decision") + ": " + text(decision, "reason"));
        lines.add("principal  " + text(decision, "principal"));
        lines.add("product    " + text(decision, "productId") + " " + text(decision, "version"));
        lines.add("purpose    " + text(decision, "purpose") + ", to " + text(decision, "action"));
        decision.path("advice")
                .forEach(advice -> lines.add("advisory   the rule '" + text(advice, "rule") + "' of the policy '"
                        + text(advice, "policyId") + "' would say " + text(advice, "effect")
                        + (advice.has("undecided") ? ", for it cannot decide: " + text(advice, "undecided") : "")));
        return lines;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}

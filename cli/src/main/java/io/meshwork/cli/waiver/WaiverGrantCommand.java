package io.meshwork.cli.waiver;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Moment;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.policy.PolicyServiceCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh waiver grant}: the waiver is as the options say, whatever it was before. */
@Command(
        name = "grant",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Excuses a product, or all products of a domain, from a policy or from one of its rules.",
            "Violations are still told, with the waiver, but do not block. Its owner is reminded before it ends.",
            "Granting it again with another end extends or shortens it."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:granted, now or already",
            "1:not valid, or not allowed: whoever may define the policy may excuse from it",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the policy service does not answer"
        })
final class WaiverGrantCommand extends PolicyServiceCommand {

    @Parameters(paramLabel = "WAIVER", description = "Id of the waiver: lower-case letters, digits and hyphens.")
    private String waiver = "";

    @Option(names = "--policy", required = true, paramLabel = "POLICY", description = "Policy that it excuses from.")
    private String policy = "";

    @Option(names = "--rule", paramLabel = "RULE", description = "Only from this rule of the policy. Default: all.")
    private @Nullable String rule;

    @Option(
            names = "--for",
            required = true,
            paramLabel = "PRODUCT|DOMAIN",
            description = "Who is excused: cart.carts, or cart with all its products.")
    private String subject = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, for people to read; 10 to 500 characters.")
    private String reason = "";

    @Option(
            names = "--owner",
            required = true,
            paramLabel = "TEAM|ADDRESS",
            description = "Who answers for it and is reminded.")
    private String owner = "";

    @Option(
            names = "--until",
            required = true,
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "When it ends, at most 366 days after it begins: " + Moment.FUTURE + ".")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Moment until;

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "When it begins, written like --until. Default: at once.")
    private @Nullable Moment from;

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.put("waivers/" + ApiClient.encoded(waiver), body());
        if (answer instanceof ApiAnswer.Found(var body, var text)) {
            out().println("Waiver " + waiver + " is granted until " + until.ahead() + " (revision "
                    + body.path("revision").asString("") + ").");
            return ExitCode.OK;
        }
        return tell(waiver, answer);
    }

    private Map<String, String> body() {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("policyId", policy);
        if (rule != null) {
            body.put("rule", rule);
        }
        body.put("subject", subject);
        body.put("reason", reason);
        body.put("owner", owner);
        if (from != null) {
            body.put("startsAt", from.ahead().toString());
        }
        body.put("endsAt", until.ahead().toString());
        body.put("source", "cli");
        return body;
    }
}

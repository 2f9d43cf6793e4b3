package io.meshwork.cli.policy;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mesh policy explain}: why a product has the verdict it has. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Computes a product's verdict again, from the policies and facts that it was made of, and shows for each rule the values that decided.",
            "Rules that hold are counted; --policy shows them, too."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:explained",
            "1:there is no such product, or it is not judged yet",
            "2:wrong options",
            "5:the policy service does not answer"
        })
final class ExplainCommand extends PolicyServiceCommand {

    @Parameters(paramLabel = "PRODUCT", description = "domain.name, or domain.name@version.")
    private String product = "";

    @Option(names = "--policy", paramLabel = "POLICY", description = "Only this policy, with all its rules.")
    private @Nullable String policy;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        List<String> query = new ArrayList<>();
        int at = product.indexOf('@');
        if (at >= 0) {
            query.add("version=" + ApiClient.encoded(product.substring(at + 1)));
        }
        if (policy != null) {
            query.add("policy=" + ApiClient.encoded(policy));
        }
        ApiAnswer answer = service.get("verdicts/" + ApiClient.encoded(at < 0 ? product : product.substring(0, at))
                + "/explanation" + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        if (!(answer instanceof ApiAnswer.Found(var explanation, var text))) {
            return tell(product, answer);
        }
        if (explanation.path("policies").isEmpty()) {
            err().println(
                            policy == null
                                    ? "No policy was in force for " + product + "."
                                    : "The policy " + policy + " was not in force for " + product
                                            + "; mesh policy list tells which there are.");
            return ExitCode.REFUSED;
        }
        output.write(out(), explanation, lines(explanation));
        return ExitCode.OK;
    }

    private List<String> lines(JsonNode explanation) {
        JsonNode verdict = explanation.path("verdict");
        List<String> lines = new ArrayList<>();
        lines.add(verdict.path("productId").asString("") + " "
                + verdict.path("version").asString("") + ": "
                + verdict.path("verdict").asString("") + ", judged "
                + verdict.path("evaluatedAt").asString("") + " by policy set "
                + verdict.path("policySetRevision").asString(""));
        if (!explanation.path("reproduced").asBoolean(true)) {
            lines.add(
                    "Judged now, by the same policies and facts, it would be another verdict: the policy service is a newer one.");
        }
        List<String> quiet = new ArrayList<>();
        for (JsonNode one : explanation.path("policies")) {
            if (policy == null && !isViolated(one)) {
                quiet.add(heading(one));
            } else {
                policy(lines, one, verdict.path("violations"));
            }
        }
        if (!quiet.isEmpty()) {
            lines.add("");
            lines.addAll(quiet);
        }
        return lines;
    }

    private void policy(List<String> lines, JsonNode one, JsonNode violations) {
        lines.add("");
        lines.add(heading(one));
        if (policy != null || one.path("applies").asString("").equals("undecided")) {
            one.path("parameters")
                    .properties()
                    .forEach(entry -> lines.add("  parameters." + entry.getKey() + " = " + entry.getValue()));
            values(lines, one.path("match"));
        }
        for (JsonNode rule : one.path("rules")) {
            if (policy != null || !rule.path("holds").asString("").equals("yes")) {
                rule(lines, rule, violation(violations, one, rule));
            }
        }
    }

    private static boolean isViolated(JsonNode one) {
        return one.path("applies").asString("").equals("undecided") || failing(one) > 0;
    }

    private static String heading(JsonNode one) {
        long all = one.path("rules").size();
        long failing = failing(one);
        return one.path("policyId").asString("") + ", revision "
                + one.path("policyRevision").asString("") + ", "
                + one.path("enforcement").asString("") + ": "
                + switch (one.path("applies").asString("")) {
                    case "no" -> "does not apply";
                    case "undecided" -> "it could not be decided whether it applies";
                    default ->
                        failing == 0
                                ? "complies"
                                : "violates " + failing + " of " + all + (all == 1 ? " rule" : " rules");
                };
    }

    private static void rule(List<String> lines, JsonNode rule, JsonNode violation) {
        boolean holds = rule.path("holds").asString("").equals("yes");
        lines.add("  " + (holds ? "✓ " : "✗ ") + rule.path("rule").asString("")
                + (holds ? "" : ": " + rule.path("message").asString("")));
        values(lines, rule.path("values"));
        if (violation.hasNonNull("remediation") && !holds) {
            lines.add("      " + violation.path("remediation").asString(""));
        }
        if (violation.hasNonNull("blocksAt")) {
            lines.add("      blocks the product from "
                    + violation.path("blocksAt").asString("") + ": the policies changed after it was published");
        }
        JsonNode waiver = violation.path("waiver");
        if (waiver.isObject()) {
            lines.add("      waived by " + waiver.path("approver").asString("") + " until "
                    + waiver.path("until").asString("") + " ("
                    + waiver.path("id").asString("") + ")");
        }
    }

    private static void values(List<String> lines, JsonNode values) {
        values.forEach(value -> lines.add("      " + value.path("expression").asString("") + " = "
                + value.path("value").asString("")));
    }

    private static long failing(JsonNode policy) {
        return policy.path("rules")
                .valueStream()
                .filter(rule -> !rule.path("holds").asString("").equals("yes"))
                .count();
    }

    private static JsonNode violation(JsonNode violations, JsonNode policy, JsonNode rule) {
        return violations
                .valueStream()
                .filter(one -> one.path("policyId").equals(policy.path("policyId"))
                        && one.path("rule").equals(rule.path("rule")))
                .findFirst()
                .orElse(rule.path("none"));
    }
}

package io.meshwork.cli.catalog;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Percent;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.NotChecked;
import io.meshwork.cli.connection.ProductName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code mesh show}: a product and how it stands. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description =
                "Shows a product, or one version of it: how it is listed and why, and which versions will not stay.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:found",
            "1:the catalog has no such product",
            "2:wrong options",
            "5:the catalog does not answer"
        })
public final class ShowCommand extends ProductCommand {

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    int run(ProductName product, ApiClient catalog) {
        boolean whole = product.version() == null;
        ApiAnswer answer = catalog.get(whole ? product.path() : product.path(""));
        if (!(answer instanceof ApiAnswer.Found(var body, var text))) {
            return tell(answer);
        }
        List<String> lines = whole ? product(body, catalog) : version(body);
        output.write(out(), body, lines);
        return ExitCode.OK;
    }

    private static List<String> product(JsonNode product, ApiClient catalog) {
        List<String> lines = new ArrayList<>();
        String id = product.path("id").asString("");
        line(lines, "product", id + " " + text(product, "version") + title(product));
        line(lines, "about", text(product, "description"));
        line(lines, "owner", (text(product, "ownerTeam") + " " + text(product, "ownerContact")).strip());
        line(lines, "state", words(text(product, "state")));
        line(lines, "life cycle", text(product, "lifecycle"));
        line(lines, "policies", text(product, "compliance"));
        line(
                lines,
                "quality",
                words(text(product, "quality"))
                        + score(product.path("qualityScore"))
                        + because(NotChecked.reason(
                                catalog, new ProductName(id, text(product, "version")), text(product, "quality"))));
        line(lines, "refreshed", text(product, "refreshedAt"));
        product.path("reasons")
                .forEach(reason -> line(lines, "because", text(reason, "code") + ": " + text(reason, "message")));
        product.path("versionLives").forEach(life -> line(lines, text(life, "stage"), life(life)));
        line(lines, "page", catalog.base() + "/products/" + id);
        return lines;
    }

    private static String life(JsonNode life) {
        List<String> waiting =
                life.path("waitingFor").valueStream().map(JsonNode::asString).toList();
        String successor = life.has("successor") ? ", use " + text(life, "successor") : "";
        String until = life.has("sunset") ? ", ends " + text(life, "sunset") : "";
        return text(life, "version") + until + successor
                + (waiting.isEmpty() ? "" : ", waiting for " + String.join(", ", waiting)) + ". "
                + text(life, "reason");
    }

    private static List<String> version(JsonNode version) {
        List<String> lines = new ArrayList<>();
        line(lines, "version", text(version, "productId") + " " + text(version, "version") + title(version));
        line(lines, "after", text(version, "previousVersion"));
        line(lines, "published", text(version, "publishedAt") + " by " + text(version, "principal"));
        line(lines, "life cycle", text(version, "lifecycle"));
        line(lines, "policies", version.at("/verdict/verdict").asString("not judged yet"));
        version.at("/verdict/violations")
                .forEach(violation -> line(
                        lines,
                        text(violation, "enforcement"),
                        text(violation, "policyId") + "/" + text(violation, "rule") + ": "
                                + text(violation, "message")));
        line(
                lines,
                "quality",
                words(version.at("/score/status").asString("not scored yet"))
                        + score(version.at("/score/overall"))
                        + because(version.at("/score/reason").asString("")));
        version.at("/score/checks")
                .forEach(check -> line(lines, words(text(check, "status")), text(check, "name") + check(check)));
        return lines;
    }

    private static String check(JsonNode check) {
        return check.has("measured") ? ": " + text(check, "measured") + ", must be " + text(check, "threshold") : "";
    }

    private static void line(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "%-12s %s", label, value));
        }
    }

    private static String title(JsonNode product) {
        String title = text(product, "title");
        return title.isEmpty() ? "" : " (" + title + ")";
    }

    private static String score(JsonNode score) {
        return score.isNumber() ? " (" + Percent.of(score) + ")" : "";
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private static String words(String state) {
        return state.replace('_', ' ');
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}

package io.meshwork.cli.updates;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Moment;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.ApiCommand;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.NotifierOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code mesh updates}. */
@Command(
        name = "updates",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Shows what consumers of products were told, oldest first, and with --follow what they are told from now on.",
            "Following survives restarts: it resumes behind the last update, and tells none twice."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:shown",
            "1:a filter that can match nothing, no such subscription, or another team's",
            "2:wrong options",
            "5:the notifier does not answer"
        })
public final class UpdatesCommand extends ApiCommand {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 200;

    @Option(names = "--product", paramLabel = "PRODUCT", description = "Only of this product; * as wildcard: cart.*")
    private @Nullable String product;

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Only of products of this domain.")
    private @Nullable String domain;

    @Option(
            names = "--subscription",
            paramLabel = "SUBSCRIPTION",
            description = "Only what this subscription on the feed is told; for its team and ops.")
    private @Nullable String subscription;

    @Option(
            names = "--since",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "All since then: " + Moment.PAST + ". Default: the last few.")
    private @Nullable Moment since;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            description = "At most so many of the past, the newest ones. Default: 20, with --since 10,000.")
    private @Nullable Integer limit;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on until Ctrl-C; json then is an object a line.")
    private boolean follow;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Mixin
    private final NotifierOptions options = new NotifierOptions();

    @Override
    protected ApiClient client() {
        return new ApiClient("notifier", options.notifier(), options.token());
    }

    @Override
    protected int run(ApiClient service) {
        var past = new ArrayList<JsonNode>();
        var first = readPast(service, past);
        if (!(first instanceof ApiAnswer.Found(var page, var text))) {
            return tell("updates", first);
        }
        var oldestFirst = past.reversed();
        if (!follow) {
            output.write(out(), oldestFirst, UpdateLines.table(oldestFirst));
            return ExitCode.OK;
        }
        oldestFirst.forEach(this::show);
        return follow(service, page.path("lastEventId").asString(""));
    }

    /** @return the first page, or what stands in the way of any other */
    private ApiAnswer readPast(ApiClient service, List<JsonNode> past) {
        int most = limit != null ? Math.max(0, limit) : since == null ? 20 : 10_000;
        var first = service.get("updates?limit=" + Math.clamp(most, 1, PAGE)
                + ApiClient.parameter(
                        "since", since == null ? null : since.beginning().toString()) + filters());
        var answer = first;
        while (answer instanceof ApiAnswer.Found(var page, var text)) {
            page.path("items").values().stream().limit(most - past.size()).forEach(past::add);
            var next = page.path("next").asString("").replaceFirst("^/api/v1/", "");
            if (next.isEmpty() || past.size() >= most) {
                return first;
            }
            answer = service.get(next);
        }
        return answer;
    }

    private int follow(ApiClient service, String lastEventId) {
        var stopped = new Following(
                        service,
                        "updates/stream?" + filters().replaceFirst("^&", ""),
                        lastEventId,
                        this::heard,
                        reason -> err().println("The connection is lost (" + reason + "); trying again."))
                .untilStopped();
        return tell("updates", stopped);
    }

    private void heard(String type, String data) {
        var told = JSON.readTree(data);
        if (type.equals("gap")) {
            err().println(told.path("explanation").asString(""));
        } else {
            show(told);
        }
    }

    private void show(JsonNode update) {
        output.writeNext(out(), update, UpdateLines.block(update));
    }

    private String filters() {
        return ApiClient.parameter("product", product)
                + ApiClient.parameter("domain", domain)
                + ApiClient.parameter("subscription", subscription);
    }
}

package io.meshwork.cli.silence;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.FilterOptions;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh silence create}. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Tells nobody of alerts that match, for a time or in hours of every week; what is still wrong then is told.",
            "What no option names is open. With --replace the silence is as the options say, whatever it was before."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:silenced, now or already",
            "1:not valid, not allowed, or there is another silence of this id",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the notifier does not answer"
        })
final class SilenceCreateCommand extends SilenceServiceCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "SILENCE",
            description = "Its id: lower-case letters, digits and hyphens. Default: one is chosen.")
    private @Nullable String silence;

    @Option(names = "--team", paramLabel = "TEAM", description = "Who asks for it. Default: the caller.")
    private @Nullable String team;

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Mixin
    private final TimeOptions times = new TimeOptions();

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, for those who look for the alert; at most 500 characters.")
    private String reason = "";

    @Option(names = "--replace", description = "Change the silence when there is one of this id.")
    private boolean replace;

    @Override
    protected int run(ApiClient service) {
        if (replace && silence == null) {
            err().println("--replace needs the id of the silence.");
            return ExitCode.USAGE;
        }
        var answer = replace && silence != null ? service.put(path(silence), body()) : service.post(PATH, body());
        if (answer instanceof ApiAnswer.Found(var body, var text)) {
            var id = body.path("id").asString("");
            out().println("Silence " + id + " stands (revision "
                    + body.path("revision").asString("") + "). End it early: mesh silence end " + id);
            return ExitCode.OK;
        }
        return tell(silence == null ? "silence" : silence, answer);
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "id", silence);
        put(body, "team", team);
        filter.put(body);
        times.put(body);
        body.put("reason", reason);
        return body;
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}

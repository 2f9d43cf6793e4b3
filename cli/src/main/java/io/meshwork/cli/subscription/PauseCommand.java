package io.meshwork.cli.subscription;

import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code mesh subscription pause}. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Sends nothing until it is resumed; what happens meanwhile is not told later.")
final class PauseCommand extends TurnCommand {

    @Override
    ApiAnswer turn(ApiClient service, String path) {
        return service.post(path + "/pause", Map.of());
    }

    @Override
    String done() {
        return "is paused";
    }
}

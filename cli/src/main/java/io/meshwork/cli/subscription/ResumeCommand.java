package io.meshwork.cli.subscription;

import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code mesh subscription resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Sends again.")
final class ResumeCommand extends TurnCommand {

    @Override
    ApiAnswer turn(ApiClient service, String path) {
        return service.post(path + "/resume", Map.of());
    }

    @Override
    String done() {
        return "is active";
    }
}

package io.meshwork.cli.subscription;

import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;

/** {@code mesh subscription end}. */
@Command(
        name = "end",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Ends a subscription; one that followed from a contract is not made again.")
final class EndCommand extends TurnCommand {

    @Override
    ApiAnswer turn(ApiClient service, String path) {
        return service.delete(path);
    }

    @Override
    String done() {
        return "has ended";
    }
}

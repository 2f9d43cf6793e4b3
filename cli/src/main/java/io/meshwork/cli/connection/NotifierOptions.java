package io.meshwork.cli.connection;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which notifier, and as whom; a mixin of commands whose defaults come from {@link LocalDefaults}. */
public final class NotifierOptions {

    @Option(
            names = "--notifier",
            paramLabel = "URL",
            description = {
                "The notifier (MESH_NOTIFIER, or the local mesh at MESH_PORT_BASE).",
                "Default: ${DEFAULT-VALUE}."
            })
    @SuppressWarnings("NullAway.Init") // set by picocli
    private URI notifier;

    @Mixin
    private final TokenOption token = new TokenOption();

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /** @throws picocli.CommandLine.ParameterException when the address is none of a web server */
    public URI notifier() {
        return WebAddress.checked(notifier, "--notifier", "http://127.0.0.1:7083", command);
    }

    public Optional<String> token() {
        return token.token();
    }
}

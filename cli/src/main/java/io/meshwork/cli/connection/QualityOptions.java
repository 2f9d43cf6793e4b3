package io.meshwork.cli.connection;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which quality service, and as whom; a mixin of commands whose defaults come from {@link LocalDefaults}. */
public final class QualityOptions {

    @Option(
            names = "--quality-service",
            paramLabel = "URL",
            description = {
                "The quality service (MESH_QUALITY, or the local mesh at MESH_PORT_BASE).",
                "Default: ${DEFAULT-VALUE}."
            })
    @SuppressWarnings("NullAway.Init") // set by picocli
    private URI quality;

    @Mixin
    private final TokenOption token = new TokenOption();

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /** @throws picocli.CommandLine.ParameterException when the address is none of a web server */
    public URI quality() {
        return WebAddress.checked(quality, "--quality-service", "http://127.0.0.1:7082", command);
    }

    public Optional<String> token() {
        return token.token();
    }
}

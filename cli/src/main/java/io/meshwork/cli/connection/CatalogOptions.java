package io.meshwork.cli.connection;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which catalog, and as whom; a mixin of commands whose defaults come from {@link LocalDefaults}. */
public final class CatalogOptions {

    @Option(
            names = "--catalog",
            paramLabel = "URL",
            description = {
                "The catalog service (MESH_CATALOG, or the local mesh at MESH_PORT_BASE).",
                "Default: ${DEFAULT-VALUE}."
            })
    @SuppressWarnings("NullAway.Init") // set by picocli
    private URI catalog;

    @Mixin
    private final TokenOption token = new TokenOption();

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /** @throws ParameterException when the address is none of a web server */
    public URI catalog() {
        return WebAddress.checked(catalog, "--catalog", "http://127.0.0.1:7080", command);
    }

    public Optional<String> token() {
        return token.token();
    }
}

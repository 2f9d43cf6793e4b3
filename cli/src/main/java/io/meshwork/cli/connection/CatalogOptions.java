package io.meshwork.cli.connection;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--token",
            defaultValue = "${env:MESH_TOKEN:-" + Option.NULL_VALUE + "}",
            paramLabel = "TOKEN",
            description = "OIDC token to ask with; better given as MESH_TOKEN, which other users cannot see.")
    private @Nullable String token;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /** @throws ParameterException when the address is none of a web server */
    public URI catalog() {
        String scheme = catalog.getScheme();
        if (catalog.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new ParameterException(
                    command.commandLine(),
                    "--catalog `" + catalog + "`: write an address such as http://127.0.0.1:7080");
        }
        return catalog;
    }

    public Optional<String> token() {
        return Optional.ofNullable(token);
    }
}

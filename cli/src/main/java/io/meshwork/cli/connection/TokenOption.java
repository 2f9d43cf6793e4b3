package io.meshwork.cli.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As whom a service is asked. */
final class TokenOption {

    @Option(
            names = "--token",
            defaultValue = "${env:MESH_TOKEN:-" + Option.NULL_VALUE + "}",
            paramLabel = "TOKEN",
            description = "OIDC token to ask with; better given as MESH_TOKEN, which other users cannot see.")
    private @Nullable String token;

    Optional<String> token() {
        return Optional.ofNullable(token);
    }
}

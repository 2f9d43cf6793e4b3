package io.meshwork.cli.connection;

import io.meshwork.schemas.topics.Topic;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which mesh is meant, where several share a cluster. */
public final class MeshNameOption {

    @Option(
            names = "--mesh-name",
            defaultValue = "${env:MESH_NAME:-mesh}",
            paramLabel = "NAME",
            description = "Prefix of the topics (MESH_NAME). Default: ${DEFAULT-VALUE}.")
    private String name = "mesh";

    /** The name, or picocli's answer to a wrong option when it cannot be a prefix of topics. */
    public String checked(CommandLine command) {
        if (!Topic.isMeshName(name)) {
            throw new ParameterException(
                    command, "--mesh-name `" + name + "`: write 1 to 63 lower-case letters, digits or hyphens");
        }
        return name;
    }
}

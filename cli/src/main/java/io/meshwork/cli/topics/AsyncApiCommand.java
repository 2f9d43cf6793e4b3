package io.meshwork.cli.topics;

import io.meshwork.cli.connection.MeshNameOption;
import io.meshwork.schemas.topics.AsyncApi;
import io.meshwork.schemas.topics.TopicManifest;
import io.meshwork.schemas.topics.TopicSchemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mesh topics asyncapi}: for tools that generate clients and documentation; asks no broker. */
@Command(
        name = "asyncapi",
        mixinStandardHelpOptions = true,
        description = "Writes the topics and their schemas as an AsyncAPI 3.0 document.")
final class AsyncApiCommand implements Runnable {

    @Mixin
    private final MeshNameOption mesh = new MeshNameOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        TopicManifest manifest = TopicManifest.read();
        String document = AsyncApi.write(manifest, TopicSchemas.read(manifest), mesh.checked(spec.commandLine()));
        spec.commandLine().getOut().print(document);
        spec.commandLine().getOut().flush();
    }
}

package io.meshwork.cli.topics;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.BrokerOptions;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.MeshNameOption;
import io.meshwork.schemas.topics.Platform;
import io.meshwork.schemas.topics.PlatformUnavailableException;
import io.meshwork.schemas.topics.TopicManifest;
import io.meshwork.schemas.topics.TopicSchemas;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that talk to broker and registry share: the connection, and what they say when there is none. */
@Command(defaultValueProvider = LocalDefaults.class)
abstract class PlatformCommand implements Callable<Integer> {

    @Mixin
    private final BrokerOptions broker = new BrokerOptions();

    @Option(
            names = "--registry",
            paramLabel = "URL,...",
            description = {
                "Confluent-compatible schema registry (MESH_REGISTRY, or the local mesh at MESH_PORT_BASE).",
                "Default: ${DEFAULT-VALUE}."
            })
    private String registry = "";

    @Mixin
    private final MeshNameOption mesh = new MeshNameOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** @return the exit code */
    abstract int run(Platform platform, TopicManifest manifest, TopicSchemas schemas);

    @Override
    public final Integer call() {
        Map<String, String> properties = broker.properties(spec.commandLine());
        Optional<String> unreachable = broker.unreachable();
        if (unreachable.isPresent()) {
            err().println(unreachable.get());
            return ExitCode.UNREACHABLE;
        }
        TopicManifest manifest = TopicManifest.read();
        try (Platform platform = Platform.connect(broker.bootstrapServers(), registry, properties)) {
            return run(platform, manifest, TopicSchemas.read(manifest));
        } catch (PlatformUnavailableException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.UNREACHABLE;
        }
    }

    final String meshName() {
        return mesh.checked(spec.commandLine());
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}

package io.meshwork.cli.dlt;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.BrokerOptions;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.MeshNameOption;
import io.meshwork.deadletters.LetterBox;
import io.meshwork.deadletters.Letters;
import io.meshwork.deadletters.Position;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands on dead letters share: the connection, the services, and what they say when the broker is away. */
@Command(defaultValueProvider = LocalDefaults.class)
abstract class LettersCommand implements Callable<Integer> {

    @Mixin
    private final BrokerOptions broker = new BrokerOptions();

    @Mixin
    private final MeshNameOption mesh = new MeshNameOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** @return the exit code */
    abstract int run(Letters letters);

    @Override
    public final Integer call() {
        Map<String, String> client = client();
        Optional<String> unreachable = broker.unreachable();
        if (unreachable.isPresent()) {
            err().println(unreachable.get());
            return ExitCode.UNREACHABLE;
        }
        try (Letters letters = new Letters(client)) {
            return run(letters);
        } catch (KafkaException e) {
            err().println("The broker at " + broker.bootstrapServers() + " does not answer as it should ("
                    + rootMessage(e) + "); check that it runs, the address and the credentials");
            return ExitCode.UNREACHABLE;
        }
    }

    final Map<String, String> client() {
        Map<String, String> client = new HashMap<>(broker.properties(spec.commandLine()));
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        return client;
    }

    final List<LetterBox> boxes() {
        return LetterBox.all(mesh.checked(spec.commandLine()));
    }

    /** The one of this service, or picocli's answer to a wrong name. */
    final LetterBox boxOf(String service) {
        return boxes().stream()
                .filter(box -> box.service().equals(service))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no service `" + service + "` has dead letters; name one of "
                                + String.join(
                                        ", ",
                                        boxes().stream().map(LetterBox::service).toList())));
    }

    final int missing(LetterBox box) {
        err().println("There is no topic " + box.topic()
                + "; mend it with: ./mesh topics apply, or name the mesh that is " + "meant with --mesh-name");
        return ExitCode.REFUSED;
    }

    final int absent(LetterBox box, Position position) {
        err().println(position + " is not in " + box.topic()
                + " (any more), or the filters leave it out; `mesh dlt list" + " --service " + box.service()
                + "` shows what is");
        return ExitCode.REFUSED;
    }

    final CommandLine command() {
        return spec.commandLine();
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}

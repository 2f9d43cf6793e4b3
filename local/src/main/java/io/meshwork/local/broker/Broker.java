package io.meshwork.local.broker;

import io.meshwork.local.ports.Port;
import io.meshwork.local.ports.Ports;
import io.meshwork.local.process.Child;
import io.meshwork.local.process.Jvm;
import io.meshwork.local.process.Part;
import io.meshwork.local.process.PartFailedException;
import io.meshwork.local.process.Programs;
import io.meshwork.local.process.Readiness;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;

/** The Kafka broker; keeps its data between starts. */
public final class Broker implements Part {

    public static final String NAME = "broker";
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms96m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            // Compiles only what is really hot: on few cores the services need the time to start.
            "-XX:CompileThresholdScaling=3",
            "--sun-misc-unsafe-memory-access=allow",
            Jvm.LOG_TO_CONSOLE);

    private final MeshHome home;
    private final Programs programs;
    private final Ports ports;
    private final Consumer<Integer> onUnexpectedEnd;
    private volatile @Nullable Child child;

    public Broker(MeshHome home, Programs programs, Ports ports, Consumer<Integer> onUnexpectedEnd) {
        this.home = home;
        this.programs = programs;
        this.ports = ports;
        this.onUnexpectedEnd = onUnexpectedEnd;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.of(Port.BROKER);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized void start() {
        Path properties = home.data(NAME).resolve("server.properties");
        new BrokerProperties(
                        ports.of(Port.BROKER),
                        ports.of(Port.CONTROLLER),
                        home.data(NAME).resolve("data"))
                .write(properties);
        Child started = Child.start(NAME, jvm(properties));
        child = started;
        started.onUnexpectedEnd(onUnexpectedEnd);
        started.awaitReady(Readiness.STARTED_WITHIN, () -> Readiness.accepts(ports.of(Port.BROKER)));
        describeCluster();
    }

    private Jvm jvm(Path properties) {
        List<String> options = Stream.concat(JVM_OPTIONS.stream(), programs.startCache(NAME).useOrRecord().stream())
                .toList();
        return new Jvm(
                home.folder(),
                BrokerMain.class.getName(),
                programs.classPath(),
                options,
                List.of(properties.toString()),
                Map.of());
    }

    /** An open port is not enough: the broker must know itself as a member of the cluster. */
    private void describeCluster() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException failed) {
            throw new PartFailedException("broker does not answer, see " + home.log(NAME), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("the wait for broker was interrupted", stopped);
        }
    }

    @Override
    public synchronized void stop() {
        if (child != null) {
            child.stop();
        }
    }

    /** {@code kill -9}; {@link #start()} brings it back with its data. */
    public synchronized void kill() {
        if (child != null) {
            child.kill();
        }
    }

    @Override
    public PartState state() {
        Child running = child;
        return new PartState(
                NAME,
                ports.of(Port.BROKER),
                "Kafka " + AppInfoParser.getVersion(),
                running == null ? null : running.running(),
                null,
                null);
    }
}

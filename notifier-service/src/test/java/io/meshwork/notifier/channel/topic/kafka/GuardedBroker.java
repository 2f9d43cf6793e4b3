package io.meshwork.notifier.channel.topic.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.server.policy.CreateTopicPolicy;
import org.springframework.util.FileSystemUtils;

/** A broker that asks who reads: the mesh may do everything, users who log in what ACLs allow them. */
public final class GuardedBroker implements AutoCloseable {

    private static final AtomicBoolean REFUSING = new AtomicBoolean();

    private final Path folder;
    private final KafkaConfig config;
    private KafkaRaftServer server;
    private final int open;
    private final int guarded;

    private GuardedBroker(Path folder, int open, int guarded, int controller) throws IOException {
        this.folder = folder;
        this.open = open;
        this.guarded = guarded;
        var settings = settings(folder, open, guarded, controller);
        var file = folder.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        StorageTool.execute(format, new PrintStream(OutputStream.nullOutputStream()));
        config = KafkaConfig.fromProps(settings);
        startAgain();
    }

    /** On the same ports, with what it has. */
    public void startAgain() {
        server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
    }

    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Users are sales-app and rival, with their names as passwords. */
    public static GuardedBroker start() {
        try {
            return new GuardedBroker(Files.createTempDirectory("guarded-broker"), freePort(), freePort(), freePort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the mesh comes in. */
    public String brokers() {
        return "127.0.0.1:" + open;
    }

    /** How the client of a user comes in. */
    public Map<String, Object> client(String user) {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + guarded,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                        + user + "\";");
    }

    /** Whether topics can be made whose names have {@code refused} in them. */
    public void refuses(boolean refuses) {
        REFUSING.set(refuses);
    }

    private static Properties settings(Path folder, int open, int guarded, int controller) {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controller,
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "PLAINTEXT",
                "listeners",
                        "PLAINTEXT://127.0.0.1:%d,SASL_PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(open, guarded, controller),
                "listener.security.protocol.map",
                        "PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN",
                "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required user_sales-app=\"sales-app\""
                                + " user_rival=\"rival\";"));
        settings.putAll(Map.of(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:ANONYMOUS",
                "create.topic.policy.class.name", Policy.class.getName(),
                "auto.create.topics.enable", "false",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "default.replication.factor", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.dirs", folder.resolve("log").toString()));
        return settings;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        stop();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As operators write one. */
    public static final class Policy implements CreateTopicPolicy {

        @Override
        public void validate(RequestMetadata request) {
            if (REFUSING.get() && request.topic().contains("refused")) {
                throw new PolicyViolationException("no such topics today");
            }
        }

        @Override
        public void configure(Map<String, ?> configs) {}

        @Override
        public void close() {}
    }
}

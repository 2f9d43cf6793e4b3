package io.meshwork.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.meshwork.local.ports.Port;
import io.meshwork.local.ports.Ports;
import io.meshwork.local.postgres.Database;
import io.meshwork.local.process.LogTail;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PartState.Running;
import io.meshwork.local.state.Processes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The platform without services: real processes in an empty folder, on free ports. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalPlatformIT {

    private static final String TOPIC = "probe";

    @TempDir
    static Path folder;

    private static PlatformOptions options;
    private static LocalPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        options = PlatformOptions.in(folder).withPorts(Ports.free()).withServices(Set.of());
        platform = LocalPlatform.start(options);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    @AfterAll
    static void stop() {
        platform.stop();
    }

    @Test
    @Order(1)
    void everyPartAnswers() throws Exception {
        send("first");
        assertThat(records()).containsExactly("first");
        assertThat(select(platform.database(MeshService.CATALOG), "select current_schema()"))
                .isEqualTo("catalog");
        assertThat(status(URI.create(platform.registryUrl() + "/subjects"))).isEqualTo(200);
        assertThat(status(platform.slackUrl())).isEqualTo(200);
    }

    @Test
    @Order(2)
    void theTopicsOfTheManifestExistAndNoOtherIsCreatedOnTheWay() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .contains("mesh.product.submitted.v1", "mesh.product.listing.v1");
        }
        assertThat(body(URI.create(platform.registryUrl() + "/subjects"))).contains("mesh.product.published.v1-value");
        assertThat(LogTail.lines(options.home().log("registry"), 3))
                .as("each line has its time, as in all logs")
                .allMatch(line -> line.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}\\S+ [A-Z]+ .*"));
    }

    @Test
    @Order(3)
    void aServiceMayOnlyTouchItsOwnSchema() throws Exception {
        Database catalog = platform.database(MeshService.CATALOG);
        execute(catalog, "create table decision (id int)");

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(platform.database(MeshService.POLICY), "select * from catalog.decision"))
                .withMessageContaining("permission denied for schema catalog");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(catalog, "create table public.stray (id int)"))
                .withMessageContaining("permission denied");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> new Database(catalog.url(), "catalog", "guessed")
                        .connect()
                        .close())
                .withMessageContaining("password authentication failed");
    }

    @Test
    @Order(4)
    void aSecondStartOnTheSameFolderHarmsNothing() {
        assertThatExceptionOfType(AlreadyRunningException.class)
                .isThrownBy(() -> LocalPlatform.start(options.withPorts(Ports.free())));

        assertThat(processes()).allMatch(process -> Processes.find(process).isPresent());
    }

    @Test
    @Order(5)
    void theBrokerKeepsItsRecordsOverARestartAndAKill() throws Exception {
        platform.restartBroker();
        send("after restart");
        platform.killBroker();
        assertThat(Ports.isTaken(platform.port(Port.BROKER))).isFalse();
        platform.restartBroker();

        assertThat(records()).containsExactly("first", "after restart");
    }

    @Test
    @Order(6)
    void postgresKeepsItsRowsOverARestartAndAKill() throws Exception {
        Database quality = platform.database(MeshService.QUALITY);
        execute(quality, "create table score as select 1 as value");
        platform.restartPostgres();
        execute(quality, "insert into score values (2)");
        platform.killPostgres();
        platform.restartPostgres();

        assertThat(select(quality, "select sum(value) from score")).isEqualTo("3");
    }

    @Test
    @Order(7)
    void theRegistryKeepsItsSchemasOverAKill() throws Exception {
        String before = body(URI.create(platform.registryUrl() + "/subjects"));
        platform.killRegistry();
        platform.restartRegistry();

        assertThat(body(URI.create(platform.registryUrl() + "/subjects"))).isEqualTo(before);
    }

    @Test
    @Order(8)
    void stoppingLeavesNoProcessAndNoStateBehindAndStartingFindsTheData() throws Exception {
        List<Running> before = processes();

        platform.stop();

        assertThat(before)
                .hasSize(3)
                .noneMatch(process -> Processes.find(process).isPresent());
        assertThat(options.home().running()).isEmpty();
        platform = LocalPlatform.start(options.withPorts(Ports.free()));
        assertThat(records()).containsExactly("first", "after restart");
    }

    private static List<Running> processes() {
        return platform.state().parts().stream()
                .map(PartState::process)
                .filter(Objects::nonNull)
                .toList();
    }

    private static void send(String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", platform.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> records() {
        Map<String, Object> settings = Map.of("bootstrap.servers", platform.bootstrapServers());
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> values = new java.util.ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String select(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static int status(URI uri) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String body(URI uri) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}

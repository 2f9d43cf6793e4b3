package io.meshwork.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.meshwork.schemas.compatibility.Compatibility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicsApplyTest {

    private static final String ORDER = """
            {"type":"record","name":"Order","doc":"An order.","fields":[{"name":"id","type":"string","doc":"Id."}]}""";
    private static final Topic ORDERS = new Topic(
            "order.placed",
            "Orders",
            "order id",
            "order.placed.avsc",
            List.of("shop"),
            List.of("ops"),
            2,
            Duration.ofDays(3),
            Cleanup.DELETE,
            Compatibility.FULL_TRANSITIVE);

    private final Platform platform = RealBroker.platform();
    private final String mesh = RealBroker.aMesh();
    private final String name = ORDERS.fullName(mesh);
    private final String subject = ORDERS.subject(mesh);

    @AfterEach
    void close() {
        RealBroker.forget(platform);
    }

    @Test
    void createsEveryTopicOfTheMeshAndRegistersItsSchema() throws Exception {
        TopicManifest manifest = TopicManifest.read();

        ApplyReport report = new TopicsApply(platform, manifest, TopicSchemas.read(manifest)).apply(mesh, (short) 1);

        assertThat(report.successful()).isTrue();
        assertThat(report.topics())
                .hasSameSizeAs(manifest.topics())
                .allSatisfy(topic -> assertThat(topic.onBroker()).isInstanceOf(TopicChange.Created.class));
        assertThat(platform.registry().getAllSubjects()).hasSize((int) manifest.topics().stream()
                .filter(topic -> topic.schema() != null)
                .count());
    }

    @Test
    void setsPartitionsAndSettingsOfTheManifest() throws Exception {
        apply(ORDERS, ORDER);

        assertThat(broker().partitions(List.of(name))).containsEntry(name, 2);
        assertThat(broker().settings(name))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "259200000")
                .containsEntry("max.message.bytes", "1000000");
    }

    @Test
    void setsTheCompatibilityLevelOfTheSubject() throws Exception {
        apply(ORDERS, ORDER);

        assertThat(platform.registry().getCompatibility(subject)).isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void changesNothingTheSecondTime() {
        TopicReport first = apply(ORDERS, ORDER);

        TopicReport second = apply(ORDERS, ORDER);

        assertThat(first.changedAnything()).isTrue();
        assertThat(second.changedAnything()).isFalse();
        assertThat(second.text()).matches(name + ": topic unchanged, schema unchanged, id \\d+");
    }

    @Test
    void bringsChangedSettingsBackToTheManifest() throws Exception {
        apply(ORDERS, ORDER);
        broker().set(name, Map.of("retention.ms", "1000"));
        await().until(() -> "1000".equals(broker().settings(name).get("retention.ms")));

        TopicReport report = apply(ORDERS, ORDER);

        assertThat(report.onBroker()).isEqualTo(new TopicChange.Updated(Map.of("retention.ms", "259200000")));
        await().until(() -> "259200000".equals(broker().settings(name).get("retention.ms")));
    }

    @Test
    void warnsAboutTooFewPartitionsAndAddsNone() throws Exception {
        broker().create(new NewTopic(name, 1, (short) 1));
        await().until(() -> !broker().partitions(List.of(name)).isEmpty());

        TopicReport report = apply(ORDERS, ORDER);

        assertThat(report.successful()).isTrue();
        assertThat(report.notes())
                .singleElement()
                .satisfies(note -> assertThat(note).contains("has 1 partitions, the manifest asks for 2"));
        assertThat(broker().partitions(List.of(name))).containsEntry(name, 1);
    }

    @Test
    void registersACompatibleSuccessorAsANewVersion() throws Exception {
        apply(ORDERS, ORDER);

        TopicReport report = apply(ORDERS, with("{\"name\":\"note\",\"type\":\"string\",\"default\":\"\"}"));

        assertThat(report.inRegistry()).isInstanceOf(SchemaChange.Registered.class);
        assertThat(platform.registry().getAllVersions(subject)).containsExactly(1, 2);
    }

    @Test
    void registersNoIncompatibleSchemaAndSaysWhichFieldAndWhy() throws Exception {
        apply(ORDERS, ORDER);

        TopicReport report = apply(ORDERS, with("{\"name\":\"size\",\"type\":\"int\"}"));

        assertThat(report.successful()).isFalse();
        assertThat(report.text())
                .contains("schema incompatible", "field `size` of record `Order` was added without a default");
        assertThat(platform.registry().getAllVersions(subject)).containsExactly(1);
    }

    @Test
    void keepsASchemaThatIsRegisteredBehindANewerOne() throws Exception {
        platform.registry().register(subject, new AvroSchema(ORDER));
        platform.registry()
                .register(subject, new AvroSchema(with("{\"name\":\"note\",\"type\":\"string\",\"default\":\"\"}")));

        assertThat(apply(ORDERS, ORDER).inRegistry()).isInstanceOf(SchemaChange.Unchanged.class);
    }

    @Test
    void saysWhatToCreateByHandWhenTheBrokerRefuses() {
        ApplyReport report = applyTo(ORDERS, ORDER, (short) 7);

        assertThat(report.successful()).isFalse();
        assertThat(report.topics().getFirst().text())
                .contains("not created", "create it yourself with 2 partitions", "retention.ms=259200000");
    }

    @Test
    void tellsAnUnreachableBrokerFromARefusal() {
        Map<String, Object> impatient = Map.of("request.timeout.ms", 300, "default.api.timeout.ms", 500);
        try (Platform nowhere = Platform.connect("127.0.0.1:1", "mock://nowhere", impatient)) {
            var apply = new TopicsApply(nowhere, new TopicManifest(List.of(ORDERS)), schemas(ORDER));

            assertThatThrownBy(() -> apply.apply(mesh, (short) 1))
                    .isInstanceOf(PlatformUnavailableException.class)
                    .hasMessageContaining("The broker at 127.0.0.1:1 does not answer");
        }
    }

    @Test
    void tellsAnUnreachableRegistryFromARefusal() {
        try (Platform halfway =
                Platform.connect(platform.bootstrapServers(), "http://127.0.0.1:1", Map.of("max.retries", "0"))) {
            var apply = new TopicsApply(halfway, new TopicManifest(List.of(ORDERS)), schemas(ORDER));

            assertThatThrownBy(() -> apply.apply(mesh, (short) 1))
                    .isInstanceOf(PlatformUnavailableException.class)
                    .hasMessageContaining("The schema registry at http://127.0.0.1:1 does not answer");
        }
    }

    private TopicReport apply(Topic topic, String schema) {
        TopicReport report = applyTo(topic, schema, (short) 1).topics().getFirst();
        await().until(() -> !broker().partitions(List.of(name)).isEmpty());
        return report;
    }

    private ApplyReport applyTo(Topic topic, String schema, short replicationFactor) {
        return new TopicsApply(platform, new TopicManifest(List.of(topic)), schemas(schema))
                .apply(mesh, replicationFactor);
    }

    private BrokerTopics broker() {
        return new BrokerTopics(platform.admin(), platform.bootstrapServers());
    }

    private static TopicSchemas schemas(String schema) {
        return new TopicSchemas(Map.of(ORDERS.name(), new Schema.Parser().parse(schema)));
    }

    private static String with(String field) {
        return ORDER.replace("}]}", "}," + field + "]}");
    }
}

package io.meshwork.cli.importing;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportTopicTest {

    private final String scope = UUID.randomUUID().toString();
    private final SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(scope);

    @AfterEach
    void dropRegistry() {
        MockSchemaRegistry.dropScope(scope);
    }

    @Test
    void theLatestSchemaBecomesTheContract() throws Exception {
        register("shop.orders.v1-value", "{\"type\":\"record\",\"name\":\"Old\",\"fields\":[]}");
        register("shop.orders.v1-value", """
                {"type":"record","name":"Order","namespace":"shop","doc":"What was ordered","fields":[
                  {"name":"id","type":{"type":"string","logicalType":"uuid"},"doc":"Identifies the order"},
                  {"name":"email","type":["null","string"],"default":null},
                  {"name":"currency","type":"string","default":"EUR"},
                  {"name":"amount","type":{"type":"bytes","logicalType":"decimal","precision":10,"scale":2}},
                  {"name":"day","type":{"type":"int","logicalType":"date"}},
                  {"name":"at","type":{"type":"long","logicalType":"timestamp-micros"}},
                  {"name":"status","type":{"type":"enum","name":"Status","symbols":["NEW","PAID"]},"default":"NEW"},
                  {"name":"customer","type":{"type":"record","name":"Customer","fields":[
                    {"name":"phone","type":["string","null"]},{"name":"vip","type":"boolean","default":false}]}},
                  {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[
                    {"name":"sku","type":"string"},{"name":"n","type":["int","long"]}]}}},
                  {"name":"extra","type":{"type":"map","values":["null","double"]}},
                  {"name":"payload","type":["null","string","long"]}]}""");

        Mesh run = importing("shop.orders.v1", "--bootstrap-servers", "broker.example.com:9092");

        ImportedContract contract = ImportedContract.of(run);
        assertThat(contract.product().id()).isEqualTo("shop.shop-orders-v1");
        assertThat(contract.product().schema().getFirst().description()).isEqualTo("What was ordered");
        assertThat(contract.types())
                .containsExactly(
                        "id string",
                        "email string",
                        "currency string",
                        "amount number",
                        "day date",
                        "at timestamp",
                        "status string",
                        "customer object",
                        "lines array",
                        "extra object",
                        "payload null");
        assertThat(contract.fields())
                .filteredOn(field -> !field.required())
                .extracting(Field::name)
                .containsExactly("email", "payload");
        assertThat(contract.field("id").description()).isEqualTo("Identifies the order");
        assertThat(contract.field("id").options()).containsEntry("format", "uuid");
        assertThat(contract.field("amount").physicalType()).isEqualTo("decimal(10,2)");
        assertThat(contract.field("customer").fields()).extracting(Field::pii).containsExactly(true, false);
        assertThat(contract.field("lines").fields()).extracting(Field::type).containsExactly("string", "integer");
        assertThat(contract.product().qualityChecks())
                .singleElement()
                .satisfies(check ->
                        assertThat(check.arguments()).isEqualTo(Map.of("validValues", List.of("NEW", "PAID"))));
        assertThat(contract.product().outputPorts())
                .singleElement()
                .extracting(OutputPort::kind, OutputPort::format, OutputPort::location)
                .containsExactly(PortKind.EVENT_STREAM, "avro", "shop.orders.v1");
        assertThat(run.out()).contains("property: default", "value: EUR", "host: broker.example.com:9092");
        assertThat(run.err()).contains("shop.orders.v1-value, version 2");
    }

    @Test
    void aRecordInsideItselfIsDescribedOnce() throws Exception {
        register("tree-value", """
                {"type":"record","name":"Node","fields":[{"name":"label","type":"string"},
                  {"name":"children","type":{"type":"array","items":"Node"}}]}""");

        Mesh run = importing("tree");

        assertThat(ImportedContract.of(run).types()).containsExactly("label string", "children array");
        assertThat(run.err()).contains("The record Node is inside itself");
    }

    @Test
    void recordsThatMultiplyOnTheWayDownComeToAnEnd() throws Exception {
        String schema = "\"string\"";
        for (int level = 0; level < 30; level++) {
            schema =
                    "{\"type\":\"record\",\"name\":\"L%1$d\",\"fields\":[{\"name\":\"a\",\"type\":%2$s},{\"name\":\"b\",\"type\":%3$s}]}"
                            .formatted(level, schema, level == 0 ? "\"string\"" : "\"L" + (level - 1) + "\"");
        }
        register("bomb-value", schema);

        Mesh run = importing("bomb");

        assertThat(run.exitCode()).isIn(ExitCode.OK, ExitCode.REFUSED);
        assertThat(run.err()).isNotBlank();
    }

    @Test
    void aSchemaMayReferToOthers() throws Exception {
        String money =
                "{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"shop\",\"fields\":[{\"name\":\"cents\",\"type\":\"long\"}]}";
        register("money", money);
        registry.register(
                "bill-value",
                new AvroSchema(
                        "{\"type\":\"record\",\"name\":\"Bill\",\"fields\":[{\"name\":\"total\",\"type\":\"shop.Money\"}]}",
                        List.of(new SchemaReference("shop.Money", "money", 1)),
                        Map.of("shop.Money", money),
                        1));

        ImportedContract contract = ImportedContract.of(importing("bill"));

        assertThat(contract.field("total").fields()).extracting(Field::name).containsExactly("cents");
    }

    @Test
    void aTopicWithoutSchemaIsRefusedWithTheNearestName() throws Exception {
        register("shop.orders-value", "\"string\"");

        Mesh run = importing("shop.ordres");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("has no subject shop.ordres-value. Did you mean `shop.orders-value`?");
    }

    @Test
    void valuesThatAreNoRecordsAreOneField() throws Exception {
        register("names-value", "\"string\"");

        assertThat(ImportedContract.of(importing("names")).types()).containsExactly("value string");
    }

    @Test
    void otherKindsOfSchemaAreRefusedByName() throws IOException {
        try (Registry other = new Registry(200, """
                {"subject":"t-value","version":3,"id":7,"schemaType":"PROTOBUF","schema":"syntax = \\"proto3\\";"}""")) {
            Mesh run = mesh("import", "topic", "t", "--domain", "shop", "--registry", other.url());

            assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).contains("is PROTOBUF; only AVRO can be imported");
        }
    }

    @Test
    void whatIsNoSchemaIsRefused() throws IOException {
        try (Registry other = new Registry(200, """
                {"subject":"t-value","version":3,"id":7,"schema":"{\\"type\\":\\"nothing\\"}"}""")) {
            Mesh run = mesh("import", "topic", "t", "--domain", "shop", "--registry", other.url());

            assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).contains("is no Avro that can be read");
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerHasItsOwnExitCode() throws IOException {
        try (Registry broken = new Registry(500, "{\"error_code\":50001,\"message\":\"broken\"}")) {
            for (String url : List.of("http://127.0.0.1:1", broken.url())) {
                Mesh run = mesh("import", "topic", "t", "--domain", "shop", "--registry", url);

                assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.UNREACHABLE);
                assertThat(run.err()).contains("The schema registry at " + url);
            }
        }
    }

    private void register(String subject, String schema) throws Exception {
        registry.updateCompatibility(subject, "NONE");
        registry.register(subject, new AvroSchema(schema));
    }

    private Mesh importing(String topic, String... more) {
        String[] fixed = {"import", "topic", topic, "--domain", "shop", "--registry", "mock://" + scope};
        String[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return mesh(all);
    }

    /** A registry with one answer to everything. */
    private static final class Registry implements AutoCloseable {

        private final HttpServer server;

        Registry(int status, String body) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}

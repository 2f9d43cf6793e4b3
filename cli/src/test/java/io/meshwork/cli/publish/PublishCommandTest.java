package io.meshwork.cli.publish;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {

    private record Request(String path, Headers headers, String body) {}

    private final AtomicReference<Request> received = new AtomicReference<>();
    private HttpServer catalog;
    private Path contract;

    @BeforeEach
    void startCatalog(@TempDir Path folder) throws IOException {
        catalog = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        catalog.start();
        contract = Files.writeString(folder.resolve("orders.yaml"), "kind: DataProduct\n");
    }

    @AfterEach
    void stopCatalog() {
        catalog.stop(0);
    }

    @Test
    void sendsTheDocumentAsItIs() {
        answers(201, "{\"productId\":\"shop.orders\",\"version\":\"1.0.0\"}");

        publish();

        assertThat(received.get().path()).isEqualTo("/api/v1/submissions");
        assertThat(received.get().headers().getFirst("Content-Type")).isEqualTo("application/yaml");
        assertThat(received.get().body()).isEqualTo("kind: DataProduct\n");
    }

    @Test
    void sendsTokenAndIdempotencyKey() {
        answers(201, "{}");

        publish("--token", "secret", "--idempotency-key", "build-7");

        assertThat(received.get().headers().getFirst("Authorization")).isEqualTo("Bearer secret");
        assertThat(received.get().headers().getFirst("Idempotency-Key")).isEqualTo("build-7");
    }

    @Test
    void sendsNoTokenWhenNoneIsGiven() {
        answers(201, "{}");

        publish();

        assertThat(received.get().headers()).doesNotContainKeys("Authorization", "Idempotency-Key");
    }

    @Test
    void sendsJsonAsJson(@TempDir Path folder) throws IOException {
        answers(201, "{}");
        contract = Files.writeString(folder.resolve("orders.json"), "{}");

        publish();

        assertThat(received.get().headers().getFirst("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void publishedIsZero() {
        answers(201, "{\"productId\":\"shop.orders\",\"version\":\"1.0.0\"}");

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("published shop.orders 1.0.0");
    }

    @Test
    void unchangedIsZeroToo() {
        answers(200, "{\"productId\":\"shop.orders\",\"version\":\"1.0.0\"}");

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("published shop.orders 1.0.0 (unchanged)");
    }

    @Test
    void rejectedIsOneWithEveryProblem() {
        answers(422, """
                {"title":"Rejected","detail":"2 problems","problems":[
                  {"code":"owner.missing","message":"no owner","advice":"Add owner.","line":3,"column":5},
                  {"code":"version.taken","message":"1.0.0 exists","line":0,"column":0}]}""");

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err().lines())
                .containsExactly(
                        contract + ": rejected: 2 errors",
                        contract + ":3:5 error owner.missing no owner",
                        "  Add owner.",
                        contract + " error version.taken 1.0.0 exists");
    }

    @Test
    void theSameInManyPlacesIsToldOnceAndErrorsFirst() {
        String warnings = IntStream.rangeClosed(1, 40).mapToObj("""
                        {"severity":"warning","code":"field.undescribed","message":"a field without description",
                         "advice":"Describe it.","line":%d,"column":9}"""::formatted).collect(Collectors.joining(","));
        answers(422, """
                {"title":"Not accepted","detail":"2 things must be mended, see problems; the first: no owner","problems":[%s,
                  {"severity":"error","code":"owner.missing","message":"no owner","advice":"Add owner.","line":50,"column":5},
                  {"severity":"error","code":"type.unknown","message":"no type","line":51,"column":5}]}""".formatted(warnings));

        assertThat(publish().err().lines())
                .containsExactly(
                        contract + ": rejected: 2 errors, 40 warnings",
                        contract + ":50:5 error owner.missing no owner",
                        "  Add owner.",
                        contract + ":51:5 error type.unknown no type",
                        contract + ":1:9 warning field.undescribed a field without description"
                                + " (40 times: also at 2:9, 3:9, 4:9 and 36 more)",
                        "  Describe it.",
                        contract + ": rejected, 2 errors, 40 warnings");
    }

    @Test
    void whatLacksRightsIsToldOnceWithItsHint() {
        answers(403, """
                {"title":"Not allowed","detail":"guest may not submit","problems":[
                  {"code":"not.authorized","message":"guest may not submit"}]}""");

        assertThat(publish().err().lines())
                .containsExactly(
                        contract + ": rejected: Not allowed; give a token that may publish here with MESH_TOKEN",
                        contract + " error not.authorized guest may not submit");
    }

    @Test
    void warningsOfAPublishedContractAreTold() {
        answers(201, """
                {"productId":"shop.orders","version":"1.0.0","problems":[
                  {"severity":"warning","code":"tags.empty","message":"no tags","advice":"Add some.","line":2,"column":1}]}""");

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains(contract + ":2:1 warning tags.empty no tags");
    }

    @Test
    void tellsWhatPoliciesAndQualitySay() {
        answers(201, "{\"productId\":\"shop.orders\",\"version\":\"1.0.0\"}");
        AtomicInteger asked = new AtomicInteger();
        catalog.createContext(
                "/api/v1/products/shop.orders",
                exchange -> answer(exchange, 200, """
                {"version":"1.0.0","state":"%s","compliance":"violated","quality":"passed","qualityScore":0.9876,"reasons":[
                  {"code":"classification-required","message":"no classification","remediation":"Add one."}]}""".formatted(asked.incrementAndGet() == 1 ? "pending" : "blocked")));

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out())
                .contains(
                        "blocked; policies: violated; quality: passed (98.76 %)",
                        "classification-required: no classification", "Add one.", url() + "/products/shop.orders");
    }

    @Test
    void saysWhyTheDataWasNotChecked() {
        answers(201, "{\"productId\":\"shop.orders\",\"version\":\"1.0.0\"}");
        catalog.createContext("/api/v1/products/shop.orders", exchange -> answer(exchange, 200, """
                {"version":"1.0.0","state":"listed","compliance":"compliant","quality":"not_checked"}"""));
        catalog.createContext(
                "/api/v1/products/shop.orders/versions/1.0.0",
                exchange -> answer(exchange, 200, "{\"score\":{\"reason\":\"there is no file orders.csv\"}}"));

        assertThat(publish().out().lines())
                .contains(
                        "listed; policies: compliant; quality: not checked", "  quality: there is no file orders.csv");
    }

    @Test
    void saysWhenPoliciesAndQualityHaveNotSpokenInTime() {
        answers(201, "{\"productId\":\"shop.orders\",\"version\":\"1.0.0\"}");
        catalog.createContext(
                "/api/v1/products/shop.orders",
                exchange -> answer(exchange, 200, "{\"version\":\"1.0.0\",\"state\":\"pending\"}"));

        Mesh run = publish("--wait", "1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("have not spoken yet", url() + "/products/shop.orders");
    }

    @Test
    void missingRightsAreOneAndNameTheToken() {
        answers(403, "{\"title\":\"Not allowed\",\"detail\":\"guest may not submit to shop\"}");

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("Not allowed: guest may not submit to shop", "MESH_TOKEN");
    }

    @Test
    void publishesOnlyAtTheRevisionThatIsNamed() {
        answers(201, "{\"productId\":\"shop.orders\",\"version\":\"1.0.0\"}");

        publish("--if-match", "7");

        assertThat(received.get().headers().getFirst("If-Match")).isEqualTo("\"7\"");
    }

    @Test
    void aProductThatHasChangedMeanwhileIsOneAndSaysHowToGoOn() {
        answers(412, "{\"title\":\"The product has changed\",\"detail\":\"it is at revision 8, not 7\"}");

        Mesh run = publish("--if-match", "\"7\"");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err())
                .contains(
                        "The product has changed: it is at revision 8, not 7; somebody changed it",
                        "mesh show -o json");
    }

    @Test
    void aRevisionIsANumberAndForOneDocument(@TempDir Path folder) {
        assertThat(publish("--if-match", "latest").err()).contains("write a revision such as 7");
        assertThat(mesh("publish", "--catalog", url(), "--if-match", "7", folder.toString())
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void pendingIsFourWithThePlaceToAsk() {
        answers(202, "{}");

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.PENDING);
        assertThat(run.out()).contains(url() + "/api/v1/submissions/1");
    }

    @Test
    void aBrokenCatalogIsFive() {
        answers(503, "<html>");

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("status 503");
    }

    @Test
    void whatTheCatalogSaysOfItsTroubleIsPassedOn() {
        answers(503, "{\"detail\":\"the broker does not answer\"}");

        assertThat(publish().err()).contains("status 503: the broker does not answer");
    }

    @Test
    void anotherServiceAtTheAddressIsNoRejection() {
        answers(404, "{\"title\":\"Not Found\"}");

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("nothing there takes submissions");
    }

    @Test
    void noCatalogIsFive() {
        Mesh run = mesh("publish", "--catalog", "http://127.0.0.1:1", contract.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err())
                .contains("The catalog at http://127.0.0.1:1 does not answer: nothing listens there", "mesh up");
    }

    @Test
    void aMissingFileIsAUsageError() {
        assertThat(mesh("publish", "gone.yaml").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anAddressWithoutSchemeIsAUsageError() {
        Mesh run = mesh("publish", "--catalog", "localhost", contract.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--catalog `localhost`");
    }

    private Mesh publish(String... options) {
        var arguments = new ArrayList<>(List.of("publish", "--catalog", url()));
        arguments.addAll(List.of(options));
        arguments.add(contract.toString());
        return mesh(arguments.toArray(String[]::new));
    }

    private String url() {
        return "http://127.0.0.1:" + catalog.getAddress().getPort();
    }

    private void answers(int status, String body) {
        catalog.createContext("/api/v1/submissions", exchange -> answer(exchange, status, body));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        received.set(new Request(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.getResponseHeaders().add("Location", "/api/v1/submissions/1");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

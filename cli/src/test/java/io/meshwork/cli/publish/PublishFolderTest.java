package io.meshwork.cli.publish;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing the contracts of a repository. */
class PublishFolderTest {

    @TempDir
    private Path folder;

    private final List<String> submitted = new CopyOnWriteArrayList<>();
    private HttpServer catalog;

    @BeforeEach
    void startCatalog() throws IOException {
        catalog = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        catalog.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        catalog.createContext("/api/v1/submissions", this::decide);
        catalog.createContext("/api/v1/domains/", exchange -> {
            submitted.add("domain " + exchange.getRequestURI());
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        catalog.start();
    }

    @AfterEach
    void stopCatalog() {
        catalog.stop(0);
    }

    @Test
    void publishesInputsBeforeWhatIsMadeFromThem() throws IOException {
        contract("a/report.yaml", "report", "1.0.0", "shop.joined");
        contract("b/joined.yaml", "joined", "1.0.0", "shop.orders");
        contract("c/orders.yaml", "orders", "1.0.0");

        Mesh run = publish();

        assertThat(submitted).containsExactly("orders 1.0.0", "joined 1.0.0", "report 1.0.0");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("[3/3] published shop.report 1.0.0", "3 contracts in ", "3 published");
    }

    @Test
    void describesDomainsBeforeProductsArePublishedInThem() throws IOException {
        contract("a/orders.yaml", "orders", "1.0.0");
        write("z/domain.yaml", """
                apiVersion: meshwork.io/v1
                kind: Domain
                metadata: {name: shop, owner: shop-team}
                spec: {description: Everything that is sold}
                """);

        Mesh run = publish();

        assertThat(submitted).containsExactly("domain /api/v1/domains/shop", "orders 1.0.0");
        assertThat(run.out()).contains("[1/2] described domain shop", "1 contract in ", "1 domain, 1 published");
    }

    @Test
    void publishesTheVersionsOfAProductInTheirOrder() throws IOException {
        contract("a.yaml", "orders", "1.10.0");
        contract("b.yaml", "orders", "1.9.0");
        contract("c.yaml", "orders", "1.2.0");

        publish();

        assertThat(submitted).containsExactly("orders 1.2.0", "orders 1.9.0", "orders 1.10.0");
    }

    @Test
    void publishesProductsThatDependOnEachOther() throws IOException {
        contract("a.yaml", "chicken", "1.0.0", "shop.egg");
        contract("b.yaml", "egg", "1.0.0", "shop.chicken");

        assertThat(publish().exitCode()).isEqualTo(ExitCode.OK);
        assertThat(submitted).hasSize(2);
    }

    @Test
    void leavesAloneWhatIsNoContract() throws IOException {
        contract("orders.yaml", "orders", "1.0.0");
        write("compose.yaml", "services: {}\n");
        write(".github/workflow.yaml", "kind: DataProduct\n");
        write("package.json", "[]");
        write("rows.json", "{\"kind\": \"row\"}\n{\"kind\": \"row\"}\n");
        write("large.json", "x".repeat(600 * 1024));

        Mesh run = publish();

        assertThat(submitted).containsExactly("orders 1.0.0");
        assertThat(run.out()).contains("1 contract in ", "0 rejected");
    }

    @Test
    void tellsWhatIsWrongWithAContractAndPublishesTheOthers() throws IOException {
        contract("orders.yaml", "orders", "1.0.0");
        contract("broken.yaml", "Broken Name", "one");

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).contains("broken.yaml: not valid", "1 published", "1 rejected");
        assertThat(run.err()).contains("version");
        assertThat(submitted).containsExactly("orders 1.0.0");
    }

    @Test
    void countsWhatTheCatalogRejects() throws IOException {
        contract("orders.yaml", "orders", "1.0.0");
        contract("refused.yaml", "refused", "1.0.0");

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).contains("rejected: No", "1 published", "1 rejected");
    }

    @Test
    void stopsWhenTheCatalogGoesAway() throws IOException {
        contract("orders.yaml", "orders", "1.0.0");
        catalog.stop(0);

        Mesh run = publish();

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("Stopped after 0 of 1", "Publish the folder again");
    }

    @Test
    void aFolderWithoutContractsIsAUsageError() {
        assertThat(publish().exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private Mesh publish() {
        return mesh(
                "publish",
                "--wait",
                "0",
                "--catalog",
                "http://127.0.0.1:" + catalog.getAddress().getPort(),
                folder.toString());
    }

    private void contract(String file, String name, String version, String... inputs) throws IOException {
        write(file, """
                apiVersion: meshwork.io/v1
                kind: DataProduct
                metadata: {name: %s, domain: shop, owner: shop@example.com, version: %s}
                spec:
                  schema: [{name: id, type: string}]
                  outputs: [{name: files, format: csv, location: shop/%s.csv}]
                  inputs: [%s]
                """.formatted(
                        name,
                        version,
                        name,
                        Stream.of(inputs).map("{source: %s}"::formatted).collect(Collectors.joining(", "))));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void decide(HttpExchange exchange) throws IOException {
        String document = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String name = document.replaceAll("(?s).*name: ([a-z]+), domain.*", "$1");
        String version = document.replaceAll("(?s).*version: ([0-9.]+)}.*", "$1");
        submitted.add(name + " " + version);
        boolean refused = name.equals("refused");
        byte[] body = (refused
                        ? "{\"title\":\"No\"}"
                        : "{\"productId\":\"shop." + name + "\",\"version\":\"" + version + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 422 : 201, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

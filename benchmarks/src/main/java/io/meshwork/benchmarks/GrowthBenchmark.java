package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.Drain;
import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Products;
import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.local.MeshService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "growth",
        description = "What it costs to publish a product in a large catalog, beside the same in a small one.")
final class GrowthBenchmark extends Measurement {

    private static final double GOAL = 1.2;
    private static final String DOMAIN = "domain-0";
    private static final String TEMPLATE = "template-0";

    @Option(names = "--products", description = "Products in the large catalog; default ${DEFAULT-VALUE}.")
    private int products = 100_000;

    @Option(names = "--published", description = "Products that are timed in each; default ${DEFAULT-VALUE}.")
    private int published = 4_000;

    /**
     * @param drain the publications
     * @param processor time of all processes per product
     */
    private record Cost(Drain drain, Duration processor) {

        double millis() {
            return processor.toNanos() / 1e6;
        }
    }

    @Override
    Report measure(Path folder) throws Exception {
        try (MeasuredMesh mesh = MeasuredMesh.start(folder, Set.of(MeshService.values()))) {
            say("Warming up");
            var first = MeshBenchmark.throughMesh(mesh, new Products("template").withoutData(mesh.wire(), 1));
            var warm = MeshBenchmark.throughMesh(mesh, new Products("warm").withoutData(mesh.wire(), published));
            long few = first.records() + warm.records();
            say("Publishing among " + few);
            Cost small = publish(mesh, "small");
            say("Adding " + products + " products");
            for (MeshService service : MeshService.values()) {
                add(mesh, service);
            }
            awaitFound(mesh);
            var again = MeshBenchmark.throughMesh(mesh, new Products("again").withoutData(mesh.wire(), published));
            say("Publishing among " + (few + products + published + again.records()));
            Cost large = publish(mesh, "large");
            return new Report(
                    "publishing %d products without data, among %d more than the %d of the baseline"
                            .formatted(published, products, few),
                    "the same in the same mesh, before the others were there",
                    List.of(
                            Figure.of("processor time per product, all processes", "%.2f ms", large.millis())
                                    .against(small.millis())
                                    .ratioAtMost(GOAL),
                            Figure.of(
                                            "time per product",
                                            "%.2f ms",
                                            1_000 / large.drain().perSecond())
                                    .against(1_000 / small.drain().perSecond())
                                    .ratioAtMost(GOAL)),
                    List.of(
                            "The others are copies of one product in the tables of all services, and in the search index."));
        }
    }

    private Cost publish(MeasuredMesh mesh, String series) throws Exception {
        Duration before = processorTime();
        Drain drain = MeshBenchmark.throughMesh(mesh, new Products(series).withoutData(mesh.wire(), published));
        return new Cost(drain, processorTime().minus(before).dividedBy(published));
    }

    private static Duration processorTime() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void add(MeasuredMesh mesh, MeshService service) throws SQLException, IOException {
        String schema = service.name().toLowerCase(Locale.ROOT);
        try (Connection connection = mesh.platform().administration().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(clones(schema));
            statement.execute("analyze");
            // What would be written to disk at any time is written now.
            statement.execute("checkpoint");
        }
    }

    private String clones(String schema) throws IOException {
        try (InputStream file = GrowthBenchmark.class.getResourceAsStream("growth/clones.sql")) {
            String sql = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return String.format(Locale.ROOT, sql, schema, TEMPLATE, products, DOMAIN + "." + TEMPLATE);
        }
    }

    /** The index follows the tables; while it does, it would be measured too. */
    private void awaitFound(MeasuredMesh mesh) throws Exception {
        try (Connection connection =
                        mesh.platform().database(MeshService.CATALOG).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from product where state <> 'pending'")) {
            row.next();
            long listed = row.getLong(1);
            if (listed < products) {
                throw new WorkNotDoneException("only " + listed + " products are in the catalog");
            }
            URI search = mesh.platform().serviceUrl(MeshService.CATALOG).resolve("/api/v1/search?limit=1&hidden=true");
            try (HttpClient client = HttpClient.newHttpClient()) {
                var unused = Drain.watch(() -> found(client, search), 0, listed, "products in the search index");
            }
        }
    }

    private static long found(HttpClient client, URI search) {
        try {
            String answer = client.send(HttpRequest.newBuilder(search).build(), BodyHandlers.ofString())
                    .body();
            return new JsonMapper().readTree(answer).path("total").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkNotDoneException("interrupted while the index followed");
        }
    }
}

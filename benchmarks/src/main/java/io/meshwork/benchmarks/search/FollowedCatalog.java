package io.meshwork.benchmarks.search;

import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.table.Spread;
import io.meshwork.local.MeshService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A catalog as it runs, whose index follows its tables. */
public final class FollowedCatalog implements AutoCloseable {

    private static final String PRODUCT = """
            apiVersion: meshwork.io/v1
            kind: DataProduct
            metadata: {name: followed, domain: bench, owner: bench@example.com, version: 1.0.0}
            spec:
              description: A product whose data is refreshed
              classification: internal
              schema:
                - {name: id, type: string, description: Id}
              outputs:
                - {name: files, format: csv, location: bench/followed.csv}
            """;

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int MOST_PAUSE_MILLIS = 500;

    private final MeasuredMesh mesh;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI catalog;

    /** Takes a while. */
    public FollowedCatalog(Path folder) throws Exception {
        mesh = MeasuredMesh.start(folder, Set.of(MeshService.CATALOG));
        catalog = mesh.platform().serviceUrl(MeshService.CATALOG);
        var unused = send(HttpRequest.newBuilder(catalog.resolve("/api/v1/submissions"))
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(PRODUCT))
                .build());
    }

    /** @return times from the commit of a change until a search over HTTP shows it */
    public Spread changes(int number) throws Exception {
        Random random = new Random(number);
        long[] nanos = new long[number];
        try (Connection connection =
                        mesh.platform().database(MeshService.CATALOG).connect();
                PreparedStatement change =
                        connection.prepareStatement("update product set refreshed_at = ?::timestamptz where id = ?")) {
            awaitFound("followed");
            for (int i = 0; i < number; i++) {
                // So that changes do not keep step with the one who follows them.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_PAUSE_MILLIS)));
                String refreshed =
                        Instant.parse("2030-01-01T00:00:00Z").plusSeconds(i).toString();
                nanos[i] = change(change, refreshed);
            }
        }
        return Spread.ofNanos(nanos);
    }

    private long change(PreparedStatement change, String refreshed) throws Exception {
        change.setString(1, refreshed);
        change.setString(2, "bench.followed");
        if (change.executeUpdate() != 1) {
            throw new SQLException("there is no bench.followed");
        }
        long committed = System.nanoTime();
        awaitFound(refreshed);
        return System.nanoTime() - committed;
    }

    private void awaitFound(String text) throws Exception {
        HttpRequest search = HttpRequest.newBuilder(catalog.resolve("/api/v1/search?q=followed"))
                .build();
        long patience = System.nanoTime() + MeasuredMesh.PATIENCE.toNanos();
        while (!send(search).contains(text)) {
            if (System.nanoTime() > patience) {
                throw new TimeoutException("search does not find " + text);
            }
            LockSupport.parkNanos(EVERY);
        }
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("status " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
        mesh.close();
    }
}

package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Products;
import io.meshwork.benchmarks.mesh.Wire;
import io.meshwork.events.ProductPublished;
import io.meshwork.local.MeshService;
import io.meshwork.local.postgres.Database;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Has all products judged again because a policy came into force.
 *
 * @param total how many there are
 */
record JudgingAgain(MeasuredMesh mesh, int total) {

    /** Cheap enough to ask while it runs: products of the newest set, whatever it says of them. */
    private static final String JUDGED = """
            select count(*) from policy.verdict where product_id like '%.judged-%'
               and confirmed_revision = (select max(revision) from policy.policy_set)
            """;

    private static final String FRESH =
            "select count(distinct product_id) from policy.verdict where product_id like '%.fresh-%'";
    private static final Duration BETWEEN_FRESH = Duration.ofMillis(50);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /**
     * @param seconds until every product was judged by the new set
     * @param p99Millis from sending a fresh publication until it is judged
     */
    record Judged(double seconds, double p99Millis) {}

    /** By a policy that comes and goes; returns the seconds until all were judged by it. */
    double warmUp(int rules) throws Exception {
        long begin = System.nanoTime();
        define("warm", rules);
        await(JUDGED, total);
        double seconds = since(begin);
        decide(request("warm").DELETE());
        await(JUDGED, total);
        return seconds;
    }

    /** By one that stays; meanwhile a fresh product is published every 50 ms. */
    Judged by(int rules) throws Exception {
        Products products = new Products("fresh");
        Wire wire = mesh.wire();
        Map<String, Instant> sent = new HashMap<>();
        String topic = MeasuredMesh.topic("product.published");
        long begin = System.nanoTime();
        try (KafkaProducer<byte[], byte[]> producer = mesh.producer()) {
            define("again", rules);
            // counting is work, too
            while (sent.size() % 20 != 0 || number(JUDGED) < total) {
                ProductPublished product = products.published(sent.size());
                sent.put(product.getProductId(), Instant.now());
                producer.send(new ProducerRecord<>(
                        topic, product.getProductId().getBytes(StandardCharsets.UTF_8), wire.encode(topic, product)));
                producer.flush();
                Thread.sleep(BETWEEN_FRESH);
            }
        }
        double seconds = since(begin);
        // the last of the fresh publications may be on their way
        await(FRESH, sent.size());
        return new Judged(seconds, p99Millis(sent));
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void define(String id, int rules) throws Exception {
        decide(request(id).PUT(BodyPublishers.ofString(LargePolicy.of(id, rules))));
    }

    private HttpRequest.Builder request(String policy) {
        return HttpRequest.newBuilder(
                        mesh.platform().serviceUrl(MeshService.POLICY).resolve("/api/v1/policies/" + policy))
                .header("Content-Type", "application/yaml")
                .header("Prefer", "wait=60");
    }

    private static void decide(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new WorkNotDoneException("the policy should be decided about: " + answer.body());
            }
        }
    }

    private void await(String count, int expected) throws Exception {
        long news = System.nanoTime();
        long before = -1;
        for (long now = number(count); now < expected; now = number(count)) {
            if (now > before) {
                news = System.nanoTime();
                before = now;
            } else if (System.nanoTime() - news > LONGEST_WAIT.toNanos()) {
                throw new WorkNotDoneException("of " + expected + " products only " + now + " are judged");
            }
            Thread.sleep(BETWEEN_COUNTS);
        }
    }

    private long number(String sql) throws SQLException {
        return Numbers.of(database(), sql).getFirst();
    }

    private Database database() {
        return mesh.platform().administration();
    }

    private double p99Millis(Map<String, Instant> sent) throws SQLException {
        long[] micros = new long[sent.size()];
        int n = 0;
        try (Connection connection = database().connect();
                PreparedStatement statement = connection.prepareStatement(
                        "select min(evaluated_at) from policy.verdict where product_id = ?")) {
            for (Map.Entry<String, Instant> one : sent.entrySet()) {
                statement.setString(1, one.getKey());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    micros[n++] =
                            Duration.between(one.getValue(), row.getTimestamp(1).toInstant())
                                            .toNanos()
                                    / 1_000;
                }
            }
        }
        Arrays.sort(micros);
        return micros[(int) (micros.length * 0.99)] / 1e3;
    }
}

package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.Drain;
import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Products;
import io.meshwork.benchmarks.mesh.TopicEnd;
import io.meshwork.benchmarks.mesh.Wire;
import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.events.ProductPublished;
import io.meshwork.local.MeshService;
import io.meshwork.local.postgres.Database;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "policy",
        description = "The policy service draining published products, 20 rules each, beside a raw Kafka loop.")
final class PolicyBenchmark extends Measurement {

    private static final double GOAL = 0.15;
    private static final double GOAL_CEL = 0.7;
    private static final double GOAL_LOAD_SECONDS = 10;
    private static final double GOAL_DRY_RUN_SECONDS = 10;
    private static final double GOAL_AGAIN_SECONDS = 20;
    private static final double GOAL_FRESH_MILLIS = 200;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int RULES = 20;
    private static final int DRY_RULES = 50;
    private static final int MANY_POLICIES = 1_000;
    private static final int HTTP_PRODUCTS = 2_000;
    private static final String PUBLISHED = MeasuredMesh.topic("product.published");
    private static final List<String> POLICIES = List.of(
            "sensitivity.yaml", "personal-data.yaml", "documentation.yaml", "service.yaml", "interoperability.yaml");

    @Option(names = "--records", description = "Products that are timed; default ${DEFAULT-VALUE}.")
    private int records = 80_000;

    @Option(names = "--warm-up", description = "Products before the clock starts; default ${DEFAULT-VALUE}.")
    private int warmUp = 20_000;

    @Override
    Report measure(Path folder) throws Exception {
        int total = warmUp + records;
        try (MeasuredMesh mesh = MeasuredMesh.start(folder, Set.of())) {
            say("Publishing " + total + " products");
            publish(mesh, total);
            String contract = new Products("asked").published(1).getContract();
            say("CEL");
            CelRate.Rates cel = CelRate.measure(contract);
            say("One HTTP call per policy and product");
            double http = HttpPerPolicy.perSecond(contract, POLICIES.size(), HTTP_PRODUCTS, HTTP_PRODUCTS);
            RawLoop raw = new RawLoop(mesh);
            say("Raw loop");
            Drain before = raw.drain("raw-before", warmUp, total);
            say("Policy service");
            Path policies = copyPolicies(folder);
            Drain service = judge(mesh, policies, total);
            long verdicts = verify(mesh.platform().administration(), total);
            URI policy = mesh.platform().serviceUrl(MeshService.POLICY);
            say("Dry run, the first");
            double firstDryRun = dryRun(policy, total);
            say("Dry run");
            double dryRun = dryRun(policy, total);
            say("Re-evaluation, the first");
            JudgingAgain again = new JudgingAgain(mesh, total);
            double firstAgain = again.warmUp(DRY_RULES - RULES);
            say("Re-evaluation");
            JudgingAgain.Judged judgedAgain = again.by(DRY_RULES - RULES);
            say("Raw loop again");
            Drain after = raw.drain("raw-after", warmUp, total);
            say("A thousand policies");
            double load = load(mesh, policies);
            return new Report(
                    "policy-service: " + records + " products after " + warmUp + " to warm up, " + RULES + " rules in "
                            + POLICIES.size() + " policies",
                    "kafka-clients on the same records: consume, decode, encode a verdict, produce, flush and commit per poll",
                    List.of(
                            Figure.of("products judged per second", "%.0f/s", service.perSecond())
                                    .against(Math.max(before.perSecond(), after.perSecond()))
                                    .ratioAtLeast(GOAL),
                            Figure.of(
                                            "the same, beside one HTTP call per policy and product, which judges nothing",
                                            "%.0f/s",
                                            service.perSecond())
                                    .against(http)
                                    .ratioAtLeast(1),
                            Figure.of("rules per second and thread, beside CEL itself", "%.0f/s", cel.service())
                                    .against(cel.library())
                                    .ratioAtLeast(GOAL_CEL),
                            Figure.of("a thousand policies come into force", "%.1f s", load)
                                    .withoutBaseline()
                                    .below(GOAL_LOAD_SECONDS),
                            Figure.of(
                                            "dry run of a policy with " + DRY_RULES + " rules over " + total
                                                    + " products",
                                            "%.1f s",
                                            dryRun)
                                    .withoutBaseline()
                                    .below(GOAL_DRY_RUN_SECONDS),
                            Figure.of(
                                            "judging " + total + " products again by " + DRY_RULES + " rules",
                                            "%.1f s",
                                            judgedAgain.seconds())
                                    .withoutBaseline()
                                    .below(GOAL_AGAIN_SECONDS),
                            Figure.of(
                                            "a fresh publication is judged meanwhile, p99",
                                            "%.0f ms",
                                            judgedAgain.p99Millis())
                                    .withoutBaseline()
                                    .below(GOAL_FRESH_MILLIS)),
                    List.of(
                            "The raw loop ran before (%.0f/s) and after (%.0f/s) the service; the faster one is the baseline."
                                    .formatted(before.perSecond(), after.perSecond()),
                            "A service that runs for a while is measured; the first dry run took %.1f s, the first re-evaluation %.1f s."
                                    .formatted(firstDryRun, firstAgain),
                            verdicts + " distinct verdicts are stored; raw answers have "
                                    + raw.answerBytes() / (2L * total) + " bytes on average, theirs "
                                    + bytes(mesh.platform().administration()) / total + "."));
        }
    }

    private static void publish(MeasuredMesh mesh, int total) {
        Products products = new Products("judged");
        Wire wire = mesh.wire();
        try (KafkaProducer<byte[], byte[]> producer = mesh.producer()) {
            for (int n = 0; n < total; n++) {
                ProductPublished product = products.published(n);
                producer.send(new ProducerRecord<>(
                        PUBLISHED,
                        product.getProductId().getBytes(StandardCharsets.UTF_8),
                        wire.encode(PUBLISHED, product)));
            }
        }
    }

    private Drain judge(MeasuredMesh mesh, Path policies, int total) throws InterruptedException {
        try (TopicEnd verdicts = new TopicEnd(mesh, MeasuredMesh.topic("policy.evaluated"))) {
            var unused =
                    mesh.platform().startService(MeshService.POLICY, Map.of("mesh.policy.folder", policies.toString()));
            return Drain.watch(verdicts::count, warmUp, total, "verdicts");
        }
    }

    /** @return seconds until the report is there */
    private static double dryRun(URI service, int total) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/api/v1/policies/dry-run"))
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(LargePolicy.of("dry", DRY_RULES)))
                .build();
        long begin = System.nanoTime();
        String report;
        try (HttpClient client = HttpClient.newHttpClient()) {
            report = client.send(request, BodyHandlers.ofString()).body();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        JsonNode counts = new JsonMapper().readTree(report).path("total");
        if (counts.path("newlyFailing").asInt() != (total + 3) / 4
                || counts.path("unchanged").asInt() != total * 3 / 4) {
            throw new WorkNotDoneException("a quarter of " + total + " products should newly fail: " + report);
        }
        return seconds;
    }

    /** @return seconds from the moment the files are there until the last one is in force */
    private static double load(MeasuredMesh mesh, Path policies) throws Exception {
        for (int i = 0; i < MANY_POLICIES; i++) {
            Files.writeString(policies.resolve("many-" + i + ".yaml"), LargePolicy.of("many-" + i, 5));
        }
        long begin = System.nanoTime();
        long end = begin + LONGEST_WAIT.toNanos();
        Database database = mesh.platform().administration();
        while (number(database, "select count(*) from policy.policy_version where policy_id like 'many-%'")
                < MANY_POLICIES) {
            if (System.nanoTime() > end) {
                throw new WorkNotDoneException("a thousand policies should be in force");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static Path copyPolicies(Path folder) throws IOException {
        Path policies = Files.createDirectories(folder.resolve("policies"));
        for (String name : POLICIES) {
            try (InputStream policy = PolicyBenchmark.class.getResourceAsStream("policies/" + name)) {
                Files.copy(Objects.requireNonNull(policy, name), policies.resolve(name));
            }
        }
        return policies;
    }

    /** Every product has a verdict of all five policies, and the violation we built into every fourth. */
    private static long verify(Database database, int total) throws SQLException {
        long verdicts = number(database, """
                select count(distinct product_id) from policy.verdict
                 where policies_evaluated = 5 and compliance in ('compliant', 'warnings')
                """);
        long warnings = number(database, "select count(*) from policy.verdict where compliance = 'warnings'");
        if (verdicts != total || warnings != (total + 3) / 4) {
            throw new WorkNotDoneException("of " + total + " products, " + verdicts + " have a verdict of "
                    + POLICIES.size() + " policies and " + warnings + " were warned; " + (total + 3) / 4
                    + " should be");
        }
        return verdicts;
    }

    private static long bytes(Database database) throws SQLException {
        return number(database, """
                select sum(length(o.value)) from policy.outbox_batch b, unnest(b.topics, b.payloads) as o (topic, value)
                 where o.topic like '%policy.evaluated%'
                """);
    }

    private static long number(Database database, String sql) throws SQLException {
        return Numbers.of(database, sql).getFirst();
    }
}

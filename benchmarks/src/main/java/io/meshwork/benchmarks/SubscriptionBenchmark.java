package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.benchmarks.table.Spread;
import io.meshwork.contract.model.Owner;
import io.meshwork.local.postgres.Database;
import io.meshwork.notifier.matching.Changes;
import io.meshwork.notifier.matching.InForce;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "subscriptions",
        description =
                "Finding whom an event concerns among many subscriptions, beside one query that looks at all of them.")
final class SubscriptionBenchmark extends Measurement {

    private static final double GOAL_MS = 1;
    private static final int WARM_UP = 2_000;
    private static final int SCANS = 10;
    private static final String SCHEMA = "subscription_benchmark";

    /** Seven in ten follow a product, two the products of a domain, one a tag; each one kind of news. */
    private static final String FILL = """
            insert into subscription (id, subscriber, products, domains, tags, event_types, minimum_severity, channel, active,
                source, revision, principal, changed_at)
            select 's' || n, 'team-' || n %% 5000,
                case when n %% 10 < 7 then array['d' || n %% 1000 || '.p' || n / 10 %% 100]
                    when n %% 10 < 9 then array['d' || n / 10 %% 1000 || '.*'] else '{}' end,
                '{}', case when n %% 10 = 9 then array['t' || n / 10 %% 5000] else '{}' end,
                array[(array['published', 'compliance_changed', 'quality_changed', 'listing_changed'])[1 + n / 7 %% 4]],
                'info', 'feed', true, 'request', 1, 'p', now()
            from generate_series(1, %d) as n""";

    /** The least that a scan has to do. */
    private static final String SCAN = """
            select count(*) from subscription
            where active and ? = any(event_types)
                and (products = '{}' or exists (select from unnest(products) as p where ? like replace(p, '*', '%')))
                and (tags = '{}' or tags && array[?]::text[])""";

    @Option(names = "--subscriptions", description = "Subscriptions; default ${DEFAULT-VALUE}.")
    private int subscriptions = 1_000_000;

    @Option(names = "--rounds", description = "How many events are timed; default ${DEFAULT-VALUE}.")
    private int rounds = 20_000;

    private record Event(About about, News news) {}

    private record Times(Spread indexed, double concerned) {}

    @Override
    Report measure(Path folder) throws Exception {
        try (MeasuredMesh mesh = MeasuredMesh.start(folder, Set.of());
                Connection connection = connect(mesh.platform().administration());
                AnnotationConfigApplicationContext notifier = notifier(connection)) {
            say("Writing " + subscriptions + " subscriptions");
            try (Statement statement = connection.createStatement()) {
                statement.execute(FILL.formatted(subscriptions));
                statement.execute("analyze subscription");
            }
            InForce inForce = new InForce(notifier.getBean(Changes.class));
            long begin = System.nanoTime();
            var unused = inForce.now();
            double built = (System.nanoTime() - begin) / 1e9;
            Times times = time(inForce);
            return report(times, scan(inForce, connection), built, notifier.getBean(JdbcClient.class));
        }
    }

    private Times time(InForce inForce) {
        long[] nanos = new long[rounds];
        long concerned = 0;
        Random random = new Random(11);
        for (int round = -WARM_UP; round < rounds; round++) {
            Event event = event(random);
            long begin = System.nanoTime();
            int found = concerned(inForce, event);
            if (round >= 0) {
                nanos[round] = System.nanoTime() - begin;
                concerned += found;
            }
        }
        return new Times(Spread.ofNanos(nanos), (double) concerned / rounds);
    }

    private static int concerned(InForce inForce, Event event) {
        int found = 0;
        for (var one : inForce.now()
                .candidates(event.about(), List.of(event.news().kind().word()))) {
            found += one.filter().wants(event.about(), event.news()) ? 1 : 0;
        }
        return found;
    }

    private static Spread scan(InForce inForce, Connection connection) throws SQLException {
        long[] nanos = new long[SCANS];
        Random random = new Random(7);
        try (var statement = connection.prepareStatement(SCAN)) {
            for (int round = 0; round < SCANS; round++) {
                Event event = event(random);
                statement.setString(1, event.news().kind().word());
                statement.setString(2, event.about().productId());
                statement.setString(3, event.about().tags().getFirst());
                long begin = System.nanoTime();
                try (var row = statement.executeQuery()) {
                    row.next();
                    nanos[round] = System.nanoTime() - begin;
                    verify(row.getLong(1), concerned(inForce, event));
                }
            }
        }
        return Spread.ofNanos(nanos);
    }

    private static void verify(long scanned, int indexed) {
        if (scanned != indexed) {
            throw new WorkNotDoneException("the index found " + indexed + " subscriptions, the query " + scanned);
        }
    }

    private Report report(Times times, Spread scan, double built, JdbcClient jdbc) {
        return new Report(
                "subscriptions: whom a random event concerns, among " + subscriptions,
                "one query that looks at every subscription, in the same run",
                List.of(
                        Figure.of("found, median", "%.3f ms", times.indexed().median())
                                .against(scan.median())
                                .withoutGoal(),
                        Figure.of("found, p99", "%.3f ms", times.indexed().quantile(0.99))
                                .against(scan.quantile(0.99))
                                .below(GOAL_MS),
                        Figure.of("index built from the table", "%.1f s", built)
                                .withoutBaseline()
                                .withoutGoal()),
                List.of(
                        "%d events, each also asks the database what changed; %.0f subscriptions concerned on average."
                                .formatted(rounds, times.concerned()),
                        "Heap with the index: %d MB; the table has %s."
                                .formatted(
                                        heap(),
                                        jdbc.sql("select pg_size_pretty(pg_table_size('subscription'))")
                                                .query(String.class)
                                                .single())));
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static Event event(Random random) {
        Kind kind = List.of(Kind.PUBLISHED, Kind.COMPLIANCE_CHANGED, Kind.QUALITY_CHANGED, Kind.LISTING_CHANGED)
                .get(random.nextInt(4));
        About about = About.ofProduct(
                "d" + random.nextInt(1_000) + ".p" + random.nextInt(100),
                "1.0.0",
                null,
                new Owner(null, null),
                List.of("t" + random.nextInt(5_000)));
        return new Event(about, News.of(kind, Severity.WARNING, "news"));
    }

    private static Connection connect(Database database) throws SQLException {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .schemas(SCHEMA)
                .locations("classpath:db/messaging", "classpath:db/notifier")
                .load()
                .migrate();
        Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.setSchema(SCHEMA);
        return connection;
    }

    /** The reader of the table is found as its service finds it. */
    private static AnnotationConfigApplicationContext notifier(Connection connection) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.scan("io.meshwork.notifier.matching.jdbc");
        context.refresh();
        return context;
    }
}

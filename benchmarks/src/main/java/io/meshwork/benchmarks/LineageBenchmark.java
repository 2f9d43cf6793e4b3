package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.benchmarks.table.Spread;
import io.meshwork.catalog.lineage.Direction;
import io.meshwork.catalog.lineage.Lineage;
import io.meshwork.catalog.lineage.LineageGraph;
import io.meshwork.catalog.lineage.LineageView;
import io.meshwork.local.postgres.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "lineage",
        description = "Walking the lineage graph level by level, beside one recursive query on the same tables.")
final class LineageBenchmark extends Measurement {

    private static final double GOAL_MS = 30;
    private static final int DEPTH = 5;
    private static final int WARM_UP = 300;
    private static final String SCHEMA = "lineage_benchmark";

    /** The same walk as most would write it, without labels, jobs and names; it visits a product once per level and way. */
    private static final String RECURSIVE = """
            with recursive walk(dataset, depth) as (
                select d.id, 0 from product_port p
                join lineage_look_up l on l.address = p.address join lineage_dataset d on d.id = l.dataset_id
                where p.product_id = ?
                union
                select e.target_id, w.depth + 1 from walk w join lineage_edge e on e.source_id = w.dataset
                where w.depth < 5)
            select count(distinct p.product_id) from walk w
            join lineage_look_up l on l.dataset_id = w.dataset join product_port p on p.address = l.address
            """;

    @Option(names = "--products", description = "Products, a dataset each; default ${DEFAULT-VALUE}.")
    private int products = 20_000;

    @Option(names = "--edges", description = "Edges between them; default ${DEFAULT-VALUE}.")
    private int edges = 100_000;

    @Option(names = "--rounds", description = "How often each is timed, by turns; default ${DEFAULT-VALUE}.")
    private int rounds = 1_000;

    private record Times(Spread graph, Spread impact, Spread recursive, double spots) {}

    @Override
    Report measure(Path folder) throws Exception {
        try (MeasuredMesh mesh = MeasuredMesh.start(folder, Set.of());
                Connection connection = connect(mesh.platform().administration());
                AnnotationConfigApplicationContext catalog = catalog(connection)) {
            say("Writing " + edges + " edges");
            try (Statement statement = connection.createStatement()) {
                statement.execute(text("graph.sql").formatted(products, edges));
            }
            return report(time(connection, new Lineage(catalog.getBean(LineageView.class))), count(connection));
        }
    }

    private Times time(Connection connection, Lineage lineage) throws SQLException {
        long[] graph = new long[rounds];
        long[] impact = new long[rounds];
        long[] recursive = new long[rounds];
        long spots = 0;
        Random random = new Random(11);
        for (int round = -WARM_UP; round < rounds; round++) {
            String root = "mesh.p" + (1 + random.nextInt(products));
            long begin = System.nanoTime();
            LineageGraph found = lineage.ofProduct(root, null, null, EnumSet.of(Direction.DOWNSTREAM), DEPTH)
                    .orElseThrow();
            long one = System.nanoTime();
            int hits = lineage.impact(root, null, null, DEPTH).hits().size();
            long two = System.nanoTime();
            long expected = recursive(connection, root);
            long three = System.nanoTime();
            verify(root, found, hits, expected);
            if (round >= 0) {
                graph[round] = one - begin;
                impact[round] = two - one;
                recursive[round] = three - two;
                spots += found.distances().size();
            }
        }
        return new Times(
                Spread.ofNanos(graph), Spread.ofNanos(impact), Spread.ofNanos(recursive), (double) spots / rounds);
    }

    /** A graph that was not cut holds what the recursive query finds. */
    private static void verify(String root, LineageGraph graph, int hits, long expected) {
        int found = graph.distances().size();
        if (graph.truncated() ? found > expected : found != expected || hits != expected - 1) {
            throw new WorkNotDoneException("from " + root + " the walk found " + found + " products and " + hits
                    + " hits, the recursive query " + expected);
        }
    }

    private Report report(Times times, long stored) {
        return new Report(
                "lineage: " + DEPTH + " steps downstream of random products, among " + products + " products and "
                        + stored + " edges",
                "a recursive query that only counts the products, on the same tables in the same run",
                List.of(
                        Figure.of("graph, median", "%.1f ms", times.graph().median())
                                .against(times.recursive().median())
                                .withoutGoal(),
                        Figure.of("graph, p99", "%.1f ms", times.graph().quantile(0.99))
                                .against(times.recursive().quantile(0.99))
                                .below(GOAL_MS),
                        Figure.of("impact, median", "%.1f ms", times.impact().median())
                                .against(times.recursive().median())
                                .withoutGoal(),
                        Figure.of("impact, p99", "%.1f ms", times.impact().quantile(0.99))
                                .against(times.recursive().quantile(0.99))
                                .below(GOAL_MS)),
                List.of("%d rounds by turns; a graph had %.0f products on average.".formatted(rounds, times.spots())));
    }

    private static long recursive(Connection connection, String root) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECURSIVE)) {
            statement.setString(1, root);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from lineage_edge")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .schemas(SCHEMA)
                .locations("classpath:db/messaging", "classpath:db/catalog")
                .load()
                .migrate();
        Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.setSchema(SCHEMA);
        return connection;
    }

    /** The reader of the graph is found as its service finds it. */
    private static AnnotationConfigApplicationContext catalog(Connection connection) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
        context.scan("io.meshwork.catalog.lineage.jdbc");
        context.refresh();
        return context;
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = LineageBenchmark.class.getResourceAsStream("lineage/" + resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

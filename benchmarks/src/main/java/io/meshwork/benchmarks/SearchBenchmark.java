package io.meshwork.benchmarks;

import io.meshwork.benchmarks.search.FollowedCatalog;
import io.meshwork.benchmarks.search.FullText;
import io.meshwork.benchmarks.search.GeneratedCatalog;
import io.meshwork.benchmarks.search.GeneratedQuery;
import io.meshwork.benchmarks.search.GeneratedQuery.Kind;
import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.benchmarks.table.Spread;
import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.Facet;
import io.meshwork.catalog.discovery.Order;
import io.meshwork.catalog.discovery.Position;
import io.meshwork.catalog.discovery.ProductIndex;
import io.meshwork.catalog.discovery.Search;
import io.meshwork.catalog.discovery.SearchRequest;
import io.meshwork.catalog.discovery.SearchResult;
import io.meshwork.catalog.discovery.Snapshot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "search",
        description =
                "Searches with all facets, in an index of generated products; beside PostgreSQL's full-text search of the same products.")
final class SearchBenchmark extends Measurement {

    private static final int SMALL = 100_000;
    private static final double GOAL_MILLIS = 20;
    private static final double GOAL_LARGE_MILLIS = 50;
    private static final double GOAL_FOUND_MILLIS = 1_000;
    private static final int CHANGES = 100;
    private static final int PAGE = 100;
    private static final int PUBLISH_EVERY = 20_000;
    private static final int SUGGESTIONS = 8;

    /** Three common words, or two with slips, may be in no product together. */
    private static final double SHARE_FOUND = 0.8;

    @Option(names = "--products", description = "How many; default ${DEFAULT-VALUE}. A million takes several minutes.")
    private int products = SMALL;

    @Option(
            names = "--queries",
            description = "How many are timed, of eleven kinds by turns; default ${DEFAULT-VALUE}.")
    private int queries = 2_200;

    @Option(
            names = "--no-baseline",
            description = "Without PostgreSQL, whose table takes longer to fill than the index.")
    private boolean withoutBaseline;

    /** @param processor time of our own thread, which others on the machine do not lengthen */
    private record Times(Map<Kind, Spread> kinds, Spread all, Spread processor) {}

    /**
     * @param building products per second
     * @param publishing milliseconds until 100 changed products can be found
     * @param following from the commit of a change until it is found over HTTP
     */
    private record Index(double building, double publishing, long bytes, Spread following) {}

    private interface Timed {
        /** @return how many were found */
        long run(GeneratedQuery query) throws Exception;
    }

    @Override
    Report measure(Path folder) throws Exception {
        GeneratedCatalog catalog = new GeneratedCatalog(products);
        List<GeneratedQuery> warmUp = GeneratedQuery.of(catalog, queries, 1);
        List<GeneratedQuery> timed = GeneratedQuery.of(catalog, queries, 2);
        try (AnnotationConfigApplicationContext context = search(folder.resolve("index"))) {
            ProductIndex index = context.getBean(ProductIndex.class);
            Search search = context.getBean(Search.class);
            say("Indexing " + products + " products");
            double building = build(index, catalog);
            say("Searching");
            Timed searching = query -> search.search(request(query)).total();
            time(warmUp, searching);
            Times ours = time(timed, searching);
            Timed suggesting =
                    query -> search.suggest(query.text(), SUGGESTIONS).size();
            time(warmUp, suggesting);
            Times suggestions = time(timed, suggesting);
            double publishing = publish(index, catalog);
            verify(search, timed);
            long bytes = size(folder.resolve("index"));
            Times theirs = withoutBaseline ? null : baseline(folder, catalog, warmUp, timed);
            Index figures = new Index(building, publishing, bytes, following(folder.resolve("mesh")));
            return report(ours, suggestions, theirs, figures);
        }
    }

    /** The index is found as its service finds it. */
    private static AnnotationConfigApplicationContext search(Path directory) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "benchmark", Map.of("mesh.catalog.search.directory", directory.toString())));
        context.scan("io.meshwork.catalog.discovery.lucene");
        context.refresh();
        return context;
    }

    private static SearchRequest request(GeneratedQuery query) {
        Map<Facet, Set<String>> selected =
                query.domain() == null ? Map.of() : Map.of(Facet.DOMAIN, Set.of(query.domain()));
        return new SearchRequest(query.text(), selected, false, Order.RELEVANCE, null, 20);
    }

    /** @return products per second */
    private static double build(ProductIndex index, GeneratedCatalog catalog) {
        long begin = System.nanoTime();
        index.open();
        Position start = new Position("benchmark", Snapshot.ORIGIN, null);
        index.rebuild(start);
        for (int from = 0; from < catalog.size(); from += PAGE) {
            int to = Math.min(from + PAGE, catalog.size());
            index.apply(page(catalog, from, to), to == catalog.size() ? complete() : start);
            if (to % PUBLISH_EVERY == 0) {
                index.publish();
            }
        }
        index.publish();
        index.commit();
        return catalog.size() / ((System.nanoTime() - begin) / 1e9);
    }

    private static Position complete() {
        return new Position("benchmark", new Snapshot("9:9:"), null);
    }

    private static List<Entry> page(GeneratedCatalog catalog, int from, int to) {
        return IntStream.range(from, to).mapToObj(catalog::product).toList();
    }

    /** @return milliseconds until a changed product can be found, with the rest of its page */
    private static double publish(ProductIndex index, GeneratedCatalog catalog) {
        int rounds = 50;
        long[] times = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            List<Entry> changed = page(catalog, round * PAGE, (round + 1) * PAGE);
            long begin = System.nanoTime();
            index.apply(changed, complete());
            index.publish();
            times[round] = System.nanoTime() - begin;
        }
        return Spread.ofNanos(times).median();
    }

    private static Times time(List<GeneratedQuery> queries, Timed work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Kind, List<Long>> byKind = new EnumMap<>(Kind.class);
        List<Long> processor = new ArrayList<>();
        for (GeneratedQuery query : queries) {
            long before = threads.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            var unused = work.run(query);
            byKind.computeIfAbsent(query.kind(), kind -> new ArrayList<>()).add(System.nanoTime() - begin);
            processor.add(threads.getCurrentThreadCpuTime() - before);
        }
        Map<Kind, Spread> kinds = new EnumMap<>(Kind.class);
        byKind.forEach((kind, nanos) -> kinds.put(kind, spread(nanos)));
        return new Times(
                kinds, spread(byKind.values().stream().flatMap(List::stream).toList()), spread(processor));
    }

    private static Spread spread(List<Long> nanos) {
        return Spread.ofNanos(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    /** Every word stems from the catalog, so nearly every search must find something, and a name its product. */
    private static void verify(Search search, List<GeneratedQuery> queries) {
        int found = 0;
        int words = 0;
        for (GeneratedQuery query : queries) {
            SearchResult result =
                    search.search(new SearchRequest(query.text(), Map.of(), true, Order.RELEVANCE, null, 1));
            if (query.kind() == Kind.NAME
                    && !result.hits().getFirst().product().header().name().equals(query.text())) {
                throw new WorkNotDoneException("the product named " + query.text() + " was not found first");
            }
            words++;
            found += result.total() > 0 ? 1 : 0;
        }
        if (found < words * SHARE_FOUND) {
            throw new WorkNotDoneException("only " + found + " of " + words + " searches found something");
        }
    }

    private @Nullable Times baseline(
            Path folder, GeneratedCatalog catalog, List<GeneratedQuery> warmUp, List<GeneratedQuery> timed)
            throws Exception {
        say("Filling PostgreSQL's table");
        try (FullText fullText = new FullText(folder.resolve("postgres"), catalog)) {
            say("Searching with PostgreSQL");
            time(warmUp.subList(0, Math.min(warmUp.size(), 220)), fullText::search);
            return time(timed, fullText::search);
        }
    }

    private Spread following(Path folder) throws Exception {
        say("Following a catalog");
        try (FollowedCatalog catalog = new FollowedCatalog(folder)) {
            return catalog.changes(CHANGES);
        }
    }

    private Report report(Times ours, Times suggestions, @Nullable Times theirs, Index index) {
        double goal = products <= SMALL ? GOAL_MILLIS : GOAL_LARGE_MILLIS;
        List<Figure> figures = new ArrayList<>();
        figures.add(against(
                        "search, p50",
                        ours.all().median(),
                        theirs == null ? null : theirs.all().median())
                .withoutGoal());
        figures.add(against(
                        "search, p99",
                        ours.all().quantile(0.99),
                        theirs == null ? null : theirs.all().quantile(0.99))
                .below(goal));
        ours.kinds().forEach((kind, spread) -> {
            Spread other = theirs == null ? null : theirs.kinds().get(kind);
            figures.add(against(
                            "  " + kind.text() + ", p99",
                            spread.quantile(0.99),
                            other == null ? null : other.quantile(0.99))
                    .withoutGoal());
        });
        figures.add(against("search, processor time, p50", ours.processor().median(), null)
                .withoutGoal());
        figures.add(against("search, processor time, p99", ours.processor().quantile(0.99), null)
                .withoutGoal());
        figures.add(against("suggest, p50", suggestions.all().median(), null).withoutGoal());
        figures.add(
                against("suggest, p99", suggestions.all().quantile(0.99), null).below(goal));
        figures.add(Figure.of("index on disk", "%.0f MB", index.bytes() / 1e6)
                .withoutBaseline()
                .withoutGoal());
        figures.add(Figure.of("indexed per second", "%.0f", index.building())
                .withoutBaseline()
                .withoutGoal());
        figures.add(Figure.of("100 changed products to be found", "%.0f ms", index.publishing())
                .withoutBaseline()
                .withoutGoal());
        figures.add(
                against("from commit to found over HTTP, p50", index.following().median(), null)
                        .withoutGoal());
        figures.add(
                against("from commit to found over HTTP, p99", index.following().quantile(0.99), null)
                        .below(GOAL_FOUND_MILLIS));
        return new Report(
                "search: " + products
                        + " generated products of about 120 words; the best 20, the total and the counts of ten facets",
                withoutBaseline
                        ? "none"
                        : "PostgreSQL full-text search on the same products, with the counts of seven facets; slips corrected for it",
                figures,
                List.of(queries + " queries of " + Kind.values().length
                        + " kinds by turns, one after the other; words as frequent as in real texts (Zipf)."));
    }

    private static Figure.Against against(String what, double millis, @Nullable Double baseline) {
        Figure.Measured measured = Figure.of(what, "%.2f ms", millis);
        return baseline == null ? measured.withoutBaseline() : measured.against(baseline);
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}

package io.meshwork.benchmarks.search;

import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.SchemaText;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same products in PostgreSQL's full-text search: weighted vectors under a GIN index, ranked by {@code ts_rank}. */
public final class FullText implements AutoCloseable {

    private static final String TABLE = """
            create table product (
                id text primary key, domain text, type text, lifecycle text, classification text, owner text, state text,
                compliance text, words tsvector)
            """;

    private static final String INSERT = """
            insert into product values (?, ?, ?, ?, ?, ?, ?, ?,
                setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('simple', ?), 'B')
                || setweight(to_tsvector('simple', ?), 'C') || setweight(to_tsvector('simple', ?), 'D'))
            """;

    /** The best 20 and the counts of seven facets; the facets of several values are left out in its favour. */
    private static final String SEARCH = """
            with found as materialized (
                select *, ts_rank(words, q) as rank from product, to_tsquery('simple', ?) q
                where (? or words @@ q) and lifecycle <> 'retired' and state <> 'blocked' and (?::text is null or domain = ?))
            (select id, null::text, null::text, null::text, null::text, null::text, null::text, null::text, 0 as count
                from found order by rank desc, id limit 20)
            union all
            select null, domain, type, lifecycle, classification, owner, state, compliance, count(*)
            from found group by grouping sets (
                (domain), (type), (lifecycle), (classification), (owner), (state), (compliance), ())
            """;

    private static final int BATCH = 1_000;

    private final EmbeddedPostgres postgres;
    private final Connection connection;
    private final PreparedStatement search;

    /** Takes a while. */
    public FullText(Path folder, GeneratedCatalog catalog) throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("fsync", "off")
                .start();
        connection = postgres.getPostgresDatabase().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            connection.setAutoCommit(false);
            fill(catalog);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("create index on product using gin (words) with (fastupdate = off)");
            statement.execute("create index on product (domain)");
            statement.execute("vacuum analyze product");
        }
        search = connection.prepareStatement(SEARCH);
    }

    private void fill(GeneratedCatalog catalog) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < catalog.size(); i++) {
                List<String> values = values(catalog.product(i));
                for (int column = 0; column < values.size(); column++) {
                    insert.setString(column + 1, values.get(column));
                }
                insert.addBatch();
                if (i % BATCH == BATCH - 1 || i == catalog.size() - 1) {
                    insert.executeBatch();
                }
            }
        }
    }

    private static List<String> values(Entry entry) {
        var header = entry.header();
        return Stream.of(
                        entry.id(),
                        header.domain(),
                        header.type(),
                        header.lifecycle(),
                        header.classification(),
                        header.ownerTeam(),
                        entry.state().text(),
                        entry.compliance().text(),
                        words(header.name(), header.title()),
                        words(header.domain(), header.ownerTeam(), String.join(" ", header.tags())),
                        words(entry.schema().stream().map(SchemaText::name).collect(Collectors.joining(" "))),
                        words(
                                header.description(),
                                entry.schema().stream()
                                        .map(SchemaText::description)
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(" "))))
                .map(String::valueOf)
                .toList();
    }

    private static String words(@Nullable Object... texts) {
        return Stream.of(texts)
                .map(String::valueOf)
                .collect(Collectors.joining(" "))
                .replaceAll("[-_]", " ");
    }

    /** @return how many products fit the words that were meant */
    public long search(GeneratedQuery query) throws SQLException {
        List<String> words = Stream.of(query.meant().split("[- ]", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        search.setString(1, words.isEmpty() ? "x" : String.join(" & ", words) + ":*");
        search.setBoolean(2, words.isEmpty());
        search.setString(3, query.domain());
        search.setString(4, query.domain());
        long total = 0;
        try (ResultSet rows = search.executeQuery()) {
            while (rows.next()) {
                total = Math.max(total, rows.getLong("count"));
            }
        }
        return total;
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        postgres.close();
    }
}

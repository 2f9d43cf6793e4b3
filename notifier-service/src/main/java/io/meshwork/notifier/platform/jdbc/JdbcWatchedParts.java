package io.meshwork.notifier.platform.jdbc;

import io.meshwork.notifier.alert.Trouble;
import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.news.jdbc.NewsColumns;
import io.meshwork.notifier.platform.Watched;
import io.meshwork.notifier.platform.Watched.Mark;
import io.meshwork.notifier.platform.WatchedParts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcWatchedParts implements WatchedParts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Mark>> MARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    JdbcWatchedParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Watched> all() {
        var all = new HashMap<String, Watched>();
        jdbc.sql("select * from watched_part")
                .query((row, _) -> new Watched(
                        row.getString("part"),
                        NewsColumns.known(Trouble.of(row.getString("told")), row, "told"),
                        NewsColumns.instantOrNull(row, "since"),
                        JSON.readValue(row.getString("marks"), MARKS)))
                .list()
                .forEach(watched -> all.put(watched.part(), watched));
        return all;
    }

    @Override
    public void store(Collection<Watched> parts) {
        var rows = parts.toArray(Watched[]::new);
        jdbc.sql("""
                        insert into watched_part (part, told, since, marks)
                        select * from unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[])
                        on conflict (part) do update set told = excluded.told, since = excluded.since, marks = excluded.marks""")
                .params(
                        Columns.of(rows, Watched::part),
                        Columns.of(rows, row -> row.told().word()),
                        Columns.of(
                                rows,
                                row -> row.since() == null ? null : row.since().toString()),
                        Columns.of(rows, row -> JSON.writeValueAsString(row.marks())))
                .update();
    }
}

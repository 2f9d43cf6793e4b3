package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Position;
import io.meshwork.catalog.discovery.Position.Window;
import io.meshwork.catalog.discovery.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.IndexWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a commit of the index remembers.
 *
 * @param position null when the index was never filled
 * @param build counts the builds of the index; documents of earlier ones go when the current one is complete
 */
record CommitData(@Nullable Position position, long build) {

    static final CommitData NONE = new CommitData(null, 0);

    private static final String FORMAT = "format";
    private static final String BUILD = "build";
    private static final String DATABASE = "database";
    private static final String SEEN = "seen";
    private static final String TO = "window-to";
    private static final String CHANGE = "window-change";
    private static final String ID = "window-id";

    static CommitData of(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return NONE;
        }
        Map<String, String> map = StreamSupport.stream(data.spliterator(), false)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        String database = map.get(DATABASE);
        String seen = map.get(SEEN);
        return database == null || seen == null
                ? NONE
                : new CommitData(
                        new Position(database, new Snapshot(seen), window(map)),
                        Long.parseLong(map.getOrDefault(BUILD, "0")));
    }

    private static @Nullable Window window(Map<String, String> map) {
        String to = map.get(TO);
        String change = map.get(CHANGE);
        String id = map.get(ID);
        return to == null || change == null || id == null ? null : new Window(new Snapshot(to), change, id);
    }

    /** An index that was never filled fits every format. */
    static boolean isReadable(Map<String, String> map) {
        return map.isEmpty() || Documents.FORMAT.equals(map.get(FORMAT));
    }

    Map<String, String> toMap() {
        Map<String, String> map = new HashMap<>();
        map.put(FORMAT, Documents.FORMAT);
        map.put(BUILD, Long.toString(build));
        if (position != null) {
            map.put(DATABASE, position.database());
            map.put(SEEN, position.seen().text());
            Window window = position.window();
            if (window != null) {
                map.put(TO, window.to().text());
                map.put(CHANGE, window.change());
                map.put(ID, window.id());
            }
        }
        return map;
    }
}

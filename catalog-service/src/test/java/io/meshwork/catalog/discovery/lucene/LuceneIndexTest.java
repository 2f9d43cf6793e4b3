package io.meshwork.catalog.discovery.lucene;

import static io.meshwork.catalog.discovery.Entries.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.catalog.discovery.Position;
import io.meshwork.catalog.discovery.SearchRequest;
import io.meshwork.catalog.discovery.SearchResult;
import io.meshwork.catalog.discovery.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index over restarts, damage and rebuilds. */
class LuceneIndexTest {

    private static final Position BUILDING =
            new Position("test", Snapshot.ORIGIN, new Position.Window(new Snapshot("9:9:"), "7", "a.one"));
    private static final Position COMPLETE = new Position("test", new Snapshot("9:9:"), null);

    @TempDir
    private Path directory;

    @AutoClose
    private LuceneIndex index;

    @Test
    void aRestartGoesOnWhereItEnded() throws Exception {
        fill(COMPLETE);
        index.close();

        open();

        assertThat(index.position()).hasValue(COMPLETE);
        assertThat(found()).containsExactly("a.one", "b.two");
        assertThat(search().complete()).isTrue();
    }

    @Test
    void aRestartInTheMiddleOfABuildGoesOnWithIt() throws Exception {
        fill(BUILDING);
        index.close();

        open();

        assertThat(index.position()).hasValue(BUILDING);
        assertThat(search().complete()).isFalse();
        assertThat(found()).containsExactly("a.one", "b.two");
    }

    @Test
    void aCrashGoesBackToTheLastCommit() throws Exception {
        fill(COMPLETE);
        Position later = new Position("test", new Snapshot("12:12:"), null);
        FilledIndex.add(index, later, product("c.three"));
        Path copy = copyOf(directory);

        index.close();
        index = FilledIndex.at(copy);
        index.open();

        assertThat(index.position()).hasValue(COMPLETE);
        assertThat(found()).containsExactly("a.one", "b.two");
    }

    @ParameterizedTest
    @ValueSource(strings = {".cfs", ".cfe", ".si", "segments_"})
    void aDamagedIndexIsThrownAway(String file) throws Exception {
        fill(COMPLETE);
        index.close();
        damage(file);

        open();

        assertThat(index.position()).isEmpty();
        assertThat(search().complete()).isFalse();
        index.rebuild(FilledIndex.START);
        FilledIndex.add(index, COMPLETE, product("c.three"));
        assertThat(found()).containsExactly("c.three");
    }

    @Test
    void anIncompleteIndexIsThrownAway() throws Exception {
        fill(COMPLETE);
        index.close();
        for (Path path : files(".cfs")) {
            Files.delete(path);
        }

        open();

        assertThat(index.position()).isEmpty();
    }

    @Test
    void anIndexOfAnotherFormatIsThrownAway() throws Exception {
        try (IndexWriter writer = new IndexWriter(new MMapDirectory(directory), new IndexWriterConfig())) {
            writer.setLiveCommitData(
                    Map.of("format", "0", "database", "test", "seen", "9:9:").entrySet());
        }

        open();

        assertThat(index.position()).isEmpty();
    }

    @Test
    void twoProcessesDoNotShareAnIndex() {
        fill(COMPLETE);
        LuceneIndex other = FilledIndex.at(directory);

        assertThatThrownBy(other::open)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("give each replica its own mesh.catalog.search.directory");
        assertThat(found()).containsExactly("a.one", "b.two");
    }

    @Test
    void whileTheIndexIsRebuiltTheOldProductsAreFound() {
        fill(COMPLETE);
        index.rebuild(new Position("restored", Snapshot.ORIGIN, null));
        FilledIndex.add(index, new Position("restored", Snapshot.ORIGIN, BUILDING.window()), product("c.three"));

        assertThat(found()).containsExactly("a.one", "b.two", "c.three");
        assertThat(search().complete()).isFalse();

        FilledIndex.add(
                index,
                new Position("restored", new Snapshot("20:20:"), null),
                product("b.two").madeFrom("c.three"));

        assertThat(found()).containsExactly("c.three", "b.two");
        assertThat(search().complete()).isTrue();
        assertThat(search().hits().getFirst().usage()).isEqualTo(1);
    }

    @Test
    void aProductIsFoundOnceHoweverOftenItIsAdded() {
        fill(COMPLETE);

        FilledIndex.add(index, COMPLETE, product("a.one"), product("a.one").titled("Once more"));
        FilledIndex.add(index, COMPLETE, product("a.one").titled("And again"));

        assertThat(found()).containsExactly("a.one", "b.two");
        assertThat(search().hits().getFirst().product().header().title()).isEqualTo("And again");
    }

    @Test
    void aSearchKeepsWhatItBeganWith() throws Exception {
        fill(COMPLETE);

        try (View view = index.view()) {
            FilledIndex.add(index, COMPLETE, product("c.three"));

            assertThat(view.reader().numDocs()).isEqualTo(2);
            assertThat(index.size()).isEqualTo(3);
        }
    }

    private void open() {
        index = FilledIndex.at(directory);
        index.open();
    }

    private void fill(Position reached) {
        open();
        index.rebuild(FilledIndex.START);
        FilledIndex.add(index, reached, product("a.one"), product("b.two"));
        index.commit();
    }

    private SearchResult search() {
        return new LuceneSearch(index).search(SearchRequest.of("", 20));
    }

    private List<String> found() {
        return search().hits().stream().map(hit -> hit.product().id()).toList();
    }

    private List<Path> files(String part) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.getFileName().toString().contains(part))
                    .toList();
        }
    }

    private void damage(String part) throws IOException {
        List<Path> damaged = files(part);
        assertThat(damaged).isNotEmpty();
        for (Path path : damaged) {
            byte[] bytes = Files.readAllBytes(path);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(path, bytes);
        }
    }

    private static Path copyOf(Path directory) throws IOException {
        Path copy = Files.createDirectory(directory.resolveSibling(directory.getFileName() + "-copy"));
        try (Stream<Path> all = Files.list(directory)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Files.copy(path, copy.resolve(path.getFileName()));
            }
        }
        return copy;
    }
}

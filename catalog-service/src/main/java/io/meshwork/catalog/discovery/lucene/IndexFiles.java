package io.meshwork.catalog.discovery.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the index. They are a copy of what the tables say, so whatever cannot be read is thrown away. */
final class IndexFiles implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IndexFiles.class);

    private final @Nullable Path path;
    private @Nullable Directory directory;

    /** @param path null for an index in memory */
    IndexFiles(@Nullable Path path) {
        this.path = path;
    }

    /**
     * @return a writer of the index as it was last committed; of an empty one when there is none, or when it is damaged, incomplete or of
     *     another format
     * @throws IOException when the directory cannot be written, or another process uses it
     */
    IndexWriter open(Segments segments) throws IOException {
        Directory opened = directory();
        if (DirectoryReader.indexExists(opened) && !isSound(opened)) {
            clear(opened);
        }
        try {
            return new IndexWriter(opened, config(segments));
        } catch (LockObtainFailedException e) {
            throw new IOException(
                    "another process uses " + path + "; give each replica its own mesh.catalog.search.directory", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (directory != null) {
            directory.close();
            directory = null;
        }
    }

    private Directory directory() throws IOException {
        if (directory == null) {
            directory = path == null ? new ByteBuffersDirectory() : new MMapDirectory(Files.createDirectories(path));
        }
        return directory;
    }

    /** Reads every file once, because a damaged one would otherwise be noticed only by those who search. */
    private boolean isSound(Directory opened) {
        try (DirectoryReader reader = DirectoryReader.open(opened)) {
            if (!CommitData.isReadable(reader.getIndexCommit().getUserData())) {
                log.atInfo()
                        .addKeyValue("directory", path)
                        .log("The search index has another format and is built anew");
                return false;
            }
            for (LeafReaderContext segment : reader.leaves()) {
                segment.reader().checkIntegrity();
            }
            return true;
        } catch (IOException | RuntimeException e) {
            log.atWarn()
                    .addKeyValue("directory", path)
                    .setCause(e)
                    .log("The search index is damaged and is built anew");
            return false;
        }
    }

    private static void clear(Directory opened) throws IOException {
        try (Lock alone = opened.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : List.of(opened.listAll())) {
                alone.ensureValid();
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    opened.deleteFile(file);
                }
            }
        }
    }

    /** Every word is looked up in every segment, so fewer are worth some more merging. */
    private static final int SEGMENTS_PER_TIER = 4;

    private static IndexWriterConfig config(Segments segments) {
        return new IndexWriterConfig()
                .setOpenMode(OpenMode.CREATE_OR_APPEND)
                .setSimilarity(new SaturatedWeight())
                .setCommitOnClose(true)
                .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
                .setMergedSegmentWarmer(segments::of);
    }
}

package io.meshwork.quality.engine.kafka;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a window, a JSON object on each line; where only the last row of each key counts, the others are left out in the end. */
final class WindowFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int SHORT_HASH = 16;

    private final Path path;
    private final OutputStream out;
    private final boolean latest;
    private final Map<ByteBuffer, Integer> lineOfKey = new HashMap<>();
    private final BitSet replaced = new BitSet();
    private int lines;
    private long bytes;

    /** @param latest whether only the last row of each key counts */
    WindowFile(Path path, boolean latest) throws IOException {
        this.path = path;
        this.latest = latest;
        this.out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
    }

    /** @param key of the record; one without a key replaces no other */
    void add(byte @Nullable [] key, RowBytes row) throws IOException {
        row.writeTo(out);
        out.write('\n');
        bytes += row.size() + 1L;
        replace(key, lines++);
    }

    /** The key has no value any more. */
    void remove(byte @Nullable [] key) {
        replace(key, null);
    }

    private void replace(byte @Nullable [] key, @Nullable Integer line) {
        if (!latest || key == null) {
            return;
        }
        ByteBuffer hash = hash(key);
        Integer before = line == null ? lineOfKey.remove(hash) : lineOfKey.put(hash, line);
        if (before != null) {
            replaced.set(before);
        }
    }

    private static ByteBuffer hash(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return ByteBuffer.wrap(Arrays.copyOf(digest, SHORT_HASH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    long bytes() {
        return bytes;
    }

    int replaced() {
        return replaced.cardinality();
    }

    /** Without any row, an empty array: a file of no bytes would be no JSON. */
    void finish() throws IOException {
        out.close();
        if (lines == replaced()) {
            Files.writeString(path, "[]", StandardCharsets.UTF_8);
        } else if (!replaced.isEmpty()) {
            leaveOutReplaced();
        }
    }

    private void leaveOutReplaced() throws IOException {
        Path all = path.resolveSibling("all rows");
        Files.move(path, all);
        try (InputStream from = Files.newInputStream(all);
                OutputStream to = new BufferedOutputStream(Files.newOutputStream(path), BUFFER)) {
            byte[] buffer = new byte[BUFFER];
            int line = 0;
            for (int read = from.read(buffer); read > 0; read = from.read(buffer)) {
                int start = 0;
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n' || i == read - 1) {
                        if (!replaced.get(line)) {
                            to.write(buffer, start, i + 1 - start);
                        }
                        start = i + 1;
                        line += buffer[i] == '\n' ? 1 : 0;
                    }
                }
            }
        }
        Files.delete(all);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

package io.meshwork.catalog.discovery.web;

import io.meshwork.catalog.discovery.Cursor;
import io.meshwork.messaging.web.ProblemException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cursors as text that fits into a link. */
final class Cursors {

    private static final byte VERSION = 1;
    private static final int MOST_WEIGHTS = 64;
    private static final int LONGEST = 1_000;

    private Cursors() {}

    static String write(Cursor cursor) {
        byte[] id = cursor.id().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(7 + cursor.weights().size() * Float.BYTES + id.length)
                .put(VERSION)
                .put((byte) (cursor.widened() ? 1 : 0))
                .putInt(cursor.key())
                .put((byte) cursor.weights().size());
        cursor.weights().forEach(bytes::putFloat);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes.put(id).array());
    }

    /**
     * @return null for the first page
     * @throws ProblemException 400 when it is no cursor of ours
     */
    static @Nullable Cursor read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() > LONGEST) {
                throw unknown();
            }
            return read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw unknown();
        }
    }

    private static Cursor read(ByteBuffer bytes) {
        if (bytes.get() != VERSION) {
            throw unknown();
        }
        boolean widened = bytes.get() == 1;
        int key = bytes.getInt();
        int size = bytes.get();
        if (key < 0 || size < 0 || size > MOST_WEIGHTS) {
            throw unknown();
        }
        List<Float> weights = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            float weight = bytes.getFloat();
            if (!(weight >= 0 && weight < MOST_WEIGHTS)) {
                throw unknown();
            }
            weights.add(weight);
        }
        return new Cursor(key, StandardCharsets.UTF_8.decode(bytes).toString(), widened, weights);
    }

    private static ProblemException unknown() {
        return Problems.invalid("after", "after must be taken unchanged from the next link of a page.");
    }
}

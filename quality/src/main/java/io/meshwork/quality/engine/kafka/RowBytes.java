package io.meshwork.quality.engine.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One row as JSON; a few bytes of a record can stand for a lot, so it ends at {@value #MOST}. */
final class RowBytes extends OutputStream {

    static final int MOST = 4 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

    @Override
    public void write(int one) {
        require(1);
        bytes.write(one);
    }

    @Override
    public void write(byte[] more, int offset, int length) {
        require(length);
        bytes.write(more, offset, length);
    }

    private void require(int more) {
        if (bytes.size() > MOST - more) {
            throw new Illegible("it is larger than " + (MOST >> 20) + " MB when it is unfolded");
        }
    }

    void reset() {
        bytes.reset();
    }

    int size() {
        return bytes.size();
    }

    void writeTo(OutputStream target) throws IOException {
        bytes.writeTo(target);
    }

    @Override
    public String toString() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

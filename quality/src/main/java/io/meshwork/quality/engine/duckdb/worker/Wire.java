package io.meshwork.quality.engine.duckdb.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes between us and a worker: frames of a length (four bytes, of what follows), a version, a kind, and the kind's fields.
 * Neither side trusts the other to keep to it.
 */
final class Wire {

    /** Bytes of a frame, its length included. */
    static final int LONGEST = 1 << 20;

    private static final byte VERSION = 1;
    private static final byte OPEN = 1;
    private static final byte ASK = 2;
    private static final byte CLOSE = 3;
    private static final byte READY = 11;
    private static final byte VALUE = 12;
    private static final byte REFUSED = 13;
    private static final byte BROKEN = 14;

    private Wire() {}

    private interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    private interface Reader<T> {
        T read(byte kind, DataInputStream in) throws IOException;
    }

    /** It may be longer than {@link #LONGEST}; then it is not to be sent. */
    static byte[] frame(Request request) {
        return switch (request) {
            case Request.Open open ->
                frame(OPEN, out -> {
                    write(out, open.file());
                    out.writeLong(open.memoryMegabytes());
                    out.writeInt(open.threads());
                    out.writeLong(open.timeout().toMillis());
                    out.writeLong(open.spillMegabytes());
                });
            case Request.Ask ask ->
                frame(ASK, out -> {
                    write(out, ask.rows());
                    out.writeInt(ask.names().size());
                    for (String name : ask.names()) {
                        write(out, name);
                    }
                    write(out, ask.query());
                });
            case Request.Close close -> frame(CLOSE, out -> {});
        };
    }

    static byte[] frame(Answer.Told told) {
        return switch (told) {
            case Answer.Value(double value) -> frame(VALUE, out -> out.writeDouble(value));
            case Answer.Refused(String reason) -> frame(REFUSED, out -> write(out, reason));
            case Answer.Broken(String message) -> frame(BROKEN, out -> write(out, message));
        };
    }

    /** By which a worker says that it waits for what it is to be asked. */
    static byte[] ready() {
        return frame(READY, out -> {});
    }

    private static byte[] frame(byte kind, Writer fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0);
            out.writeByte(VERSION);
            out.writeByte(kind);
            fields.write(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        byte[] frame = bytes.toByteArray();
        ByteBuffer.wrap(frame).putInt(frame.length - Integer.BYTES);
        return frame;
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Empty when there will be no more. */
    static Optional<Request> request(InputStream in) throws IOException {
        return read(in, Wire::request);
    }

    private static Request request(byte kind, DataInputStream in) throws IOException {
        return switch (kind) {
            case OPEN ->
                new Request.Open(
                        text(in), in.readLong(), in.readInt(), Duration.ofMillis(in.readLong()), in.readLong());
            case ASK -> new Request.Ask(text(in), texts(in), text(in));
            case CLOSE -> new Request.Close();
            default -> throw new Garbled("the kind " + kind + " is no request");
        };
    }

    static Answer.Told told(InputStream in) throws IOException {
        return read(in, Wire::told).orElseThrow(EOFException::new);
    }

    private static Answer.Told told(byte kind, DataInputStream in) throws IOException {
        return switch (kind) {
            case VALUE -> new Answer.Value(in.readDouble());
            case REFUSED -> new Answer.Refused(text(in));
            case BROKEN -> new Answer.Broken(text(in));
            default -> throw new Garbled("the kind " + kind + " is no answer");
        };
    }

    static void awaitReady(InputStream in) throws IOException {
        byte kind = read(in, (read, fields) -> read).orElseThrow(EOFException::new);
        if (kind != READY) {
            throw new Garbled("the kind " + kind + " came where a worker says that it is ready");
        }
    }

    private static <T> Optional<T> read(InputStream in, Reader<T> reader) throws IOException {
        byte[] head = in.readNBytes(Integer.BYTES);
        if (head.length == 0) {
            return Optional.empty();
        }
        byte[] body = body(in, head);
        DataInputStream fields = new DataInputStream(new ByteArrayInputStream(body, 2, body.length - 2));
        T read;
        try {
            read = reader.read(body[1], fields);
        } catch (EOFException beyondItsFrame) {
            throw new Garbled("a frame of the kind " + body[1] + " ends within a field");
        }
        if (fields.available() > 0) {
            throw new Garbled("a frame of the kind " + body[1] + " goes on behind its fields");
        }
        return Optional.of(read);
    }

    private static byte[] body(InputStream in, byte[] head) throws IOException {
        if (head.length < Integer.BYTES) {
            throw new EOFException();
        }
        int length = ByteBuffer.wrap(head).getInt();
        if (length < 2 || length > LONGEST - Integer.BYTES) {
            throw new Garbled("a frame says that it has " + length + " bytes");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        if (body[0] != VERSION) {
            throw new Garbled("a frame has the version " + body[0] + " and not " + VERSION);
        }
        return body;
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new Garbled("a text says that it has " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new Garbled("a list says that it has " + count + " texts");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(in));
        }
        return texts;
    }
}

package io.meshwork.quality.engine.kafka;

import io.meshwork.quality.engine.Window;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What of a window was read so far. */
final class Intake {

    private final Spans spans;
    private final WindowFile rows;
    private final RowDecoder decoder;
    private final RowBytes row = new RowBytes();
    private long bytesRead;
    private long values;
    private long tombstones;
    private long unreadable;
    private long earliest = Long.MAX_VALUE;
    private long newest = Long.MIN_VALUE;
    private @Nullable String flaw;
    private @Nullable String left;
    private boolean tooLarge;

    Intake(Spans spans, WindowFile rows, RowDecoder decoder) {
        this.spans = spans;
        this.rows = rows;
        this.decoder = decoder;
    }

    void take(ConsumerRecord<byte[], byte[]> record) throws IOException {
        earliest = Math.min(earliest, record.timestamp());
        newest = Math.max(newest, record.timestamp());
        if (record.value() == null) {
            tombstones++;
            rows.remove(record.key());
            return;
        }
        values++;
        bytesRead += record.value().length;
        Optional<String> why = decoder.decode(record.value(), row);
        if (why.isEmpty()) {
            rows.add(record.key(), row);
        } else {
            unreadable++;
            flaw = flaw != null
                    ? flaw
                    : "offset " + record.offset() + " of partition " + record.partition() + ": " + why.get();
        }
    }

    void leaveRest(String why) {
        left = why;
    }

    void leaveTooLarge(String why) {
        left = why;
        tooLarge = true;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    long count() {
        return values + tombstones;
    }

    /** Of what was read or of what was made of it, whichever is more. */
    long bytes() {
        return Math.max(bytesRead, rows.bytes());
    }

    Window window(String topic) {
        return new Window(inWords(topic), values, unreadable, flaw);
    }

    private String inWords(String topic) {
        List<String> parts = new ArrayList<>();
        String which = spans.isEverything() ? "all " : "the newest ";
        parts.add(which + values + " records of " + topic
                + (count() == 0 ? "" : ", from " + time(earliest) + " until " + time(newest)));
        String offsets = spans.toString();
        if (!offsets.isEmpty()) {
            parts.add("offsets of partition " + offsets);
        }
        if (left != null) {
            parts.add(left);
        }
        if (tombstones > 0) {
            parts.add(tombstones + " tombstones are no rows");
        }
        if (rows.replaced() > 0) {
            parts.add(rows.replaced() + " records that later ones of their key replace are no rows");
        }
        if (unreadable > 0) {
            parts.add(unreadable + " that cannot be read are no rows");
        }
        return String.join("; ", parts);
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}

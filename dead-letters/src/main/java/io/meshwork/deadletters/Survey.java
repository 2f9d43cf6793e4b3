package io.meshwork.deadletters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The letters of one topic from a position on, as far as an allowance goes. What settles a letter stands behind it: beyond the
 * allowance it is not seen, and the letter counts as open.
 *
 * @param found the first ones, by position
 * @param open how many are wanted and not settled, found or not
 * @param last what was read last, null when there was nothing
 * @param isComplete everything was read
 * @param next what stands behind this position is not found yet; null when all was
 */
public record Survey(
        List<Found> found,
        int open,
        @Nullable Position last,
        boolean isComplete,
        @Nullable Position next) {

    /** Enough for a page although some of it turns out to be settled. */
    private static final int MOST = 1000;

    /** @param settled null when it is open */
    public record Found(Outline letter, @Nullable Settled settled) {}

    /** @param alsoSettled finds letters that are settled, too, but does not count them */
    public static Survey of(
            Letters letters, String topic, Position from, Wanted wanted, boolean alsoSettled, Allowance allowance) {
        var reading = new Reading(wanted, alsoSettled);
        int width = letters.width(topic);
        for (int partition = from.partition(); partition < width; partition++) {
            var begin = partition == from.partition() ? from : new Position(partition, 0);
            if (!letters.read(topic, begin, allowance, reading::read)) {
                return reading.survey(false);
            }
        }
        return reading.survey(true);
    }

    /** Takes the records of a topic by partition and offset. */
    static final class Reading {

        private final Wanted wanted;
        private final boolean alsoSettled;
        private final Map<Position, Found> found = new LinkedHashMap<>();
        private final Set<Position> open = new TreeSet<>(Position.ORDER);
        private @Nullable Position last;
        private @Nullable Position lastFound;
        private boolean full;

        Reading(Wanted wanted, boolean alsoSettled) {
            this.wanted = wanted;
            this.alsoSettled = alsoSettled;
        }

        void read(ConsumerRecord<byte[], byte[]> record) {
            last = new Position(record.partition(), record.offset());
            var settled = Settled.from(record);
            if (settled.isEmpty()) {
                read(new Letter(record));
            } else if (settled.get().isBelievable(record)) {
                settle(settled.get());
            }
        }

        private void read(Letter letter) {
            if (!wanted.wants(letter)) {
                return;
            }
            open.add(letter.position());
            // what was passed over once must not be overtaken: the next page begins there
            full |= found.size() >= MOST;
            if (!full) {
                lastFound = letter.position();
                found.put(letter.position(), new Found(Outline.of(letter), null));
            }
        }

        private void settle(Settled settled) {
            if (open.remove(settled.letter())) {
                if (alsoSettled) {
                    found.computeIfPresent(settled.letter(), (_, one) -> new Found(one.letter(), settled));
                } else {
                    found.remove(settled.letter());
                }
            }
        }

        Survey survey(boolean complete) {
            var next = full ? lastFound : complete ? null : last;
            return new Survey(List.copyOf(found.values()), open.size(), last, complete, next);
        }
    }
}

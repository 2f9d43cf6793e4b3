package io.meshwork.deadletters;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a record stands in a topic, written {@code partition:offset}. */
public record Position(int partition, long offset) {

    public static final Position BEGIN = new Position(0, 0);

    /** By partition, then by offset. */
    public static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::partition).thenComparingLong(Position::offset);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

    @Override
    public String toString() {
        return partition + ":" + offset;
    }

    public Position next() {
        return new Position(partition, offset + 1);
    }

    /** Empty when it is none. */
    public static Optional<Position> parse(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Position(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}

package io.meshwork.notifier.feed.log;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How far somebody has read. The mark tells one log from another: after a restore from a backup a position may hold something else.
 *
 * @param position of the last entry read, 0 before the first
 * @param mark beginning of that entry's id
 */
public record Place(long position, String mark) {

    private static final int MARK = 8;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-([0-9a-f]{8})");

    public static Place of(long position, UUID id) {
        return new Place(position, id.toString().substring(0, MARK));
    }

    /** Where an entry was that is no longer kept, or where none has been yet. */
    public static Place unmarked(long position) {
        return new Place(position, "0".repeat(MARK));
    }

    /** Empty when we cannot have written it. */
    public static Optional<Place> read(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Place(Long.parseLong(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    /** For clients, who give it back as it is. */
    public String text() {
        return position + "-" + mark;
    }

    public Place orLater(Place other) {
        return other.position > position ? other : this;
    }
}

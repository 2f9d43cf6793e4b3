package io.meshwork.notifier.handling;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of incidents as people write them. */
public final class IncidentNumber {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private IncidentNumber() {}

    /** Empty when there can be no such incident. */
    public static Optional<Long> of(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}

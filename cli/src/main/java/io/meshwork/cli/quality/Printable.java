package io.meshwork.cli.quality;

import org.jspecify.annotations.Nullable;

/** Text from data that a terminal shows and does not obey. */
final class Printable {

    private static final int LONGEST = 40;

    private Printable() {}

    static String of(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        String plain = text.replaceAll("\\p{C}", "?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST - 1) + "…" : plain;
    }
}

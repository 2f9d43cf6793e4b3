package io.meshwork.notifier.silence;

import java.util.UUID;

/** Ids for silences whose requester chose none. */
public final class SilenceId {

    /** Letters and digits that nobody takes for one another when they are read aloud. */
    private static final String ALPHABET = "abcdefghjkmnpqrstvwxyz0123456789";

    private static final int LENGTH = 8;

    private SilenceId() {}

    /** Such as {@code s-k3mf80qa}; the same request has the same id. */
    public static String of(UUID request) {
        var id = new StringBuilder("s-");
        long bits = request.getLeastSignificantBits();
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt((int) (bits & (ALPHABET.length() - 1))));
            bits >>>= 5;
        }
        return id.toString();
    }
}

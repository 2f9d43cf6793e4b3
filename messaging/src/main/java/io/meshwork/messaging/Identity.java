package io.meshwork.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based UUIDs (version 5, RFC 9562), so that the same fact has the same id wherever and however often it is computed. */
public final class Identity {

    private static final UUID NAMESPACE = UUID.fromString("6f2f9c2e-2f0b-5a51-9a77-6d657368776b");

    private Identity() {}

    /** The UUIDv5 of these parts; parts are separated, so ("a", "bc") and ("ab", "c") differ. */
    public static UUID of(Object... parts) {
        MessageDigest sha1 = digest("SHA-1");
        sha1.update(bytes(NAMESPACE));
        for (Object part : parts) {
            byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
            sha1.update(ByteBuffer.allocate(4).putInt(text.length).flip());
            sha1.update(text);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * The {@code ce_id} of what a listener emits.
     *
     * @param topic short name from the manifest
     * @param ordinal counts from 1 what follows from one cause on this topic with this key
     */
    public static UUID ofOutcome(UUID cause, String topic, String key, int ordinal) {
        return of(cause, topic, key, ordinal);
    }

    /** The first 64 bits of the SHA-256 of the bytes; tells a repeated record from another one under the same identity. */
    public static long payloadHash(byte[] payload) {
        return ByteBuffer.wrap(digest("SHA-256").digest(payload)).getLong();
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}

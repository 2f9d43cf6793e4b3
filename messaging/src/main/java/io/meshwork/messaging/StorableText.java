package io.meshwork.messaging;

/** Text that PostgreSQL can keep, which has no zero characters. */
public final class StorableText {

    private StorableText() {}

    /** The text without zero characters. */
    public static String of(String text) {
        return text.replace("\0", "");
    }

    /** The text without zero characters, cut off after so many others. */
    public static String of(String text, int longest) {
        String storable = of(text);
        return storable.substring(0, Math.min(storable.length(), longest));
    }
}

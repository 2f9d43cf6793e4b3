package io.meshwork.catalog.discovery;

/**
 * Which transactions had ended at a moment, as PostgreSQL writes it: {@code xmin:xmax:running,running,…}. All below xmin had, none
 * from xmax on.
 */
public record Snapshot(String text) {

    /** Before the first transaction. */
    public static final Snapshot ORIGIN = new Snapshot("1:1:");

    public String xmin() {
        return text.substring(0, text.indexOf(':'));
    }

    boolean isLaterThan(Snapshot other) {
        return Long.compareUnsigned(xmax(), other.xmax()) > 0;
    }

    private long xmax() {
        return Long.parseUnsignedLong(text.substring(text.indexOf(':') + 1, text.lastIndexOf(':')));
    }
}

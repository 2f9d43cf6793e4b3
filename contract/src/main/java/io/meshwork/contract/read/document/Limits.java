package io.meshwork.contract.read.document;

/** What a document may not exceed; far above any honest contract. */
public final class Limits {

    /** The size of a message body in the mesh, bytes of UTF-8. */
    public static final int BYTES = 512 * 1024;

    /** Nesting of lists and mappings. */
    static final int DEPTH = 64;

    /** Uses of YAML aliases. */
    static final int ALIASES = 50;

    /** What aliases may add when they are written out, in nodes and characters. */
    static final int ALIAS_WEIGHT = BYTES;

    /** Characters of a key. */
    static final int KEY_LENGTH = 256;

    /** Characters of a number; the conversion of longer ones takes more than linear time. */
    static final int NUMBER_LENGTH = 100;

    private Limits() {}
}

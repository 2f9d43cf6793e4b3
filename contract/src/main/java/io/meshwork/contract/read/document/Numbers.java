package io.meshwork.contract.read.document;

import java.math.BigInteger;

/** Numbers as written in YAML's core schema or JSON, in the types that Jackson reads too, so that a round trip is equal. */
final class Numbers {

    private Numbers() {}

    static Number integer(String text) {
        BigInteger value = parse(text);
        if (value.bitLength() < Integer.SIZE) {
            return value.intValueExact();
        }
        return value.bitLength() < Long.SIZE ? (Number) value.longValueExact() : value;
    }

    /** Infinities and what is too large for a double stay text: JSON has no number for them. */
    static Object decimal(String text) {
        if (text.endsWith(".inf")
                || text.endsWith(".Inf")
                || text.endsWith(".INF")
                || text.length() == 4 && text.equalsIgnoreCase(".nan")) {
            return text;
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? (Object) value : text;
    }

    private static BigInteger parse(String text) {
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        return text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    }
}

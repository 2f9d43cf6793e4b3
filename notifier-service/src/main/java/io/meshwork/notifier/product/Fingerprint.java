package io.meshwork.notifier.product;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** Tells whether two lists of findings say the same, in any order. */
final class Fingerprint {

    private static final int BYTES = 12;

    private Fingerprint() {}

    static String of(List<Finding> findings) {
        return of(findings, finding -> finding.code() + "\u0000" + finding.message());
    }

    static String ofCodes(List<Finding> findings) {
        return of(findings, Finding::code);
    }

    private static String of(List<Finding> findings, Function<Finding, String> part) {
        var digest = sha256();
        findings.stream().map(part).sorted().forEach(text -> {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 1);
        });
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

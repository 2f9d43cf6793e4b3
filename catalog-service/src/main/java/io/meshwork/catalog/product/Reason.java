package io.meshwork.catalog.product;

import org.jspecify.annotations.Nullable;

/**
 * Why a product is blocked or warned about.
 *
 * @param code the policy's rule or the quality check that speaks
 * @param message what is wrong, in English
 * @param remediation how to mend it, null when there is nothing to add
 */
public record Reason(String code, String message, @Nullable String remediation) {

    private static final int LONGEST = 500;

    /** Cut to a length that leaves room for fifty of them in one record. */
    public Reason {
        message = cut(message);
        remediation = remediation == null ? null : cut(remediation);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}

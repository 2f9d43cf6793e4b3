package io.meshwork.policy.model;

import java.util.Locale;

/** What a violation leads to: a blocked product, a warning, or nothing because the policy is switched off. */
public enum Enforcement {
    MANDATORY,
    ADVISORY,
    DISABLED;

    /** As in documents and events. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Enforcement stricter(Enforcement a, Enforcement b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}

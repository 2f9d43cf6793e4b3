package io.meshwork.policy.model;

import java.util.Locale;

/** What a policy is about. */
public enum Category {
    INTEROPERABILITY,
    DOCUMENTATION,
    SECURITY,
    PRIVACY,
    COMPLIANCE;

    /** As in documents and events. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

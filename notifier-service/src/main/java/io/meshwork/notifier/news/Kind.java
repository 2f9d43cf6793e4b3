package io.meshwork.notifier.news;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a piece of news is about; subscriptions name it in lower case. */
public enum Kind {
    PUBLISHED,
    COMPLIANCE_CHANGED,
    QUALITY_CHANGED,
    LISTING_CHANGED,
    VERSION_DEPRECATED,
    VERSION_ACKNOWLEDGED,
    VERSION_RETIRED,
    PRODUCT_BLOCKED,
    QUALITY_FAILED,
    SUBMISSION_REJECTED,
    WAIVER_ENDING,
    RULE_UNDECIDED,
    SLO_AT_RISK,
    SLO_BREACHED,
    /** The trouble with an objective is over. */
    SLO_RECOVERED,
    DEAD_LETTERS,
    /** A webhook endpoint is not sent to any more. */
    WEBHOOK_DISABLED,
    /** A service does not keep up with a topic. */
    CONSUMER_LAGGING,
    /** A service reads a topic no more. */
    CONSUMER_STUCK,
    /** Broker or registry do not answer. */
    PLATFORM_UNREACHABLE,
    /** A channel refused a notification for good. */
    NOTIFICATION_FAILED,
    /** Many products of a domain have the same trouble. */
    DOMAIN_IN_TROUBLE,
    /** What was wrong is over. */
    INCIDENT_RESOLVED,
    /** What is wrong is so for long. */
    INCIDENT_REMINDER,
    /** Somebody takes care of what is wrong. */
    INCIDENT_ACKNOWLEDGED,
    /** How a product stands, for who begins to follow it. */
    CURRENT,
    /** A subscriber asked for it, to see that messages arrive. */
    TEST;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Lower-case name, as in events and configuration. */
    public String word() {
        return word;
    }

    /** Whether it goes on with a story, and is for those who were told how that began. */
    public boolean isFollowUp() {
        return this == INCIDENT_RESOLVED || this == INCIDENT_REMINDER || this == INCIDENT_ACKNOWLEDGED;
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }
}

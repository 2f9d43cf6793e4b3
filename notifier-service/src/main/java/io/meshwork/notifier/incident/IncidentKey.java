package io.meshwork.notifier.incident;

import io.meshwork.messaging.StorableText;
import io.meshwork.notifier.news.About;
import java.util.Comparator;

/**
 * What is wrong with what. Alerts with one key belong to one incident at a time.
 *
 * @param subject product id, domain id, or empty for the platform
 */
public record IncidentKey(String subject, String cause) implements Comparable<IncidentKey> {

    private static final Comparator<IncidentKey> ORDER =
            Comparator.comparing(IncidentKey::subject).thenComparing(IncidentKey::cause);

    public IncidentKey {
        subject = StorableText.of(subject);
        cause = StorableText.of(cause);
    }

    static IncidentKey of(About about, String cause) {
        return new IncidentKey(subjectOf(about), cause);
    }

    static String subjectOf(About about) {
        if (about.productId() != null) {
            return about.productId();
        }
        return about.domain() == null ? "" : about.domain();
    }

    @Override
    public int compareTo(IncidentKey other) {
        return ORDER.compare(this, other);
    }
}

package io.meshwork.notifier.channel.mail;

import io.meshwork.notifier.news.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says. All words are single lines without control characters.
 *
 * @param summary below the subject; empty when the subject says it all
 * @param more pieces of news that are not listed
 * @param reasons why its reader gets it
 */
record Letter(String subject, String summary, List<Passage> passages, int more, URI catalog, List<String> reasons) {

    /**
     * What happened to a product, or to the platform.
     *
     * @param link where to read more of it, null for the platform
     * @param owner empty when it is not known, or not of interest
     */
    record Passage(String title, @Nullable URI link, String owner, List<Item> items) {}

    /**
     * A piece of news.
     *
     * @param details in a digest of many left out
     * @param times how often it happened
     * @param time when it happened last
     */
    record Item(
            Severity severity,
            String headline,
            List<String> details,
            @Nullable String advice,
            int times,
            Instant time) {}
}

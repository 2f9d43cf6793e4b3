package io.meshwork.notifier.feed.atom;

import io.meshwork.notifier.feed.log.Entry;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed.
 *
 * @param id of the feed, the same on all pages and whatever its address
 * @param author who tells
 * @param self address of this page
 * @param next address of the page with older entries, null on the last one (RFC 5005)
 * @param updated when the newest entry was told
 * @param entries newest first
 */
record AtomFeed(
        UUID id,
        String title,
        String author,
        URI self,
        @Nullable URI next,
        Instant updated,
        List<Entry> entries) {}

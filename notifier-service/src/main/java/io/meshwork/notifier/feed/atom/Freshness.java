package io.meshwork.notifier.feed.atom;

import io.meshwork.messaging.Identity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What tells a reader that it has a feed already (RFC 9110); Spring answers 304 by it. */
@Component
class Freshness {

    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");
    /** Readers ask every few minutes; this spares asking to those behind one cache. */
    private static final Duration REUSE = Duration.ofSeconds(30);
    /** Time of a header has no fractions: what is younger may not be the last one of its second. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Clock clock;

    Freshness(Clock clock) {
        this.clock = clock;
    }

    static CacheControl forAll() {
        return CacheControl.maxAge(REUSE).cachePublic();
    }

    /** No cache on the way may keep it. */
    static CacheControl forOne() {
        return CacheControl.maxAge(REUSE).cachePrivate();
    }

    ResponseEntity<byte[]> answer(Instant updated, byte[] document, CacheControl caching) {
        var answer = ResponseEntity.ok()
                .contentType(ATOM)
                .eTag("\"" + Long.toHexString(Identity.payloadHash(document)) + "\"")
                .cacheControl(caching);
        if (updated.plus(SETTLED).isBefore(clock.instant())) {
            answer.lastModified(updated);
        }
        return answer.body(document);
    }
}

package io.meshwork.notifier.feed.stream.sse;

import io.meshwork.notifier.feed.log.Place;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.feed.stream.Ending;
import io.meshwork.notifier.feed.stream.Streams;
import io.meshwork.notifier.feed.stream.UpdateStream;
import io.meshwork.notifier.news.Links;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** The streams of this replica that somebody reads. */
final class OpenStreams {

    private static final Logger log = LoggerFactory.getLogger(OpenStreams.class);

    /** Characters; a thousand streams have a thousand of them. */
    private static final int BUFFER = 2_048;

    private final Streams streams;
    private final StreamSettings settings;
    private final Links links;
    private final JsonMapper json;
    private final RandomGenerator random;
    private final MeterRegistry meters;
    private final Semaphore free;

    OpenStreams(
            Streams streams,
            StreamSettings settings,
            Links links,
            JsonMapper json,
            RandomGenerator random,
            MeterRegistry meters) {
        this.streams = streams;
        this.settings = settings;
        this.links = links;
        this.json = json;
        this.random = random;
        this.meters = meters;
        this.free = new Semaphore(settings.most());
        meters.gauge("mesh.updates.streams", free, open -> settings.most() - open.availablePermits());
    }

    /**
     * Tells until the stream ends.
     *
     * @return false when there is no place for another one; nothing was written then
     */
    boolean run(Selection selection, @Nullable Place from, HttpServletResponse response) throws InterruptedException {
        if (streams.isClosed() || !free.tryAcquire()) {
            return false;
        }
        try {
            // reads the log, so what goes wrong here can still be answered
            var stream = streams.open(selection, from);
            var ending = tell(stream, selection, response);
            meters.counter("mesh.updates.streams.ended", "reason", ending.word())
                    .increment();
            return true;
        } finally {
            free.release();
        }
    }

    private Ending tell(UpdateStream stream, Selection selection, HttpServletResponse response)
            throws InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // nginx would gather events otherwise
        try {
            var out = new BufferedWriter(
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), BUFFER);
            var text = new EventText(out, selection, links, json);
            text.retryAfter(retry());
            var ending = stream.tell(text);
            out.flush();
            return ending;
        } catch (IOException gone) {
            return Ending.LEFT;
        } catch (RuntimeException e) {
            log.atWarn()
                    .setCause(e)
                    .log("A stream of updates is cut, since the log cannot be read; its client resumes it");
            return Ending.BROKEN;
        }
    }

    /** Those that are cut together do not come again together. */
    private Duration retry() {
        return settings.retry()
                .plusMillis(random.nextLong(Math.max(1, settings.retry().toMillis())));
    }
}

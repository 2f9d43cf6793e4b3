package io.meshwork.notifier.feed.stream.sse;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Streams of updates.
 *
 * @param interval how often the log is asked for more, once for all streams of a replica; an update is told about this much later.
 *     Default 250 ms
 * @param most streams of a replica at the same time; default 1,000
 * @param buffer updates that may wait for one client, more than two pages of 500; one that is slower reads them in the log. Default 2,000
 * @param heartbeat something is sent at least this often, so that proxies keep a stream open; default 15 s
 * @param longest a stream ends after this time and is resumed by its client, who is then checked again; default 1 hour
 * @param retry how long clients wait before they come again, each up to as long again by chance; default 2 s
 * @param allowedOrigins pages of other origins whose scripts may read updates, such as {@code https://portal.example.com}; default none
 */
@Validated
@ConfigurationProperties("mesh.updates.stream")
record StreamSettings(
        @NotNull @DefaultValue("250ms") Duration interval,
        @Min(1) @DefaultValue("1000") int most,
        @Min(1) @DefaultValue("2000") int buffer,
        @NotNull @DefaultValue("15s") Duration heartbeat,
        @NotNull @DefaultValue("1h") Duration longest,
        @NotNull @DefaultValue("2s") Duration retry,
        @NotNull @DefaultValue List<String> allowedOrigins) {}

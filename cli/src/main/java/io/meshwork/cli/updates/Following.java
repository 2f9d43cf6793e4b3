package io.meshwork.cli.updates;

import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.node.MissingNode;

/** Follows a stream through everything that cuts it: comes again behind the last event, later and later while nobody answers. */
final class Following {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** A stream says something every 15 seconds; one that does not has lost its other end. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final ApiClient service;
    private final String path;
    private final BiConsumer<String, String> event;
    private final Consumer<String> trouble;
    /** Never counted down: waiting on it is a pause that an interrupt ends. */
    private final CountDownLatch never = new CountDownLatch(1);

    private String lastEventId;
    private Duration retry = Duration.ofSeconds(1);
    private int vain;
    private boolean connected;
    private volatile long heard;

    /**
     * @param event told each type and data
     * @param trouble told why there is a pause
     */
    Following(
            ApiClient service,
            String path,
            String lastEventId,
            BiConsumer<String, String> event,
            Consumer<String> trouble) {
        this.service = service;
        this.path = path;
        this.lastEventId = lastEventId;
        this.event = event;
        this.trouble = trouble;
    }

    /** @return found when it was interrupted; else why it cannot begin, or may not go on */
    ApiAnswer untilStopped() {
        while (true) {
            var answer = service.read(path, headers(), this::read);
            if (Thread.currentThread().isInterrupted()) {
                return new ApiAnswer.Found(MissingNode.getInstance(), "");
            }
            switch (answer) {
                case ApiAnswer.Refused _, ApiAnswer.Undecided _ -> {
                    return answer;
                }
                case ApiAnswer.Unreachable(var reason) -> {
                    if (!connected) {
                        return answer;
                    }
                    trouble.accept(reason);
                }
                case ApiAnswer.Found _ -> {
                    // it ends when a replica stops, and every hour
                }
            }
            if (isInterruptedWithin(pause(vain++))) {
                return new ApiAnswer.Found(MissingNode.getInstance(), "");
            }
        }
    }

    private Map<String, String> headers() {
        return lastEventId.isEmpty() ? Map.of() : Map.of("Last-Event-ID", lastEventId);
    }

    private void read(InputStream body) throws IOException {
        connected = true;
        heard = System.nanoTime();
        var watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("stream-watch").factory());
        try {
            watch.scheduleWithFixedDelay(() -> closeWhenSilent(body), 5, 5, TimeUnit.SECONDS);
            new EventStream(new Heard()).read(body);
        } finally {
            watch.shutdownNow();
        }
    }

    private void closeWhenSilent(InputStream body) {
        if (System.nanoTime() - heard > SILENCE.toNanos()) {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Twice as long after every vain try, and a little by chance, so that all who were cut off do not come at once. */
    private Duration pause(int failures) {
        var doubled = retry.multipliedBy(1L << Math.min(failures, 10));
        var most = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return most.plusMillis(ThreadLocalRandom.current().nextLong(1 + most.toMillis() / 4));
    }

    private boolean isInterruptedWithin(Duration pause) {
        try {
            return never.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private final class Heard implements EventStream.Listener {

        @Override
        public void event(String type, String data) {
            event.accept(type, data);
        }

        @Override
        public void reached(String id) {
            lastEventId = id;
            vain = 0;
        }

        @Override
        public void retryAfter(Duration pause) {
            retry = pause;
        }

        @Override
        public void alive() {
            heard = System.nanoTime();
        }
    }
}

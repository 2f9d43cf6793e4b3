package io.meshwork.quality.engine.duckdb.worker;

import io.meshwork.quality.engine.duckdb.scratch.ScratchFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A process and the pipes to it. It is used by one thread at a time; only that its time is over comes from another. */
final class Worker {

    /** For one that hangs; a busy machine takes ten times as long as the second or two of a quiet one. */
    private static final Duration TO_START = Duration.ofMinutes(1);

    /** What a query that was interrupted has, to say so. */
    private static final Duration TO_STOP = Duration.ofSeconds(2);

    private static final int SECONDS_TO_END = 5;
    private static final int LONGEST_WORDS = 300;

    private final Process process;
    private final ScheduledExecutorService clock;
    private final CompletableFuture<String> lastWords = new CompletableFuture<>();
    private volatile boolean overdue;

    private interface Exchange<T> {
        T make() throws IOException;
    }

    /** @param folder is deleted as soon as the process has ended */
    Worker(Process process, Path folder, ScheduledExecutorService clock) {
        this.process = process;
        this.clock = clock;
        // Not by onExit, which needs a thread of the pool that everybody shares, and those may all wait for a worker.
        Thread.ofPlatform().daemon().name("worker-" + process.pid()).start(() -> bury(folder));
    }

    private void bury(Path folder) {
        try {
            process.waitFor();
        } catch (InterruptedException nobodyDoes) {
            process.destroyForcibly();
        }
        String words = firstLine(Launch.errors(folder));
        ScratchFolder.delete(folder);
        lastWords.complete(words);
    }

    private static String firstLine(Path errors) {
        try (var reader = Files.newBufferedReader(errors, StandardCharsets.ISO_8859_1)) {
            char[] first = new char[LONGEST_WORDS];
            int length = reader.read(first);
            return length <= 0
                    ? ""
                    : new String(first, 0, length).lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** @throws IOException when it did not come up, with a message for people */
    void awaitReady() throws IOException {
        try {
            within(TO_START, () -> {
                Wire.awaitReady(process.getInputStream());
                return true;
            });
        } catch (IOException e) {
            int exit = end();
            throw new IOException(
                    overdue
                            ? "it was not ready within " + TO_START.toSeconds() + " s"
                            : "it ended with exit code " + exit + " and wrote `" + lastWords.join() + "`",
                    e);
        }
    }

    /** False when it is no more. */
    boolean open(Request.Open open) {
        try {
            return within(TO_START, () -> {
                send(Wire.frame(open));
                Wire.awaitReady(process.getInputStream());
                return true;
            });
        } catch (IOException gone) {
            return false;
        }
    }

    Answer ask(Request.Ask ask, Duration timeout) {
        byte[] frame = Wire.frame(ask);
        if (frame.length > Wire.LONGEST) {
            return new Answer.Refused("the query has more than " + Wire.LONGEST / 1024
                    + " KB with the names of the data" + "; write a shorter one");
        }
        try {
            return within(timeout.plus(TO_STOP), () -> {
                send(frame);
                return Wire.told(process.getInputStream());
            });
        } catch (Garbled e) {
            process.destroyForcibly();
            end();
            return new Answer.Lost("the query's process gave an answer that cannot be read and was ended: "
                    + e.getMessage() + "; write the query in another way");
        } catch (IOException e) {
            int exit = end();
            return new Answer.Lost(
                    overdue
                            ? "took longer than " + timeout.toSeconds()
                                    + " s and could not be interrupted, so the query's"
                                    + " process was ended; write the query so that it does less"
                            : Ending.by(exit));
        }
    }

    /** The first line that it wrote about what went wrong with it, told when it has ended; none when it was killed. */
    CompletableFuture<String> lastWords() {
        return lastWords;
    }

    void close() throws IOException {
        send(Wire.frame(new Request.Close()));
    }

    private void send(byte[] frame) throws IOException {
        OutputStream requests = process.getOutputStream();
        requests.write(frame);
        requests.flush();
    }

    private <T> T within(Duration limit, Exchange<T> exchange) throws IOException {
        ScheduledFuture<?> alarm = clock.schedule(this::giveUp, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return exchange.make();
        } finally {
            alarm.cancel(false);
        }
    }

    private void giveUp() {
        overdue = true;
        process.destroyForcibly();
    }

    boolean isUsable() {
        return !overdue && process.isAlive();
    }

    Process process() {
        return process;
    }

    /**
     * Waits for its end, which is near when it no longer answers, and helps it on when it does not come. Nothing of it is left then.
     *
     * @return its exit code
     */
    private int end() {
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            int exit = process.waitFor();
            lastWords.join();
            return exit;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading data; the scan is to be run again", e);
        }
    }
}

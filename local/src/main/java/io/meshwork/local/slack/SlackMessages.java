package io.meshwork.local.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What was received, as one JSON line each; the last 2,000 are also kept in memory. */
final class SlackMessages {

    private static final int KEPT = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Deque<SlackMessage> latest = new ArrayDeque<>();

    private SlackMessages(Path file) {
        this.file = file;
    }

    /** With what an earlier run received. */
    static SlackMessages in(Path file) {
        SlackMessages messages = new SlackMessages(file);
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file)) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.map(line -> JSON.readValue(line, SlackMessage.class)).forEach(messages::keep);
                }
            }
            return messages;
        } catch (IOException failed) {
            throw new UncheckedIOException("the Slack messages in " + file + " cannot be read", failed);
        }
    }

    synchronized void add(SlackMessage message) throws IOException {
        Files.writeString(
                file, JSON.writeValueAsString(message) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        keep(message);
    }

    /** Oldest first. */
    synchronized List<SlackMessage> all() {
        return List.copyOf(latest);
    }

    private void keep(SlackMessage message) {
        latest.addLast(message);
        if (latest.size() > KEPT) {
            latest.removeFirst();
        }
    }
}

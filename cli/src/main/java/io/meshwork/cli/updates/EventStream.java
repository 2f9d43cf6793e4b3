package io.meshwork.cli.updates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads server-sent events as the HTML standard describes them. */
final class EventStream {

    /** Who hears. */
    interface Listener {

        void event(String type, String data);

        /** What is heard from here on comes behind this id. */
        void reached(String id);

        void retryAfter(Duration pause);

        /** Anything at all was heard. */
        void alive();
    }

    private final Listener listener;
    private String id = "";
    private String type = "";
    private final StringBuilder data = new StringBuilder();

    EventStream(Listener listener) {
        this.listener = listener;
    }

    /** Until the stream ends; what was not complete then is no event. */
    void read(InputStream body) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            listener.alive();
            if (line.isEmpty()) {
                dispatch();
            } else if (!line.startsWith(":")) {
                int colon = line.indexOf(':');
                field(
                        colon < 0 ? line : line.substring(0, colon),
                        colon < 0 ? "" : withoutSpace(line.substring(colon + 1)));
            }
        }
    }

    private void field(String name, String value) {
        switch (name) {
            case "id" -> id = value;
            case "event" -> type = value;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            case "retry" -> {
                if (value.matches("\\d{1,9}")) {
                    listener.retryAfter(Duration.ofMillis(Long.parseLong(value)));
                }
            }
            default -> {
                // the standard leaves room for others
            }
        }
    }

    /** The event first: who stops between the two hears it again, and not never. */
    private void dispatch() {
        if (!data.isEmpty()) {
            listener.event(type, data.toString());
        }
        if (!id.isEmpty()) {
            listener.reached(id);
        }
        type = "";
        data.setLength(0);
    }

    private static String withoutSpace(String value) {
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}

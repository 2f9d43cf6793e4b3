package io.meshwork.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of server-sent events as the HTML standard describes it, but for coming again by itself. */
final class EventSource implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Event(String id, String type, JsonNode data) {

        String product() {
            return data.path("productId").asString();
        }
    }

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final InputStream body;
    private final Thread reader;
    private volatile String lastEventId;
    private volatile int retry;

    private EventSource(InputStream body, String lastEventId) {
        this.body = body;
        this.lastEventId = lastEventId;
        this.reader = Thread.startVirtualThread(this::read);
    }

    static EventSource open(URI address, String lastEventId) {
        var response = get(address, lastEventId);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
        return new EventSource(response.body(), lastEventId);
    }

    static HttpResponse<InputStream> get(URI address, String lastEventId) {
        var request = HttpRequest.newBuilder(address);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** An id counts from the end of its block on, with or without an event. */
    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = lastEventId;
            String type = "message";
            String data = null;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (data != null) {
                        events.add(new Event(id, type, JSON.readTree(data)));
                    }
                    lastEventId = id;
                    type = "message";
                    data = null;
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith("retry: ")) {
                    retry = Integer.parseInt(line.substring(7));
                } else {
                    assertThat(line).startsWith(":");
                }
            }
        } catch (IOException cut) {
            // what was read until then counts
        }
    }

    List<Event> events() {
        return events;
    }

    List<String> products() {
        return events.stream().map(Event::product).toList();
    }

    String lastEventId() {
        return lastEventId;
    }

    int retry() {
        return retry;
    }

    boolean isOver() {
        return !reader.isAlive();
    }

    /** Cuts the connection; nothing is read afterwards. */
    @Override
    public void close() {
        try {
            body.close();
            reader.join();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

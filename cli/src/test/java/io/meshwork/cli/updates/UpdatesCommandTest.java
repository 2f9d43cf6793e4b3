package io.meshwork.cli.updates;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpdatesCommandTest {

    private static final String REFUSED = "{\"title\":\"Not allowed\",\"detail\":\"the token is over\"}";

    private record Answer(int status, String body, boolean cut) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer notifier;

    UpdatesCommandTest() throws IOException {
        notifier = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        notifier.createContext("/", this::answer);
        notifier.start();
    }

    @AfterEach
    void stop() {
        notifier.stop(0);
    }

    @Test
    void showsTheLastFewOldestFirst() {
        answers.add(new Answer(200, page("", update("cart.b"), update("cart.a")), false));

        Mesh run = run("--domain", "cart");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).matches("(?s)TIME +SEVERITY +KIND +PRODUCT +HEADLINE\n.*cart\\.a is .*cart\\.b is .*");
        assertThat(asked).containsExactly("/api/v1/updates?limit=20&domain=cart null");
    }

    @Test
    void readsAllPagesSinceAMoment() {
        answers.add(new Answer(200, page("/api/v1/updates?after=7", update("cart.c"), update("cart.b")), false));
        answers.add(new Answer(200, page("", update("cart.a")), false));

        Mesh run = run("--since", "2027-01-01T00:00:00Z", "-o", "json");

        assertThat(run.out()).containsSubsequence("cart.a", "cart.b", "cart.c");
        assertThat(asked)
                .containsExactly(
                        "/api/v1/updates?limit=200&since=2027-01-01T00%3A00%3A00Z null",
                        "/api/v1/updates?after=7 null");
    }

    @Test
    void followsThroughCutsBehindTheLastEvent() {
        answers.add(new Answer(200, page("", update("cart.a")), false));
        answers.add(new Answer(200, "retry: 10\nid: 5-e\n\n" + event("6-f", "cart.b") + "id: 7-g\ndata: {\"hal", true));
        answers.add(new Answer(503, "", false));
        answers.add(new Answer(200, "retry: 10\n\n" + event("7-g", "cart.c") + ":\nid: 8-h\n\n", false));
        answers.add(new Answer(403, REFUSED, false));

        Mesh run = run("--product", "cart.*", "--follow");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out())
                .matches("(?s).*cart\\.a is .*cart\\.b is .*cart\\.c is .*")
                .contains("    because");
        assertThat(run.err()).contains("trying again", "the token is over");
        assertThat(asked)
                .containsExactly(
                        "/api/v1/updates?limit=20&product=cart.* null",
                        "/api/v1/updates/stream?product=cart.* 4-d",
                        "/api/v1/updates/stream?product=cart.* 6-f",
                        "/api/v1/updates/stream?product=cart.* 6-f",
                        "/api/v1/updates/stream?product=cart.* 8-h");
    }

    @Test
    void writesAnObjectALineForPrograms() {
        answers.add(new Answer(200, page(""), false));
        answers.add(new Answer(200, "retry: 10\n\n" + event("5-e", "cart.a") + event("6-f", "cart.b"), false));
        answers.add(new Answer(403, REFUSED, false));

        assertThat(run("--follow", "--output", "json").out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    }

    @Test
    void saysWhatMayBeMissing() {
        answers.add(new Answer(200, page(""), false));
        answers.add(new Answer(
                200,
                "retry: 10\n\nid: 9-0\nevent: gap\ndata: {\"reason\":\"expired\",\"explanation\":\"no longer kept\"}\n\n",
                false));
        answers.add(new Answer(403, REFUSED, false));

        assertThat(run("--follow").err()).contains("no longer kept");
    }

    @Test
    void showsNothingThatATerminalObeys() {
        answers.add(new Answer(200, page("", update("cart.\\u001b[31m")), false));

        assertThat(run().out()).contains("cart.?[31m").doesNotContain("\u001b");
    }

    @Test
    void saysThatNobodyAnswers() {
        notifier.stop(0);

        assertThat(run("--follow").exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    }

    private Mesh run(String... arguments) {
        var address = "http://127.0.0.1:" + notifier.getAddress().getPort();
        return mesh(Stream.of(Stream.of("updates"), Stream.of(arguments), Stream.of("--notifier", address))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Last-Event-ID"));
        var answer = answers.removeFirst();
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        // one byte more is promised than comes, as when a connection breaks
        exchange.sendResponseHeaders(answer.status(), answer.cut() ? bytes.length + 1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static String event(String id, String product) {
        return "id: " + id + "\nevent: listing_changed\ndata: "
                + update(product).replace("\n", "") + "\n\n";
    }

    private static String page(String next, String... updates) {
        return "{\"items\":[%s],\"next\":%s,\"lastEventId\":\"4-d\"}"
                .formatted(String.join(",", updates), next.isEmpty() ? "null" : "\"" + next + "\"");
    }

    private static String update(String product) {
        return """
                {"id":"00000000-0000-0000-0000-000000000001","productId":"%1$s","version":"1.0.0","kind":"listing_changed",
                "severity":"critical","headline":"%1$s is blocked","details":["because"],"toldAt":"2027-01-01T00:00:00.123Z"}""".formatted(product);
    }
}

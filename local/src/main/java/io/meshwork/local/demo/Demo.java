package io.meshwork.local.demo;

import io.meshwork.local.demo.Examples.Example;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publishes the examples one after the other and tells what happens to them. */
public final class Demo {

    private static final List<String> TOPICS = List.of(
            "product.published",
            "product.rejected",
            "policy.evaluated",
            "quality.scored",
            "product.listing",
            "product.updates");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SLACK_PATIENCE = Duration.ofSeconds(12);
    private static final Duration BREATH = Duration.ofMillis(300);
    private static final int FEED_LINES = 40;

    /** Where the mesh is. */
    public record Mesh(
            String name,
            String bootstrapServers,
            URI registry,
            URI catalog,
            URI policy,
            URI quality,
            URI notifier,
            URI slack) {
        String topic(String shortName) {
            return name + "." + shortName + ".v1";
        }
    }

    private final Mesh mesh;
    private final Teller teller;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public Demo(Mesh mesh, Teller teller, Clock clock) {
        this.mesh = mesh;
        this.teller = teller;
        this.clock = clock;
    }

    /** @return whether every example got where it can get */
    public boolean play(Path examplesFolder) throws IOException, InterruptedException {
        Examples all = Examples.in(examplesFolder);
        List<Example> examples = all.products();
        Set<String> products = examples.stream().map(Example::product).collect(Collectors.toUnmodifiableSet());
        Instant begin = clock.instant();
        describe(all.domains());
        teller.heading("Publishing " + examples.size() + " example products");
        Story story;
        boolean told;
        try (Timeline timeline = new Timeline(clock)) {
            story = new Story(begin, products, step -> timeline.add(step.at(), () -> teller.tell(step)));
            told = follow(story, timeline, examples);
        }
        showSlack(begin);
        showFeed(story);
        teller.heading("The mesh now");
        SummaryTable.of(examples, story).forEach(teller::text);
        if (!told) {
            teller.text("Some products have no verdict yet; `./mesh logs` tells why.");
        }
        return told;
    }

    private boolean follow(Story story, Timeline timeline, List<Example> examples)
            throws IOException, InterruptedException {
        try (TopicWatch watch = TopicWatch.start(
                mesh.bootstrapServers(),
                mesh.registry(),
                TOPICS.stream().map(mesh::topic).toList(),
                record -> Steps.from(record).ifPresent(story::hear))) {
            return await(story, submit(examples, timeline));
        }
    }

    private void describe(Map<String, byte[]> domains) throws IOException, InterruptedException {
        teller.heading("Describing " + domains.size() + " domains");
        for (Map.Entry<String, byte[]> domain : domains.entrySet()) {
            HttpRequest request = HttpRequest.newBuilder(mesh.catalog().resolve("api/v1/domains/" + domain.getKey()))
                    .header("Content-Type", "application/yaml")
                    .timeout(Duration.ofSeconds(30))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(domain.getValue()))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            teller.text("  " + domain.getKey() + ": " + described(response));
        }
    }

    private static String described(HttpResponse<String> response) {
        JsonNode body = JsonMapper.shared().readTree(response.body());
        return switch (response.statusCode()) {
            case 200, 201 -> body.path("description").asString("");
            default -> "not described, " + body.path("detail").asString("status " + response.statusCode());
        };
    }

    private Set<String> submit(List<Example> examples, Timeline timeline) throws IOException, InterruptedException {
        Set<String> awaited = new HashSet<>();
        for (Example example : examples) {
            Instant at = clock.instant();
            HttpRequest request = HttpRequest.newBuilder(mesh.catalog().resolve("api/v1/submissions"))
                    .header("Content-Type", "application/yaml")
                    .timeout(Duration.ofSeconds(30))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(example.document()))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            String answer = answer(response.statusCode(), clock.instant().toEpochMilli() - at.toEpochMilli());
            timeline.add(at, () -> teller.submitted(example.product(), at, answer));
            if (response.statusCode() < 300) {
                awaited.add(example.product());
            }
            TimeUnit.MILLISECONDS.sleep(BREATH.toMillis());
        }
        return awaited;
    }

    private static String answer(int status, long millis) {
        String meaning = switch (status) {
            case 201 -> "201 decided";
            case 200 -> "200 unchanged since it was published before";
            case 202 -> "202 accepted, not decided yet";
            case 409 -> "409 this version was published with other content";
            case 422 -> "422 rejected";
            default -> String.valueOf(status);
        };
        return meaning + " in " + millis + " ms";
    }

    private boolean await(Story story, Set<String> awaited) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        while (!story.isTold(awaited) && clock.instant().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        boolean told = story.isTold(awaited);
        // Slack takes one message a second; the last alerts are on their way.
        Instant patient = clock.instant().plus(SLACK_PATIENCE);
        do {
            TimeUnit.MILLISECONDS.sleep(BREATH.toMillis() * 3);
        } while (isSomethingWaiting() && clock.instant().isBefore(patient));
        return told;
    }

    /** Whether ops are still to hear of something; what is held for long is none of it. */
    private boolean isSomethingWaiting() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        mesh.notifier().resolve("api/v1/notifications?channel=slack&state=waiting"))
                .build();
        JsonNode page = JsonMapper.shared()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
        return !page.path("items").isEmpty();
    }

    private void showSlack(Instant begin) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(mesh.slack().resolve("messages")).build();
        JsonNode messages = JsonMapper.shared()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
        teller.heading("Slack, as ops see it");
        int shown = 0;
        for (JsonNode message : messages) {
            if (Instant.parse(message.path("receivedAt").asString()).isAfter(begin)) {
                teller.text("  #" + message.path("channel").asString() + "  "
                        + message.path("text").asString());
                shown++;
            }
        }
        if (shown == 0) {
            teller.text("  nothing new: no state changed since the last demo");
        }
    }

    private void showFeed(Story story) {
        teller.heading("The consumers' feed, topic " + mesh.topic("product.updates"));
        List<Step.Fed> feed = story.feed();
        feed.stream().limit(FEED_LINES).forEach(f -> teller.text("  " + f.headline() + followers(f.subscriptions())));
        if (feed.size() > FEED_LINES) {
            teller.text("  and " + (feed.size() - FEED_LINES) + " more");
        }
        if (feed.isEmpty()) {
            teller.text("  nothing new");
        }
    }

    /** Subscriptions that somebody made by name; those that follow from a contract have long ids. */
    private static String followers(List<String> subscriptions) {
        List<String> who = new ArrayList<>(
                subscriptions.stream().filter(id -> !id.startsWith("contract-")).toList());
        int others = subscriptions.size() - who.size();
        if (others > 0) {
            who.add(others == 1 ? "a team in its contract" : others + " teams in its contract");
        }
        return who.isEmpty() ? "" : "  → " + String.join(", ", who);
    }

    /** Addresses and commands, for a mesh that stays up. */
    public void whereToLook() {
        teller.heading("Where to look next");
        teller.text("  catalog    " + mesh.catalog());
        teller.text("  REST       " + mesh.catalog() + "api");
        teller.text("  policies   " + mesh.policy() + "api/v1/policies");
        teller.text("  Slack      " + mesh.slack());
        teller.text("  incidents  ./mesh incident list");
        teller.text("  publish    ./mesh publish my-product.yaml");
        teller.text("  status     ./mesh status");
    }
}

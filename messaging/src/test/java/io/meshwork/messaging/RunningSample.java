package io.meshwork.messaging;

import static io.meshwork.messaging.sample.Products.product;
import static io.meshwork.messaging.testkit.TestPlatform.header;

import io.meshwork.events.QualityScored;
import io.meshwork.messaging.sample.Faults;
import io.meshwork.messaging.sample.SampleService;
import io.meshwork.messaging.testkit.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sample service on a mesh of its own, and what can be seen of it from outside. */
final class RunningSample implements AutoCloseable {

    static final Duration SOON = TestPlatform.PATIENCE;

    final TestPlatform platform;
    final ConfigurableApplicationContext service;

    RunningSample(String... args) {
        this(TestPlatform.fresh(), args);
    }

    RunningSample(TestPlatform platform, String... args) {
        this.platform = platform;
        this.service = SampleService.start(platform.args("quality", args));
    }

    /** Sends the product of this name; returns its {@code ce_id}. */
    String publish(String name) {
        return platform.send("product.published", "sales." + name, product(name));
    }

    String publish(String name, Map<String, String> headers) {
        return platform.send("product.published", "sales." + name, product(name), headers);
    }

    Faults faults() {
        return service.getBean(Faults.class);
    }

    JdbcClient jdbc() {
        return service.getBean(JdbcClient.class);
    }

    /** The outcomes about one product, as soon as there are so many. */
    List<ConsumerRecord<String, QualityScored>> outcomesOf(String product, int expected) {
        return await(
                () -> outcomes().stream().filter(r -> r.key().equals(product)).toList(), r -> r.size() >= expected);
    }

    List<ConsumerRecord<String, QualityScored>> outcomes() {
        return platform.read("quality.scored", QualityScored.class, 0, Duration.ZERO);
    }

    /** Distinct outcome ids per product. */
    Map<String, Set<String>> outcomeIds() {
        return outcomes().stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key, Collectors.mapping(r -> header(r, "ce_id"), Collectors.toSet())));
    }

    List<ConsumerRecord<byte[], byte[]>> letters() {
        return platform.readRaw("quality.dlt", 0, Duration.ZERO);
    }

    ConsumerRecord<byte[], byte[]> letterOf(String key) {
        return await(
                        () -> letters().stream()
                                .filter(r -> r.key() != null && key.equals(new String(r.key(), StandardCharsets.UTF_8)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    String reasonOf(String key) {
        return header(letterOf(key), "mesh-dlt-reason");
    }

    int seen(String product) {
        return jdbc().sql("select count(*) from seen where product = ?")
                .param(product)
                .query(Integer.class)
                .single();
    }

    /** How many products were seen more often than once. */
    int seenTwice() {
        return jdbc().sql("select count(*) from (select product from seen group by product having count(*) > 1) twice")
                .query(Integer.class)
                .single();
    }

    static <T> T await(Callable<T> seen, Predicate<T> enough) {
        return Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(seen, enough);
    }

    @Override
    public void close() {
        service.close();
    }
}

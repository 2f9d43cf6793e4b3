package io.meshwork.quality.engine.kafka;

import io.meshwork.quality.engine.DataTopic;
import io.meshwork.quality.engine.kafka.Spans.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a window of one topic into a file. Its end is fixed at the start, so that it ends however busy the topic is. One with too many
 * bytes is read once more with fewer records, since it is the newest that count.
 */
final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(250);

    private final Consumer<byte[], byte[]> consumer;
    private final DataTopic topic;
    private final WindowLimits limits;
    private final RowDecoder decoder;
    private final Clock clock;

    TopicReader(
            Consumer<byte[], byte[]> consumer,
            DataTopic topic,
            WindowLimits limits,
            WriterSchemas schemas,
            Clock clock) {
        this.consumer = consumer;
        this.topic = topic;
        this.limits = limits.narrowedBy(topic.wish());
        this.decoder = new RowDecoder(topic.format(), schemas);
        this.clock = clock;
    }

    /**
     * @param latest whether only the last record of each key counts; asked when the topic is there
     * @return empty when there is no such topic
     * @throws org.apache.kafka.common.KafkaException when the brokers cannot be asked
     * @throws RegistryTrouble when the registry cannot
     * @throws IOException when the window cannot be written
     */
    Optional<Intake> read(Path file, BooleanSupplier latest) throws IOException {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            return Optional.empty();
        }
        Spans spans = spans(partitions);
        boolean keyed = latest.getAsBoolean();
        Intake intake = read(file, spans, keyed);
        return Optional.of(
                intake.isTooLarge() ? read(file, spans.newest(Math.max(1, intake.count() * 4 / 5)), keyed) : intake);
    }

    private Intake read(Path file, Spans spans, boolean latest) throws IOException {
        try (WindowFile rows = new WindowFile(file, latest)) {
            Intake intake = new Intake(spans, rows, decoder);
            read(spans, intake);
            rows.finish();
            return intake;
        }
    }

    private Spans spans(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> firsts = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> young = limits.age() == null ? Map.of() : youngEnough(limits.age(), ends);
        Map<Integer, Span> spans = new TreeMap<>();
        for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            long first = firsts.getOrDefault(partition, 0L);
            spans.put(partition.partition(), new Span(first, young.getOrDefault(partition, first), end));
        }
        return new Spans(spans).newest(limits.records());
    }

    /** Where the first record stands that is young enough; at the end when none is. */
    private Map<TopicPartition, Long> youngEnough(Duration age, Map<TopicPartition, Long> ends) {
        long since = clock.instant().minus(age).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                ends.keySet().stream().collect(Collectors.toMap(partition -> partition, partition -> since)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp first = found.get(partition);
            offsets.put(partition, first == null ? end : Math.min(end, first.offset()));
        });
        return offsets;
    }

    private void read(Spans spans, Intake intake) throws IOException {
        Set<TopicPartition> open = new HashSet<>();
        spans.ofPartitions().forEach((partition, span) -> {
            if (span.length() > 0) {
                open.add(new TopicPartition(topic.name(), partition));
            }
        });
        consumer.assign(open);
        open.forEach(
                partition -> consumer.seek(partition, span(spans, partition).from()));
        Instant latest = clock.instant().plus(limits.timeout());
        while (!open.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < span(spans, partition(record)).end() && intake.bytes() < limits.bytes()) {
                    intake.take(record);
                }
            }
            open.removeIf(partition -> isRead(partition, spans));
            if (intake.bytes() >= limits.bytes()) {
                intake.leaveTooLarge("the rest was left out at " + (limits.bytes() >> 20) + " MB");
                return;
            }
            if (!open.isEmpty() && clock.instant().isAfter(latest)) {
                intake.leaveRest(
                        "the rest was left out after " + limits.timeout().toSeconds() + " s");
                return;
            }
        }
    }

    /** Where nothing is read any more, nothing is fetched either. */
    private boolean isRead(TopicPartition partition, Spans spans) {
        boolean read = consumer.position(partition) >= span(spans, partition).end();
        if (read) {
            consumer.pause(List.of(partition));
        }
        return read;
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static Span span(Spans spans, TopicPartition partition) {
        return spans.ofPartitions().getOrDefault(partition.partition(), new Span(0, 0, 0));
    }
}

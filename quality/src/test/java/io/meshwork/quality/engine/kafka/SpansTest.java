package io.meshwork.quality.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.quality.engine.kafka.Spans.Span;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpansTest {

    private static final Spans TWO = new Spans(Map.of(0, new Span(10, 10, 110), 1, new Span(0, 0, 20)));

    @Test
    void takesEverythingThatFits() {
        assertThat(TWO.newest(120)).isEqualTo(TWO);
        assertThat(TWO.newest(120).isEverything()).isTrue();
    }

    @Test
    void takesTheNewestOfEachPartitionAndGivesWhatShortOnesLeaveToTheOthers() {
        Spans newest = TWO.newest(60);

        assertThat(newest.ofPartitions())
                .containsEntry(0, new Span(10, 70, 110))
                .containsEntry(1, new Span(0, 0, 20));
        assertThat(newest.isEverything()).isFalse();
        assertThat(newest).hasToString("0: 70–109, 1: 0–19");
    }

    @Test
    void takesFewerOffsetsThanPartitionsToo() {
        long taken = TWO.newest(1).ofPartitions().values().stream()
                .mapToLong(Span::length)
                .sum();

        assertThat(taken).isEqualTo(1);
    }

    @Test
    void startsNowhereBeforeTheFirstOffset() {
        assertThat(new Span(10, 5, 20).from()).isEqualTo(10);
        assertThat(new Span(10, 30, 20).length()).isZero();
    }

    @Test
    void namesAFewOfManyPartitions() {
        Map<Integer, Span> many = new TreeMap<>();
        IntStream.range(0, 40).forEach(i -> many.put(i, new Span(0, 0, 5)));

        assertThat(new Spans(many).toString()).endsWith("11: 0–4 and 28 partitions more");
    }
}

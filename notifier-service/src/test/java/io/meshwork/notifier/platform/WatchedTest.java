package io.meshwork.notifier.platform;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedTest {

    private static final long MOST = 100;

    private final Watched unseen = Watched.unseen("policy of product.published");

    @Test
    void countsFromWhenAPartitionStandsStill() {
        var first = unseen.seen(List.of(at(0, 5, 9)), MOST, NOW);
        var second = first.seen(List.of(at(0, 5, 20)), MOST, NOW.plusSeconds(30));

        assertThat(second.stillSince(List.of(at(0, 5, 20)))).contains(NOW);
    }

    @Test
    void countsAnewWhenItMoves() {
        var first = unseen.seen(List.of(at(0, 5, 9)), MOST, NOW);
        var second = first.seen(List.of(at(0, 6, 20)), MOST, NOW.plusSeconds(30));

        assertThat(second.stillSince(List.of(at(0, 6, 20)))).contains(NOW.plusSeconds(30));
    }

    @Test
    void blamesNobodyForStandingStillAtTheEnd() {
        var first = unseen.seen(List.of(at(0, 9, 9)), MOST, NOW);
        var second = first.seen(List.of(at(0, 9, 9)), MOST, NOW.plusSeconds(600));
        var third = second.seen(List.of(at(0, 9, 10)), MOST, NOW.plusSeconds(630));

        assertThat(second.stillSince(List.of(at(0, 9, 9)))).isEmpty();
        assertThat(third.stillSince(List.of(at(0, 9, 10)))).contains(NOW.plusSeconds(600));
    }

    @Test
    void takesThePartitionThatStandsStillLongest() {
        var first = unseen.seen(List.of(at(0, 5, 9), at(1, 5, 9)), MOST, NOW);
        var now = List.of(at(0, 6, 9), at(1, 5, 9));
        var second = first.seen(now, MOST, NOW.plusSeconds(30));

        assertThat(second.stillSince(now)).contains(NOW);
    }

    @Test
    void fallsBehindWhenTooMuchWaitsInAllItsPartitions() {
        var some = unseen.seen(List.of(at(0, 0, 50), at(1, 0, 50)), MOST, NOW);
        var much = some.seen(List.of(at(0, 0, 51), at(1, 0, 50)), MOST, NOW.plusSeconds(30));
        var more = much.seen(List.of(at(0, 0, 90), at(1, 0, 50)), MOST, NOW.plusSeconds(60));

        assertThat(some.since()).isNull();
        assertThat(more.since()).isEqualTo(NOW.plusSeconds(30));
    }

    private static Position at(int partition, long read, long written) {
        return new Position("policy", "product.published", partition, read, written);
    }
}

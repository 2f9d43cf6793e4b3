package io.meshwork.notifier.feed.stream;

import static io.meshwork.notifier.feed.log.GivenUpdates.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.LogInMemory;
import io.meshwork.notifier.feed.log.Place;
import io.meshwork.notifier.feed.log.Resumption.Gap;
import io.meshwork.notifier.feed.log.Resumption.Reason;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.feed.log.Update;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpdateStreamTest {

    private static final Selection ALL = new Selection(null, null, null);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final LogInMemory log = new LogInMemory();
    private final Broadcast broadcast = new Broadcast(log);
    private final List<Running> running = new ArrayList<>();

    @AfterEach
    void close() {
        broadcast.close();
        running.forEach(one -> assertThat(one.ending).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void beginsWithWhatComesNext() {
        log.add(update("cart.before"));
        var follower = follow(ALL, null);

        log.add(update("cart.after"));
        tellAll();

        follower.hasBeenTold("cart.after");
    }

    @Test
    void tellsEachUpdateOnceThoughItIsReadAndOfferedAtTheSameTime() {
        var products = IntStream.range(0, 1_500).mapToObj(i -> "cart.p" + i).toList();
        log.add(products.subList(0, 500).stream()
                .map(UpdateStreamTest::anUpdate)
                .toArray(Update[]::new));
        var followers = new ArrayList<Running>();
        for (int i = 500; i < products.size(); i++) {
            log.append(List.of(update(products.get(i))));
            if (i % 100 == 0) {
                followers.add(follow(ALL, Place.unmarked(0)));
            }
            broadcast.step();
        }
        tellAll();

        followers.forEach(follower -> follower.hasBeenTold(products.toArray(String[]::new)));
    }

    @Test
    void goesOnBehindWhatWasReadWhereverThatWas() {
        log.add(update("cart.a"), update("cart.b"), update("cart.c"));
        tellAll();

        for (int read = 0; read <= 3; read++) {
            var place = read == 0
                    ? Place.unmarked(0)
                    : log.after(read - 1, 1).entries().getFirst().place();

            follow(ALL, place)
                    .hasBeenTold(List.of("cart.a", "cart.b", "cart.c")
                            .subList(read, 3)
                            .toArray(String[]::new));
        }
    }

    @Test
    void asksTheLogNoMoreForManyThanForOne() {
        for (int i = 0; i < 50; i++) {
            follow(ALL, null);
        }
        await().until(() -> running.stream().allMatch(one -> one.caughtUp()));
        int before = log.reads();

        log.add(update("cart.news"));
        broadcast.step();

        running.forEach(follower -> follower.hasBeenTold("cart.news"));
        assertThat(log.reads()).isEqualTo(before + 1);
    }

    @Test
    void neverWaitsForWhoTakesTooSlowlyAndTellsThemEverythingAllTheSame() {
        var slow = follow(ALL, null, 10);
        slow.block();
        var quick = follow(ALL, null, 1_000);
        await().until(quick::caughtUp);
        var products = IntStream.range(0, 100).mapToObj(i -> "cart.p" + i).toArray(String[]::new);
        for (var product : products) {
            log.add(update(product));
            tellAll();
        }

        quick.hasBeenTold(products);
        assertThat(slow.told).isEmpty();
        slow.unblock();
        slow.hasBeenTold(products);
    }

    @Test
    void tellsHowFarItHasReadThoughNothingWasForThem() {
        log.add(update("sales.a"));
        var follower = follow(new Selection(null, "cart", null), Place.unmarked(0));
        await().until(() -> follower.places.contains(log.newest()));

        log.add(update("sales.b"));
        tellAll();

        await().until(() -> follower.places.contains(log.newest()));
        assertThat(follower.told).isEmpty();
    }

    @Test
    void saysThatSomethingIsMissing() {
        log.add(update("cart.a"), update("cart.b"), update("cart.c"));
        log.trim(2);
        tellAll();

        var follower = follow(ALL, Place.unmarked(0));

        follower.hasBeenTold("cart.c");
        assertThat(follower.gaps).containsExactly(new Gap(Reason.EXPIRED, Place.unmarked(2)));
    }

    @Test
    void endsWhenItLastedLongEnough() {
        var pace = new Pace(LONG, Duration.ofMillis(50), 10);
        var follower = new Running(new Streams(log, broadcast, pace, Clock.systemUTC()), ALL, null);

        assertThat(follower.ending).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Ending.LONG_ENOUGH);
    }

    @Test
    void endsWhenTheReplicaStops() {
        var follower = follow(ALL, null);
        await().until(follower::caughtUp);

        broadcast.close();

        assertThat(follower.ending).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Ending.CLOSED);
        assertThat(follow(ALL, null).ending)
                .succeedsWithin(Duration.ofSeconds(5))
                .isEqualTo(Ending.CLOSED);
    }

    private static Update anUpdate(String product) {
        return update(product);
    }

    private void tellAll() {
        do {
            broadcast.step();
        } while (!broadcast.reached().equals(log.newest()));
    }

    private Running follow(Selection selection, @Nullable Place from) {
        return follow(selection, from, 2_000);
    }

    private Running follow(Selection selection, @Nullable Place from, int buffer) {
        var pace = new Pace(Duration.ofMillis(50), LONG, buffer);
        var follower = new Running(new Streams(log, broadcast, pace, Clock.systemUTC()), selection, from);
        running.add(follower);
        return follower;
    }

    /** Somebody who follows, in a thread of their own. */
    private static final class Running implements Audience {

        private final List<Entry> told = new CopyOnWriteArrayList<>();
        private final List<Place> places = new CopyOnWriteArrayList<>();
        private final List<Gap> gaps = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Ending> ending = new CompletableFuture<>();
        private volatile CountDownLatch gate = new CountDownLatch(0);

        Running(Streams streams, Selection selection, @Nullable Place from) {
            var stream = streams.open(selection, from);
            Thread.startVirtualThread(() -> {
                try {
                    ending.complete(stream.tell(this));
                } catch (IOException | InterruptedException | RuntimeException e) {
                    ending.completeExceptionally(e);
                }
            });
        }

        void block() {
            gate = new CountDownLatch(1);
        }

        void unblock() {
            gate.countDown();
        }

        /** A heartbeat comes after whatever was there before. */
        boolean caughtUp() {
            return places.size() > 1;
        }

        void hasBeenTold(String... products) {
            await().untilAsserted(() -> assertThat(told)
                    .extracting(entry -> entry.update().productId())
                    .containsExactly(products));
            assertThat(told.stream().flatMapToLong(entry -> LongStream.of(entry.position())))
                    .isSorted();
        }

        @Override
        public void told(Entry entry) throws IOException {
            pass();
            told.add(entry);
        }

        @Override
        public void nothingUntil(Place place) {
            assertThat(told).allSatisfy(entry -> assertThat(entry.position()).isLessThanOrEqualTo(place.position()));
            places.add(place);
        }

        @Override
        public void missed(Gap gap) {
            gaps.add(gap);
        }

        @Override
        public void flush() {}

        private void pass() throws IOException {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}

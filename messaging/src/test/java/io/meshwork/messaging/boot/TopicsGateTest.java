package io.meshwork.messaging.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.schemas.topics.Platform;
import io.meshwork.schemas.topics.TopicsCheck.Result;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class TopicsGateTest {

    private final World world = new World();
    private final TopicsGate gate = gate();

    @AfterEach
    void stop() {
        gate.stop();
    }

    @Test
    void opensOnceWhenEveryTopicIsThere() {
        gate.start();

        await().until(() -> status().equals(Status.UP));
        gate.start();
        await().during(Duration.ofMillis(100)).until(() -> world.opened.get() == 1);
    }

    @Test
    void waitsWhileBrokerOrRegistryAreAway() {
        world.answers.addAll(List.of(World::unavailable, World::unavailable, World::unavailable));

        gate.start();

        assertThat(status()).isEqualTo(Status.OUT_OF_SERVICE);
        await().until(() -> world.opened.get() == 1);
        assertThat(world.checks).hasValue(4);
        assertThat(world.exits).hasValue(0);
    }

    @Test
    void takesNoRecordBeforeWhatTheServiceNeedsIsThere() {
        var there = new CountDownLatch(1);
        TopicsGate waiting = gate(new BeforeListening() {
            @Override
            public boolean isThere(Duration patience) throws InterruptedException {
                return there.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            }

            @Override
            public String what() {
                return "the first policies";
            }
        });
        try {
            waiting.start();
            await().until(() -> world.checks.get() > 2);
            assertThat(waiting.health().toString()).contains("OUT_OF_SERVICE", "the first policies");
            assertThat(world.opened).hasValue(0);

            there.countDown();

            await().until(() -> waiting.health().getStatus().equals(Status.UP));
            assertThat(world.opened).hasValue(1);
        } finally {
            waiting.stop();
        }
    }

    @Test
    void triesAgainWhenTheCheckItselfFails() {
        world.answers.add(() -> {
            throw new IllegalStateException("a bug in the client");
        });

        gate.start();

        await().until(() -> world.opened.get() == 1);
    }

    @Test
    void triesAgainWhenTheBindingsCannotBeOpened() {
        world.failuresToOpen.set(2);

        gate.start();

        await().until(() -> status().equals(Status.UP));
        assertThat(world.opened).hasValue(1);
    }

    @Test
    void endsTheServiceWhenATopicIsMissing() {
        world.answers.add(() -> new Result.Broken(List.of("Topic mesh.product.published.v1 is missing")));

        gate.start();

        await().until(() -> world.exits.get() == 1);
        assertThat(status()).isEqualTo(Status.DOWN);
        assertThat(world.exitCode).hasValue(2);
        assertThat(world.opened).hasValue(0);
    }

    @Test
    void opensNothingAfterItWasStopped() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        world.answers.add(() -> {
            asked.countDown();
            awaitUninterruptibly(stopped);
            return new Result.Ok();
        });

        gate.start();
        asked.await();
        gate.stop();
        stopped.countDown();

        await().during(Duration.ofMillis(100)).until(() -> world.opened.get() == 0);
        assertThat(gate.isRunning()).isFalse();
    }

    @Test
    void stopsWithoutBindingsThatDoNotOpenAndClosesThemWhenTheyDo() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        world.beforeOpening = () -> {
            opening.countDown();
            awaitUninterruptibly(stopped);
        };

        gate.start();
        opening.await();
        gate.stop();
        stopped.countDown();

        await().until(() -> world.closed.get() == 1);
        assertThat(gate.isRunning()).isFalse();
        assertThat(status()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void closesWhatItOpenedAndOpensItAgain() {
        gate.start();
        await().until(() -> world.opened.get() == 1);

        gate.stop();
        gate.start();

        assertThat(world.closed).hasValue(1);
        await().until(() -> world.opened.get() == 2);
    }

    private TopicsGate gate(BeforeListening... needs) {
        return new TopicsGate(world, List.of("product.published"), List.of(needs), Duration.ofMillis(10));
    }

    private Status status() {
        return gate.health().getStatus();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class World implements TopicsGate.World {
        final Queue<Supplier<Result>> answers = new ArrayDeque<>();
        final AtomicInteger checks = new AtomicInteger();
        final AtomicInteger failuresToOpen = new AtomicInteger();
        volatile Runnable beforeOpening = () -> {};
        final AtomicInteger opened = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();
        final AtomicInteger exits = new AtomicInteger();
        final AtomicInteger exitCode = new AtomicInteger();

        /** As the real client says it. */
        static Result unavailable() {
            try (Platform nowhere = Platform.connect("nowhere.invalid:9092", "mock://nowhere", Map.of())) {
                throw new IllegalStateException("connected to " + nowhere);
            }
        }

        @Override
        public Result check(Collection<String> topics) {
            checks.incrementAndGet();
            Supplier<Result> answer = answers.poll();
            return answer == null ? new Result.Ok() : answer.get();
        }

        @Override
        public void openBindings() {
            if (failuresToOpen.getAndDecrement() > 0) {
                throw new IllegalStateException("the binder is not in the mood");
            }
            beforeOpening.run();
            opened.incrementAndGet();
        }

        @Override
        public void closeBindings() {
            closed.incrementAndGet();
        }

        @Override
        public void exit(int code) {
            exitCode.set(code);
            exits.incrementAndGet();
        }
    }
}

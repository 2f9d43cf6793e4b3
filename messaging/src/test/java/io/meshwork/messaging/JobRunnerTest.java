package io.meshwork.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.jdbc.CurrentStates;
import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.messaging.jdbc.Outbox;
import io.meshwork.messaging.kafka.Publisher;
import io.meshwork.messaging.testkit.TestPlatform;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

class JobRunnerTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final Consumer<Outcomes> NOTHING = outcomes -> {};

    private static MessagingTables tables;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<JobRunner> runners = new ArrayList<>();
    private final Map<String, Integer> results = new ConcurrentHashMap<>();
    private Duration patience = Duration.ZERO;

    @BeforeAll
    static void createTables() {
        tables = new MessagingTables();
        tables.jdbc.sql("create table decided (key text not null)").update();
    }

    @BeforeEach
    void empty() {
        tables.jdbc.sql("truncate job").update();
    }

    @AfterEach
    void stop() {
        runners.forEach(JobRunner::stop);
    }

    @Test
    void runsWhatIsEnqueuedAndStoresWhatItDecides() {
        start(LONG, job -> result(job.key()));

        enqueue("a", "b", "c");

        awaitNoJobs();
        assertThat(results).containsOnly(Map.entry("a", 1), Map.entry("b", 1), Map.entry("c", 1));
        await("they are counted after their results are stored")
                .atMost(TestPlatform.PATIENCE)
                .until(() -> counted("done") == 3);
    }

    @Test
    void neverRunsTheSameKeyTwiceAtOnceHoweverManyReplicas() {
        Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
        AtomicInteger overlaps = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        Function<Job, Consumer<Outcomes>> work = job -> {
            AtomicInteger same = running.computeIfAbsent(job.key(), key -> new AtomicInteger());
            if (same.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            tables.jdbc.sql("select pg_sleep(0.01)").query().singleRow();
            same.decrementAndGet();
            runs.incrementAndGet();
            return NOTHING;
        };
        start(LONG, work);
        start(LONG, work);

        IntStream.range(0, 20).forEach(round -> enqueue("a", "b", "c"));

        awaitNoJobs();
        assertThat(overlaps).hasValue(0);
        assertThat(runs.get()).isBetween(3, 60);
    }

    /** The handler has four places, and the runner looks by itself every second: that alone would take thirty. */
    @Test
    void takesThePlaceThatBecomesFreeAtOnce() {
        start(LONG, job -> NOTHING);

        enqueue(IntStream.range(0, 120).mapToObj(n -> "job-" + n).toArray(String[]::new));

        await().atMost(Duration.ofSeconds(20)).until(() -> tables.count("job") == 0);
    }

    /** Each comes back after 20 ms by itself; the looks of every second alone would take a hundred of them. */
    @Test
    void comesBackWhenAJobSaidItWould() {
        AtomicInteger attempts = new AtomicInteger();
        start(LONG, job -> {
            if (attempts.getAndIncrement() < 100) {
                throw new RetryJobLater(Duration.ofMillis(20), "not yet");
            }
            return NOTHING;
        });

        enqueue("a");

        await().atMost(Duration.ofSeconds(40)).until(() -> tables.count("job") == 0);
    }

    @Test
    void findsWhatAnotherReplicaAskedForWhileItsOwnJobsNeverRest() {
        JobHandler restless = handler("restless", job -> {
            throw new RetryJobLater(Duration.ofMillis(5), "again and again");
        });
        start(LONG, List.of(restless, handler("scan", job -> result(job.key()))));
        request("restless", "a");
        await().atMost(TestPlatform.PATIENCE).until(() -> counted("restless", "later") > 10);

        enqueue("b");

        await().atMost(TestPlatform.PATIENCE).until(() -> results.containsKey("b"));
    }

    @Test
    void triesAgainWhatFailedAndWhatIsAnError() {
        AtomicInteger attempts = new AtomicInteger();
        start(LONG, job -> switch (attempts.getAndIncrement()) {
            case 0 -> throw new IllegalStateException("no luck");
            case 1 -> throw new NoClassDefFoundError("not on this replica");
            default -> result(job.key() + job.attempts());
        });

        enqueue("a");

        await().atMost(TestPlatform.PATIENCE).until(() -> results.containsKey("a2"));
        assertThat(counted("failed")).isEqualTo(2);
    }

    @Test
    void storesWhatOthersDecidedWhenOneDecisionOfTheirGroupFails() {
        CountDownLatch together = new CountDownLatch(3);
        AtomicInteger failures = new AtomicInteger();
        start(LONG, job -> {
            together.countDown();
            awaitLatch(together);
            return outcomes -> {
                tables.jdbc
                        .sql("insert into decided values (?)")
                        .param(job.key())
                        .update();
                if (job.key().equals("b") && job.attempts() == 0) {
                    failures.incrementAndGet();
                    throw new IllegalStateException("cannot be stored");
                }
            };
        });

        enqueue("a", "b", "c");

        await().pollInterval(Duration.ofMillis(10)).until(() -> decided().equals(List.of("a", "c")));
        awaitNoJobs();
        assertThat(decided()).containsExactly("a", "b", "c");
        assertThat(failures).as("once in its group, once alone").hasValue(2);
    }

    @Test
    void gathersResultsWhileMoreJobsWaitThanRun() {
        patience = Duration.ofMillis(300);
        Set<Long> transactions = ConcurrentHashMap.newKeySet();
        start(LONG, job -> {
            awaitLatch(shortWork());
            return outcomes -> transactions.add(transaction());
        });

        enqueue(IntStream.range(0, 40).mapToObj(i -> "job-" + i).toArray(String[]::new));

        awaitNoJobs();
        assertThat(transactions)
                .as("40 jobs of 20 ms, 4 at a time, in groups of up to 300 ms")
                .hasSizeBetween(1, 4);
    }

    @Test
    void keepsNoResultBackWhenFewJobsWait() {
        patience = LONG;
        start(LONG, job -> result(job.key()));

        enqueue("a");

        awaitNoJobs();
        assertThat(results).containsOnly(Map.entry("a", 1));
    }

    private static long transaction() {
        return tables.jdbc.sql("select txid_current()").query(Long.class).single();
    }

    /** A latch that opens by itself after 20 ms. */
    private static CountDownLatch shortWork() {
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS).execute(done::countDown);
        return done;
    }

    private static List<String> decided() {
        return tables.jdbc
                .sql("select key from decided order by key")
                .query(String.class)
                .list();
    }

    @Test
    void triesAgainWhenTheHandlerSaysSo() {
        AtomicInteger attempts = new AtomicInteger();
        start(LONG, job -> {
            if (attempts.getAndIncrement() < 3) {
                throw new RetryJobLater(Duration.ofMillis(20), "the channel had its message for now");
            }
            return result(job.key());
        });

        enqueue("a");

        awaitNoJobs();
        assertThat(attempts).hasValue(4);
        assertThat(counted("later")).isEqualTo(3);
        assertThat(counted("failed")).isZero();
    }

    @Test
    void keepsTheLeaseOfAJobThatTakesLongerThanIt() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        Function<Job, Consumer<Outcomes>> work = job -> {
            runs.incrementAndGet();
            awaitLatch(go);
            return result(job.key());
        };
        start(SHORT, work);
        start(SHORT, work);
        enqueue("a");

        await().pollDelay(SHORT.multipliedBy(3)).until(() -> runs.get() == 1);
        go.countDown();

        awaitNoJobs();
        assertThat(results).containsOnly(Map.entry("a", 1));
    }

    @Test
    void throwsAwayTheResultOfAJobWhoseLeaseWasTakenAndTheNextOneStoresIts() {
        CountDownLatch taken = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        start(LONG, job -> {
            if (runs.getAndIncrement() == 0) {
                tables.jdbc
                        .sql("update job set leased_until = now() - interval '1 second'")
                        .update();
                awaitLatch(taken);
                return result("first");
            }
            Consumer<Outcomes> second = result("second");
            taken.countDown();
            return second;
        });

        enqueue("a");

        awaitNoJobs();
        await().atMost(TestPlatform.PATIENCE).until(() -> counted("lost") == 1);
        assertThat(results).containsOnly(Map.entry("second", 1));
    }

    @Test
    void waitsAtItsEndForJobsThatRunAndTakesNoMore() {
        CountDownLatch begun = new CountDownLatch(1);
        JobRunner runner = start(LONG, job -> {
            begun.countDown();
            tables.jdbc.sql("select pg_sleep(0.2)").query().singleRow();
            return result(job.key());
        });
        enqueue("a");
        awaitLatch(begun);

        runner.stop();
        enqueue("b");

        assertThat(results).containsOnly(Map.entry("a", 1));
        assertThat(tables.count("job")).isEqualTo(1);
        assertThat(runner.isRunning()).isFalse();
    }

    @Test
    void waitsLongerAfterEveryFailureUpToFiveMinutes() {
        assertThat(IntStream.of(0, 1, 2, 8, 9, 1000).mapToObj(JobRunner::backOff))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(256),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5));
    }

    /** What a handler decides: one more result under this name, stored with the end of the job. */
    private Consumer<Outcomes> result(String name) {
        return outcomes -> results.merge(name, 1, Integer::sum);
    }

    private JobRunner start(Duration lease, Function<Job, Consumer<Outcomes>> work) {
        return start(lease, List.of(handler("scan", work)));
    }

    private JobRunner start(Duration lease, List<JobHandler> handlers) {
        WakeUp wakeUp = new WakeUp();
        Jobs jobs = new Jobs(tables.jdbc, InstantSource.system());
        JobRunner runner = new JobRunner(
                handlers,
                jobs,
                new TransactionalDecisions(null, delivery(jobs, wakeUp)),
                wakeUp,
                meters,
                lease,
                Duration.ofMillis(15));
        runners.add(runner);
        runner.start();
        return runner;
    }

    private static Delivery delivery(Jobs jobs, WakeUp wakeUp) {
        ProducerFactory<byte[], byte[]> producers =
                () -> new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        return new Delivery(
                tables.transaction,
                Duration.ofMinutes(1),
                new Outbox(tables.jdbc),
                new CurrentStates(tables.jdbc),
                jobs,
                new Publisher(new KafkaTemplate<>(producers)),
                topic -> false,
                wakeUp);
    }

    private JobHandler handler(String kind, Function<Job, Consumer<Outcomes>> work) {
        return new JobHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public int parallelism() {
                return 4;
            }

            @Override
            public Duration gatherUnderLoad() {
                return patience;
            }

            @Override
            public Consumer<Outcomes> run(Job job) {
                return work.apply(job);
            }
        };
    }

    private static void enqueue(String... keys) {
        request("scan", keys);
    }

    /** As another replica does: without a word to the runner. */
    private static void request(String kind, String... keys) {
        Cause cause = new Cause(UUID.randomUUID(), "chain", null);
        new Jobs(tables.jdbc, InstantSource.system())
                .enqueue(List.of(keys).stream()
                        .map(key -> new Jobs.Request(kind, key, "", Instant.EPOCH, cause))
                        .toList());
    }

    private static void awaitNoJobs() {
        await().atMost(TestPlatform.PATIENCE).until(() -> tables.count("job") == 0);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private double counted(String result) {
        return counted("scan", result);
    }

    private double counted(String kind, String result) {
        var counter =
                meters.find("mesh.jobs").tag("kind", kind).tag("result", result).counter();
        return counter == null ? 0 : counter.count();
    }
}

package io.meshwork.catalog.lineage;

import static io.meshwork.catalog.lineage.Events.data;
import static io.meshwork.catalog.lineage.Events.inputs;
import static io.meshwork.catalog.lineage.Events.job;
import static io.meshwork.catalog.lineage.Events.outputs;
import static io.meshwork.catalog.lineage.Events.run;
import static io.meshwork.catalog.lineage.Events.symlink;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.address.Address;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may report what; {@code s3://lake/finance} is data of the finance domain, everything else is nobody's. */
class LineageReportsTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final Caller SALES = new Caller.Verified("team-sales", Set.of("sales"), Set.of());
    private static final Caller FINANCE = new Caller.Verified("team-finance", Set.of("finance"), Set.of());
    private static final Caller NOBODY = new Caller.Unproven("anonymous", "no token came");

    private final Stored stored = new Stored();

    @Test
    void onlyItsOwnerMaySayWhatAProductIsMadeFrom() {
        String event = job("j", inputs(data("s3://lake", "raw")), outputs(data("s3://lake", "finance")));

        assertThat(take(FINANCE, event)).isNull();
        assertThat(take(SALES, event)).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("lineage.not-authorized");
            assertThat(refusal.message()).contains("team-sales", "finance");
        });
        assertThat(stored.events).hasSize(1);
    }

    @Test
    void everybodyMayReadAndNobodyMayCallOthersDataTheirOwn() {
        assertThat(take(SALES, job("j", inputs(data("s3://lake", "finance")), outputs(data("s3://lake", "x")))))
                .isNull();
        assertThat(take(SALES, job("j", outputs(data("s3://lake", "x", symlink("s3://lake", "finance"))))))
                .isNotNull();
    }

    @Test
    void onlyItsOwnerSaysWhatElseDataIsCalledThatIsRead() {
        String event = job(
                "j",
                inputs(data("s3://lake", "mine", symlink("s3://lake", "finance"))),
                outputs(data("s3://lake", "x")));

        assertThat(take(SALES, event)).isNull();
        assertThat(take(FINANCE, event)).isNull();

        assertThat(stored.events.getFirst().inputs().getFirst().symlinks()).isEmpty();
        assertThat(stored.events.getLast().inputs().getFirst().symlinks()).hasSize(1);
    }

    @Test
    void nobodyAddsInputsToTheRunOfOthers() {
        UUID run = UUID.randomUUID();
        take(FINANCE, run(run, "START", "j", outputs(data("s3://lake", "finance"))));
        take(FINANCE, run(run, "COMPLETE", "j", inputs(data("s3://lake", "x"))));
        take(SALES, run(run, "RUNNING", "j", inputs(data("s3://lake", "evil"))));

        List<UUID> runs = stored.events.stream().map(LineageEvent::run).toList();
        assertThat(runs.get(1)).isEqualTo(runs.get(0));
        assertThat(runs.get(2)).isNotEqualTo(runs.get(0));
    }

    @Test
    void manyLargeEventsAreWrittenInParts() {
        String large = job("j", inputs(many("in")), outputs(many("out")));
        List<Report> reports =
                Stream.generate(() -> report(SALES, large)).limit(20).toList();

        assertThat(reports(false).take(reports)).isEmpty();

        assertThat(stored.events).hasSize(20);
        assertThat(stored.parts)
                .hasSizeGreaterThan(1)
                .allSatisfy(part -> assertThat(part).isLessThanOrEqualTo(5));
    }

    private static String[] many(String name) {
        return IntStream.range(0, 70).mapToObj(i -> data("s3://lake", name + i)).toArray(String[]::new);
    }

    @Test
    void whoProvesNothingIsBelievedOnlyWhereTheBrokerWatchesTheTopic() {
        String event = job("j", outputs(data("s3://lake", "finance")));

        assertThat(take(NOBODY, event)).isNotNull();
        assertThat(reports(true).take(List.of(report(NOBODY, event)))).isEmpty();
        assertThat(reports(true).mayReport(NOBODY)).isPresent();
    }

    @Test
    void oneThatIsRefusedKeepsNoOtherFromBeingTaken() {
        Report good = report(SALES, job("j", outputs(data("s3://lake", "x"))));
        Report bad = report(SALES, "{}");
        Report other = new Report(UUID.randomUUID(), "marquez", "{}", SALES);

        Map<UUID, Refusal> refused = reports(false).take(List.of(bad, good, other));

        assertThat(refused).containsOnlyKeys(bad.id(), other.id());
        assertThat(stored.events).hasSize(1);
    }

    @Test
    void aClockThatIsAheadIsNotBelieved() {
        take(SALES, job("j", outputs(data("s3://lake", "x"))));

        assertThat(stored.events.getFirst().time()).isEqualTo(NOW);
    }

    private Refusal take(Caller caller, String event) {
        Report report = report(caller, event);
        return reports(false).take(List.of(report)).get(report.id());
    }

    private LineageReports reports(boolean trustTopic) {
        return new LineageReports(stored, new DomainAuthorizer(), Clock.fixed(NOW, ZoneOffset.UTC), trustTopic);
    }

    private static Report report(Caller caller, String event) {
        return new Report(UUID.randomUUID(), "openlineage", event, caller);
    }

    private static final class Stored implements LineageStore {

        private final List<LineageEvent> events = new ArrayList<>();
        private final List<Integer> parts = new ArrayList<>();

        @Override
        public void add(List<LineageEvent> more) {
            parts.add(more.size());
            events.addAll(more);
        }

        @Override
        public Map<Address, Set<String>> domains(Collection<Address> addresses) {
            Address finance = Address.of("s3://lake", "finance");
            return addresses.contains(finance) ? Map.of(finance, Set.of("finance")) : Map.of();
        }

        @Override
        public int trim(Duration runs, Duration flows) {
            return 0;
        }
    }
}

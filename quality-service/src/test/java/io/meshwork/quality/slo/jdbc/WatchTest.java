package io.meshwork.quality.slo.jdbc;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.slo.jdbc.SloTables.PRODUCT;
import static io.meshwork.quality.slo.jdbc.SloTables.START;
import static io.meshwork.quality.slo.jdbc.SloTables.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.slo.Level;
import io.meshwork.quality.slo.Slo;
import io.meshwork.quality.slo.SloPages.Place;
import io.meshwork.quality.slo.StatusChange;
import io.meshwork.quality.slo.report.SloReports.Time;
import io.meshwork.quality.slo.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told, on real tables. */
class WatchTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static SloTables mesh;

    @BeforeAll
    static void migrate() {
        mesh = new SloTables();
    }

    @BeforeEach
    void clear() {
        mesh.clear();
    }

    private static Contracts fresh() {
        return aProduct().promising("freshness", "1 hour");
    }

    private static Contracts available() {
        return aProduct().promising("availability", "99%");
    }

    private static boolean hasWork() {
        return mesh.watch().hasWork();
    }

    @Test
    void aDeadlineThatPassesInSilenceIsToldOnce() {
        mesh.publish(fresh());
        assertThat(mesh.told()).isEmpty();
        assertThat(mesh.level("freshness")).isEqualTo("ok");

        mesh.at(START.plus(HOUR).minusMillis(1));
        assertThat(mesh.told()).containsExactly("freshness at_risk 1");
        assertThat(hasWork()).isFalse();

        mesh.at(START.plus(HOUR));
        List<StatusChange> told = mesh.look();
        assertThat(told).singleElement().satisfies(change -> {
            assertThat(change.status()).isEqualTo("breached");
            assertThat(change.changedAt()).isEqualTo(START.plus(HOUR));
            assertThat(change.measured()).isNull();
            assertThat(change.version()).isEqualTo("1.0.0");
        });

        mesh.after(HOUR);
        assertThat(hasWork()).isFalse();
        assertThat(mesh.told()).isEmpty();
    }

    @Test
    void aWatchThatWasDownTellsTheBreachWithItsTrueTime() {
        mesh.publish(fresh()).look();

        assertThat(mesh.after(Duration.ofDays(2)).look()).singleElement().satisfies(change -> {
            assertThat(change.status()).isEqualTo("breached");
            assertThat(change.changedAt()).isEqualTo(START.plus(HOUR));
        });
    }

    @Test
    void newDataEndsABreach() {
        mesh.publish(fresh()).look();
        mesh.after(Duration.ofHours(2)).look();

        assertThat(mesh.refresh("1.0.0").told()).containsExactly("freshness recovered 2");
        assertThat(mesh.after(Duration.ofMinutes(54)).told()).containsExactly("freshness at_risk 3");
    }

    @Test
    void aBreachThatIsOverBeforeAnybodyLookedIsToldToo() {
        mesh.publish(fresh()).look();
        mesh.after(Duration.ofHours(2)).refresh("1.0.0");

        assertThat(mesh.told()).containsExactly("freshness breached 1", "freshness recovered 2");
        assertThat(mesh.jdbc
                        .sql("select level from slo_period where until is not null or level = 'ok' order by since")
                        .query(String.class)
                        .list())
                .containsExactly("ok", "breached", "ok");
        assertThat(mesh.after(MINUTE).refresh("1.0.0").told()).isEmpty();
    }

    @Test
    void dataThatWasNotRefreshedIsAsOldUnderANewVersion() {
        mesh.publish(fresh()).refresh("1.0.0").look();
        mesh.after(Duration.ofMinutes(50)).publish(fresh().version("1.1.0")).look();

        assertThat(mesh.after(Duration.ofMinutes(10)).told()).containsExactly("freshness breached 1");
    }

    @Test
    void manyBadEventsAreABreachAndGoodOnesEndIt() {
        mesh.publish(available()).look();
        Instant end = mesh.after(MINUTE).now();

        mesh.report(minute(end, 50, 100));
        assertThat(mesh.look()).singleElement().satisfies(change -> {
            assertThat(change.status()).isEqualTo("breached");
            assertThat(change.measured()).isEqualTo(0.5);
            assertThat(change.target()).isEqualTo(0.99);
        });

        mesh.after(Duration.ofMinutes(30)).report(minute(mesh.now(), 100_000, 100_000));
        assertThat(mesh.told()).containsExactly("availability recovered 2");
    }

    @Test
    void silenceEndsNoBreach() {
        mesh.publish(available()).look();
        mesh.after(MINUTE).report(minute(mesh.now(), 0, 100));
        mesh.look();

        mesh.after(Duration.ofDays(1)).watch().trim(Duration.ofDays(400));

        assertThat(hasWork()).isFalse();
        mesh.slos.makeDue(Set.of(PRODUCT), mesh.now());
        assertThat(mesh.told()).isEmpty();
        assertThat(mesh.level("availability")).isEqualTo("breached");
    }

    @Test
    void aWindowThatComesAgainTakesItsFormerPlace() {
        mesh.publish(available()).look();
        Instant end = mesh.after(MINUTE).now();
        mesh.report(minute(end, 50, 100), minute(end, 50, 100));
        mesh.report(minute(end, 50, 100));

        mesh.report(minute(end, 100, 100));

        assertThat(counted("slot")).isEqualTo(List.of(100L, 100L));
        assertThat(counted("day")).isEqualTo(List.of(100L, 100L));
        assertThat(mesh.told()).isEmpty();
        assertThat(mesh.level("availability")).isEqualTo("ok");
    }

    @Test
    void windowsCountInWhateverOrderTheyCome() {
        mesh.publish(available()).look();
        mesh.after(HOUR);
        List<Sample> windows = IntStream.range(0, 60)
                .mapToObj(i -> minute(START.plus(HOUR).minus(MINUTE.multipliedBy(i)), i % 7, 7))
                .toList();
        mesh.report(windows.toArray(Sample[]::new));
        List<Long> inOrder = counted("slot");
        mesh.jdbc.sql("truncate slo_window, slo_bucket").update();

        windows.reversed().forEach(window -> mesh.report(window));

        assertThat(counted("slot")).isEqualTo(inOrder);
        assertThat(counted("hour")).isEqualTo(List.of(inOrder.get(0), inOrder.get(1)));
    }

    @Test
    void aLateWindowCountsAndOneThatIsTooLateDoesNot() {
        mesh.publish(available()).look();
        mesh.after(Duration.ofHours(12));
        Instant now = mesh.now();

        assertThat(mesh.report(minute(now.minus(Duration.ofHours(6)), 90, 100)).tooLate())
                .isZero();
        assertThat(mesh.report(minute(now.minus(Duration.ofHours(6)).minusSeconds(1), 90, 100))
                        .tooLate())
                .isEqualTo(1);
        assertThat(counted("hour")).isEqualTo(List.of(90L, 100L));
    }

    @Test
    void aLateWindowDoesNotHideThatTheNewestAreGood() {
        mesh.publish(available()).look();
        mesh.after(Duration.ofHours(5)).report(minute(mesh.now(), 100, 100));
        mesh.look();

        mesh.report(minute(mesh.now().minus(Duration.ofHours(4)), 0, 10));

        assertThat(mesh.told()).doesNotContain("availability breached 1");
    }

    @Test
    void samplesAreCountedEvenBeforeTheContractWasRead() {
        mesh.publish(available());
        mesh.after(MINUTE).report(minute(mesh.now(), 0, 100));

        assertThat(mesh.told()).containsExactly("availability breached 1");
    }

    @Test
    void goodWindowsOfAHealthyObjectiveNeedNoJudgement() {
        mesh.publish(available()).look();
        mesh.after(MINUTE).report(minute(mesh.now(), 100, 100));
        mesh.look();

        mesh.after(MINUTE).report(minute(mesh.now(), 100, 100));

        assertThat(hasWork()).isFalse();
    }

    @Test
    void aSlowBurnIsARisk() {
        mesh.publish(available()).look();
        for (int hour = 1; hour <= 12; hour++) {
            mesh.after(HOUR).report(minute(mesh.now(), 980, 1_000));
        }

        assertThat(mesh.told()).containsExactly("availability at_risk 1");
        var facts = mesh.slos.facts(mesh.slos.of(Set.of(PRODUCT)).get(PRODUCT));
        assertThat(facts).hasSize(1);
    }

    @Test
    void aScoreBelowThePromiseIsABreach() {
        mesh.publish(aProduct().promising("qualityScore", "0.95")).look();
        assertThat(mesh.score("1.0.0", 1, 0.9).told()).containsExactly("qualityScore breached 1");
        assertThat(mesh.score("1.0.0", 2, null).told()).isEmpty();
        assertThat(mesh.score("1.0.0", 3, 0.95).told()).containsExactly("qualityScore recovered 2");
    }

    @Test
    void aRetiredVersionPromisesNothingAndItsTroubleEnds() {
        mesh.publish(fresh()).look();
        mesh.after(Duration.ofHours(2)).look();

        assertThat(mesh.retire("1.0.0").told()).containsExactly("freshness ended 2");
        assertThat(mesh.after(Duration.ofDays(3)).told()).isEmpty();
        assertThat(hasWork()).isFalse();
    }

    @Test
    void aPromiseMadeAgainGoesOnCounting() {
        mesh.publish(fresh()).look();
        mesh.after(Duration.ofHours(2)).look();
        mesh.retire("1.0.0").look();

        mesh.publish(fresh().version("2.0.0")).look();

        assertThat(mesh.after(HOUR).told()).containsExactly("freshness breached 3");
    }

    @Test
    void aVersionThatWasRetiredBeforeItIsKnownPromisesNothing() {
        mesh.retire("1.0.0").retire("1.0.0").look();
        mesh.publish(fresh()).look();

        assertThat(mesh.after(HOUR).told()).isEmpty();
    }

    @Test
    void aContractThatEndsInSilenceStops() {
        mesh.publish(fresh().holding(null, LocalDate.parse("2026-06-15"))).look();
        mesh.after(Duration.ofHours(2)).look();

        assertThat(mesh.at(START.plus(Duration.ofDays(1))).told()).containsExactly("freshness ended 2");
        assertThat(hasWork()).isFalse();
    }

    @Test
    void aContractBeginsInSilence() {
        mesh.publish(fresh().holding(LocalDate.parse("2026-06-16"), null)).look();
        assertThat(mesh.level("freshness")).isEqualTo("none");

        mesh.at(START.plus(Duration.ofDays(1))).look();

        assertThat(mesh.level("freshness")).isEqualTo("ok");
        assertThat(mesh.after(HOUR).told()).containsExactly("freshness breached 1");
    }

    @Test
    void onlyTheLatestVersionInProductionCounts() {
        mesh.publish(aProduct().promising("freshness", "1 day"))
                .publish(fresh().version("2.0.0").status(LifecycleStatus.TESTING))
                .look();
        assertThat(mesh.after(HOUR).told()).isEmpty();

        mesh.publish(fresh().version("1.1.0"));

        assertThat(mesh.look()).isEmpty();
        assertThat(mesh.after(HOUR).told()).containsExactly("freshness breached 1");
    }

    @Test
    void aPromiseThatANewVersionDropsEnds() {
        mesh.publish(fresh()).look();
        mesh.after(Duration.ofHours(2)).look();

        assertThat(mesh.publish(aProduct().version("1.1.0")).told()).containsExactly("freshness ended 2");
    }

    @Test
    void twoReplicasTellEachChangeOnce() throws Exception {
        for (int i = 0; i < 30; i++) {
            mesh.publish(fresh().named("shop", "p" + i));
        }
        mesh.look();
        mesh.after(HOUR);
        mesh.jdbc
                .sql("insert into slo_news (product_id, contract) select product_id, true from slo_product")
                .update();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<List<StatusChange>> replica = () -> {
            together.await();
            List<StatusChange> changes = new ArrayList<>();
            while (hasWork()) {
                mesh.transaction()
                        .executeWithoutResult(
                                status -> changes.addAll(mesh.watch().due(3).changes()));
                mesh.transaction()
                        .executeWithoutResult(
                                status -> changes.addAll(mesh.watch().news(3).changes()));
            }
            return changes;
        };

        List<StatusChange> told = new ArrayList<>();
        try (var replicas = Executors.newFixedThreadPool(2)) {
            for (var changes : replicas.invokeAll(List.of(replica, replica))) {
                told.addAll(changes.get());
            }
        }

        assertThat(told).hasSize(30).allMatch(change -> change.status().equals("breached") && change.sequence() == 1);
        assertThat(told).extracting(StatusChange::productId).doesNotHaveDuplicates();
    }

    @Test
    void whatIsRolledBackIsToldByTheNextLook() {
        mesh.publish(fresh()).look();
        mesh.after(HOUR);

        mesh.transaction().executeWithoutResult(status -> {
            assertThat(mesh.watch().due(10).changes()).hasSize(1);
            status.setRollbackOnly();
        });

        assertThat(mesh.told()).containsExactly("freshness breached 1");
    }

    @Test
    void aReportAddsUpHowLongPromisesWereKept() {
        mesh.publish(fresh()).look();
        mesh.after(Duration.ofHours(3)).refresh("1.0.0").look();
        mesh.after(MINUTE)
                .publish(aProduct().named("media", "films").promising("availability", "99%"))
                .look();
        mesh.at(START.plus(Duration.ofHours(4)));
        Time all = new Time(START, mesh.now());

        var domains = mesh.reports.byDomain(all);
        assertThat(domains.keySet()).containsExactly("shop");
        assertThat(domains.get("shop").percentage()).isCloseTo(50, within(1e-6));
        assertThat(domains.get("shop").breaches()).isEqualTo(1);
        assertThat(mesh.reports.byProduct(all, "shop", null, 10)).isEqualTo(Map.of(PRODUCT, domains.get("shop")));
        assertThat(mesh.reports.byProduct(all, null, PRODUCT, 10)).isEmpty();
        assertThat(mesh.reports
                        .byDomain(new Time(START, START.plus(HOUR)))
                        .get("shop")
                        .percentage())
                .isEqualTo(100);
        assertThat(mesh.reports.of(all, List.of("media.films"))).isEmpty();
    }

    @Test
    void listsObjectivesPageByPage() {
        for (String name : List.of("a", "b")) {
            mesh.publish(fresh().named("shop", name).promising("availability", "99%"));
        }
        mesh.publish(fresh().named("media", "films")).look();

        assertThat(mesh.pages.page(null, null, null, 10)).hasSize(5);
        assertThat(mesh.pages.page("shop", Level.OK, null, 10))
                .extracting(Slo::productId)
                .containsExactly("shop.a", "shop.b");
        assertThat(mesh.pages.page(null, null, new Place("shop.a", "availability"), 2))
                .extracting(slo -> slo.productId() + " " + slo.objective().name())
                .containsExactly("shop.a freshness", "shop.b availability");
        assertThat(mesh.pages.ofFirst(1)).extracting(Slo::productId).containsExactly("media.films");
    }

    @Test
    void forgetsWhatNoRuleCounts() {
        mesh.publish(available()).look();
        mesh.after(MINUTE).report(minute(mesh.now(), 99, 100));

        mesh.after(Duration.ofDays(5)).watch().trim(Duration.ofDays(400));

        assertThat(rows("slo_window")).isZero();
        assertThat(mesh.jdbc
                        .sql("select distinct width from slo_bucket")
                        .query(String.class)
                        .list())
                .containsExactly("day");
    }

    private static long rows(String table) {
        return mesh.jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Good and total in all buckets of a width. */
    private static List<Long> counted(String width) {
        return mesh.jdbc
                .sql("select sum(good)::bigint, sum(total)::bigint from slo_bucket where width = ?")
                .param(width)
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
    }
}

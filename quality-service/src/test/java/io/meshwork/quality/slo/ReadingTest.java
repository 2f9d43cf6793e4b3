package io.meshwork.quality.slo;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.quality.slo.promise.Objective;
import io.meshwork.quality.slo.promise.Objective.Kind;
import io.meshwork.quality.slo.sample.Count;
import io.meshwork.quality.slo.sample.Counts;
import io.meshwork.quality.slo.sample.Span;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    private static final Objective FRESHNESS = new Objective("freshness", "freshness", Kind.FRESHNESS, 3_600, 0);
    private static final Objective SCORE = new Objective("qualityScore", "qualityScore", Kind.QUALITY_SCORE, 0.95, 0);
    private static final Objective AVAILABILITY =
            new Objective("availability", "availability", Kind.AVAILABILITY, 0.99, 0.01);

    private static Reading age(int minute) {
        return Reading.of(FRESHNESS, new Facts.Age(NOON), NOON.plusSeconds(60L * minute));
    }

    @Test
    void freshDataIsLookedAtAgainWhenItsTimeIsNearlyOver() {
        assertThat(age(53))
                .isEqualTo(new Reading(Level.OK, NOON, 3_180.0, NOON.plusSeconds(3_600), NOON.plusSeconds(3_240)));
    }

    @Test
    void dataWhoseTimeIsNearlyOverIsAtRiskSinceThen() {
        var reading = age(54);

        assertThat(reading.level()).isEqualTo(Level.AT_RISK);
        assertThat(reading.at()).isEqualTo(NOON.plusSeconds(3_240));
        assertThat(reading.due()).isEqualTo(NOON.plusSeconds(3_600));
    }

    @Test
    void dataIsBreachedExactlyAtItsDeadlineHoweverLateThatIsSeen() {
        assertThat(age(59).level()).isEqualTo(Level.AT_RISK);
        assertThat(age(60).level()).isEqualTo(Level.BREACHED);
        assertThat(age(900).at()).isEqualTo(NOON.plusSeconds(3_600));
        assertThat(age(900).measured()).isNull();
        assertThat(age(900).due()).isNull();
    }

    @Test
    void dataFromTheFutureIsAsOldAsNow() {
        var reading = Reading.of(FRESHNESS, new Facts.Age(NOON.plusSeconds(200)), NOON);

        assertThat(reading.deadline()).isEqualTo(NOON.plusSeconds(3_600));
        assertThat(reading.measured()).isZero();
    }

    @Test
    void aScoreBelowItsTargetIsABreach() {
        assertThat(Reading.of(SCORE, new Facts.Score(0.95, NOON), NOON).level()).isEqualTo(Level.OK);
        assertThat(Reading.of(SCORE, new Facts.Score(0.94, NOON), NOON).level()).isEqualTo(Level.BREACHED);
    }

    @Test
    void withoutFactsAllStaysAsItIs() {
        assertThat(Reading.of(AVAILABILITY, new Facts.None(), NOON).level()).isNull();
    }

    @Test
    void measuresTheWindowThatTellsItBest() {
        var counts = new Counts(
                NOON,
                Map.of(
                        Span.HOURS_1,
                        new Count(50, 100),
                        Span.MINUTES_5,
                        new Count(0, 10),
                        Span.HOURS_6,
                        new Count(90, 100)));

        var reading = Reading.of(AVAILABILITY, new Facts.Reported(counts, null), NOON.plusSeconds(600));

        assertThat(reading.level()).isEqualTo(Level.BREACHED);
        assertThat(reading.measured()).isEqualTo(0.5);
        assertThat(reading.at()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void aChangeIsToldOnceAndCounted() {
        var slo = Slo.begun("shop.orders", "1.0.0", FRESHNESS, 0, NOON);
        var now = NOON.plusSeconds(3_600);

        var breached = slo.standing().after(age(60), now);
        assertThat(slo.changeTo(breached))
                .contains(new StatusChange(
                        "shop.orders",
                        "1.0.0",
                        "freshness",
                        "breached",
                        null,
                        3_600,
                        "seconds",
                        1,
                        NOON.plusSeconds(3_600)));
        assertThat(slo.with(breached).changeTo(breached.after(age(61), now.plusSeconds(60))))
                .isEmpty();
    }

    @Test
    void theFirstGoodMeasurementIsNoNewsAndTheOneAfterTroubleIs() {
        var slo = Slo.begun("shop.orders", "1.0.0", FRESHNESS, 0, NOON);
        var ok = slo.standing().after(age(0), NOON);
        assertThat(slo.changeTo(ok)).isEmpty();

        var atRisk = ok.after(age(54), NOON.plusSeconds(3_240));
        var again = atRisk.after(
                Reading.of(FRESHNESS, new Facts.Age(NOON.plusSeconds(3_300)), NOON.plusSeconds(3_300)),
                NOON.plusSeconds(3_300));

        assertThat(slo.with(ok).changeTo(atRisk).map(StatusChange::status)).contains("at_risk");
        assertThat(slo.with(atRisk).changeTo(again)).hasValueSatisfying(change -> {
            assertThat(change.status()).isEqualTo("recovered");
            assertThat(change.sequence()).isEqualTo(2);
            assertThat(change.changedAt()).isEqualTo(NOON.plusSeconds(3_300));
        });
    }

    @Test
    void aChangeIsNeverDatedBeforeTheLastOneNorAfterNow() {
        var standing = new Standing(Level.BREACHED, NOON, 1, null, null);

        assertThat(standing.after(new Reading(Level.OK, NOON.minusSeconds(9), 1.0, null, null), NOON.plusSeconds(9))
                        .since())
                .isEqualTo(NOON);
        assertThat(standing.after(new Reading(Level.OK, NOON.plusSeconds(99), 1.0, null, null), NOON.plusSeconds(9))
                        .since())
                .isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    void aPromiseThatEndsIsToldToThoseWhoThinkItIsInTrouble() {
        var slo = Slo.begun("shop.orders", "1.0.0", FRESHNESS, 4, NOON);

        assertThat(slo.end(NOON)).isEqualTo(Optional.empty());
        assertThat(slo.with(new Standing(Level.BREACHED, NOON, 5, null, null)).end(NOON.plusSeconds(1)))
                .hasValueSatisfying(change -> {
                    assertThat(change.status()).isEqualTo("ended");
                    assertThat(change.sequence()).isEqualTo(6);
                });
    }
}

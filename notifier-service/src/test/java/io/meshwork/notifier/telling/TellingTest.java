package io.meshwork.notifier.telling;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.incident.Incident.Handler;
import io.meshwork.notifier.incident.IncidentKey;
import io.meshwork.notifier.incident.IncidentRules;
import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.silence.Silence;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.telling.Telling.Circumstances;
import io.meshwork.notifier.telling.Telling.Drop;
import io.meshwork.notifier.telling.Telling.Hold;
import io.meshwork.notifier.telling.Telling.Tell;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingTest {

    private static final IncidentRules RULES = new IncidentRules(
            Duration.ofSeconds(3),
            Duration.ofMinutes(5),
            Duration.ofHours(4),
            Duration.ofMinutes(10),
            2,
            Duration.ofMinutes(10),
            10);
    private static final Circumstances USUAL = circumstances(null, null, false);
    private static final Instant LATER = NOW.plusSeconds(3);

    @Test
    void waitsWhetherANewIncidentStays() {
        assertThat(decide(incident(IncidentState.OPEN), null, USUAL, LATER.minusMillis(1)))
                .isEqualTo(new Hold(LATER, "waits whether it stays as it is"));
        assertThat(decide(incident(IncidentState.OPEN), null, USUAL, LATER)).isEqualTo(new Tell(Step.OPENED));
    }

    @Test
    void doesNotWaitForWhatHappenedBeforeTheClockWasPutBack() {
        var hourBefore = NOW.minusSeconds(3600);

        assertThat(decide(incident(IncidentState.OPEN), null, USUAL, hourBefore))
                .isEqualTo(new Tell(Step.OPENED));
    }

    @Test
    void neverTellsWhatWasOverBeforeItWasTold() {
        assertThat(decide(incident(IncidentState.RESOLVED), null, USUAL, NOW))
                .isEqualTo(new Drop("it was over before it was told"));
    }

    @Test
    void tellsTheEndOfWhatItTold() {
        var told = told(IncidentState.OPEN, Severity.WARNING, NOW);

        assertThat(decide(incident(IncidentState.RESOLVED), told, USUAL, LATER)).isEqualTo(new Tell(Step.RESOLVED));
    }

    @Test
    void tellsTheEndEvenWhenTheRestIsSilencedByNow() {
        var told = told(IncidentState.OPEN, Severity.WARNING, NOW);

        assertThat(decide(incident(IncidentState.RESOLVED), told, circumstances(silence(), null, false), LATER))
                .isEqualTo(new Tell(Step.RESOLVED));
    }

    @Test
    void tellsThatItIsBack() {
        var told = told(IncidentState.RESOLVED, Severity.WARNING, NOW);

        assertThat(decide(incident(IncidentState.OPEN), told, USUAL, LATER)).isEqualTo(new Tell(Step.REOPENED));
    }

    @Test
    void tellsMoreOfTheSameOnlyNowAndThen() {
        var told = told(IncidentState.OPEN, Severity.WARNING, NOW);

        assertThat(decide(incident(IncidentState.OPEN), told, USUAL, NOW.plusSeconds(60)))
                .isEqualTo(new Hold(NOW.plusSeconds(300), "was told of a short time ago"));
        assertThat(decide(incident(IncidentState.OPEN), told, USUAL, NOW.plusSeconds(300)))
                .isEqualTo(new Tell(Step.UPDATED));
    }

    @Test
    void tellsAtOnceThatItGotWorse() {
        var told = told(IncidentState.OPEN, Severity.INFO, NOW);

        assertThat(decide(incident(IncidentState.OPEN), told, USUAL, LATER)).isEqualTo(new Tell(Step.RAISED));
    }

    @Test
    void holdsWhatIsSilencedUntilTheSilenceEnds() {
        var hold = decide(incident(IncidentState.OPEN), null, circumstances(silence(), null, false), LATER);

        assertThat(hold)
                .isEqualTo(new Hold(
                        NOW.plusSeconds(3600), "silenced by move until " + NOW.plusSeconds(3600) + ": moving house"));
    }

    @Test
    void holdsWhatAnotherIncidentOutweighs() {
        var hold = decide(incident(IncidentState.OPEN), null, circumstances(null, 41L, false), LATER);

        assertThat(hold).isEqualTo(new Hold(LATER.plus(Telling.LOOK_AGAIN), "outweighed by incident 41"));
    }

    @Test
    void remindsAtOnceOfWhatWasGivenBack() {
        var told = told(IncidentState.OPEN, Severity.WARNING, NOW.minusSeconds(60));
        var givenBack = new Circumstances(Set.of(Kind.INCIDENT_REMINDER), null, null, false);

        assertThat(decide(incident(IncidentState.OPEN), told, givenBack, NOW)).isEqualTo(new Tell(Step.REMINDED));
    }

    @Test
    void looksLessOftenAtWhatIsOutweighedForLong() {
        var outweighed = circumstances(null, 41L, false);

        assertThat(decide(incident(IncidentState.OPEN), null, outweighed, NOW.plusSeconds(240)))
                .isEqualTo(new Hold(NOW.plusSeconds(240 + 120), "outweighed by incident 41"));
        assertThat(decide(incident(IncidentState.OPEN), null, outweighed, NOW.plusSeconds(86_400)))
                .isEqualTo(new Hold(NOW.plusSeconds(86_400 + 600), "outweighed by incident 41"));
    }

    @Test
    void leavesThoseInPeaceWhoTakeCareOfIt() {
        var told = told(IncidentState.OPEN, Severity.WARNING, NOW);
        var acknowledged = incident(IncidentState.ACKNOWLEDGED);

        assertThat(decide(acknowledged, told, USUAL, LATER)).isEqualTo(new Drop("somebody takes care of it"));
    }

    @Test
    void showsWhoTakesCareOfItWhereAMessageCanBeChanged() {
        var told = told(IncidentState.OPEN, Severity.WARNING, NOW);
        var changeable = circumstances(null, null, true);

        assertThat(decide(incident(IncidentState.ACKNOWLEDGED), told, changeable, LATER))
                .isEqualTo(new Tell(Step.ACKNOWLEDGED));
    }

    @Test
    void remindsOfWhatNobodyTookCareOfForLong() {
        var told = told(IncidentState.OPEN, Severity.WARNING, NOW);
        var reminder = new Circumstances(Set.of(Kind.INCIDENT_REMINDER), null, null, false);

        assertThat(decide(incident(IncidentState.OPEN), told, reminder, NOW.plus(Duration.ofHours(4))))
                .isEqualTo(new Tell(Step.REMINDED));
        assertThat(decide(incident(IncidentState.OPEN), told, reminder, NOW.plus(Duration.ofHours(1))))
                .isEqualTo(new Drop("it was told meanwhile"));
    }

    @Test
    void tellsWhatComesAndGoesOnlyOnceItStays() {
        var flapping = incident(IncidentState.OPEN, 3);
        var told = told(IncidentState.RESOLVED, Severity.WARNING, NOW);

        assertThat(decide(flapping, told, USUAL, NOW.plusSeconds(599))).isInstanceOf(Hold.class);
        assertThat(decide(flapping, told, USUAL, NOW.plusSeconds(600))).isEqualTo(new Tell(Step.REOPENED));
    }

    private static Telling decide(Incident incident, @Nullable Told told, Circumstances circumstances, Instant now) {
        return Telling.decide(incident, told, circumstances, RULES, now);
    }

    private static Circumstances circumstances(@Nullable Silence silence, @Nullable Long other, boolean canChange) {
        return new Circumstances(Set.of(Kind.QUALITY_FAILED), silence, other, canChange);
    }

    private static Silence silence() {
        return new Silence("move", "ops", Filter.ALL, NOW, NOW.plusSeconds(3600), "moving house");
    }

    private static Told told(IncidentState state, Severity severity, Instant at) {
        return new Told(state, severity, at, null);
    }

    private static Incident incident(IncidentState state) {
        return incident(state, 0);
    }

    private static Incident incident(IncidentState state, int flaps) {
        return new Incident(
                7,
                new IncidentKey("cart.orders", "quality"),
                state,
                About.product(Given.orders()),
                News.of(Kind.QUALITY_FAILED, Severity.WARNING, "cart.orders failed its quality checks"),
                3,
                NOW,
                NOW,
                state == IncidentState.ACKNOWLEDGED ? new Handler("ann", null) : null,
                null,
                1,
                flaps,
                1);
    }
}

package io.meshwork.notifier.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.alert.Alerts;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    private static ObjectiveChanged change(long sequence, String status) {
        return new ObjectiveChanged(
                new ObjectiveId("cart.orders", "availability"),
                "1.0.0",
                status,
                0.987654321,
                0.999,
                "ratio",
                sequence,
                NOON);
    }

    /** Statuses that are told, of these in this order. */
    private static List<String> told(ObjectiveChanged... changes) {
        List<String> told = new ArrayList<>();
        Told before = Told.NOTHING;
        for (ObjectiveChanged change : changes) {
            if (!before.isPast(change)) {
                if (before.isNews(change)) {
                    told.add(change.status());
                }
                before = before.after(change);
            }
        }
        return told;
    }

    @Test
    void tellsEachStepOfATrouble() {
        assertThat(told(change(1, "at_risk"), change(2, "breached"), change(3, "recovered")))
                .containsExactly("at_risk", "breached", "recovered");
    }

    @Test
    void whatComesOutOfOrderIsOld() {
        assertThat(told(change(2, "breached"), change(1, "at_risk"), change(2, "breached")))
                .containsExactly("breached");
        assertThat(told(change(2, "recovered"), change(1, "breached"))).isEmpty();
    }

    @Test
    void nobodyHearsThatATroubleIsOverThatNobodyHeardOf() {
        assertThat(told(change(2, "recovered"), change(4, "ended"))).isEmpty();
    }

    @Test
    void aStatusThatIsNotKnownYetLeavesTheTrouble() {
        assertThat(told(change(1, "breached"), change(2, "paused"), change(3, "ended")))
                .containsExactly("breached", "ended");
    }

    @Test
    void thatItIsOverIsAsSevereAsItWas() {
        var breached = Told.NOTHING.after(change(1, "breached"));

        var alert = Alerts.of(change(1, "breached"), Told.NOTHING);
        var resolution = Alerts.of(change(2, "recovered"), breached);

        assertThat(alert.kind()).isEqualTo(Kind.SLO_BREACHED);
        assertThat(alert.details()).containsExactly("measured 0.987654, promised 0.999, since 2026-06-15T12:00:00Z");
        assertThat(resolution.severity()).isEqualTo(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(resolution.kind()).isEqualTo(Kind.SLO_RECOVERED);
        assertThat(Alerts.of(change(2, "ended"), Told.NOTHING.after(change(1, "at_risk")))
                        .headline())
                .isEqualTo("cart.orders 1.0.0: availability is not promised any more");
    }
}

package io.meshwork.notifier.product;

import static io.meshwork.notifier.Given.judged;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void takesAnOlderVerdictForPast() {
        var standing = Standing.NONE.after(judged(7, "compliant"));

        assertThat(standing.isPast(judged(6, "violated"))).isTrue();
        assertThat(standing.isPast(judged(7, "violated"))).isTrue();
        assertThat(standing.isPast(judged(8, "violated"))).isFalse();
    }

    @Test
    void takesTheVeryFirstVerdictForNew() {
        assertThat(Standing.NONE.isPast(judged(0, "compliant"))).isFalse();
    }
}

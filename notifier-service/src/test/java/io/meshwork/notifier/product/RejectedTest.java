package io.meshwork.notifier.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RejectedTest {

    @Test
    void isALostRaceWhenNothingIsWrongButTheRevision() {
        assertThat(rejected("product.revision.mismatch").isLostRace()).isTrue();
        assertThat(rejected("product.revision.mismatch", "owner.missing").isLostRace())
                .isFalse();
        assertThat(rejected().isLostRace()).isFalse();
    }

    private static Rejected rejected(String... codes) {
        List<Finding> findings =
                Stream.of(codes).map(code -> new Finding(code, "message", null)).toList();
        return new Rejected("sales.orders", "1.0.0", findings, "ci", Instant.EPOCH);
    }
}

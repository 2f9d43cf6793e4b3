package io.meshwork.notifier.feed.log;

import static io.meshwork.notifier.feed.log.GivenUpdates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.feed.log.Resumption.Behind;
import io.meshwork.notifier.feed.log.Resumption.Gap;
import io.meshwork.notifier.feed.log.Resumption.Reason;
import org.junit.jupiter.api.Test;

class ResumptionTest {

    private final LogInMemory log = new LogInMemory();

    ResumptionTest() {
        log.add(update("cart.a"), update("cart.b"), update("cart.c"));
    }

    @Test
    void goesOnBehindWhatWasRead() {
        var second = log.after(1, 1).entries().getFirst().place();

        assertThat(resume(second)).isEqualTo(new Behind(second));
        assertThat(resume(log.newest())).isEqualTo(new Behind(log.newest()));
    }

    @Test
    void goesOnFromTheBeginningOfALogOfWhichNothingWasTrimmed() {
        assertThat(resume(Place.unmarked(0))).isEqualTo(new Behind(Place.unmarked(0)));
    }

    @Test
    void losesNothingWhenOnlyWhatWasReadIsTrimmed() {
        var second = log.after(1, 1).entries().getFirst().place();
        log.trim(2);

        assertThat(resume(second)).isEqualTo(new Behind(second));
    }

    @Test
    void saysThatWhatCameNextIsTrimmed() {
        var first = log.after(0, 1).entries().getFirst().place();
        log.trim(2);

        assertThat(resume(first)).isEqualTo(new Gap(Reason.EXPIRED, Place.unmarked(2)));
    }

    @Test
    void saysThatAnotherLogWroteThePlace() {
        assertThat(resume(new Place(4, "00000000"))).isEqualTo(new Gap(Reason.UNKNOWN, Place.unmarked(0)));
        assertThat(resume(new Place(2, "00000000"))).isEqualTo(new Gap(Reason.UNKNOWN, Place.unmarked(0)));
    }

    @Test
    void readsPlacesAsItWroteThemAndNoOthers() {
        assertThat(Place.read(log.newest().text())).contains(log.newest());
        assertThat(Place.read("3")).isEmpty();
        assertThat(Place.read("-3-00000000")).isEmpty();
        assertThat(Place.read("9999999999999999999-00000000")).isEmpty();
        assertThat(Place.read("3-0000000g")).isEmpty();
        assertThat(Place.read("3-00000000\nevent: x")).isEmpty();
    }

    private Resumption resume(Place wanted) {
        return Resumption.of(wanted, log.after(wanted.position() - 1, 1));
    }
}

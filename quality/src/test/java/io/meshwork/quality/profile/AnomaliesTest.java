package io.meshwork.quality.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnomaliesTest {

    private static DataProfile profile(long rows, double nullRate) {
        FieldProfile field =
                new FieldProfile("id", true, "number", nullRate, 1L, null, null, null, null, List.of(), null, null);
        return new DataProfile("orders", rows, rows, List.of(field), 0, 0, null);
    }

    private static List<DataProfile> history(int runs) {
        return IntStream.range(0, runs)
                .mapToObj(i -> profile(1000 + i % 5 * 10, 0.02))
                .toList();
    }

    private static List<String> hints(DataProfile now, List<DataProfile> history) {
        return Anomalies.hints(List.of(now), history);
    }

    @Test
    void noticesThatRowsAreMissing() {
        assertThat(hints(profile(300, 0.02), history(10)))
                .singleElement()
                .asString()
                .contains("`orders` has 300 rows; usual are about 1020", "10 runs");
    }

    @Test
    void noticesNulls() {
        assertThat(hints(profile(1020, 0.4), history(10)))
                .singleElement()
                .asString()
                .contains("`id` of `orders` is null in 40.0 % of the rows; usual are about 2.0 %");
    }

    @Test
    void isContentWithWhatIsUsual() {
        assertThat(hints(profile(1045, 0.025), history(10))).isEmpty();
    }

    @Test
    void saysNothingBeforeItKnowsWhatIsUsual() {
        assertThat(hints(profile(1, 1), history(Anomalies.LEAST_HISTORY - 1))).isEmpty();
        assertThat(hints(profile(1, 1), history(Anomalies.LEAST_HISTORY))).hasSize(2);
    }

    @Test
    void isNotUpsetByOneBadRun() {
        List<DataProfile> history = new java.util.ArrayList<>(history(9));
        history.add(profile(1_000_000, 1));

        assertThat(hints(profile(1020, 0.02), history)).isEmpty();
    }

    /** 3.5 × 1 percent ÷ 0.6745 is 5.19 percent. */
    @Test
    void givesWhatNeverChangedALittleRoom() {
        List<Double> always = List.of(1000.0, 1000.0, 1000.0);

        assertThat(Anomalies.isUnusual(1051, always, 10)).isFalse();
        assertThat(Anomalies.isUnusual(1052, always, 10)).isTrue();
    }

    @Test
    void doesNotCompareOtherDatasets() {
        List<DataProfile> others = history(10).stream()
                .map(past -> new DataProfile("other", past.rows(), 0, past.fields(), 0, 0, null))
                .toList();

        assertThat(hints(profile(1, 1), others)).isEmpty();
    }
}

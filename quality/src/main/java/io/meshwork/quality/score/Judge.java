package io.meshwork.quality.score;

import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.Threshold;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.check.PlannedCheck;
import io.meshwork.quality.check.PlannedCheck.Task;
import io.meshwork.quality.engine.Measurement;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.engine.Taken;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges one check by what was measured. */
final class Judge {

    private static final String NO_ROWS = "the data has no rows";

    private final PlannedCheck check;

    private Judge(PlannedCheck check) {
        this.check = check;
    }

    static CheckScore judge(PlannedCheck check, ScanResult result) {
        return new Judge(check).judge(result);
    }

    private CheckScore judge(ScanResult result) {
        return switch (check.task()) {
            case Task.Skip(String reason) -> without(CheckStatus.NOT_RUN, reason, null);
            case Task.Refuse(String reason) -> without(CheckStatus.ERROR, reason, null);
            case Task.Take(Measure measure) ->
                switch (result) {
                    case ScanResult.Unreachable(String reason) -> without(CheckStatus.NOT_RUN, reason, null);
                    case ScanResult.Unreadable(String reason) -> without(CheckStatus.ERROR, reason, null);
                    case ScanResult.Measured measured -> {
                        Taken how = measured.taken().get(measure);
                        CheckScore score = judge(measure, measured);
                        yield how == null ? score : score.taken(how);
                    }
                };
        };
    }

    private CheckScore judge(Measure measure, ScanResult.Measured measured) {
        long rows = measured.rows();
        return switch (measured.measurements().get(measure)) {
            case null -> throw new IllegalStateException("the engine did not answer " + measure);
            case Measurement.Impossible(String reason) -> without(CheckStatus.NOT_RUN, reason, null);
            case Measurement.Failed(String reason) -> without(CheckStatus.ERROR, reason, null);
            case Measurement.Compared(long matched, long differing)
            when matched == 0 ->
                without(
                        CheckStatus.NOT_RUN,
                        rows == 0 ? NO_ROWS : "none of the " + rows + " rows has a counterpart in the reference",
                        rows);
            case Measurement.Compared(long matched, long differing) ->
                compared(
                        with(Reading.of(check.metric(), measure, check.threshold(), differing, matched), matched),
                        rows - matched);
            case Measurement.Value(double value)
            when rows == 0 && isAboutRows() -> without(CheckStatus.NOT_RUN, NO_ROWS, rows);
            case Measurement.Value(double value) ->
                with(Reading.of(check.metric(), measure, check.threshold(), value, rows), rows);
        };
    }

    /** Rows without a counterpart were not tested, which is told even when the others are right. */
    private static CheckScore compared(CheckScore score, long without) {
        String said = without + (without == 1 ? " row has" : " rows have") + " no counterpart in the reference";
        return without == 0 ? score : score.saying(score.message() == null ? said : score.message() + "; " + said);
    }

    private boolean isAboutRows() {
        return check.metric() != Metric.ROW_COUNT && check.metric() != Metric.SQL;
    }

    private CheckScore with(Reading reading, long rows) {
        boolean holds = check.threshold().holds(reading.measured());
        return result(
                holds ? CheckStatus.PASSED : CheckStatus.FAILED,
                reading.measured(),
                score(reading, holds),
                rows,
                reading.rowsFailed(),
                holds ? null : failure(reading, rows));
    }

    /** The share that is good, when the threshold asks for much good or little bad; all or nothing for any other condition. */
    private double score(Reading reading, boolean holds) {
        Double good = reading.goodShare();
        return good != null && wantsGood() ? Math.clamp(good, 0, 1) : holds ? 1 : 0;
    }

    private boolean wantsGood() {
        Threshold threshold = check.threshold();
        boolean countsBad = switch (check.metric()) {
            case NULL_VALUES, MISSING_VALUES, INVALID_VALUES, DUPLICATE_VALUES, INCONSISTENT_ROWS -> true;
            case ROW_COUNT, COMPLETENESS, UNIQUENESS, VALIDITY, CONSISTENCY, ACCURACY, SQL, NOT_EXECUTABLE -> false;
        };
        return switch (threshold.operator()) {
            case LESS, LESS_OR_EQUAL -> countsBad;
            case GREATER, GREATER_OR_EQUAL -> !countsBad;
            case EQUAL -> countsBad ? threshold.value() == 0 : threshold.value() == (threshold.percent() ? 100 : 1);
            case NOT_EQUAL, BETWEEN, NOT_BETWEEN -> false;
        };
    }

    private String failure(Reading reading, long rows) {
        String what = "measured " + ThresholdText.number(reading.measured())
                + (check.threshold().percent() ? " percent" : "") + ", expected "
                + ThresholdText.inWords(check.threshold());
        return reading.rowsFailed() == null
                ? what
                : what + ": " + reading.rowsFailed() + " of " + rows + " rows break the rule";
    }

    private CheckScore without(CheckStatus status, String reason, @Nullable Long rows) {
        return result(status, null, status == CheckStatus.ERROR ? 0.0 : null, rows, null, reason);
    }

    private CheckScore result(
            CheckStatus status,
            @Nullable Double measured,
            @Nullable Double score,
            @Nullable Long rowsTested,
            @Nullable Long rowsFailed,
            @Nullable String message) {
        return new CheckScore(
                check.name(),
                check.dataset(),
                check.fields(),
                check.dimension().name().toLowerCase(Locale.ROOT),
                check.metric().name().toLowerCase(Locale.ROOT),
                check.severity(),
                status,
                measured,
                ThresholdText.of(check.threshold()),
                score,
                rowsTested,
                rowsFailed,
                message,
                null,
                null);
    }
}

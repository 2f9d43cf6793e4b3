package io.meshwork.quality.run.kafka;

import io.meshwork.events.CheckResult;
import io.meshwork.events.DimensionScore;
import io.meshwork.events.QualityScored;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.OutcomeTooLargeException;
import io.meshwork.messaging.Outcomes;
import io.meshwork.quality.profile.DataProfile;
import io.meshwork.quality.run.Run;
import io.meshwork.quality.score.CheckScore;
import java.util.List;
import java.util.Locale;

/** Announces runs as {@code quality.scored}. */
final class ScoreRecords {

    private static final int MOST_CHECKS = 200;

    private ScoreRecords() {}

    /** A contract with thousands of checks does not fit into a record; then it carries the first that did not pass. */
    static void announce(Outcomes outcomes, Cause cause, Run run, List<DataProfile> profiles) {
        QualityScored record = toRecord(run, profiles);
        try {
            emit(outcomes, cause, record);
        } catch (OutcomeTooLargeException tooLarge) {
            emit(outcomes, cause, shortened(record));
        }
    }

    private static void emit(Outcomes outcomes, Cause cause, QualityScored record) {
        outcomes.emit(cause, "quality.scored", record.getProductId(), record);
    }

    private static QualityScored shortened(QualityScored full) {
        List<CheckResult> kept = full.getChecks().stream()
                .filter(check -> !check.getStatus().equals("passed"))
                .limit(MOST_CHECKS)
                .toList();
        int left = full.getChecks().size() - kept.size();
        return QualityScored.newBuilder(full)
                .setChecks(kept)
                .setReason((full.getReason() == null ? "" : full.getReason() + "; ") + left
                        + " check results do not fit into this event; GET /api/v1/scores/" + full.getProductId()
                        + " has them all")
                .build();
    }

    private static QualityScored toRecord(Run run, List<DataProfile> profiles) {
        return QualityScored.newBuilder()
                .setProductId(run.productId())
                .setVersion(run.version())
                .setRunSequence(run.sequence())
                .setTrigger(run.trigger())
                .setStatus(run.scorecard().verdict().name().toLowerCase(Locale.ROOT))
                .setScore(run.scorecard().score())
                .setReason(run.scorecard().reason())
                .setDimensions(run.scorecard().dimensions().stream()
                        .map(d -> new DimensionScore(d.dimension(), d.score()))
                        .toList())
                .setChecks(run.scorecard().checks().stream()
                        .map(ScoreRecords::toRecord)
                        .toList())
                .setRows(run.scorecard().rows())
                .setHints(run.scorecard().hints())
                .setWindows(run.scorecard().windows())
                .setProfile(ProfileRecords.toRecord(profiles))
                .setScanMicros(run.scorecard().scanMicros())
                .setScoredAt(run.scoredAt())
                .build();
    }

    private static CheckResult toRecord(CheckScore check) {
        return CheckResult.newBuilder()
                .setName(check.name())
                .setDataset(check.dataset())
                .setFields(check.fields())
                .setDimension(check.dimension())
                .setMetric(check.metric())
                .setSeverity(check.severity().name().toLowerCase(Locale.ROOT))
                .setStatus(check.status().name().toLowerCase(Locale.ROOT))
                .setMeasured(check.measured())
                .setThreshold(check.threshold())
                .setScore(check.score())
                .setRowsTested(check.rowsTested())
                .setRowsFailed(check.rowsFailed())
                .setMessage(check.message())
                .build();
    }
}

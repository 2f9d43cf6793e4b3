package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.Judgement;
import io.meshwork.catalog.product.Listings;
import io.meshwork.catalog.product.Score;
import io.meshwork.catalog.product.Score.Check;
import io.meshwork.catalog.product.VersionId;
import io.meshwork.events.CheckResult;
import io.meshwork.events.DimensionScore;
import io.meshwork.events.QualityScored;
import io.meshwork.messaging.Event;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Takes the scores of the products' data. */
@Component("qualityScored")
class QualityScoredListener extends JudgementListener<QualityScored> {

    QualityScoredListener(Listings listings) {
        super("quality.scored", QualityScored.class, listings);
    }

    @Override
    public String expectedKey(QualityScored value) {
        return value.getProductId();
    }

    @Override
    Judgement toJudgement(Event<QualityScored> event) {
        QualityScored scored = event.require();
        Map<String, Double> dimensions = new TreeMap<>();
        for (DimensionScore dimension : scored.getDimensions()) {
            dimensions.put(dimension.getDimension(), dimension.getScore());
        }
        return new Judgement.ByData(
                new VersionId(scored.getProductId(), scored.getVersion()),
                new Score(
                        scored.getRunSequence(),
                        scored.getStatus(),
                        scored.getScore(),
                        scored.getReason(),
                        dimensions,
                        scored.getChecks().stream()
                                .map(QualityScoredListener::check)
                                .toList(),
                        scored.getRows(),
                        scored.getScoredAt()),
                event.cause());
    }

    private static Check check(CheckResult check) {
        return new Check(
                check.getName(),
                check.getDataset(),
                check.getFields(),
                check.getDimension(),
                check.getMetric(),
                check.getSeverity(),
                check.getStatus(),
                check.getMeasured(),
                check.getThreshold(),
                check.getScore(),
                check.getRowsTested(),
                check.getRowsFailed(),
                check.getMessage());
    }
}

package io.meshwork.policy.evaluation.kafka;

import io.meshwork.events.QualityScored;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.policy.evaluation.Evaluation;
import io.meshwork.policy.evaluation.MeshFacts.Score;
import io.meshwork.policy.evaluation.VersionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Takes the scores of the data, for policies that judge what is observed. */
@Component("qualityScored")
class QualityScoredListener extends TopicListener<QualityScored> {

    private final Evaluation evaluation;

    QualityScoredListener(Evaluation evaluation) {
        super("quality.scored", QualityScored.class);
        this.evaluation = evaluation;
    }

    @Override
    public String expectedKey(QualityScored value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<QualityScored> batch) {
        Map<VersionId, Cause> causes = new HashMap<>();
        batch.events().forEach(event -> causes.put(version(event), event.cause()));
        evaluation
                .scored(batch.events().stream()
                        .map(QualityScoredListener::score)
                        .toList())
                .forEach(judged ->
                        VerdictRecords.announce(batch, Objects.requireNonNull(causes.get(judged.id())), judged));
    }

    private static Score score(Event<QualityScored> event) {
        return new Score(version(event), event.require().getRunSequence(), FactsJson.quality(event.require()));
    }

    private static VersionId version(Event<QualityScored> event) {
        return new VersionId(event.require().getProductId(), event.require().getVersion());
    }
}

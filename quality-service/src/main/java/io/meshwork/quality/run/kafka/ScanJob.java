package io.meshwork.quality.run.kafka;

import io.meshwork.contract.read.DataProductJson;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.quality.run.Followers;
import io.meshwork.quality.run.Runs;
import io.meshwork.quality.run.ScanRequest;
import io.meshwork.quality.run.ScoreProducts;
import io.meshwork.quality.run.ScoreProducts.Finding;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads a product's data outside any transaction, then keeps and announces what came of it. */
@Component
final class ScanJob implements JobHandler {

    static final String KIND = "scan";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Runs runs;
    private final ScoreProducts scoring;
    private final Followers followers;

    ScanJob(Runs runs, ScoreProducts scoring, Followers followers) {
        this.runs = runs;
        this.scoring = scoring;
        this.followers = followers;
    }

    static String payload(ScanRequest request) {
        return JSON.writeValueAsString(request);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Nobody hurries for one score of very many, and a scan that a crash repeats does no harm. */
    @Override
    public Duration gatherUnderLoad() {
        return Duration.ofMillis(500);
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        ScanRequest request = JSON.readValue(job.payload(), ScanRequest.class);
        String contract = runs.contract(request.productId(), request.version())
                .orElseThrow(() -> new IllegalStateException("no contract is kept for " + job.key()));
        Finding finding = scoring.examine(request, DataProductJson.read(contract));
        return outcomes -> {
            scoring.record(List.of(finding))
                    .forEach(run -> ScoreRecords.announce(
                            outcomes, job.cause(), run, finding.examined().profiles()));
            followers.measured(List.of(request.productId()));
        };
    }
}

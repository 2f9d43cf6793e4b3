package io.meshwork.quality.run.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.quality.run.Run;
import io.meshwork.quality.run.Runs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Scores with every check that led to them. */
@RestController
@RequestMapping("/api/v1/scores")
class ScoreController {

    private static final int MOST = 100;

    private final Runs runs;

    ScoreController(Runs runs) {
        this.runs = runs;
    }

    /** @param version null for the newest run whatever its version */
    @GetMapping("/{productId}")
    ScoreView latest(@PathVariable String productId, @RequestParam(required = false) @Nullable String version) {
        return runs.latest(productId, version)
                .map(ScoreView::from)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "score.unknown",
                        "No score",
                        "the product '" + productId + "' was never checked"
                                + (version == null ? "" : " in version " + version) + "; publish it first",
                        List.of()));
    }

    /** @param next pass it as {@code before} to read on, null at the end */
    record Page(List<ScoreView> runs, @Nullable Long next) {}

    /**
     * Newest first.
     *
     * @param version null for runs of all versions
     * @param before sequence of the last run seen
     * @param limit 1 to 100
     */
    @GetMapping("/{productId}/history")
    Page history(
            @PathVariable String productId,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "20") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Run> found = runs.history(productId, version, before, size);
        return new Page(
                found.stream().map(ScoreView::from).toList(),
                found.size() == size ? found.getLast().sequence() : null);
    }
}

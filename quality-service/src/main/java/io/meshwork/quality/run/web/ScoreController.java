package io.meshwork.quality.run.web;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.Page;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.quality.run.Profiles;
import io.meshwork.quality.run.Run;
import io.meshwork.quality.run.Runs;
import io.meshwork.quality.run.SeenSamples;
import io.meshwork.quality.sample.FailedRows;
import io.meshwork.quality.score.Scorecard;
import io.meshwork.quality.score.Scorecard.Verdict;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Scores with every check that led to them. */
@RestController
@RequestMapping(ScoreController.PATH)
class ScoreController {

    static final String PATH = "/api/v1/scores";

    private final Runs runs;
    private final SeenSamples samples;

    ScoreController(Runs runs, SeenSamples samples) {
        this.runs = runs;
        this.samples = samples;
    }

    /** @param version null for the newest run whatever its version */
    @GetMapping("/{productId}")
    ScoreView latest(@PathVariable String productId, @RequestParam(required = false) @Nullable String version) {
        return ScoreView.from(latestRun(productId, version));
    }

    private Run latestRun(String productId, @Nullable String version) {
        return runs.latest(productId, version)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "score.unknown",
                        "No score",
                        "the product '" + productId + "' was never checked"
                                + (version == null ? "" : " in version " + version) + "; publish it first",
                        List.of()));
    }

    /**
     * What moved the score of the latest run since the one before.
     *
     * @param version null for the two newest runs whatever their versions
     */
    @GetMapping("/{productId}/explanation")
    ExplanationView explanation(
            @PathVariable String productId, @RequestParam(required = false) @Nullable String version) {
        Run latest = latestRun(productId, version);
        return runs.history(productId, version, latest.sequence(), 1).stream()
                .findFirst()
                .map(before -> ExplanationView.from(before, latest))
                .orElseThrow(() -> first(productId, version, latest.scorecard()));
    }

    private static ProblemException first(String productId, @Nullable String version, Scorecard scorecard) {
        String what = scorecard.verdict() == Verdict.NOT_CHECKED
                ? "could not be checked" + (scorecard.reason() == null ? "" : " (" + scorecard.reason() + ")")
                        + "; mend that, then publish it again or tell of its refresh"
                : "was checked only once" + (version == null ? "" : " in version " + version)
                        + "; ask again after the next run";
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "score.first",
                "Nothing to compare with",
                "the product '" + productId + "' " + what,
                List.of());
    }

    /** @param rows masked where they may tell something about people */
    record SamplesView(String productId, long runSequence, List<FailedRows> rows) {}

    /**
     * A few rows for each check that failed.
     *
     * @param run sequence of the run, null for the latest
     */
    @GetMapping("/{productId}/samples")
    SamplesView samples(
            @PathVariable String productId,
            @RequestParam(required = false) @Nullable Long run,
            @Parameter(hidden = true) Caller caller) {
        return switch (samples.see(caller, productId, run)) {
            case SeenSamples.Samples(long sequence, var rows) -> new SamplesView(productId, sequence, rows);
            case SeenSamples.NotAllowed(String reason) ->
                throw new ProblemException(
                        HttpStatus.FORBIDDEN, "samples.denied", "Not allowed to see rows", reason, List.of());
            case SeenSamples.Nothing() ->
                throw new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "samples.unknown",
                        "No samples",
                        "no rows are kept of this run of '" + productId + "'; they are kept of the last "
                                + Profiles.MOST_SAMPLED + " runs that read data",
                        List.of());
        };
    }

    /**
     * Newest first.
     *
     * @param version null for runs of all versions
     * @param after sequence of the last run seen
     * @param limit 1 to 200
     */
    @GetMapping("/{productId}/history")
    Page<ScoreView> history(
            @PathVariable String productId,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(defaultValue = "9223372036854775807") long after,
            @RequestParam(defaultValue = "20") int limit) {
        List<ScoreView> oneMore = runs.history(productId, version, after, Page.limit(limit) + 1).stream()
                .map(ScoreView::from)
                .toList();
        return Page.of(
                oneMore,
                limit,
                last -> UriComponentsBuilder.fromPath(PATH + "/" + productId + "/history")
                        .queryParamIfPresent("version", Optional.ofNullable(version))
                        .queryParam("after", last.runSequence())
                        .queryParam("limit", limit)
                        .encode()
                        .toUriString());
    }
}

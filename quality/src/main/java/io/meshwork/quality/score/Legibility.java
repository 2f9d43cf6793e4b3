package io.meshwork.quality.score;

import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.quality.engine.Window;
import java.util.List;
import java.util.stream.Stream;

/** A stream promises without saying so that its consumers can read it: what they cannot read is a check that failed. */
final class Legibility {

    private Legibility() {}

    static Stream<CheckScore> of(String dataset, Window window) {
        return window.unreadable() == 0 ? Stream.empty() : Stream.of(broken(dataset, window));
    }

    private static CheckScore broken(String dataset, Window window) {
        return new CheckScore(
                "readable:" + dataset,
                dataset,
                List.of(),
                "conformity",
                "unreadable_records",
                Severity.ERROR,
                CheckStatus.FAILED,
                (double) window.unreadable(),
                "= 0",
                (double) (window.records() - window.unreadable()) / window.records(),
                window.records(),
                window.unreadable(),
                window.unreadable() + " of " + window.records() + " records cannot be read; the first is "
                        + window.flaw(),
                null,
                null);
    }
}

package io.meshwork.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.local.state.PartState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PrintedProgressTest {

    private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

    private final StringWriter out = new StringWriter();
    private Instant now = START;
    private final PrintedProgress progress = new PrintedProgress(new PrintWriter(out), new Begun(START, () -> now));

    @Test
    void everyTimeCountsFromTheBeginningOfTheCommand() {
        now = START.plusMillis(9_840);
        progress.ready(new PartState("broker", 7092, "Kafka 4.2.1", null, null, null));
        now = START.plusMillis(12_000);
        progress.topicsReady();
        now = START.plusMillis(113_800);
        progress.ready(new PartState("catalog", 7080, "0.1.0", null, null, null));

        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                  ✓ broker    Kafka 4.2.1        port 7092     9.8 s
                  ✓ topics    and their schemas               12.0 s
                  ✓ catalog   0.1.0              port 7080   113.8 s
                """);
    }
}

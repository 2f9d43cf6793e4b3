package io.meshwork.catalog.lineage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one OpenLineage event tells about the flow of data.
 *
 * @param run null when the event is about a job or dataset as such
 * @param state of the run, null when not stated
 * @param job null when the event is about a dataset as such, which then is the only output
 */
public record LineageEvent(
        @Nullable UUID run,
        @Nullable RunState state,
        @Nullable JobName job,
        List<ReportedDataset> inputs,
        List<ReportedDataset> outputs,
        Instant time) {

    /** Inputs times outputs of one event, and of one run. */
    public static final int MOST_PAIRS = 5_000;

    /** {@code eventType} of OpenLineage's RunEvent. */
    public enum RunState {
        START,
        RUNNING,
        COMPLETE,
        ABORT,
        FAIL,
        OTHER;

        boolean failed() {
            return this == ABORT || this == FAIL;
        }
    }

    public LineageEvent {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** How many rows it may come to; a run brings everything together that it has read and written so far. */
    int weight() {
        int origins =
                outputs.stream().mapToInt(output -> output.origins().size()).sum();
        return 1 + origins + (run == null ? inputs.size() * outputs.size() : MOST_PAIRS);
    }

    LineageEvent withInputs(List<ReportedDataset> others) {
        return new LineageEvent(run, state, job, others, outputs, time);
    }

    LineageEvent with(@Nullable UUID otherRun, Instant otherTime) {
        return new LineageEvent(otherRun, state, job, inputs, outputs, otherTime);
    }

    /** Whether data has flowed as far as this event knows; what a failed run names, it has not necessarily read or written. */
    public boolean tellsOfData() {
        return state == null || !state.failed();
    }
}

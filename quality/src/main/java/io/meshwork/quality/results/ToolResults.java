package io.meshwork.quality.results;

import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.SelfMeasured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a tool ran, as its document tells them.
 *
 * @param checks every one, also those that could not be run
 * @param measuredAt when they were run; null when the document does not say
 * @param leftOut what else the document is about and says nothing of the data, for people, such as {@code 12 models}
 */
public record ToolResults(
        Tool tool, List<SelfMeasured> checks, @Nullable Instant measuredAt, List<String> leftOut) {

    /** Most checks of one document. */
    public static final int MOST = 2_000;

    /** Bytes of a document at most. */
    public static final int LARGEST = 10 * 1024 * 1024;

    public ToolResults {
        checks = List.copyOf(checks);
        leftOut = List.copyOf(leftOut);
    }

    /** What came of reading. */
    public sealed interface Reading {

        record Understood(ToolResults results) implements Reading {}

        record Refused(ResultsFault fault) implements Reading {}
    }

    /**
     * Reads what a tool has written.
     *
     * @param tool null to find out
     */
    public static Reading read(String document, @Nullable Tool tool) {
        try {
            List<Node> parts = parts(DocumentParser.parse(document));
            Tool known = Recognition.of(parts.getFirst(), tool);
            return new Reading.Understood(merged(known, parts));
        } catch (UnusableException unusable) {
            return new Reading.Refused(unusable.fault());
        }
    }

    /** A list is read element by element, such as the events of a run. */
    private static List<Node> parts(Node root) throws UnusableException {
        List<Node> parts = root.isList() ? root.items() : List.of(root);
        if (parts.isEmpty()) {
            throw new UnusableException("empty", "the list is empty", "Send what the tool has written.", "");
        }
        return parts;
    }

    private static ToolResults merged(Tool tool, List<Node> parts) throws UnusableException {
        List<ToolResults> all = new ArrayList<>();
        int count = 0;
        for (Node part : parts) {
            ToolResults one = one(tool, part);
            count += one.checks().size();
            if (count > MOST) {
                throw new UnusableException(
                        "too-many",
                        "the document has more than " + MOST + " checks",
                        "Send it in parts, each of a suite of its own.",
                        part.pointer());
            }
            all.add(one);
        }
        if (count == 0) {
            throw noChecks(tool, all);
        }
        return new ToolResults(
                tool,
                tool == Tool.OPENLINEAGE ? OpenLineageEvents.lastOfEach(all) : flat(all),
                all.stream()
                        .map(ToolResults::measuredAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                all.stream().flatMap(one -> one.leftOut().stream()).distinct().toList());
    }

    private static List<SelfMeasured> flat(List<ToolResults> all) {
        return all.stream().flatMap(one -> one.checks().stream()).toList();
    }

    private static ToolResults one(Tool tool, Node part) throws UnusableException {
        return switch (tool) {
            case DBT -> DbtRun.read(part);
            case GREAT_EXPECTATIONS -> Validations.read(part);
            case SODA -> SodaScan.read(part);
            case OPENLINEAGE -> OpenLineageEvents.read(part);
        };
    }

    private static UnusableException noChecks(Tool tool, List<ToolResults> all) {
        String others =
                all.stream().flatMap(one -> one.leftOut().stream()).distinct().collect(Collectors.joining(", "));
        return new UnusableException(
                "empty",
                "no check of data is in the document" + (others.isEmpty() ? "" : ", only " + others),
                "It should be " + tool.documents() + ", of a run with checks.",
                "");
    }

    /** The same, taken at this time whatever the document says. */
    public ToolResults at(@Nullable Instant time) {
        return time == null ? this : new ToolResults(tool, checks, time, leftOut);
    }

    /** The same, with all checks in this suite. */
    public ToolResults inSuite(@Nullable String suite) {
        return suite == null
                ? this
                : new ToolResults(
                        tool, checks.stream().map(check -> check.inSuite(suite)).toList(), measuredAt, leftOut);
    }

    /** How many came out like this. */
    public long count(CheckStatus status) {
        return checks.stream().filter(check -> check.outcome() == status).count();
    }
}

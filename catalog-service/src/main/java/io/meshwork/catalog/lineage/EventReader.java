package io.meshwork.catalog.lineage;

import io.meshwork.catalog.lineage.LineageEvent.RunState;
import io.meshwork.catalog.lineage.ReportedDataset.FieldOrigin;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads events of OpenLineage 1 and 2 (openlineage.io/spec): run, job and dataset events. Reads on in one go and keeps only what
 * tells of the flow of data, so facets that carry whole query plans cost no memory.
 */
public final class EventReader {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final EventJson json;
    private boolean hasRun;
    private boolean hasDataset;
    private @Nullable UUID run;
    private @Nullable RunState state;
    private @Nullable JobName job;
    private @Nullable Instant time;
    private List<ReportedDataset> inputs = List.of();
    private List<ReportedDataset> outputs = List.of();
    private int origins;

    private EventReader(EventJson json) {
        this.json = json;
    }

    public static EventReading read(String text) {
        if (text.length() > EventLimits.LENGTH) {
            return new EventReading.Refused(EventTexts.tooLarge());
        }
        try (EventJson json = new EventJson(text)) {
            return new EventReading.Understood(new EventReader(json).event());
        } catch (RefusedException refused) {
            return new EventReading.Refused(refused.refusal());
        } catch (JacksonException broken) {
            return new EventReading.Refused(EventTexts.notJson(broken));
        }
    }

    private LineageEvent event() throws RefusedException {
        json.whole(this::property);
        if (time == null) {
            throw missing("/eventTime", "Write when it happened, such as 2026-03-01T10:00:00Z.");
        }
        if (hasRun && run == null) {
            throw missing("/run/runId", "Write the UUID of the run.");
        }
        if (job == null && (hasRun || !hasDataset)) {
            throw missing("/job", "Name the job by namespace and name.");
        }
        if (inputs.size() * outputs.size() > LineageEvent.MOST_PAIRS) {
            throw tooMany("/inputs", "inputs times outputs", LineageEvent.MOST_PAIRS);
        }
        return new LineageEvent(run, state, job, inputs, outputs, time);
    }

    private void property(String name) throws RefusedException {
        switch (name) {
            case "eventTime" -> time = time(json.text());
            case "eventType" -> state = json.isNull() ? null : state(json.text());
            case "run" -> readRun();
            case "job" -> job = job();
            case "dataset" -> readDataset();
            case "inputs" -> inputs = datasets();
            case "outputs" -> outputs = datasets();
            default -> {}
        }
    }

    private void readRun() throws RefusedException {
        hasRun = true;
        json.object(name -> {
            if (name.equals("runId")) {
                run = runId(json.text());
            }
        });
    }

    private UUID runId(String text) throws RefusedException {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw json.refused("lineage.run-id", "the id of a run must be a UUID", "Generate one for every run.");
        }
        return UUID.fromString(text);
    }

    private RunState state(String text) throws RefusedException {
        for (RunState one : RunState.values()) {
            if (one.name().equals(text.toUpperCase(Locale.ROOT))) {
                return one;
            }
        }
        throw json.refused(
                "lineage.event-type",
                "this type of event is not known",
                "Use START, RUNNING, COMPLETE, ABORT, FAIL or OTHER, or leave it out.");
    }

    /** Some producers leave out the offset; they mean UTC. */
    private Instant time(String text) throws RefusedException {
        try {
            Instant time = Character.isDigit(text.charAt(text.length() - 1))
                            && text.lastIndexOf('-') < 11
                            && !text.contains("+")
                    ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(Instant.EPOCH)) {
                throw json.refused("lineage.time", "nothing was reported before 1970", "Correct the producer's clock.");
            }
            return time;
        } catch (DateTimeException notATime) {
            throw json.refused(
                    "lineage.time",
                    "this is not a time",
                    "Write ISO 8601 with an offset, such as 2026-03-01T10:00:00Z.");
        }
    }

    private JobName job() throws RefusedException {
        String[] parts = new String[2];
        String pointer = json.pointer();
        json.object(name -> readName(name, parts));
        return new JobName(part(parts, 0, pointer), part(parts, 1, pointer));
    }

    private void readDataset() throws RefusedException {
        hasDataset = true;
        outputs = List.of(dataset());
    }

    private List<ReportedDataset> datasets() throws RefusedException {
        List<ReportedDataset> datasets = new ArrayList<>();
        if (!json.isNull()) {
            json.array(EventLimits.DATASETS, () -> datasets.add(dataset()));
        }
        return datasets;
    }

    private ReportedDataset dataset() throws RefusedException {
        String pointer = json.pointer();
        String[] parts = new String[2];
        Facets facets = new Facets();
        json.object(name -> {
            readName(name, parts);
            if (name.equals("facets") && !json.isNull()) {
                json.object(facets::read);
            }
        });
        return new ReportedDataset(name(parts, pointer), facets.symlinks, facets.origins, facets.dropped);
    }

    private void readName(String property, String[] parts) throws RefusedException {
        switch (property) {
            case "namespace" -> parts[0] = json.name(EventLimits.NAME_BYTES);
            case "name" -> parts[1] = json.name(EventLimits.NAME_BYTES);
            default -> {}
        }
    }

    private static DatasetName name(String[] parts, String pointer) throws RefusedException {
        return new DatasetName(part(parts, 0, pointer), part(parts, 1, pointer));
    }

    private static String part(String[] parts, int index, String pointer) throws RefusedException {
        String what = index == 0 ? "namespace" : "name";
        if (parts[index] == null) {
            throw missing(pointer + "/" + what, "Write namespace and name.");
        }
        if (index == 1 && bytes(parts[0]) + bytes(parts[1]) > EventLimits.NAME_BYTES) {
            throw EventJson.tooLong(pointer + "/name", EventLimits.NAME_BYTES);
        }
        return parts[index];
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static RefusedException missing(String pointer, String advice) {
        String what = pointer.substring(pointer.lastIndexOf('/') + 1);
        return new RefusedException(new Refusal("lineage.missing", "`" + what + "` is missing", advice, pointer));
    }

    private static RefusedException tooMany(String pointer, String what, int most) {
        return new RefusedException(new Refusal(
                "lineage.too-many",
                "there are more than " + most + " " + what,
                "Report tables or folders instead of single files, or split the event.",
                pointer));
    }

    /** The facets of one dataset that tell of the flow of data; all others are skipped. */
    private final class Facets {

        private final List<DatasetName> symlinks = new ArrayList<>();
        private final List<FieldOrigin> origins = new ArrayList<>();
        private boolean dropped;

        void read(String facet) throws RefusedException {
            if (json.isNull()) {
                return;
            }
            switch (facet) {
                case "symlinks" ->
                    json.object(name -> {
                        if (name.equals("identifiers") && !json.isNull()) {
                            json.array(EventLimits.SYMLINKS, () -> symlinks.add(identifier()));
                        }
                    });
                case "columnLineage" -> json.object(this::columns);
                case "lifecycleStateChange" ->
                    json.object(name -> {
                        if (name.equals("lifecycleStateChange")) {
                            dropped = json.text().equalsIgnoreCase("DROP");
                        }
                    });
                default -> {}
            }
        }

        private DatasetName identifier() throws RefusedException {
            String pointer = json.pointer();
            String[] parts = new String[2];
            json.object(name -> readName(name, parts));
            return name(parts, pointer);
        }

        /** {@code dataset} came with version 1.1 of the facet: fields with influence on the whole dataset. */
        private void columns(String property) throws RefusedException {
            if (json.isNull()) {
                return;
            }
            switch (property) {
                case "fields" ->
                    json.object(field -> {
                        String target = json.checked(field, EventLimits.FIELD_BYTES);
                        json.object(name -> {
                            if (name.equals("inputFields") && !json.isNull()) {
                                json.array(EventLimits.ORIGINS, () -> addOrigin(target));
                            }
                        });
                    });
                case "dataset" -> json.array(EventLimits.ORIGINS, () -> addOrigin(""));
                default -> {}
            }
        }

        private void addOrigin(String target) throws RefusedException {
            if (++EventReader.this.origins > EventLimits.ORIGINS) {
                throw tooMany(json.pointer(), "origins of fields", EventLimits.ORIGINS);
            }
            String pointer = json.pointer();
            String[] parts = new String[2];
            String[] source = new String[1];
            json.object(name -> {
                readName(name, parts);
                if (name.equals("field")) {
                    source[0] = json.name(EventLimits.FIELD_BYTES);
                }
            });
            if (source[0] == null) {
                throw missing(pointer + "/field", "Name the field that goes in.");
            }
            origins.add(new FieldOrigin(target, name(parts, pointer), source[0]));
        }
    }
}

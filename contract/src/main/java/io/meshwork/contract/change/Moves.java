package io.meshwork.contract.change;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where datasets and fields of the old version stand in the new one, so that what refers to them is compared fairly. */
final class Moves {

    /** A dataset when {@code field} is empty, else the dotted name of a field in it. */
    private record Spot(String dataset, String field) {}

    private final Map<String, String> datasets = new HashMap<>();
    private final Map<Spot, String> fields = new HashMap<>();
    private final Map<String, String> elements = new HashMap<>();
    private final Set<Spot> added = new HashSet<>();

    void datasetRenamed(String before, String after) {
        datasets.put(before, after);
    }

    /** @param dataset the old name */
    void fieldRenamed(String dataset, String before, String after) {
        fields.put(new Spot(dataset, before), after);
        elements.put(dataset + "." + before, dataset(dataset) + "." + after);
        elements.putIfAbsent(before, after);
    }

    /** @param dataset the new name; {@code field} is empty for the whole dataset */
    void added(String dataset, String field) {
        added.add(new Spot(dataset, field));
    }

    /** The new name of a dataset of the old version. */
    String dataset(String before) {
        return datasets.getOrDefault(before, before);
    }

    /** The new dotted name of a field of the old version, also when only what it is nested in was renamed. */
    String field(String dataset, String before) {
        if (fields.isEmpty()) {
            return before;
        }
        for (int end = before.length(); end > 0; end = before.lastIndexOf('.', end - 1)) {
            String renamed = fields.get(new Spot(dataset, before.substring(0, end)));
            if (renamed != null) {
                return renamed + before.substring(end);
            }
        }
        return before;
    }

    /** The new name of what an objective of the old version is about: a dataset, a field, or a field of a dataset. */
    String element(String before) {
        String renamed = datasets.getOrDefault(before, elements.get(before));
        return renamed != null ? renamed : inRenamedDataset(before);
    }

    private String inRenamedDataset(String before) {
        int dot = before.indexOf('.');
        return dot < 0 ? before : dataset(before.substring(0, dot)) + before.substring(dot);
    }

    /** Whether no data of the old version lie there. */
    boolean isNew(String dataset, List<String> names) {
        return added.contains(new Spot(dataset, ""))
                || (!names.isEmpty() && names.stream().allMatch(name -> added.contains(new Spot(dataset, name))));
    }
}

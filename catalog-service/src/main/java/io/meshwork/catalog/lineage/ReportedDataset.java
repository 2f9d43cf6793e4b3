package io.meshwork.catalog.lineage;

import java.util.List;

/**
 * A dataset in an event.
 *
 * @param symlinks other names of the same data
 * @param origins what its fields are made from, as far as the event tells
 * @param dropped the job removed it, so no data has flowed into it
 */
public record ReportedDataset(
        DatasetName name, List<DatasetName> symlinks, List<FieldOrigin> origins, boolean dropped) {

    /**
     * One field of another dataset that goes into a field of this one.
     *
     * @param field of this dataset; empty for every field, as a filter or a sort order has influence on all of them
     */
    public record FieldOrigin(String field, DatasetName source, String sourceField) {}

    ReportedDataset withoutSymlinks() {
        return new ReportedDataset(name, List.of(), origins, dropped);
    }

    public ReportedDataset {
        symlinks = List.copyOf(symlinks);
        origins = List.copyOf(origins);
    }
}

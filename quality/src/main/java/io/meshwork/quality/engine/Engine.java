package io.meshwork.quality.engine;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads data; never throws for anything that the data, the location or an author's query may be.
 *
 * @param <S> the data that it can read
 */
public interface Engine<S extends Source> {

    /** @param others the data that it is compared with */
    ScanResult scan(S source, Collection<Measure> measures, Others others);

    default ScanResult scan(S source, Collection<Measure> measures) {
        return scan(source, measures, Others.NONE);
    }

    /**
     * Looks at all columns at once.
     *
     * @param first columns that come before others, when there are more than can be looked at; those that are not there are
     *     skipped
     * @param rows of the data where they are known, else they are counted first
     */
    Look look(S source, List<Column> first, @Nullable Long rows);

    /**
     * Rows that break what was measured, as long as it is quick to find them.
     *
     * @param identifying columns that tell a row from others
     * @param others the data that it is compared with, of which no value is shown
     * @return a few rows for each measure that has any to show; counts and queries have none
     */
    Map<Measure, Rows> failing(S source, Collection<Measure> measures, List<Column> identifying, Others others);

    default Map<Measure, Rows> failing(S source, Collection<Measure> measures, List<Column> identifying) {
        return failing(source, measures, identifying, Others.NONE);
    }

    /** For what is asked one after the other; what has to be fetched is fetched once. */
    default Data open(S source, Others others) {
        return new Data.InPlace<>(this, source, others);
    }

    default Data open(S source) {
        return open(source, Others.NONE);
    }
}

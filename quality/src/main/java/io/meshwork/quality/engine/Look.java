package io.meshwork.quality.engine;

import java.time.Duration;
import java.util.List;

/** What came of looking at all columns of a file. */
public sealed interface Look {

    /**
     * @param sampled rows of which values were taken
     * @param left columns that were not looked at, because there are too many
     */
    record Seen(long rows, long sampled, List<ColumnFigures> columns, int left, Duration took) implements Look {

        public Seen {
            columns = List.copyOf(columns);
        }
    }

    /** @param reason for people, without values from the data */
    record Unseen(String reason) implements Look {}
}
